"""Which days stand side by side in the grid: one cycle, or the last three weeks without one."""

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.cycles import CycleSpan
from tracker.report.inputs import ReportInputs
from tracker.report.wording import named_day

_MOST_DAYS = 28
_DAYS_WITHOUT_A_CYCLE = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumns:
    """The day part of the grid.

    Attributes:
        numbers: What stands over each day: cycle days, or days of the month without a cycle.
        today: The number over the last day covered; None when it is not among the days.
    """

    title: str
    days: tuple[date, ...]
    numbers: tuple[int, ...]
    low_count_numbers: tuple[int, ...] = ()
    today: int | None = None


NO_DAYS = DayColumns(title="", days=(), numbers=())


def day_columns(inputs: ReportInputs) -> DayColumns:
    """Return the days of the cycle in which the report ends, at most the last 28 of them."""
    span = inputs.span_of(inputs.until)
    return _without_a_cycle(inputs) if span is None else _of_cycle(inputs, span)


def _of_cycle(inputs: ReportInputs, span: CycleSpan) -> DayColumns:
    reached = span.cycle_day(inputs.until)
    last = max(reached, min(span.planned_days, span.cycle_day(span.ends_on)))
    first = max(1, last - _MOST_DAYS + 1)
    numbers = tuple(range(first, last + 1))
    days = tuple(span.starts_on + timedelta(days=number - 1) for number in numbers)
    low = {
        day
        for plan in inputs.plans
        for window in plan.windows
        for day in days
        if window.what == "low-counts" and window.starts_on <= day <= window.ends_on
    }
    starts = named_day(span.starts_on, inputs.year)
    return DayColumns(
        title=f"{span.phase} cycle {span.cycle}, by day (day 1 is {starts})",
        days=days,
        numbers=numbers,
        low_count_numbers=tuple(
            number for number, day in zip(numbers, days, strict=True) if day in low
        ),
        today=reached,
    )


def _without_a_cycle(inputs: ReportInputs) -> DayColumns:
    days = tuple(
        inputs.until - timedelta(days=back) for back in reversed(range(_DAYS_WITHOUT_A_CYCLE))
    )
    return DayColumns(
        title=f"Last {len(days)} days, to {named_day(inputs.until, inputs.year)}",
        days=days,
        numbers=tuple(day.day for day in days),
        today=inputs.until.day,
    )
