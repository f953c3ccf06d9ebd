"""Milder answers that asked to call the team the same day: one line for all of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from tracker.domain.alert_rules import AlertLevel
from tracker.domain.entries import SymptomEntry
from tracker.domain.wording import counted
from tracker.report.content import Highlight
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.severe_answers import is_notable
from tracker.report.told import contacts_about, not_told, rules_about_symptom
from tracker.report.urgency import level_of_answer
from tracker.report.wording import listed, named_day, starting_small

_MOST_NAMES = 4
_LONGEST_NAME = 60
_ASKS = "Asks to call the team that day, by this diary's rules"


def asked_today(inputs: ReportInputs) -> list[Highlight]:
    """Return one line about answers that alone ask for a call that day and are not severe.

    The grid shows each of them; a line each would hide the severe ones.
    """
    by_symptom: dict[str, list[SymptomEntry]] = defaultdict(list)
    for entry in inputs.answers.values():
        asks = entry.severity and level_of_answer(inputs, entry) is AlertLevel.CALL_TODAY
        if asks and not is_notable(inputs, entry):
            by_symptom[entry.symptom].append(entry)
    if not by_symptom:
        return []
    days = sorted({entry.day for group in by_symptom.values() for entry in group})
    groups = sorted(by_symptom.values(), key=lambda group: (-len(group), group[0].symptom))
    return [
        Highlight(
            when=_when(inputs, days),
            what=f"{_ASKS}: {_names(inputs, groups, len(days))}",
            done=_told(inputs, groups, days),
            place=_place(inputs, days),
        )
    ]


def _when(inputs: ReportInputs, days: Sequence[date]) -> str:
    if len(days) == 1:
        return named_day(days[0], inputs.year)
    return f"{counted(len(days), 'day')}, the last {named_day(days[-1], inputs.year)}"


def _place(inputs: ReportInputs, days: Sequence[date]) -> str | None:
    span = inputs.span_of(days[0]) if len(days) == 1 else None
    return None if span is None else f"cycle {span.cycle}, day {span.cycle_day(days[0])}"


def _names(inputs: ReportInputs, groups: Sequence[Sequence[SymptomEntry]], days: int) -> str:
    """Return `nausea 2 of 4 on 3 days, sore mouth 2 of 4 on 1 day and 2 more`."""
    named = [
        starting_small(shortened(inputs.symptom(group[0].symptom), _LONGEST_NAME))
        + f" {max(entry.severity or 0 for entry in group)} of 4"
        + (f" on {counted(len(group), 'day')}" if days > 1 else "")
        for group in groups[:_MOST_NAMES]
    ]
    left = len(groups) - len(named)
    return listed([*named, f"{left} more"] if left else named)


def _told(
    inputs: ReportInputs, groups: Sequence[Sequence[SymptomEntry]], days: Sequence[date]
) -> str:
    """Return about how many of the days somebody was told; a call is about its own days alone."""
    told = set()
    for group in groups:
        rules = rules_about_symptom(inputs.library.alert_rules, group[0].symptom)
        told |= {entry.day for entry in group if contacts_about(inputs, (entry,), rules)}
    if not told:
        return not_told(inputs, days[-1])
    if len(days) == 1:
        return "A call about it is noted."
    return f"A call followed within two days on {len(told)} of these {len(days)} days."
