"""Sentences a diary may say about its own numbers: stated rules, never a forecast, never a cause.

Each rule looks at the severities of one symptom by cycle day, one column per begun cycle:

* peak: at least two cycles have answers; the days around the worst average that stay within half a
  level of it, if that average is 1.5 or more and no more than a third of the days belong to it;
* gone: from some day on every answer in at least two cycles is 0, after it had been 1 or more;
* worse each cycle: the worst of each of the last three begun cycles is higher than the one before;
* no longer clears: the last two answers of the latest complete cycle are 1 or more, although an
  earlier cycle ended with 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

ByCycleDay = Mapping[int, tuple[int | None, ...]]

_LEAST_CYCLES = 2
_CYCLES_FOR_A_RISE = 3
_LOWEST_PEAK = Decimal("1.5")
_WITHIN = Decimal("0.5")
_LAST_DAYS_THAT_COUNT = 3


class PatternKind(StrEnum):
    """What a sentence is about."""

    PEAK = "peak"
    GONE = "gone"
    WORSE_EACH_CYCLE = "worse-each-cycle"
    NO_LONGER_CLEARS = "no-longer-clears"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One thing that the numbers of one symptom show.

    Attributes:
        first_day: First cycle day it is about; None where days say nothing.
        last_day: Last cycle day, included.
        severities: The numbers behind it: averages by day, or the worst of each cycle.
    """

    symptom: str
    kind: PatternKind
    first_day: int | None = None
    last_day: int | None = None
    severities: tuple[Decimal, ...] = ()


def patterns_of(symptom: str, days: ByCycleDay, planned_days: int) -> tuple[Pattern, ...]:
    """Return what one symptom's numbers show, most telling first; empty when no rule fires."""
    found = (
        _worse_each_cycle(symptom, days),
        _no_longer_clears(symptom, days, planned_days),
        _peak(symptom, days, planned_days),
        _gone(symptom, days, planned_days),
    )
    return tuple(pattern for pattern in found if pattern is not None)


def _columns(days: ByCycleDay) -> list[dict[int, int]]:
    """Return day → severity for each cycle, without what was not answered."""
    cycles = max((len(row) for row in days.values()), default=0)
    columns: list[dict[int, int]] = [{} for _ in range(cycles)]
    for day, row in sorted(days.items()):
        for column, severity in zip(columns, row, strict=False):
            if severity is not None:
                column[day] = severity
    return columns


def _peak(symptom: str, days: ByCycleDay, planned_days: int) -> Pattern | None:
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
        symptom, PatternKind.PEAK, first, last, tuple(averages[day] for day in peak_days)
    )


def _gone(symptom: str, days: ByCycleDay, planned_days: int) -> Pattern | None:
    columns = [column for column in _columns(days) if any(column.values())]
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


def _worse_each_cycle(symptom: str, days: ByCycleDay) -> Pattern | None:
    worst = [max(column.values()) if column else None for column in _columns(days)]
    latest = [each for each in worst[-_CYCLES_FOR_A_RISE:] if each is not None]
    rising = all(later > earlier for earlier, later in pairwise(latest))
    if len(latest) < _CYCLES_FOR_A_RISE or not rising:
        return None
    return Pattern(
        symptom,
        PatternKind.WORSE_EACH_CYCLE,
        severities=tuple(Decimal(each) for each in latest),
    )


def _no_longer_clears(symptom: str, days: ByCycleDay, planned_days: int) -> Pattern | None:
    endings = [
        [
            severity
            for day, severity in column.items()
            if planned_days - _LAST_DAYS_THAT_COUNT < day <= planned_days
        ]
        for column in _columns(days)
    ]
    complete = [ending for ending in endings if ending]
    if len(complete) < _LEAST_CYCLES or min(complete[-1]) == 0 or len(complete[-1]) < _LEAST_CYCLES:
        return None
    if not any(ending[-1] == 0 for ending in complete[:-1]):
        return None
    return Pattern(
        symptom,
        PatternKind.NO_LONGER_CLEARS,
        planned_days - _LAST_DAYS_THAT_COUNT + 1,
        planned_days,
        tuple(Decimal(each) for each in complete[-1]),
    )
