"""Sentences a diary may say about its own numbers: stated rules, never a cause.

Each rule looks at the severities of one symptom by cycle day, one column per begun cycle:

* peak: at least two cycles have answers; the days around the worst average that stay within half a
  level of it, if that average is 1.5 or more and no more than a third of the days belong to it; it
  is the same in every cycle when it was felt in each and each has its worst answer on those days;
* gone: from some day in the first half on every answer in at least two cycles is 0, after it had
  been 1 or more;
* mostly gone: on some day in the first half every answer is 0; later on none is above 1 and at
  least four in five are 0;
* worse each cycle: the worst of each of the last three begun cycles is higher than the one before;
* no longer clears: the last answers of the latest complete cycle (two or more from its last three
  planned days on) are all 1 or more, although an earlier cycle ended with 0;
* does not clear: the same for the last two complete cycles, and none ended with 0.

A cycle is complete when its last planned day, or a later day or cycle, has an answer.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

ByCycleDay = Mapping[int, tuple[int | None, ...]]
_Cycles = list[dict[int, int]]
"""Day → severity of each cycle, without what was not answered."""

_LEAST_CYCLES = 2
_CYCLES_FOR_A_RISE = 3
_LOWEST_PEAK = Decimal("1.5")
_WITHIN = Decimal("0.5")
_LAST_DAYS_THAT_COUNT = 3
_LEAST_LAST_ANSWERS = 2
_ONE_ANSWER_IN = 5


class PatternKind(StrEnum):
    """What a sentence is about."""

    PEAK = "peak"
    GONE = "gone"
    MOSTLY_GONE = "mostly-gone"
    WORSE_EACH_CYCLE = "worse-each-cycle"
    NO_LONGER_CLEARS = "no-longer-clears"
    DOES_NOT_CLEAR = "does-not-clear"


class Pattern(NamedTuple):
    """One thing that the numbers of one symptom show.

    Attributes:
        first_day: First cycle day it is about; None where days say nothing.
        last_day: Last cycle day, included; None where it goes on to the end of each cycle.
        severities: The numbers behind it: averages by day, or the worst of each cycle.
        answers: How many answers lie behind "mostly gone".
        zeros: How many of them are 0.
        in_every_cycle: It was felt in each cycle that has answers, and was worst on these days.
    """

    symptom: str
    kind: PatternKind
    first_day: int | None = None
    last_day: int | None = None
    severities: tuple[Decimal, ...] = ()
    answers: int = 0
    zeros: int = 0
    in_every_cycle: bool = False


def patterns_of(symptom: str, days: ByCycleDay, planned_days: int) -> tuple[Pattern, ...]:
    """Return what one symptom's numbers show, most telling first; empty when no rule fires."""
    cycles = _columns(days)
    found = (
        _worse_each_cycle(symptom, cycles),
        _not_clearing(symptom, cycles, planned_days),
        peak_of(symptom, days, planned_days),
        _gone(symptom, cycles, planned_days) or _mostly_gone(symptom, cycles, planned_days),
    )
    return tuple(pattern for pattern in found if pattern is not None)


