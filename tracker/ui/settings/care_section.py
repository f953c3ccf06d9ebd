"""Care team: numbers to call, the card, units."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.domain.measurements import WeightUnit
from tracker.domain.people import CareTeam
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.settings.alerts_card import AlertsCard
from tracker.ui.settings.card_form import CardForm
from tracker.ui.settings.section import Section
from tracker.ui.settings.state import (
    LINE_LABEL,
    line_of,
    with_line,
    with_second_number,
    with_team_name,
)
from tracker.ui.settings.window_settings import WindowSettingsFile
from tracker.ui.today.card_numbers import card_of_country
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel


class CareSection(Section):
    """Each field saves when the keyboard leaves it."""

    def __init__(
        self, companion: Companion, file: WindowSettingsFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._alerts = AlertsCard(file)
        self._companion = companion
        self._line = TextField(
            self.tr("24-hour advice line"),
            hint=self.tr("Shown on every screen and on urgent messages."),
            width=300,
        )
        self._team = TextField(self.tr("Team or unit"), width=420)
        self._second = TextField(
            self.tr("Another number"),
            hint=self.tr("For example the day unit, in office hours"),
            width=300,
        )
        self._emergency = TextField(self.tr("Emergency number"), width=140)
        self._card = CardForm()
        self._weights = SegmentedControl(
            self.tr("My scale shows"), [(unit.value, unit.value) for unit in WeightUnit]
        )
        self._build()

    def show_values(self) -> None:
        care = self._care()
        line = line_of(care)
        second = care.contacts[1] if len(care.contacts) > 1 else None
        own_name = line is not None and line.label != LINE_LABEL
        self._line.set_text(line.phone if line else "")
        self._team.set_text(line.label if line is not None and own_name else "")
        self._second.set_text(second.phone if second else "")
        country = care.country
        usual = self._companion.library.alert_rules.emergency_numbers.get(country, "")
        self._emergency.set_text(care.emergency_number or usual)
        fallback = card_of_country(self._companion.library, country)
        self._card.show_card(care.fever_card, care.units.temperature, fallback, asked=True)
        self._weights.choose(care.units.weight.value)
        self._alerts.show_values()

    def _save_line(self, phone: str) -> None:
        self._save(with_line(self._care(), phone), self._line.show_error)

    def _save_team(self, name: str) -> None:
        if line_of(self._care()) is None:
            self._team.show_error(self.tr("Type the number first"))
            return
        self._save(with_team_name(self._care(), name), self._team.show_error)

    def _save_second(self, phone: str) -> None:
        care = self._care()
        label = care.contacts[1].label if len(care.contacts) > 1 else self.tr("Day unit")
        if not care.contacts:
            self._second.show_error(self.tr("Type the 24-hour number first"))
            return
        self._save(with_second_number(care, label, phone), self._second.show_error)

    def _save_emergency(self, number: str) -> None:
        self._save(
            replace(self._care(), emergency_number=number or None), self._emergency.show_error
        )

    def _save_card(self) -> None:
        care = self._care()
        units = replace(care.units, temperature=self._card.unit)
        if not self._card.answered:
            card = care.fever_card
        else:
            try:
                card = self._card.take()
            except NotUnderstoodError:
                return
        changed = replace(care, fever_card=card, units=units)
        if changed != care:
            self._save(changed, self._emergency.show_error)

    def _save_weight_unit(self, unit: str) -> None:
        care = self._care()
        units = replace(care.units, weight=WeightUnit(unit))
        self._save(replace(care, units=units), self._emergency.show_error)

    def _save(self, care: CareTeam, refuse: Callable[[str | None], None]) -> None:
        self.save(lambda: self._companion.profile.update_care(care), refuse)

    def _tell_of_alerts(self) -> None:
        self.changed.emit(Changes(profile=True))

    def _care(self) -> CareTeam:
        return self._companion.person().care

    def _build(self) -> None:
        who = Card()
        who.add_title(self.tr("Who to call"))
        for field in (self._line, self._team, self._second, self._emergency):
            who.column.addWidget(field)
        when = Card()
        when.add_title(self.tr("When should the diary tell you to call?"))
        when.column.addWidget(
            WrappedLabel(self.tr("Use the numbers your own team gave you."), "small", tone="text2")
        )
        when.column.addWidget(self._card)
        units = Card()
        units.add_title(self.tr("My scale shows"))
        units.column.addWidget(self._weights, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (who, when, self._alerts, units):
            self.column.addWidget(card)
        self._alerts.switched.connect(self._tell_of_alerts)
        self._line.submitted.connect(self._save_line)
        self._team.submitted.connect(self._save_team)
        self._second.submitted.connect(self._save_second)
        self._emergency.submitted.connect(self._save_emergency)
        self._card.changed.connect(self._save_card)
        self._weights.chosen.connect(self._save_weight_unit)
