"""Where a day lies in treatment, as the status card and the cycle strip show it."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.cycles import TreatmentDay, cycle_spans, where_on
from tracker.domain.regimen import Track
from tracker.domain.schedule import Plan, Visit, VisitStatus

_LONGEST_STRIP = 35


class Place(StrEnum):
    """What the status card can say."""

    NO_PLAN = "no-plan"
    BEFORE = "before"
    IN_CYCLE = "in-cycle"
    AFTER = "after"


class LowCounts(NamedTuple):
    """The low-count window of a cycle, in cycle days and dates, both ends included."""

    first_day: int
    last_day: int
    starts_on: date
    ends_on: date
    inside: bool


class StripDay(NamedTuple):
    """One block of the cycle strip."""

    number: int
    on: date
    treatment: bool
    low_counts: bool
    logged: bool
    past: bool
    chosen: bool


class CycleStatus(NamedTuple):
    """Where the opened day lies.

    Attributes:
        her2_dose: Drug id, number of the dose and doses in all, in a phase without chemotherapy.
        planned_days: Length of the cycle by the template; None outside a cycle.
        next_on: The next treatment day after the opened day; None when none is planned.
        next_visits: What is given on that day.
        due_visits: What is planned on the opened day where that is today, not yet marked.
        strip: Empty where there is no cycle, or where one has become too long to draw.
    """

    place: Place
    phase: str = ""
    cycle: int | None = None
    of: int | None = None
    cycle_day: int | None = None
    planned_days: int | None = None
    waiting: bool = False
    her2_dose: tuple[str, int, int] | None = None
    low_counts: LowCounts | None = None
    next_on: date | None = None
    next_visits: tuple[Visit, ...] = ()
    due_visits: tuple[Visit, ...] = ()
    strip: tuple[StripDay, ...] = ()

    @property
    def in_low_counts(self) -> bool:
        """Whether the opened day lies in the low-count window."""
        return self.low_counts is not None and self.low_counts.inside


def plan_for(plans: Sequence[Plan], day: date) -> Plan | None:
    """Return the plan that `day` belongs to: one it lies in, else the latest one."""
    for plan in reversed(plans):
        if where_on(plan, day) is not None:
            return plan
    return plans[-1] if plans else None


def cycle_status(
    plans: Sequence[Plan], day: date, today: date, logged: frozenset[date] = frozenset()
) -> CycleStatus:
    """Return where `day` lies; `logged` are the days that have entries."""
    plan = plan_for(plans, day)
    if plan is None:
        return CycleStatus(place=Place.NO_PLAN)
    coming = _next_visits(plans, day)
    due = _due_visits(plans, day) if day == today else ()
    next_on = coming[0].on if coming else None
    where = where_on(plan, day)
    if where is None:
        spans = cycle_spans(plan)
        before = bool(spans) and day < spans[0].starts_on
        place = Place.BEFORE if before else Place.AFTER
        return CycleStatus(place=place, next_on=next_on, next_visits=coming)
    low_counts = _low_counts(plan, where, day)
    return CycleStatus(
        place=Place.IN_CYCLE,
        phase=where.span.phase,
        cycle=where.span.cycle,
        of=where.span.of,
        cycle_day=where.cycle_day,
        planned_days=where.span.planned_days,
        waiting=where.waiting_for_next,
        her2_dose=_her2_dose(plan, where),
        low_counts=low_counts,
        next_on=next_on,
        next_visits=coming,
        due_visits=due,
        strip=_strip(plan, where, low_counts, _Days(day, today, logged)),
    )


def _next_visits(plans: Sequence[Plan], day: date) -> tuple[Visit, ...]:
    planned = [
        visit
        for plan in plans
        for visit in plan.visits
        if visit.on > day and visit.status is not VisitStatus.OMITTED
    ]
    first = min((visit.on for visit in planned), default=None)
    return tuple(visit for visit in planned if visit.on == first)


def _due_visits(plans: Sequence[Plan], day: date) -> tuple[Visit, ...]:
    return tuple(
        visit
        for plan in plans
        for visit in plan.visits
        if visit.on == day and visit.status is VisitStatus.PLANNED
    )


def _low_counts(plan: Plan, where: TreatmentDay, day: date) -> LowCounts | None:
    for window in plan.windows:
        if (window.what, window.phase, window.cycle) == (
            "low-counts",
            where.span.phase,
            where.span.cycle,
        ):
            return LowCounts(
                where.span.cycle_day(window.starts_on),
                where.span.cycle_day(window.ends_on),
                window.starts_on,
                window.ends_on,
                window.starts_on <= day <= window.ends_on,
            )
    return None


def _her2_dose(plan: Plan, where: TreatmentDay) -> tuple[str, int, int] | None:
    in_cycle = [
        visit
        for visit in plan.visits
        if (visit.phase, visit.cycle) == (where.span.phase, where.span.cycle)
    ]
    if not in_cycle or any(visit.track is not Track.HER2 for visit in in_cycle):
        return None
    first = min(in_cycle, key=lambda visit: (visit.on, -visit.dose))
    of = max(visit.dose for visit in plan.visits if visit.drug == first.drug)
    return first.drug, first.dose, of


class _Days(NamedTuple):
    """The opened day, the real one, and those that have entries."""

    chosen: date
    today: date
    logged: frozenset[date]


def _strip(
    plan: Plan, where: TreatmentDay, low_counts: LowCounts | None, days: _Days
) -> tuple[StripDay, ...]:
    length = max(where.span.planned_days, where.cycle_day)
    if length > _LONGEST_STRIP:
        return ()
    treated = {visit.on for visit in plan.visits if visit.status is not VisitStatus.OMITTED}
    blocks = []
    for number in range(1, length + 1):
        on = where.span.starts_on + timedelta(days=number - 1)
        blocks.append(
            StripDay(
                number=number,
                on=on,
                treatment=on in treated and on <= where.span.ends_on,
                low_counts=low_counts is not None
                and low_counts.first_day <= number <= low_counts.last_day,
                logged=on in days.logged,
                past=on < days.today,
                chosen=on == days.chosen,
            )
        )
    return tuple(blocks)
