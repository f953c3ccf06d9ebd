"""Urgent and severe answers, one event per symptom and episode."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby

from tracker.domain.entries import SymptomEntry
from tracker.domain.wording import counted
from tracker.domain.writers import SELF
from tracker.report.event import Event, episodes
from tracker.report.inputs import ReportInputs
from tracker.report.told import contacts_about, rules_about_symptom
from tracker.report.urgency import alarm_of, is_urgent, level_of_answer, worst
from tracker.report.wording import listed
from tracker.report.writers import who_wrote_these

_SEVERE = 3
_LONGEST_NAME = 60


def severe_answers(inputs: ReportInputs) -> list[Event]:
    """Return what stands at 3 or 4, or asks to call at once, in the days covered."""
    by_symptom: dict[str, list[SymptomEntry]] = defaultdict(list)
    for entry in inputs.answers.values():
        if is_notable(inputs, entry):
            by_symptom[entry.symptom].append(entry)
    days = {(entry.symptom, entry.day) for group in by_symptom.values() for entry in group}
    versions = _versions(inputs, days)
    return [
        _event(inputs, group, [each for day in _days(group) for each in versions[symptom, day]])
        for symptom, entries in sorted(by_symptom.items())
        for group in episodes(entries)
    ]


def is_notable(inputs: ReportInputs, entry: SymptomEntry) -> bool:
    """Return whether an answer is severe, or asks to call at once."""
    return (entry.severity or 0) >= _SEVERE or is_urgent(level_of_answer(inputs, entry))


def _versions(
    inputs: ReportInputs, days: Collection[tuple[str, date]]
) -> dict[tuple[str, date], list[SymptomEntry]]:
    """Return notable answers about these days, those that a later one replaced as well."""
    versions: dict[tuple[str, date], list[SymptomEntry]] = defaultdict(list)
    for entry in inputs.covered(SymptomEntry):
        if (entry.symptom, entry.day) in days and is_notable(inputs, entry):
            versions[entry.symptom, entry.day].append(entry)
    return versions


def _days(entries: Sequence[SymptomEntry]) -> list[date]:
    return sorted({entry.day for entry in entries})


def _event(
    inputs: ReportInputs, group: Sequence[SymptomEntry], versions: Sequence[SymptomEntry]
) -> Event:
    symptom = group[0].symptom
    rules = rules_about_symptom(inputs.library.alert_rules, symptom)
    return Event(
        entries=tuple(group),
        what=answers_words(inputs, group),
        level=worst(level_of_answer(inputs, entry) for entry in group),
        told=contacts_about(inputs, versions, rules),
        symptom=symptom,
        severity=max(entry.severity or 0 for entry in group),
        alarm=alarm_of(inputs, symptom),
    )


def answers_words(inputs: ReportInputs, entries: Sequence[SymptomEntry]) -> str:
    """Return `Nausea 4 of 4 on 1 day (Tom wrote this): nothing stays down; 3 of 4 on 3 days`.

    Each level stands with its own number of days and its own writers; where one other person wrote
    all of it, that stands once. The worst level alone has its words. One day needs no number.

    Args:
        inputs: The diary.
        entries: Standing answers about one symptom, one a day.
    """
    name = inputs.with_term(entries[0].symptom, _LONGEST_NAME)
    by_level = groupby(sorted(entries, key=_worst_first), key=lambda each: each.severity)
    levels = [list(group) for _, group in by_level]
    writers = {each.by for each in entries}
    by_one_other = len(levels) > 1 and len(writers) == 1 and SELF not in writers
    parts = []
    for group in levels:
        words = _rated(group, of_days=len(entries))
        words += "" if by_one_other else who_wrote_these(inputs, group)
        parts.append(words + _said(inputs, group, with_words=group is levels[0]))
    closing = who_wrote_these(inputs, entries) if by_one_other else ""
    return f"{name} {'; '.join(parts)}{closing}"


def _worst_first(entry: SymptomEntry) -> tuple[int, date]:
    return (-(entry.severity or 0), entry.day)


def _rated(group: Sequence[SymptomEntry], of_days: int) -> str:
    """Return `3 of 4 on 2 days`, without a number of days where there is one day in all."""
    severity = group[0].severity
    words = "not rated" if severity is None else f"{severity} of 4"
    return f"{words} on {counted(len(group), 'day')}" if of_days > 1 else words


def _said(inputs: ReportInputs, group: Sequence[SymptomEntry], *, with_words: bool) -> str:
    """Return the words of the level, and what was ticked with it and on how many of the days."""
    definition, severity = inputs.symptoms.get(group[0].symptom), group[0].severity
    if definition is None:
        return ""
    words = f": {definition.words(severity)}" if with_words and severity is not None else ""
    ticked = Counter(flag for entry in group for flag in entry.flags)
    named = [
        definition.flag_text(flag) + ("" if days == len(group) else f" on {counted(days, 'day')}")
        for flag, days in ticked.items()
    ]
    return f"{words}; {listed(named)}" if named else words
