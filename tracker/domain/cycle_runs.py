"""Which cycles may be compared: those of one phase, counted on without a break."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.cycles import CycleSpan
from tracker.domain.patterns import ByCycleDay
from tracker.domain.trends import History

_LEAST_TO_COMPARE = 2


class Comparable(NamedTuple):
    """Cycles of one phase with what was answered in them.

    Attributes:
        places: Where they stand among all begun cycles.
        planned_days: Length of one by the template.
        by_cycle_day: As in `History`, with a column for these cycles alone.
    """

    spans: tuple[CycleSpan, ...]
    places: range
    planned_days: int
    by_cycle_day: Mapping[str, ByCycleDay]

    def answers_about(self, symptom: str) -> tuple[dict[date, int], ...]:
        """Return what was answered about one symptom in each cycle; skips left out."""
        rows = self.by_cycle_day.get(symptom, {})
        return tuple(
            {
                span.starts_on + timedelta(days=day - 1): severity
                for day, row in rows.items()
                if (severity := row[column]) is not None
            }
            for column, span in enumerate(self.spans)
        )


def runs_of(spans: Sequence[CycleSpan]) -> tuple[range, ...]:
    """Return the places of cycles that belong together, in order.

    Another phase, another planned length or a count that begins anew begins another run: a week of
    paclitaxel says nothing about three weeks of docetaxel.
    """
    if not spans:
        return ()
    starts = [0]
    for place, span in enumerate(spans[1:], start=1):
        before = spans[place - 1]
        same = (span.phase, span.planned_days) == (before.phase, before.planned_days)
        if not same or span.cycle <= before.cycle:
            starts.append(place)
    ends = [*starts[1:], len(spans)]
    return tuple(range(start, end) for start, end in zip(starts, ends, strict=True))


def comparable(history: History) -> Comparable | None:
    """Return the latest cycles that can be compared; None before the first cycle.

    While a new phase has only one cycle, those of the phase before are still the ones to look at.
    """
    spans = tuple(cycle.span for cycle in history.cycles)
    runs = runs_of(spans)
    if not runs:
        return None
    return among(
        history, next((run for run in reversed(runs) if len(run) >= _LEAST_TO_COMPARE), runs[-1])
    )


def among(history: History, places: range) -> Comparable:
    """Return what was answered in these cycles."""
    spans = tuple(history.cycles[place].span for place in places)
    narrowed = {
        symptom: {day: row for day, whole in days.items() if _answered(row := _cut(whole, places))}
        for symptom, days in history.by_cycle_day.items()
    }
    rows = {symptom: days for symptom, days in narrowed.items() if days}
    return Comparable(spans, places, spans[-1].planned_days, rows)


def _cut(row: tuple[int | None, ...], places: range) -> tuple[int | None, ...]:
    return row[places.start : places.stop]


def _answered(row: tuple[int | None, ...]) -> bool:
    return any(each is not None for each in row)
