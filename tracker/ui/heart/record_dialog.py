"""Asks for the result of a heart scan: the number, the day, how it was done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.domain.entries import LvefMethod
from tracker.domain.measurements import parse_number
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.ui.heart import wording
from tracker.ui.heart.day_choice import DayChoice
from tracker.ui.keeping import KeptDialog
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField


@dataclass(frozen=True, slots=True)
class TypedScan:
    """What was typed, as it was typed.

    Attributes:
        note: Empty where nothing was noted.
    """

    percent: str
    method: LvefMethod
    day: date
    note: str


Store = Callable[[TypedScan], None]


class RecordScanDialog(KeptDialog):
    """Stores one result when it is accepted; Enter in the number saves.

    How it was done is never chosen beforehand: a change of method would go by unseen.

    Args:
        store: Stores the result; a refusal is shown at the number and the text stays.
    """

    def __init__(self, today: date, store: Store, parent: QWidget | None = None) -> None:
        title = self.tr("Record a heart scan")
        super().__init__(title, self.tr("Save result"), parent, width=600)
        self._today, self._store = today, store
        self._meant: Decimal | None = None
        self._ask_for_number()
        self._ask_for_day()
        self._ask_for_method()
        self._ask_for_note()
        self._percent.focus()
        self.typed = {"percent": self._percent, "day": self._days, "note": self._note}
        self.chosen = {"method": self._methods}

    def check(self) -> bool:
        try:
            day = self._days.day()
        except NotUnderstoodError:
            return False  # said at the day, where it is wrong
        try:
            self._store(TypedScan(self._percent.text, self._method(), day, self._note.text))
        except TrackerError as error:
            self._show_refusal(str(error))
            return False
        return True

    def _ask_for_number(self) -> None:
        words = self.tr(
            "You will find the number in your scan letter. "
            "It may be called LVEF or ejection fraction."
        )
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        self._percent = NumberField(self.tr("Result"), unit="%", big=True)
        self._percent.edited.connect(self._forget_meant)
        self._suggestion = SecondaryButton("")
        self._suggestion.hide()
        self._suggestion.clicked.connect(self._take_meant)
        self.body.addWidget(self._percent)
        self.body.addWidget(self._suggestion, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask_for_day(self) -> None:
        asked = self.tr("Date of the scan")
        self._days = DayChoice(self._today, asked, self.tr("Day it was done"))
        self.body.addWidget(self._days)

    def _ask_for_method(self) -> None:
        asked = self.tr("Kind of scan")
        options = [(each.value, wording.method(each)) for each in LvefMethod]
        options[-1] = (LvefMethod.UNKNOWN.value, self.tr("Not sure"))
        self._methods = ChipGroup(asked, options)
        self.body.addWidget(WrappedLabel(asked, strong=True))
        self.body.addWidget(self._methods)

    def _ask_for_note(self) -> None:
        hint = self.tr("If you like: where it was done, or what else the letter says.")
        self._note = TextField(self.tr("Note"), hint=hint)
        self.body.addWidget(self._note)

    def _method(self) -> LvefMethod:
        chosen = self._methods.choices
        return LvefMethod(chosen[0]) if chosen else LvefMethod.UNKNOWN

    def _show_refusal(self, sentence: str) -> None:
        self._percent.show_error(sentence)
        self._meant = _percent_meant(self._percent.text)
        self._suggestion.setVisible(self._meant is not None)
        if self._meant is not None:
            words = self.tr("I mean {value}").format(value=wording.percent(self._meant))
            self._suggestion.setText(words)

    def _forget_meant(self, typed: str) -> None:
        del typed
        self._percent.show_error(None)
        self._suggestion.hide()

    def _take_meant(self) -> None:
        if self._meant is not None:
            self._percent.set_text(f"{self._meant.normalize():f}")
            self._forget_meant("")
            self._percent.focus()


def _percent_meant(typed: str) -> Decimal | None:
    """Return 58 for 0.58; None where the number is not a fraction."""
    try:
        value = parse_number(typed.removesuffix("%"))
    except NotUnderstoodError:
        return None
    return value * 100 if 0 < value < 1 else None
