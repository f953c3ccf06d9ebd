"""Urgent and severe events of the days covered, neighboring days taken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from tracker.domain.alert_rules import AlertLevel
from tracker.domain.entries import (
    WORST_SEVERITY,
    ContactEntry,
    Entry,
    SymptomEntry,
    TemperatureEntry,
)
from tracker.domain.measurements import Temperature
from tracker.domain.wording import counted
from tracker.report.inputs import ReportInputs
from tracker.report.told import contacts_about, named_of, rules_about_readings, rules_about_symptom
from tracker.report.urgency import alarm_of, is_urgent, level_of_answer, level_of_reading, worst
from tracker.report.wording import is_off_card, limit_words, listed, reading_words
from tracker.report.writers import who_wrote

_SEVERE = 3
_ONE_EPISODE = timedelta(days=2)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened once, or on several days.

    Attributes:
        entries: The answers or readings that stand.
        level: The most urgent that the rules for a single answer or reading say; None: nothing.
        told: The contacts that followed it.
        symptom: None for a reading.
        severity: The worst answer; None for a reading.
        alarm: Lower for what asks for a call when it is still mild; 0 for a reading.
    """

    entries: tuple[Entry, ...]
    what: str
    level: AlertLevel | None
    told: tuple[ContactEntry, ...]
    symptom: str | None = None
    severity: int | None = None
    alarm: int = 0

    @property
    def days(self) -> tuple[date, ...]:
        """The days it was written about, in order."""
        return tuple(sorted({entry.day for entry in self.entries}))

    @property
    def urgent(self) -> bool:
        """It asked to call now, or was an emergency."""
        return is_urgent(self.level)

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """What sorts events: the most urgent first, of one level the latest, then the worst.

        A fever in treatment stands among the emergencies: it is what must not be overlooked.
        """
        is_reading = self.symptom is None
        rank = len(AlertLevel) if self.level is None else self.level.rank
        if is_reading and self.urgent:
            rank = AlertLevel.EMERGENCY.rank
        worst_first = 0 if is_reading else WORST_SEVERITY + 1 - (self.severity or 0)
        return (rank, -self.days[-1].toordinal(), worst_first, self.alarm)


def events_of(inputs: ReportInputs) -> tuple[Event, ...]:
    """Return readings off the card, urgent answers and severe ones, the most urgent first.

    Readings make one event per episode, answers one per symptom.
    """
    readings = [_temperature_event(inputs, group) for group in _fevers(inputs)]
    versions = _notable_versions(inputs)
    answers = [
        _symptom_event(inputs, entries, versions[symptom])
        for symptom, entries in _notable_answers(inputs).items()
    ]
    return tuple(sorted((*readings, *answers), key=lambda event: event.weight))


def told_about_events(inputs: ReportInputs) -> frozenset[UUID]:
    """Return the ids of the contacts that stand with an event."""
    return frozenset(contact.id for event in events_of(inputs) for contact in named_of(event))


def _temperature_event(inputs: ReportInputs, group: Sequence[TemperatureEntry]) -> Event:
    rules = rules_about_readings(inputs.library.alert_rules)
    return Event(
        entries=tuple(group),
        what=_temperature_words(inputs, group),
        level=worst(level_of_reading(inputs, entry) for entry in group),
        told=contacts_about(inputs, group, rules),
    )


def _fevers(inputs: ReportInputs) -> list[list[TemperatureEntry]]:
    """Return the readings off the card in groups with at most one free day inside."""
    readings = [
        entry
        for entry in inputs.covered(TemperatureEntry)
        if is_off_card(entry.temperature, inputs.card)
    ]
    groups: list[list[TemperatureEntry]] = []
    for entry in sorted(readings, key=lambda each: (each.day, each.at)):
        if groups and entry.day - groups[-1][-1].day <= _ONE_EPISODE:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _temperature_words(inputs: ReportInputs, group: Sequence[TemperatureEntry]) -> str:
    card, unit = inputs.card, inputs.person.care.units.temperature
    high = [entry for entry in group if entry.temperature.shown_in(card.unit) >= card.high]
    if high:
        worst_one = max(high, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"{limit_words(Temperature(card.high, card.unit), unit)} or higher"
    else:
        worst_one = min(group, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"below {limit_words(Temperature(card.low, card.unit), unit)}"
    reading = reading_words(worst_one.temperature, unit) + who_wrote(inputs, worst_one)
    whose = "own card" if inputs.card_is_own else "usual limit"
    number = f"; {counted(len(group), 'such reading')}" if len(group) > 1 else ""
    return f"Temperature {reading}; {whose}: {limit}{number}"


def _is_notable(inputs: ReportInputs, entry: SymptomEntry) -> bool:
    return (entry.severity or 0) >= _SEVERE or is_urgent(level_of_answer(inputs, entry))


def _notable_answers(inputs: ReportInputs) -> dict[str, list[SymptomEntry]]:
    """Return urgent and severe standing answers by symptom, in order of days."""
    by_symptom: dict[str, list[SymptomEntry]] = {}
    for entry in sorted(inputs.answers.values(), key=lambda each: (each.symptom, each.day)):
        if _is_notable(inputs, entry):
            by_symptom.setdefault(entry.symptom, []).append(entry)
    return by_symptom


def _notable_versions(inputs: ReportInputs) -> dict[str, list[SymptomEntry]]:
    """Return the same with the answers that a later one about the same day replaced."""
    by_symptom: dict[str, list[SymptomEntry]] = {}
    for entry in filter(partial(_is_notable, inputs), inputs.covered(SymptomEntry)):
        by_symptom.setdefault(entry.symptom, []).append(entry)
    return by_symptom


def _symptom_event(
    inputs: ReportInputs, entries: Sequence[SymptomEntry], versions: Sequence[SymptomEntry]
) -> Event:
    worst_one = max(entries, key=lambda entry: (entry.severity or 0, len(entry.flags), entry.day))
    days = {entry.day for entry in entries}
    rules = rules_about_symptom(inputs.library.alert_rules, worst_one.symptom)
    about_these_days = [entry for entry in versions if entry.day in days]
    return Event(
        entries=tuple(entries),
        what=answer_words(inputs, worst_one),
        level=worst(level_of_answer(inputs, entry) for entry in entries),
        told=contacts_about(inputs, about_these_days, rules),
        symptom=worst_one.symptom,
        severity=worst_one.severity,
        alarm=alarm_of(inputs, worst_one.symptom),
    )


def answer_words(inputs: ReportInputs, entry: SymptomEntry) -> str:
    """Return `Tiredness (fatigue) 3 of 4: washing or dressing is hard; with ...`."""
    name = inputs.with_term(entry.symptom, _LONGEST_NAME)
    definition = inputs.symptoms.get(entry.symptom)
    words = name if entry.severity is None else f"{name} {entry.severity} of 4"
    words += who_wrote(inputs, entry)
    if definition is None:
        return words
    if entry.severity is not None:
        words += f": {definition.words(entry.severity)}"
    flags = [definition.flag_text(flag) for flag in entry.flags]
    return f"{words}; {listed(flags)}" if flags else words
