"""Urgent and severe events of the days covered, neighboring days taken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tracker.domain.alert_rules import AlertLevel, DrugRule
from tracker.domain.entries import (
    ContactEntry,
    Entry,
    MedicineEntry,
    SymptomEntry,
    TemperatureEntry,
)
from tracker.domain.entry_words import HELPED_WORDS
from tracker.domain.measurements import Temperature
from tracker.domain.symptoms import is_own
from tracker.domain.treatment import DAYS_OF_CARE_AFTER_THE_LAST_INFUSION, drugs_among
from tracker.domain.wording import counted
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import is_off_card, limit_words, listed, named_day, reading_words

_SEVERE = 3
_ONE_EPISODE = timedelta(days=2)
_TOLD_WITHIN = timedelta(days=2)
_LONGEST_WORDS = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened once, or on several days.

    Attributes:
        days: The days it was written about, in order.
        urgent: It reached call-now or emergency by the rules for a single answer or reading.
        done: What the diary says was done; None where nothing is written down.
    """

    days: tuple[date, ...]
    what: str
    urgent: bool
    done: str | None


def events_of(inputs: ReportInputs) -> tuple[Event, ...]:
    """Return readings off the card, urgent answers and severe ones, the latest first.

    Readings make one event per episode, answers one per symptom.
    """
    events = [*_temperature_events(inputs), *_symptom_events(inputs)]
    return tuple(sorted(events, key=lambda event: event.days[::-1], reverse=True))


def told_about_events(inputs: ReportInputs) -> frozenset[UUID]:
    """Return the ids of the contacts that stand with an event."""
    return frozenset(
        contact.id
        for days, rules in _occasions(inputs)
        for contact in _contacts(inputs, days, rules)
    )


def _occasions(inputs: ReportInputs) -> list[tuple[tuple[date, ...], frozenset[str]]]:
    fevers = [(_days_of(group), _temperature_rules(inputs)) for group in _fevers(inputs)]
    answers = [
        (_days_of(group), frozenset({symptom}))
        for symptom, group in _notable_answers(inputs).items()
        if any(is_urgent(inputs, entry) for entry in group)
    ]
    return [*fevers, *answers]


def _days_of(entries: Sequence[Entry]) -> tuple[date, ...]:
    return tuple(sorted({entry.day for entry in entries}))


def _temperature_events(inputs: ReportInputs) -> list[Event]:
    rules = _temperature_rules(inputs)
    return [
        Event(
            days=(days := _days_of(group)),
            what=_temperature_words(inputs, group),
            urgent=True,
            done=_told(inputs, days, rules),
        )
        for group in _fevers(inputs)
    ]


