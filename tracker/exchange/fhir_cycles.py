"""The cycles of a course as a care plan has them: every one, with its first and last day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tracker.domain.cycles import cycle_spans
from tracker.domain.schedule import Plan, Visit

Days = tuple[date, date]
"""The first and the last day, both included."""


def cycles_of(plan: Plan) -> Iterator[list[Visit]]:
    """Yield the visits of each cycle, left-out ones included, in the order of the regimen."""
    by_cycle = sorted(plan.visits, key=lambda each: (each.template_on, each.phase, each.drug))
    places = dict.fromkeys((each.phase, each.cycle) for each in by_cycle)
    for phase, cycle in places:
        yield [each for each in plan.visits if (each.phase, each.cycle) == (phase, cycle)]


def days_of_cycles(plan: Plan, cycles: Sequence[Sequence[Visit]]) -> list[Days]:
    """Return for each cycle its first and last day, every visit in it included.

    It lasts until the day before the next; the last one, and one that was left out, as long as
    the regimen has it.
    """
    lived = {(each.phase, each.cycle): each for each in cycle_spans(plan)}
    days: list[Days] = []
    for visits in cycles:
        of_cycle = [visit.on for visit in visits]
        span = lived.get((visits[0].phase, visits[0].cycle))
        starts, ends = min(of_cycle), min(of_cycle) + timedelta(days=visits[0].cycle_days - 1)
        if span is not None:
            starts, ends = min(starts, span.starts_on), span.ends_on
        days.append((starts, max(ends, *of_cycle)))
    return days
