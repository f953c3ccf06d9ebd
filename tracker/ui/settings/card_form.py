"""Asks for the numbers on a person's own alert card; nothing is assumed."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.measurements import SIGNS, TemperatureUnit, parse_temperature
from tracker.domain.people import FeverCard
from tracker.errors import NotUnderstoodError
from tracker.ui import theme
from tracker.ui.settings.card_words import NO_NUMBER, OTHER, high_choices, shown_high, shown_low
from tracker.ui.widgets.choices import ChipGroup, SegmentedControl
from tracker.ui.widgets.field_parts import ErrorLine
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField


class CardForm(QWidget):
    """Unit of the thermometer, the upper number, the lower number.

    Signals:
        changed: The person chose or typed; `take` may still refuse it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fallback: FeverCard | None = None
        self._unit = TemperatureUnit.CELSIUS
        units = [(unit.value, sign) for unit, sign in SIGNS.items()]
        self._units = SegmentedControl(self.tr("My thermometer shows"), units)
        self._high_label = WrappedLabel(
            self.tr("They told me to call if my temperature is at or above"), strong=True
        )
        self._error = ErrorLine()
        self._high: dict[TemperatureUnit, ChipGroup] = {}
        self._other = NumberField(self.tr("The number on my card"))
        self._low = NumberField(self.tr("And if it is below"))
        self._note = WrappedLabel(style="small", tone="text2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def unit(self) -> TemperatureUnit:
        """The unit the person chose, or the one shown at first."""
        return self._unit

    @property
    def answered(self) -> bool:
        """Whether anything was chosen for the upper number, "no number" included."""
        return bool(self._high[self._unit].choices)

    def show_card(
        self, card: FeverCard | None, unit: TemperatureUnit, fallback: FeverCard, *, asked: bool
    ) -> None:
        """Show what is known; `fallback` is what counts without a number of her own."""
        self._fallback = fallback
        self._show_unit(unit)
        self._low.set_text("")
        for chips in self._high.values():
            chips.choose()
        if card is not None:
            self._show_numbers(card, unit)
        elif asked:
            self._high[unit].choose(NO_NUMBER)
        self._show_parts()

    def take(self) -> FeverCard | None:
        """Return the card; None when she was given no number.

        Raises:
            NotUnderstoodError: Nothing was chosen, or a number cannot be right.
        """
        try:
            card = self._read()
        except NotUnderstoodError as error:
            self._error.show_error(str(error))
            raise
        self._error.show_error(None)
        return card

    def _read(self) -> FeverCard | None:
        choices = self._high[self._unit].choices
        if not choices:
            raise NotUnderstoodError(
                self.tr("Choose a number, or “No number on my card”; both are fine")
            )
        if choices[0] == NO_NUMBER:
            return None
        typed = self._other.text if choices[0] == OTHER else choices[0]
        high = parse_temperature(typed, self._unit).value
        return FeverCard(high, self._read_low(), self._unit)

    def _read_low(self) -> Decimal:
        if self._low.text:
            return parse_temperature(self._low.text, self._unit).value
        if self._fallback is None:
            raise NotUnderstoodError(self.tr("Type the lower number of your card as well"))
        return parse_temperature(shown_low(self._fallback, self._unit), self._unit).value

    def _show_numbers(self, card: FeverCard, unit: TemperatureUnit) -> None:
        high = shown_high(card, unit)
        known = [key for key, _ in high_choices(unit)]
        self._high[unit].choose(high if high in known else OTHER)
        self._other.set_text("" if high in known else high)
        self._low.set_text(shown_low(card, unit))

    def _show_unit(self, unit: TemperatureUnit) -> None:
        self._unit = unit
        self._units.choose(unit.value)
        for field in (self._other, self._low):
            field.show_unit(SIGNS[unit])
        for each, chips in self._high.items():
            chips.setVisible(each is unit)

    def _show_parts(self) -> None:
        choices = self._high[self._unit].choices
        own = bool(choices) and choices[0] != NO_NUMBER
        self._other.setVisible(OTHER in choices)
        self._low.setVisible(own)
        self._note.setVisible(not own)
        if self._fallback is not None:
            words = self.tr(
                "Without a number of your own the diary uses what is usual where you are treated: "
                "{high} {sign} or higher, or below {low} {sign}. Ask your team for your number."
            )
            self._note.setText(
                words.format(
                    high=shown_high(self._fallback, self._unit),
                    low=shown_low(self._fallback, self._unit),
                    sign=SIGNS[self._unit],
                )
            )

    def _choose_unit(self, key: str) -> None:
        self._show_unit(TemperatureUnit(key))
        self._show_parts()
        self.changed.emit()

    def _choose(self) -> None:
        self._error.show_error(None)
        self._show_parts()
        self.changed.emit()

    def _build(self) -> None:
        unit_label = WrappedLabel(self.tr("My thermometer shows"), strong=True)
        self._column.addWidget(unit_label)
        self._column.addWidget(self._units, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._high_label)
        self._column.addWidget(self._error)
        for unit in TemperatureUnit:
            options = [
                *high_choices(unit),
                (OTHER, self.tr("Other")),
                (NO_NUMBER, self.tr("No number on my card")),
            ]
            chips = ChipGroup(self._high_label.text(), options)
            chips.changed.connect(self._choose)
            self._high[unit] = chips
            self._column.addWidget(chips)
        for below in (self._other, self._low, self._note):
            self._column.addWidget(below)
        self._units.chosen.connect(self._choose_unit)
        for field in (self._other, self._low):
            field.editor.editingFinished.connect(self._choose)
        self._show_unit(self._unit)
        self._show_parts()

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(8))
