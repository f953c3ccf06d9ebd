"""What the month calendar shows on each day. No Qt, no words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.cycles import CycleSpan, cycle_spans
from tracker.domain.entries import AppointmentEntry
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.ui.plan.timeline_parts import ScanMark, Stage
from tracker.ui.plan.treatment_days import visits_by_day

_ONE_DAY = timedelta(days=1)
_DAYS_OF_A_WEEK = 7
_DAYS_SHOWN = 42
_SATURDAY = 5


class Kind(StrEnum):
    """What can happen on a day, in the order in which a cell shows it."""

    TREATMENT = "treatment"
    SURGERY = "surgery"
    SCAN = "scan"
    APPOINTMENT = "appointment"
    RADIOTHERAPY = "radiotherapy"
    MOVED = "moved"


class Happening(NamedTuple):
    """One thing on one day.

    Attributes:
        number: Cycle of chemotherapy, or dose of HER2 drugs alone; None for other things.
        is_cycle: `number` is a cycle, and this is its first day.
        titles: Names of drugs, of an appointment, or the result of a scan.
    """

    kind: Kind
    stage: Stage = Stage.PLANNED
    number: int | None = None
    is_cycle: bool = False
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One cell.

    Attributes:
        cycle_day: Days since day 1 of the cycle plus 1; None outside treatment.
        waiting: The cycle is over by the template and the next has not begun.
        late_low_counts: Days on which the counts of some drugs may fall once more.
    """

    on: date
    in_month: bool
    is_today: bool
    cycle: int | None = None
    of: int | None = None
    cycle_day: int | None = None
    waiting: bool = False
    low_counts: bool = False
    late_low_counts: bool = False
    happenings: tuple[Happening, ...] = ()


