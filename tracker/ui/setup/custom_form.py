"""A treatment typed by hand: drugs, cycle length, number of cycles."""

import json
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.regimen import Administration, DrugFacts, Phase, Regimen
from tracker.errors import NotUnderstoodError
from tracker.services.custom_regimen import custom_regimen
from tracker.ui import theme
from tracker.ui.setup.typed_days import read_days, shown_days
from tracker.ui.widgets.choices import ChipGroup, SegmentedControl
from tracker.ui.widgets.field_parts import ErrorLine
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField

_FIRST_DAY = "1"
_PLACE_OF_LENGTH = 4


class CustomForm(QWidget):
    """Asks for one phase of equal cycles; more can be added later with the team's plan at hand.

    Signals:
        edited: Something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, drugs: Mapping[str, DrugFacts], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = drugs
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        names = sorted(((drug.id, drug.name) for drug in drugs.values()), key=lambda each: each[1])
        self._drugs = ChipGroup(self.tr("Medicines"), names, multiple=True)
        self._days = TextField(
            self.tr("Days of the cycle on which they are given"),
            hint=self.tr("For example 1, or 1, 8, 15. Daily tablets need no day."),
            width=200,
        )
        self._days.set_text(_FIRST_DAY)
        lengths = [(str(days), self.tr("{n} days").format(n=days)) for days in (7, 14, 21, 28)]
        self._length = SegmentedControl(self.tr("Length of one cycle"), lengths)
        self._cycles = NumberField(self.tr("Number of cycles"))
        self._error = ErrorLine()
        for part in (
            WrappedLabel(self.tr("Medicines"), strong=True),
            self._drugs,
            self._days,
            WrappedLabel(self.tr("Length of one cycle"), strong=True),
            self._cycles,
            self._error,
        ):
            self._column.addWidget(part)
        self._column.insertWidget(_PLACE_OF_LENGTH, self._length, 0, Qt.AlignmentFlag.AlignLeft)
        for told in (self._drugs.changed, self._length.chosen, self._days.edited):
            told.connect(self.edited)
        self._cycles.edited.connect(self.edited)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """All that was typed, for a draft; "" while nothing of one's own was."""
        drugs, length = list(self._drugs.choices), self._length.choice or ""
        days, cycles = self._days.text, self._cycles.text
        if not drugs and not length and not cycles and days == _FIRST_DAY:
            return ""
        return json.dumps([drugs, days, length, cycles], ensure_ascii=False)

    def set_text(self, text: str) -> None:
        """Put back what `text` was."""
        drugs, days, length, cycles = json.loads(text)
        self._drugs.choose(*drugs)
        self._days.set_text(days)
        if length:
            self._length.choose(length)
        self._cycles.set_text(cycles)

    def show_regimen(self, regimen: Regimen) -> None:
        """Show what was typed before."""
        phase = regimen.phases[0]
        self._drugs.choose(*(each.drug for each in phase.administrations))
        days = next((each.days for each in phase.administrations if each.days), ())
        self._days.set_text(shown_days(days))
        self._length.choose(str(phase.cycle_days))
        self._cycles.set_text(str(phase.cycles))

    def take(self) -> Regimen:
        """Return what was typed.

        Raises:
            NotUnderstoodError: Something is missing or cannot be right; the form says what.
        """
        try:
            regimen = self._read()
        except NotUnderstoodError as error:
            self._error.show_error(str(error))
            raise
        self._error.show_error(None)
        return regimen

    def _read(self) -> Regimen:
        drugs = self._drugs.choices
        if not drugs:
            raise NotUnderstoodError(self.tr("Choose at least one medicine"))
        if self._length.choice is None:
            raise NotUnderstoodError(self.tr("Choose how long one cycle is"))
        if not self._cycles.text.isdigit():
            raise NotUnderstoodError(self.tr("Type the number of cycles, for example 6"))
        days = read_days(self._days.text)
        administrations = tuple(
            Administration(drug, self._known[drug].track, self._days_of(drug, days))
            for drug in drugs
        )
        phase = Phase(
            name=self.tr("My treatment"),
            cycles=int(self._cycles.text),
            cycle_days=int(self._length.choice),
            administrations=administrations,
        )
        name = " + ".join(self._known[drug].name for drug in drugs)
        return custom_regimen(name, (phase,), self._known)

    def _days_of(self, drug: str, days: tuple[int, ...]) -> tuple[int, ...]:
        return days if self._known[drug].infusion else ()

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(10))