def _temperature_rules(inputs: ReportInputs) -> frozenset[str]:
    rules = inputs.library.alert_rules.temperature.all()
    return frozenset(each.rule.id for each in rules)


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
        worst = max(high, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"{limit_words(Temperature(card.high, card.unit), unit)} or higher"
    else:
        worst = min(group, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"below {limit_words(Temperature(card.low, card.unit), unit)}"
    reading = reading_words(worst.temperature, unit)
    whose = "own card" if inputs.card_is_own else "usual limit"
    number = f"; {counted(len(group), 'such reading')}" if len(group) > 1 else ""
    return f"Temperature {reading}; {whose}: {limit}{number}"


def _symptom_events(inputs: ReportInputs) -> list[Event]:
    return [
        _symptom_event(inputs, symptom, entries)
        for symptom, entries in _notable_answers(inputs).items()
    ]


def _notable_answers(inputs: ReportInputs) -> dict[str, list[SymptomEntry]]:
    """Return urgent and severe answers by symptom and day."""
    by_symptom: dict[str, list[SymptomEntry]] = {}
    for entry in sorted(inputs.answers.values(), key=lambda each: (each.symptom, each.day)):
        if is_urgent(inputs, entry) or (entry.severity or 0) >= _SEVERE:
            by_symptom.setdefault(entry.symptom, []).append(entry)
    return by_symptom


def _symptom_event(inputs: ReportInputs, symptom: str, entries: Sequence[SymptomEntry]) -> Event:
    worst = max(entries, key=lambda entry: (entry.severity or 0, len(entry.flags), entry.day))
    days = _days_of(entries)
    urgent = any(is_urgent(inputs, entry) for entry in entries)
    told = _told(inputs, days, frozenset({symptom})) if urgent else None
    done = " ".join(filter(None, (told, _taken(inputs, symptom))))
    return Event(days=days, what=answer_words(inputs, worst), urgent=urgent, done=done or None)


def answer_words(inputs: ReportInputs, entry: SymptomEntry) -> str:
    """Return `Tiredness (fatigue) 3 of 4: washing or dressing is hard; with ...`."""
    name = inputs.with_term(entry.symptom, _LONGEST_WORDS)
    definition = inputs.symptoms.get(entry.symptom)
    words = name if entry.severity is None else f"{name} {entry.severity} of 4"
    if definition is None:
        return words
    if entry.severity is not None:
        words += f": {definition.words(entry.severity)}"
    flags = [definition.flag_text(flag) for flag in entry.flags]
    return f"{words}; {listed(flags)}" if flags else words


def is_urgent(inputs: ReportInputs, entry: SymptomEntry) -> bool:
    """Return whether the answer alone, with its flags, asks to call now or is an emergency."""
    rules = inputs.library.alert_rules
    severity = entry.severity or 0
    levels: list[AlertLevel | None] = []
    if entry.symptom in rules.symptoms:
        levels.append(rules.symptoms[entry.symptom].levels.at(severity))
    elif is_own(entry.symptom) and severity >= rules.own_symptom.from_severity:
        levels.append(rules.own_symptom.level)
    levels += [
        rule.level
        for rule in rules.flags
        if rule.symptom == entry.symptom
        and rule.flag in entry.flags
        and severity >= rule.from_severity
    ]
    if any(map(_is_call_now, levels)):
        return True
    return any(
        rule.symptom == entry.symptom
        and _is_call_now(rule.levels.at(severity))
        and _on_drugs_of(inputs, rule, entry.day)
        for rule in rules.drugs
    )


def _is_call_now(level: AlertLevel | None) -> bool:
    return level is not None and level.at_least(AlertLevel.CALL_NOW)


def _on_drugs_of(inputs: ReportInputs, rule: DrugRule, day: date) -> bool:
    in_use = drugs_among(
        inputs.times_of_drugs, day, days_after_last=DAYS_OF_CARE_AFTER_THE_LAST_INFUSION
    )
    on_her2 = any(inputs.library.drugs[drug].her2 for drug in in_use)
    return bool(in_use & set(rule.drugs)) or (rule.on_her2 and on_her2)


def _contacts(
    inputs: ReportInputs, days: Sequence[date], rules: frozenset[str]
) -> list[ContactEntry]:
    """Return contacts that name one of the rules, or name none and follow within two days."""
    found = []
    for contact in inputs.contacts:
        soon_after = days[0] <= contact.day <= days[0] + _TOLD_WITHIN
        about_it = contact.alerts is not None and bool(rules & set(contact.alerts))
        if (contact.alerts is None and soon_after) or (
            about_it and days[0] <= contact.day <= days[-1] + _TOLD_WITHIN
        ):
            found.append(contact)
    return found


def _told(inputs: ReportInputs, days: Sequence[date], rules: frozenset[str]) -> str | None:
    sentences = [
        f"Told {shortened(contact.who, _LONGEST_WORDS)} on {named_day(contact.day, inputs.year)}"
        + (f": {shortened(contact.text, _LONGEST_WORDS)}" if contact.text else "")
        for contact in _contacts(inputs, days, rules)
    ]
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences) or None


def _taken(inputs: ReportInputs, symptom: str) -> str | None:
    taken = dict.fromkeys(
        shortened(f"{entry.name} {entry.amount or ''}".strip(), _LONGEST_WORDS) + _helped(entry)
        for entry in inputs.covered(MedicineEntry)
        if entry.for_symptom == symptom
    )
    return f"Took {listed(taken)}." if taken else None


def _helped(entry: MedicineEntry) -> str:
    return f" ({HELPED_WORDS[entry.helped]})" if entry.helped else ""