class MovedFrom(NamedTuple):
    """A treatment day that was moved away from here."""

    on: date
    number: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything the months are made of, worked out once."""

    today: date
    spans: Mapping[date, CycleSpan] = field(default_factory=dict)
    low_counts: frozenset[date] = frozenset()
    late_low_counts: frozenset[date] = frozenset()
    happenings: Mapping[date, tuple[Happening, ...]] = field(default_factory=dict)

    def day(self, on: date, month: date | None = None) -> CalendarDay:
        """Return one day; `month` is any day of the month that is shown, None: its own."""
        shown = month or on
        span = self.spans.get(on)
        return CalendarDay(
            on=on,
            in_month=(on.year, on.month) == (shown.year, shown.month),
            is_today=on == self.today,
            cycle=span.cycle if span else None,
            of=span.of if span else None,
            cycle_day=span.cycle_day(on) if span else None,
            waiting=span is not None and span.cycle_day(on) > span.planned_days,
            low_counts=on in self.low_counts,
            late_low_counts=on in self.late_low_counts,
            happenings=self.happenings.get(on, ()),
        )

    def weeks(self, month: date, first_weekday: int) -> tuple[tuple[CalendarDay, ...], ...]:
        """Return six weeks from the one the month begins in; `first_weekday` 0 is Monday.

        Always six, so that nothing on the page jumps when months are turned.
        """
        first = month.replace(day=1)
        start = first - timedelta(days=(first.weekday() - first_weekday) % _DAYS_OF_A_WEEK)
        days = [self.day(start + timedelta(days=n), first) for n in range(_DAYS_SHOWN)]
        return tuple(
            tuple(days[n : n + _DAYS_OF_A_WEEK]) for n in range(0, _DAYS_SHOWN, _DAYS_OF_A_WEEK)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarParts:
    """What a calendar is made of."""

    plans: Sequence[Plan]
    drugs: Mapping[str, DrugFacts]
    person: Person
    scans: Iterable[ScanMark] = ()
    appointments: Iterable[AppointmentEntry] = ()
    moved: Iterable[MovedFrom] = ()


def calendar(parts: CalendarParts, today: date) -> Calendar:
    """Return the calendar of a person on a day."""
    happenings: dict[date, list[Happening]] = {}
    for on, happening in _all_happenings(parts, today):
        happenings.setdefault(on, []).append(happening)
    order = tuple(Kind)
    return Calendar(
        today=today,
        spans=_span_of_each_day(parts.plans),
        low_counts=_window_days(parts.plans, "low-counts"),
        late_low_counts=_window_days(parts.plans, "late-low-counts"),
        happenings={
            on: tuple(sorted(each, key=lambda happening: order.index(happening.kind)))
            for on, each in happenings.items()
        },
    )


def _span_of_each_day(plans: Sequence[Plan]) -> dict[date, CycleSpan]:
    spans: dict[date, CycleSpan] = {}
    for plan in plans:
        for span in cycle_spans(plan):
            for on in _days(span.starts_on, span.ends_on):
                spans[on] = span
    return spans


def _window_days(plans: Sequence[Plan], what: str) -> frozenset[date]:
    return frozenset(
        on
        for plan in plans
        for window in plan.windows
        if window.what == what
        for on in _days(window.starts_on, window.ends_on)
    )


def _days(first: date, last: date) -> Iterable[date]:
    while first <= last:
        yield first
        first += _ONE_DAY


def _all_happenings(parts: CalendarParts, today: date) -> Iterable[tuple[date, Happening]]:
    for plan in parts.plans:
        for visits in visits_by_day(plan):
            yield visits[0].on, _treatment(visits, parts.drugs, today)
    for surgery in parts.person.surgeries:
        stage = Stage.GIVEN if surgery.on <= today else Stage.PLANNED
        titles = (surgery.name,) if surgery.name else ()
        yield surgery.on, Happening(kind=Kind.SURGERY, stage=stage, titles=titles)
    for scan in parts.scans:
        yield scan.on, _scan(scan)
    for appointment in parts.appointments:
        said = (f"{appointment.starts_at:%H:%M}", appointment.title)
        yield appointment.starts_at.date(), Happening(kind=Kind.APPOINTMENT, titles=said)
    for moved in parts.moved:
        yield moved.on, Happening(kind=Kind.MOVED, number=moved.number, is_cycle=True)
    yield from _radiotherapy(parts.person, today)


def _treatment(visits: Sequence[Visit], drugs: Mapping[str, DrugFacts], today: date) -> Happening:
    of_chemo = [visit for visit in visits if visit.track is Track.CHEMO]
    leading = of_chemo[0] if of_chemo else visits[0]
    stages = {_stage(visit, today) for visit in visits}
    return Happening(
        kind=Kind.TREATMENT,
        stage=next(stage for stage in Stage if stage in stages),
        number=leading.cycle if of_chemo else max(visit.dose for visit in visits),
        is_cycle=bool(of_chemo) and leading.day == 1,
        titles=tuple(drugs[visit.drug].name for visit in visits),
    )


def _stage(visit: Visit, today: date) -> Stage:
    if visit.status is VisitStatus.OMITTED:
        return Stage.OMITTED
    past = visit.status is VisitStatus.GIVEN or visit.on < today
    return Stage.GIVEN if past else Stage.PLANNED


def _scan(scan: ScanMark) -> Happening:
    if scan.percent is not None:
        result = f"{scan.percent.normalize():f}%"
        return Happening(kind=Kind.SCAN, stage=Stage.GIVEN, titles=(result,))
    return Happening(kind=Kind.SCAN, stage=Stage.CURRENT if scan.late else Stage.PLANNED)


def _radiotherapy(person: Person, today: date) -> Iterable[tuple[date, Happening]]:
    """Yield the weekdays; clinics do not treat on weekends as a rule."""
    days = person.radiotherapy
    if days is None:
        return
    for on in _days(days.starts_on, days.ends_on or days.starts_on):
        if on.weekday() < _SATURDAY:
            stage = Stage.GIVEN if on < today else Stage.PLANNED
            yield on, Happening(kind=Kind.RADIOTHERAPY, stage=stage)
