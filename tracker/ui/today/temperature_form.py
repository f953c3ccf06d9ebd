"""The most important number of the low-count window, saved with one key."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.measurements import SIGNS, TemperatureUnit
from tracker.ui import theme
from tracker.ui.keeping import KeptFields
from tracker.ui.today.temperature_reading import Meant
from tracker.ui.widgets.buttons import PrimaryButton, SecondaryButton
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField

TYPED = "typed"
"""What a draft calls the number."""
_GAP = 10
_STARTS = {TemperatureUnit.CELSIUS: Decimal("37.0"), TemperatureUnit.FAHRENHEIT: Decimal("98.6")}


class TemperatureForm(QWidget):
    """Asks for one reading; what was typed stays until it is stored.

    There is one on the page: it stands on its card, or on its own page of a foggy day.

    Signals:
        submitted: The text and the unit of the field, as typed; or what was asked back and
            confirmed.
        stored: The reading is in the diary, and there is room for the next one; carries what was
            typed.
    """

    submitted = Signal(str, TemperatureUnit)
    stored = Signal(str)

    def __init__(self, unit: TemperatureUnit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.field = NumberField(
            self._label(), unit=SIGNS[unit], step=Decimal("0.1"), start=_STARTS[unit], big=True
        )
        self.field.label.hide()
        self._meant: Meant | None = None
        self._kept: KeptFields | None = None
        self._yes = SecondaryButton("", "check")
        self._yes.hide()
        self._after_medicine = CheckRow(self.tr("After a fever medicine"))
        self._last = WrappedLabel(style="small", tone="text2")
        self._save = PrimaryButton(self.tr("Save"))
        self._save.setAccessibleName(self.tr("Save temperature"))
        foot = QHBoxLayout()
        foot.setSpacing(theme.current().space(8))
        foot.addWidget(self._last, 1)
        foot.addWidget(self._save, 0, Qt.AlignmentFlag.AlignRight)
        for part in (self.field, self._yes, self._after_medicine):
            self._column.addWidget(part)
        self._column.addLayout(foot)
        self.field.submitted.connect(self._submit)
        self.field.edited.connect(self._forget_error)
        self._save.clicked.connect(self._submit)
        self._yes.clicked.connect(self._confirm)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def unit(self) -> TemperatureUnit:
        """The unit of the field."""
        return self._unit

    @property
    def after_medicine(self) -> bool:
        """Whether the reading came after a medicine that lowers fever."""
        return self._after_medicine.isChecked()

    def keep_with(self, kept: KeptFields) -> None:
        """Keep what is typed here until it is saved."""
        self._kept = kept
        kept.add(TYPED, self.field)
        kept.add_tick("after-medicine", self._after_medicine)

    def show_unit(self, unit: TemperatureUnit) -> None:
        """Ask in another unit; what was typed is never converted."""
        if unit is not self._unit:
            self._unit = unit
            self.field.show_unit(SIGNS[unit])

    def show_last(self, text: str) -> None:
        """Show the reading before."""
        self._last.setText(text)

    def show_error(self, text: str) -> None:
        """Say what is wrong; the typed text stays and is marked for typing over."""
        self._forget_error()
        self.field.show_error(text)
        self.field.focus()

    def ask_back(self, meant: Meant) -> None:
        """Ask whether this was meant; one click says yes, typing again says no."""
        self._meant = meant
        shown = str(meant.reading)
        question = self.tr("{typed} cannot be right in {sign}. Did you mean {reading}?")
        self.field.show_error(
            question.format(typed=self.field.text, sign=SIGNS[self._unit], reading=shown)
        )
        self._yes.setText(self.tr("Yes, save {reading}").format(reading=shown))
        self._yes.show()
        self.field.focus()

    def show_stored(self, typed: str) -> None:
        """Make room for the next reading; `typed` is the one that was stored."""
        if self.field.editor.hasFocus() or self._yes.hasFocus():
            # An empty field would keep Ctrl+Z for itself instead of taking the reading back; a
            # button that goes would leave the keyboard to whatever comes next, as to "Undo".
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        self._forget_error()
        self.field.set_text("")
        self._after_medicine.setChecked(False)
        if self._kept is not None:
            self._kept.drop()
        self.stored.emit(typed)

    def _label(self) -> str:
        if self._unit is TemperatureUnit.CELSIUS:
            return self.tr("Temperature in degrees Celsius")
        return self.tr("Temperature in degrees Fahrenheit")

    def _submit(self) -> None:
        self.submitted.emit(self.field.text, self._unit)

    def _confirm(self) -> None:
        if self._meant is not None:
            self.submitted.emit(self._meant.typed, self._meant.reading.unit)

    def _forget_error(self) -> None:
        self.field.show_error(None)
        self._meant = None
        self._yes.hide()

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(_GAP))
