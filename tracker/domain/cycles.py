"""Cycles as they were lived: from day 1 to the day before the next one begins."""

from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.regimen import Track
from tracker.domain.schedule import Plan, Visit, VisitStatus, Window

_TRACKS_THAT_MAKE_CYCLES = (Track.CHEMO, Track.HER2, Track.ENDOCRINE)


class CycleSpan(NamedTuple):
    """One cycle.

    Attributes:
        ends_on: Its last day: the day before the next cycle, however late that is.
        planned_days: Length by the template.
    """

    phase: str
    cycle: int
    of: int
    starts_on: date
    ends_on: date
    planned_days: int

    def cycle_day(self, day: date) -> int:
        """Return the cycle day: days since day 1, plus 1."""
        return (day - self.starts_on).days + 1


class TreatmentDay(NamedTuple):
    """Where a day lies in treatment.

    Attributes:
        low_counts: The low-count window the day is in; None outside.
        waiting_for_next: The cycle is over by the template and the next has not begun.
    """

    span: CycleSpan
    cycle_day: int
    low_counts: Window | None
    waiting_for_next: bool


def cycle_spans(plan: Plan) -> tuple[CycleSpan, ...]:
    """Return the cycles of a plan in order; one without any dose makes no span of its own.

    A cycle begins with the first dose of chemotherapy in it, or of the HER2 drugs where a phase has
    no chemotherapy: HER2 doses may go on while chemotherapy waits.
    """
    firsts = sorted(_first_visits(plan), key=lambda visit: visit.on)
    spans: list[CycleSpan] = []
    for number, first in enumerate(firsts):
        ends_on = first.on + timedelta(days=first.cycle_days - 1)
        if number + 1 < len(firsts):
            ends_on = firsts[number + 1].on - timedelta(days=1)
        spans.append(
            CycleSpan(
                phase=first.phase,
                cycle=first.cycle,
                of=first.of,
                starts_on=first.on,
                ends_on=ends_on,
                planned_days=first.cycle_days,
            )
        )
    return tuple(spans)


def _first_visits(plan: Plan) -> list[Visit]:
    by_cycle: dict[tuple[str, int], list[Visit]] = {}
    for visit in plan.visits:
        if visit.status is not VisitStatus.OMITTED:
            by_cycle.setdefault((visit.phase, visit.cycle), []).append(visit)
    leading = {
        phase.name: next(
            track
            for track in _TRACKS_THAT_MAKE_CYCLES
            if any(each.track is track for each in phase.administrations)
        )
        for phase in plan.course.regimen.phases
    }
    firsts: list[Visit] = []
    for (phase, _), visits in by_cycle.items():
        of_track = [visit for visit in visits if visit.track is leading[phase]]
        firsts.append(min(of_track or visits, key=lambda visit: (visit.day, visit.on)))
    return firsts


def where_on(plan: Plan, day: date) -> TreatmentDay | None:
    """Return where `day` lies; None before the first cycle and after the last."""
    for span in cycle_spans(plan):
        if span.starts_on <= day <= span.ends_on:
            low_counts = next(
                (
                    window
                    for window in plan.windows
                    if window.what == "low-counts" and window.starts_on <= day <= window.ends_on
                ),
                None,
            )
            cycle_day = span.cycle_day(day)
            return TreatmentDay(
                span=span,
                cycle_day=cycle_day,
                low_counts=low_counts,
                waiting_for_next=cycle_day > span.planned_days,
            )
    return None
