"""A date in three boxes, without jumping from one to the next by itself."""

from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.typed_days import TypedDay, month_number, read_day
from tracker.errors import NotUnderstoodError
from tracker.ui import text as words
from tracker.ui import theme
from tracker.ui.day_order import Order, order_of_days
from tracker.ui.widgets import painting
from tracker.ui.widgets.field_parts import Field, LineEdit
from tracker.ui.widgets.labels import WrappedLabel

_PARTS = {"d": "day", "m": "month", "y": "year"}
_DIGITS = {"day": 2, "month": 2, "year": 4}
_WIDTHS = {"day": 72, "month": 72, "year": 100}
_MONTHS, _LONGEST_MONTH = 12, 31
_YEAR_DIGITS = 4
_OPEN, _BETWEEN, _STROKE = "?", "-", "/"


class DateInput(Field):
    """Day, month and year; the whole day stands below with its weekday and the month's name.

    The month may be typed as a name, and a whole date into any box: it is put where it belongs, or
    asked back where day and month cannot be told apart.

    Args:
        order: The order of the boxes; None takes that of the computer, or of the country.

    Signals:
        changed: The person typed in one of the boxes.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        *,
        order: Order | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self.setAccessibleName(label)
        self._boxes: dict[str, LineEdit] = {}
        self._row = QHBoxLayout()
        names = {"day": self.tr("Day"), "month": self.tr("Month"), "year": self.tr("Year")}
        for letter in order or order_of_days():
            part = _PARTS[letter]
            self._row.addLayout(self._make_box(part, names[part], label))
        self._row.addStretch(1)
        self.column.addLayout(self._row)
        self._whole = WrappedLabel("", "small", tone="text2")
        self.column.addWidget(self._whole)
        self._show_whole()
        self.changed.connect(self._show_whole)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def edited(self) -> SignalInstance:
        """Told after each key, as by other fields."""
        return self.changed

    @property
    def text(self) -> str:
        """Year, month and day as typed, half a date as well; "" while all boxes are empty."""
        texts = [self._boxes[part].text().strip() for part in ("year", "month", "day")]
        parts = (text.replace(_BETWEEN, _STROKE) or _OPEN for text in texts)
        return _BETWEEN.join(parts) if any(texts) else ""

    def set_text(self, text: str) -> None:
        """Put back what `text` was, and tell, so that what is computed from it follows."""
        parts = (*text.split(_BETWEEN, 2), "", "")
        for part, typed in zip(("year", "month", "day"), parts, strict=False):
            self._boxes[part].setText("" if typed == _OPEN else typed)
        self.show_error(None)
        self.changed.emit()

    def day(self) -> date | None:
        """Return the date typed, or None when all boxes are empty.

        Raises:
            NotUnderstoodError: A part is wrong or missing; the field already shows which.
        """
        whole = self._whole_typed()
        if whole is not None:
            return self._only_reading(whole)
        texts = self._texts()
        if not any(texts.values()):
            self.show_error(None)
            return None
        wrong = self._find_wrong(texts)
        if wrong is not None:
            part, message = wrong
            self.show_error(message, part)
            raise NotUnderstoodError(message)
        self.show_error(None)
        return date(int(texts["year"]), int(texts["month"]), int(texts["day"]))

    def set_day(self, day: date | None) -> None:
        """Put a date in without telling anyone; None empties the boxes."""
        for part, box in self._boxes.items():
            box.setText("" if day is None else str(getattr(day, part)))
        self.show_error(None)
        self._show_whole()

    def show_error(self, text: str | None, part: str | None = None) -> None:
        """Say above the boxes what is wrong; `part` (day, month, year) is outlined, None is all."""
        self.error.show_error(text)
        for name, box in self._boxes.items():
            box.set_wrong(on=text is not None and part in (None, name))

    def focus(self) -> None:
        """Take the keyboard in the first box."""
        first = next(iter(self._boxes.values()))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _texts(self) -> dict[str, str]:
        """Return what is typed, the name of a month as its number."""
        texts = {part: box.text().strip() for part, box in self._boxes.items()}
        month = month_number(texts["month"])
        return texts if month is None else {**texts, "month": str(month)}

    def _whole_typed(self) -> TypedDay | None:
        """Return what a whole date in one box means; None where the boxes hold parts."""
        typed = [box.text().strip() for box in self._boxes.values() if box.text().strip()]
        return read_day(typed[0]) if len(typed) == 1 else None

    def _only_reading(self, whole: TypedDay) -> date:
        """Return the day that was typed in one piece.

        Raises:
            NotUnderstoodError: It can be two days; the field says which.
        """
        if len(whole.readings) == 1:
            self.show_error(None)
            return whole.readings[0]
        one, other = (words.long_day(day) for day in whole.readings)
        ask = self.tr("Is that {one}, or {other}? Type day and month in their boxes.")
        sentence = ask.format(one=one, other=other)
        self.show_error(sentence)
        raise NotUnderstoodError(sentence)

    def _spread(self) -> None:
        """Put a whole date where it belongs when its box is left; never while it is typed."""
        whole = self._whole_typed()
        if whole is None:
            return
        with suppress(NotUnderstoodError):
            self.set_day(self._only_reading(whole))
            self.changed.emit()

    def _show_whole(self) -> None:
        """Say which day is meant, in words; its line is kept free while there is none."""
        texts, typed, said = self._texts(), self._whole_typed(), ""
        if typed is not None and len(typed.readings) == 1:
            said = words.long_day_with_year(typed.readings[0])
        elif all(texts.values()) and self._find_wrong(texts) is None:
            day = date(*(int(texts[part]) for part in ("year", "month", "day")))
            said = words.long_day_with_year(day)
        self._whole.setText(said or words.NBSP)
        for box in self._boxes.values():
            box.setAccessibleDescription(said)

    def _find_wrong(self, texts: dict[str, str]) -> tuple[str, str] | None:
        """Return the first part that cannot be right, with a sentence about it."""
        for part, text in texts.items():
            if not (text.isascii() and text.isdigit()):
                return part, self._not_a_number(part)
        if not 1 <= int(texts["month"]) <= _MONTHS:
            return "month", self.tr("Month must be between 1 and 12")
        if len(texts["year"]) != _YEAR_DIGITS or int(texts["year"]) == 0:
            return "year", self.tr("Year must have 4 numbers, for example 2026")
        last = _days_in_month(int(texts["year"]), int(texts["month"]))
        if not 1 <= int(texts["day"]) <= last:
            return "day", self.tr("Day must be between 1 and {last} in that month").format(
                last=last
            )
        return None

    def _not_a_number(self, part: str) -> str:
        return {
            "day": self.tr("Day must be a number, for example 27"),
            "month": self.tr("Month must be a number from 1 to 12"),
            "year": self.tr("Year must have 4 numbers, for example 2026"),
        }[part]

    def _make_box(self, part: str, name: str, label: str) -> QVBoxLayout:
        box = LineEdit()
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        box.setAccessibleName(f"{label}: {name}")
        box.textEdited.connect(self.changed)
        box.editingFinished.connect(self._spread)
        caption = WrappedLabel(name)
        caption.setBuddy(box)
        self._boxes[part] = box
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(caption)
        column.addWidget(box)
        return column

    def _restyle(self) -> None:
        sheet = theme.current()
        self._row.setSpacing(sheet.space(14))
        for part, box in self._boxes.items():
            digits = painting.text_width(sheet.font("body"), "0" * _DIGITS[part])
            box.setMinimumWidth(max(sheet.target(), round(digits) + sheet.space(30)))
            box.setMaximumWidth(sheet.px(_WIDTHS[part]))


def _days_in_month(year: int, month: int) -> int:
    following = (
        date(year + month // _MONTHS, month % _MONTHS + 1, 1) if year < date.max.year else None
    )
    return (following - date(year, month, 1)).days if following else _LONGEST_MONTH
