"""On which coming days earlier cycles were worst: what was, put onto this cycle's calendar."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.cycle_runs import Comparable, among, runs_of
from tracker.domain.days_behind import days_behind
from tracker.domain.patterns import peak_of
from tracker.domain.trends import History

MOST_SYMPTOMS = 2
DAYS_AHEAD = 7
_LEAST_CYCLES = 2


class WorstDays(NamedTuple):
    """A symptom that was worst on certain days of earlier cycles of the same phase.

    Attributes:
        first_day: Cycle day.
        last_day: Cycle day, included.
        first_on: The same day in this cycle.
        last_on: The same day in this cycle.
        average: The highest average of those days.
        cycles: In how many earlier cycles of the phase it was answered.
        of_last: Of how many last cycles those are; equal to `cycles` where none lies between.
        rests_on: The days of those cycles whose answers say so.
    """

    symptom: str
    first_day: int
    last_day: int
    first_on: date
    last_on: date
    average: Decimal
    cycles: int
    of_last: int
    rests_on: frozenset[date] = frozenset()


def worst_days_ahead(history: History, today: date) -> tuple[WorstDays, ...]:
    """Return the worst days of earlier cycles that lie today or in the coming week, worst first.

    Only earlier cycles of the running cycle's phase are asked, at least two, by the rule for peak
    days; at most two symptoms. Empty where there is no running cycle.
    """
    if not history.cycles or not history.cycles[-1].span.ends_on >= today:
        return ()
    run = runs_of([cycle.span for cycle in history.cycles])[-1]
    earlier = run[:-1]
    if len(earlier) < _LEAST_CYCLES:
        return ()
    before, starts_on = among(history, earlier), history.cycles[-1].span.starts_on
    found = [_on_calendar(before, symptom, starts_on) for symptom in before.by_cycle_day]
    ahead = [
        each
        for each in found
        if each is not None
        and each.last_on >= today
        and each.first_on <= today + timedelta(days=DAYS_AHEAD)
    ]
    ahead.sort(key=lambda each: (-each.average, each.first_day, each.symptom))
    return tuple(ahead[:MOST_SYMPTOMS])


def _on_calendar(before: Comparable, symptom: str, starts_on: date) -> WorstDays | None:
    peak = peak_of(symptom, before.by_cycle_day[symptom], before.planned_days)
    if peak is None or peak.first_day is None or peak.last_day is None:
        return None
    asked = [bool(answers) for answers in before.answers_about(symptom)]
    return WorstDays(
        symptom=symptom,
        first_day=peak.first_day,
        last_day=peak.last_day,
        first_on=starts_on + timedelta(days=peak.first_day - 1),
        last_on=starts_on + timedelta(days=peak.last_day - 1),
        average=max(peak.severities),
        cycles=sum(asked),
        of_last=len(asked) - asked.index(True),
        rests_on=days_behind(peak, before),
    )