def peak_of(symptom: str, days: ByCycleDay, planned_days: int) -> Pattern | None:
    """Return the days on which a symptom was worst; None where the rule does not fire."""
    averages = {
        day: Decimal(sum(answered)) / len(answered)
        for day, row in sorted(days.items())
        if len(answered := [each for each in row if each is not None]) >= _LEAST_CYCLES
    }
    highest = max(averages.values(), default=Decimal(0))
    if highest < _LOWEST_PEAK:
        return None
    peak_days = [day for day, average in averages.items() if average >= highest - _WITHIN]
    first, last = peak_days[0], peak_days[-1]
    if last - first + 1 > max(planned_days // 3, 1) or len(peak_days) < last - first + 1:
        return None
    return Pattern(
        symptom,
        PatternKind.PEAK,
        first,
        last,
        tuple(averages[day] for day in peak_days),
        in_every_cycle=_each_worst_within(days, first, last),
    )


def _columns(days: ByCycleDay) -> _Cycles:
    cycles = max((len(row) for row in days.values()), default=0)
    columns: _Cycles = [{} for _ in range(cycles)]
    for day, row in sorted(days.items()):
        for column, severity in zip(columns, row, strict=False):
            if severity is not None:
                column[day] = severity
    return columns


def _each_worst_within(days: ByCycleDay, first: int, last: int) -> bool:
    worst = [(column, max(column.values())) for column in _columns(days) if column]
    return all(
        most and any(column.get(day) == most for day in range(first, last + 1))
        for column, most in worst
    )


def _gone(symptom: str, cycles: _Cycles, planned_days: int) -> Pattern | None:
    columns = [column for column in cycles if any(column.values())]
    if len(columns) < _LEAST_CYCLES:
        return None
    last_bad = [max(day for day, severity in column.items() if severity) for column in columns]
    quiet_after = [
        any(day > bad for day in column) for column, bad in zip(columns, last_bad, strict=True)
    ]
    gone_by = max(last_bad) + 1
    if not all(quiet_after) or gone_by > planned_days // 2:
        return None
    return Pattern(symptom, PatternKind.GONE, gone_by, None)


def _mostly_gone(symptom: str, cycles: _Cycles, planned_days: int) -> Pattern | None:
    columns = [column for column in cycles if any(column.values())]
    if len(columns) < _LEAST_CYCLES:
        return None
    for day in range(2, planned_days // 2 + 1):
        on_it = [column[day] for column in columns if day in column]
        if not on_it or any(on_it):
            continue
        later = [[each for at, each in column.items() if at >= day] for column in columns]
        rest = [each for column in later for each in column]
        if not all(later) or max(rest) > 1:
            continue
        if sum(rest) * _ONE_ANSWER_IN <= len(rest) and _felt_before(columns, day):
            return Pattern(
                symptom,
                PatternKind.MOSTLY_GONE,
                day,
                answers=len(rest),
                zeros=len(rest) - sum(rest),
            )
    return None


def _felt_before(columns: _Cycles, day: int) -> bool:
    return all(any(each for at, each in column.items() if at < day) for column in columns)


def _worse_each_cycle(symptom: str, cycles: _Cycles) -> Pattern | None:
    worst = [max(column.values()) if column else None for column in cycles[-_CYCLES_FOR_A_RISE:]]
    latest = [each for each in worst if each is not None]
    rising = all(later > earlier for earlier, later in pairwise(latest))
    if len(latest) < _CYCLES_FOR_A_RISE or not rising:
        return None
    return Pattern(
        symptom,
        PatternKind.WORSE_EACH_CYCLE,
        severities=tuple(Decimal(each) for each in latest),
    )


def _not_clearing(symptom: str, cycles: _Cycles, planned_days: int) -> Pattern | None:
    """Return "no longer clears", or "does not clear" where it never did."""
    from_day = planned_days - _LAST_DAYS_THAT_COUNT + 1
    endings = [
        [severity for day, severity in column.items() if day >= from_day]
        for column in _complete(cycles, planned_days)
    ]
    ended = [ending for ending in endings if ending]
    if len(ended) < _LEAST_CYCLES or not _stays(ended[-1]):
        return None
    cleared_once = any(ending[-1] == 0 for ending in ended[:-1])
    if not cleared_once and not _stays(ended[-2]):
        return None
    kind = PatternKind.NO_LONGER_CLEARS if cleared_once else PatternKind.DOES_NOT_CLEAR
    numbers = tuple(Decimal(each) for each in ended[-1])
    return Pattern(symptom, kind, from_day, None, numbers)


def _complete(columns: _Cycles, planned_days: int) -> _Cycles:
    """Leave out the latest cycle while its last planned day has no answer: it may still clear."""
    runs_on = bool(columns) and max(columns[-1], default=0) < planned_days
    return columns[:-1] if runs_on else columns


def _stays(ending: list[int]) -> bool:
    return len(ending) >= _LEAST_LAST_ANSWERS and min(ending) > 0
