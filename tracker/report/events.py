"""Urgent and severe events of the days covered, neighboring days taken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from tracker.domain.alert_rules import AlertLevel
from tracker.domain.entries import MedicineEntry, SymptomEntry, TemperatureEntry
from tracker.domain.measurements import Temperature
from tracker.domain.symptoms import is_own
from tracker.domain.treatment import DAYS_OF_CARE_AFTER_THE_LAST_INFUSION, drugs_in_use
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import (
    counted,
    is_off_card,
    listed,
    named_day,
    reading_words,
)

Written = TypeVar("Written", SymptomEntry, TemperatureEntry)

SEVERE = 3
_ONE_EPISODE = timedelta(days=1)
_TOLD_WITHIN = timedelta(days=2)
_LONGEST_WORDS = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something on neighboring days.

    Attributes:
        urgent: It reached call-now or emergency by the rules for a single answer or reading.
        done: What the diary says was done; None where nothing is written down.
    """

    first: date
    last: date
    what: str
    urgent: bool
    done: str | None


def events_of(inputs: ReportInputs) -> tuple[Event, ...]:
    """Return readings off the card, urgent answers and severe ones, the latest first."""
    events = [*_temperature_events(inputs), *_symptom_events(inputs)]
    return tuple(sorted(events, key=lambda event: (event.last, event.first), reverse=True))


def _temperature_events(inputs: ReportInputs) -> list[Event]:
    readings = [
        entry
        for entry in inputs.covered(TemperatureEntry)
        if is_off_card(entry.temperature, inputs.card)
    ]
    readings.sort(key=lambda entry: entry.day)
    return [
        Event(
            first=group[0].day,
            last=group[-1].day,
            what=_temperature_words(inputs, group),
            urgent=True,
            done=_done(inputs, group[0].day, group[-1].day),
        )
        for group in _episodes(readings)
    ]


def _temperature_words(inputs: ReportInputs, group: Sequence[TemperatureEntry]) -> str:
    card = inputs.card
    high = [entry for entry in group if entry.temperature.shown_in(card.unit) >= card.high]
    if high:
        worst = max(high, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"{Temperature(card.high, card.unit)} or higher"
    else:
        worst = min(group, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"below {Temperature(card.low, card.unit)}"
    reading = reading_words(worst.temperature, inputs.person.care.units.temperature)
    whose = "own card" if inputs.card_is_own else "usual limit"
    number = f", {counted(len(group), 'such reading')}" if len(group) > 1 else ""
    return f"Temperature {reading} ({whose}: {limit}){number}"


def _symptom_events(inputs: ReportInputs) -> list[Event]:
    by_symptom: dict[str, list[SymptomEntry]] = {}
    for (symptom, _), entry in sorted(inputs.answers().items(), key=lambda each: each[0]):
        if is_urgent(inputs, entry) or (entry.severity or 0) >= SEVERE:
            by_symptom.setdefault(symptom, []).append(entry)
    return [
        _symptom_event(inputs, group)
        for entries in by_symptom.values()
        for group in _episodes(entries)
    ]


def _symptom_event(inputs: ReportInputs, group: Sequence[SymptomEntry]) -> Event:
    worst = max(group, key=lambda entry: (entry.severity or 0, len(entry.flags)))
    first, last = group[0].day, group[-1].day
    return Event(
        first=first,
        last=last,
        what=answer_words(inputs, worst),
        urgent=any(is_urgent(inputs, entry) for entry in group),
        done=_done(inputs, first, last, worst.symptom),
    )


def answer_words(inputs: ReportInputs, entry: SymptomEntry) -> str:
    """Return `Diarrhea 3 of 4 (7 to 9 stools more than usual), with blood`."""
    name = shortened(inputs.symptom(entry.symptom), _LONGEST_WORDS)
    definition = inputs.symptoms.get(entry.symptom)
    words = name if entry.severity is None else f"{name} {entry.severity} of 4"
    if definition is None:
        return words
    if entry.severity is not None:
        words += f" ({definition.words(entry.severity)})"
    flags = [definition.flag_text(flag) for flag in entry.flags]
    return f"{words}; {listed(flags)}" if flags else words


def is_urgent(inputs: ReportInputs, entry: SymptomEntry) -> bool:
    """Return whether the answer alone, with its flags, asks to call now or is an emergency."""
    rules = inputs.library.alert_rules
    levels: list[AlertLevel | None] = []
    if entry.symptom in rules.symptoms:
        levels.append(rules.symptoms[entry.symptom].levels.at(entry.severity))
    elif is_own(entry.symptom) and (entry.severity or 0) >= rules.own_symptom.from_severity:
        levels.append(rules.own_symptom.level)
    levels += [
        rule.level
        for rule in rules.flags
        if rule.symptom == entry.symptom
        and rule.flag in entry.flags
        and (entry.severity or 0) >= rule.from_severity
    ]
    in_use = drugs_in_use(
        inputs.plans, entry.day, days_after_last=DAYS_OF_CARE_AFTER_THE_LAST_INFUSION
    )
    on_her2 = any(inputs.library.drugs[drug].her2 for drug in in_use)
    levels += [
        rule.levels.at(entry.severity)
        for rule in rules.drugs
        if rule.symptom == entry.symptom
        and (in_use & set(rule.drugs) or (rule.on_her2 and on_her2))
    ]
    return any(level is not None and level.at_least(AlertLevel.CALL_NOW) for level in levels)


def _episodes(entries: Sequence[Written]) -> list[list[Written]]:
    """Return entries sorted by day in groups with no free day inside."""
    groups: list[list[Written]] = []
    for entry in entries:
        if groups and entry.day - groups[-1][-1].day <= _ONE_EPISODE:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _done(inputs: ReportInputs, first: date, last: date, symptom: str | None = None) -> str | None:
    """Return whom the person told and what she took, up to two days after the event."""
    sentences = [
        f"Told {shortened(contact.who, _LONGEST_WORDS)} on {named_day(contact.day, inputs.year)}"
        + (f": {shortened(contact.text, _LONGEST_WORDS)}" if contact.text else "")
        for contact in inputs.contacts()
        if first <= contact.day <= last + _TOLD_WITHIN
    ]
    taken = dict.fromkeys(
        shortened(f"{entry.name} {entry.amount or ''}".strip(), _LONGEST_WORDS)
        for entry in inputs.covered(MedicineEntry)
        if symptom is not None and entry.for_symptom == symptom and first <= entry.day <= last
    )
    if taken:
        sentences.append(f"Took {listed(taken)}")
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences) or None
