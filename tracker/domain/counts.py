"""Blood tests against cycles: the cycle day of each, and when counts are usually low."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.cycles import CycleSpan, cycle_spans
from tracker.domain.entries import LabEntry
from tracker.domain.schedule import Plan

_LOW_COUNTS = "low-counts"


@dataclass(frozen=True, slots=True)
class CountInCycle:
    """A lab value in its place in treatment.

    Attributes:
        span: The cycle; None before the first, after the last, and without a plan.
    """

    entry: LabEntry
    span: CycleSpan | None

    @property
    def cycle_day(self) -> int | None:
        """Days since the infusion, plus 1; None outside any cycle."""
        return None if self.span is None else self.span.cycle_day(self.entry.day)


@dataclass(frozen=True, slots=True)
class LowCountDays:
    """Cycle days on which counts are usually low, both included."""

    first: int
    last: int


def counts_in_cycles(
    entries: Iterable[LabEntry], plans: Sequence[Plan]
) -> tuple[CountInCycle, ...]:
    """Return the values by day, then moment, each with the cycle it was taken in."""
    spans = sorted(
        (span for plan in plans for span in cycle_spans(plan)), key=lambda each: each.starts_on
    )
    starts = [span.starts_on for span in spans]
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.at))
    return tuple(CountInCycle(entry, _span_of(entry.day, spans, starts)) for entry in ordered)


def low_count_days(plans: Iterable[Plan], spans: Iterable[CycleSpan]) -> LowCountDays | None:
    """Return the cycle days of the low-count windows in these cycles; None without a window."""
    spans = tuple(spans)
    days = [
        (span.cycle_day(window.starts_on), span.cycle_day(window.ends_on))
        for plan in plans
        for window in plan.windows
        for span in spans
        if window.what == _LOW_COUNTS and span.starts_on <= window.starts_on <= span.ends_on
    ]
    if not days:
        return None
    return LowCountDays(min(first for first, _ in days), max(last for _, last in days))


def _span_of(day: date, spans: Sequence[CycleSpan], starts: Sequence[date]) -> CycleSpan | None:
    place = bisect_right(starts, day) - 1
    if place < 0 or day > spans[place].ends_on:
        return None
    return spans[place]
