"""A date in three boxes, without jumping from one to the next by itself."""

from datetime import date
from typing import Literal

from PySide6.QtCore import QLocale, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.errors import NotUnderstoodError
from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.field_parts import Field, LineEdit
from tracker.ui.widgets.labels import WrappedLabel

Order = Literal["dmy", "mdy"]
_PARTS = {"d": "day", "m": "month", "y": "year"}
_DIGITS = {"day": 2, "month": 2, "year": 4}
_WIDTHS = {"day": 72, "month": 72, "year": 100}
_MONTHS, _LONGEST_MONTH = 12, 31
_YEAR_DIGITS = 4
_OPEN, _BETWEEN = "?", "-"


def _order_of_this_computer() -> Order:
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower()
    return "mdy" if short.find("m") < short.find("d") and not short.startswith("y") else "dmy"


class DateInput(Field):
    """Day, month and year as numbers.

    Args:
        order: The order of the boxes; None takes that of the computer.

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
        for letter in order or _order_of_this_computer():
            part = _PARTS[letter]
            self._row.addLayout(self._make_box(part, names[part], label))
        self._row.addStretch(1)
        self.column.addLayout(self._row)
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
        return _BETWEEN.join(text or _OPEN for text in texts) if any(texts) else ""

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
        texts = {part: box.text().strip() for part, box in self._boxes.items()}
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

    def show_error(self, text: str | None, part: str | None = None) -> None:
        """Say above the boxes what is wrong; `part` (day, month, year) is outlined, None is all."""
        self.error.show_error(text)
        for name, box in self._boxes.items():
            box.set_wrong(on=text is not None and part in (None, name))

    def focus(self) -> None:
        """Take the keyboard in the first box."""
        first = next(iter(self._boxes.values()))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        box.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        box.setAccessibleName(f"{label}: {name}")
        box.textEdited.connect(self.changed)
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
