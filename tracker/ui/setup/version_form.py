"""The team's own version of a known treatment: a copy with other cycles, lengths or days."""

import json
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.regimen import Administration, DrugFacts, Phase, Regimen
from tracker.errors import NotUnderstoodError
from tracker.services.custom_regimen import CYCLE_LENGTHS, own_version
from tracker.ui import theme
from tracker.ui.setup.typed_days import read_days, shown_days
from tracker.ui.widgets.field_parts import ErrorLine
from tracker.ui.widgets.fields import SelectField, TextField
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField

_CYCLES, _LENGTH = "cycles", "length"


class VersionForm(QWidget):
    """Shows each phase of a treatment with its cycles and days, to be changed one by one.

    Signals:
        edited: Something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, drugs: Mapping[str, DrugFacts], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drugs = drugs
        self._regimen: Regimen | None = None
        self._parts: list[_PhasePart] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._total = WrappedLabel("", "small", tone="text2")
        self._error = ErrorLine()
        self._column.addWidget(self._total)
        self._column.addWidget(self._error)
        self.edited.connect(self._show_total)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """All that stands in the form, for a draft; "" while it shows no treatment."""
        parts = [part.typed() for part in self._parts]
        return json.dumps(parts, ensure_ascii=False) if parts else ""

    def set_text(self, text: str) -> None:
        """Put back what `text` was, where the same phases are shown."""
        typed = json.loads(text) if text else []
        if [each.keys() for each in typed] != [part.typed().keys() for part in self._parts]:
            return
        for part, each in zip(self._parts, typed, strict=True):
            part.put_back(each)
        self._show_total()

    def show_regimen(self, regimen: Regimen) -> None:
        """Show a treatment as it stands."""
        if regimen == self._regimen:
            return
        self._regimen = regimen
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        many = len(regimen.phases) > 1
        self._parts = [
            _PhasePart(phase, self._drugs, is_one_of_many=many) for phase in regimen.phases
        ]
        for place, part in enumerate(self._parts):
            part.edited.connect(self.edited)
            self._column.insertWidget(place, part)
            part.show()
        self._error.show_error(None)
        self._show_total()
        self.updateGeometry()

    def set_last_cycles(self, cycles: int) -> None:
        """Propose a number of cycles for the last phase."""
        if self._parts:
            self._parts[-1].cycles.set_text(str(cycles))
            self._show_total()

    def version(self) -> Regimen:
        """Return the treatment as it stands now; the known one where nothing differs.

        Raises:
            NotUnderstoodError: Something cannot be read or be right; the form says what.
        """
        if self._regimen is None:
            raise NotUnderstoodError(self.tr("Choose a treatment first"))
        try:
            version = own_version(self._regimen, tuple(part.phase() for part in self._parts))
        except NotUnderstoodError as error:
            self._error.show_error(str(error))
            raise
        self._error.show_error(None)
        return version

    def _show_total(self) -> None:
        """Say how many doses that makes of each drug; nothing while it cannot be read."""
        try:
            phases = [part.phase() for part in self._parts]
        except NotUnderstoodError:
            self._total.hide()
            return
        doses: dict[str, int] = {}
        for phase in phases:
            for each in phase.administrations:
                if each.days:
                    doses[each.drug] = doses.get(each.drug, 0) + phase.cycles * len(each.days)
        named = (f"{self._drugs[drug].name} {number}" for drug, number in doses.items())
        self._total.setText(self.tr("Doses in all: {doses}.").format(doses=", ".join(named)))
        self._total.setVisible(bool(doses))

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(10))


class _PhasePart(QWidget):
    """One phase: its cycles, their length, and the days of each drug."""

    edited = Signal()

    def __init__(
        self, phase: Phase, drugs: Mapping[str, DrugFacts], *, is_one_of_many: bool
    ) -> None:
        super().__init__()
        self._phase = phase
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if is_one_of_many:
            column.addWidget(WrappedLabel(phase.name, strong=True))
        self.cycles = NumberField(self.tr("Number of cycles"))
        self.cycles.set_text(str(phase.cycles))
        lengths = sorted({*CYCLE_LENGTHS, phase.cycle_days})
        self._length = SelectField(
            self.tr("Length of one cycle"),
            [(str(days), self.tr("{n} days").format(n=days)) for days in lengths],
        )
        self._length.choose(str(phase.cycle_days))
        self._days = {
            each.drug: TextField(
                self.tr("Days of the cycle: {drug}").format(drug=drugs[each.drug].name), width=200
            )
            for each in phase.administrations
            if each.days
        }
        for field in (self.cycles, self._length):
            field.setVisible(not phase.open_ended)
            column.addWidget(field)
        for each in phase.administrations:
            if each.drug in self._days:
                self._days[each.drug].set_text(shown_days(each.days))
                column.addWidget(self._days[each.drug])
                self._days[each.drug].edited.connect(self.edited)
        self.cycles.edited.connect(self.edited)
        self._length.chosen.connect(self.edited)
        if is_one_of_many:
            fields: tuple[NumberField | SelectField | TextField, ...]
            fields = (self.cycles, self._length, *self._days.values())
            for each_field in fields:
                each_field.editor.setAccessibleName(f"{phase.name}: {each_field.label.text()}")

    def typed(self) -> dict[str, str]:
        """Return what stands in each field, by its name."""
        days = {drug: field.text for drug, field in self._days.items()}
        length = self._length.choice or ""
        return {_CYCLES: self.cycles.text, _LENGTH: length, **days}

    def put_back(self, typed: Mapping[str, str]) -> None:
        """Show what `typed` gave."""
        self.cycles.set_text(typed[_CYCLES])
        self._length.choose(typed[_LENGTH])
        for drug, field in self._days.items():
            field.set_text(typed[drug])

    def phase(self) -> Phase:
        """Return the phase as it stands.

        Raises:
            NotUnderstoodError: Something cannot be read, or cannot be right together.
        """
        if self._phase.open_ended and not self._days:
            return self._phase
        typed = self.cycles.text
        if not (typed.isascii() and typed.isdigit()):
            raise NotUnderstoodError(self.tr("Type the number of cycles, for example 6"))
        return replace(
            self._phase,
            cycles=int(typed),
            cycle_days=int(self._length.choice or self._phase.cycle_days),
            administrations=tuple(map(self._administration, self._phase.administrations)),
        )

    def _administration(self, known: Administration) -> Administration:
        if known.drug not in self._days:
            return known
        return replace(known, days=read_days(self._days[known.drug].text))
