"""From a course to its days: visits, windows, spans of tablets; always computed, never stored."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from tracker.domain.course import Course, Stopped
from tracker.domain.doses import EarlierDose, LoadingWhy, loading_of
from tracker.domain.regimen import DrugFacts, RegimenNote, Setting, Track
from tracker.domain.replay import Dose, Replay, aims_at_tablet, typed_doses
from tracker.domain.slots import lay_out, phase_starts

_OPENS_AFTER = timedelta(days=28)
_CLOSES_AFTER = timedelta(days=42)
_LONG_AFTER = timedelta(days=60)
_SHORTEST_INTERVAL_WITH_LOW_COUNTS = 14


class VisitStatus(StrEnum):
    """What is known of a visit."""

    PLANNED = "planned"
    GIVEN = "given"
    OMITTED = "omitted"


class StartInWindow(StrEnum):
    """Where the first day lies against the usual 28 to 42 days after surgery, both included."""

    BEFORE = "before"
    INSIDE = "inside"
    AFTER = "after"
    LONG_AFTER = "long-after"


class Visit(NamedTuple):
    """One drug on one day.

    Attributes:
        cycle: Number within its phase, of `of`.
        day: Day within the cycle by the template.
        dose: Number of this drug's dose over the whole course, omitted ones counted.
        template_on: The day it would be had nothing happened.
        treatment_day: The n-th treatment day of its track over all phases.
        cycle_days: Planned length of the cycle.
        interval_days: Days to the next dose in this rhythm.
        is_typed: It stands on a day that was typed for it, not on a computed one.
    """

    on: date
    drug: str
    track: Track
    phase: str
    cycle: int
    of: int
    day: int
    dose: int
    loading_why: LoadingWhy | None
    status: VisitStatus
    template_on: date
    treatment_day: int
    cycle_days: int
    interval_days: int
    is_typed: bool = False

    @property
    def loading(self) -> bool:
        """Whether labels call this dose a loading dose; the app computes no dose."""
        return self.loading_why is not None


class Window(NamedTuple):
    """Days of a cycle to be careful in, both ends included.

    Attributes:
        what: `low-counts`, or `late-low-counts` for drugs whose counts fall late.
        drugs: Which drugs of the cycle bring it.
    """

    what: str
    phase: str
    cycle: int
    starts_on: date
    ends_on: date
    drugs: tuple[str, ...]


class TabletSpan(NamedTuple):
    """Daily tablets from day to day, both included; `ends_on` None while open."""

    drug: str
    track: Track
    starts_on: date
    ends_on: date | None


class StartWindow(NamedTuple):
    """The usual days for the first infusion after surgery, both included."""

    opens_on: date
    closes_on: date


class Plan(NamedTuple):
    """All days of one course.

    Attributes:
        visits: Sorted by day, then drug.
        ends_on: Day of the last visit or tablet; None while tablets have no end.
    """

    course: Course
    visits: tuple[Visit, ...]
    windows: tuple[Window, ...]
    tablets: tuple[TabletSpan, ...]
    start_window: StartWindow | None
    start_in_window: StartInWindow | None
    ends_on: date | None
    notes: tuple[RegimenNote, ...]


def compute_plan(
    course: Course,
    drugs: Mapping[str, DrugFacts],
    surgery_on: date | None = None,
    earlier: Mapping[str, EarlierDose] | None = None,
) -> Plan:
    """Return the plan of a course.

    Args:
        course: Template and events.
        drugs: Facts of at least the drugs of the course.
        surgery_on: Day of the definitive surgery; None when unknown.
        earlier: The last dose of a drug in an earlier course, so that loading is not named twice.
    """
    replay = replayed(course, surgery_on)
    visits = _visits(course, replay, drugs, earlier or {})
    tablets = _tablets(course, surgery_on)
    window = start_window(course.setting, surgery_on)
    return Plan(
        course=course,
        visits=visits,
        windows=_windows(visits, drugs),
        tablets=tablets,
        start_window=window,
        start_in_window=start_in_window(course.starts_on, window),
        ends_on=_ends_on(visits, tablets, course.starts_on),
        notes=course.regimen.notes,
    )


def replayed(course: Course, surgery_on: date | None) -> Replay:
    """Return the doses of a course after all its events."""
    replay = Replay.of(lay_out(course, surgery_on))
    replay.apply_all(course.events)
    return replay


def start_window(setting: Setting, surgery_on: date | None) -> StartWindow | None:
    """Return day +28 to day +42 after surgery (seed text: 4 to 6 weeks); adjuvant alone."""
    if setting is not Setting.ADJUVANT or surgery_on is None:
        return None
    return StartWindow(surgery_on + _OPENS_AFTER, surgery_on + _CLOSES_AFTER)


def start_in_window(starts_on: date, window: StartWindow | None) -> StartInWindow | None:
    """Return where a start lies; `long-after` is past day +60."""
    if window is None:
        return None
    if starts_on < window.opens_on:
        return StartInWindow.BEFORE
    if starts_on <= window.closes_on:
        return StartInWindow.INSIDE
    if starts_on <= window.opens_on - _OPENS_AFTER + _LONG_AFTER:
        return StartInWindow.AFTER
    return StartInWindow.LONG_AFTER


def _visits(
    course: Course,
    replay: Replay,
    drugs: Mapping[str, DrugFacts],
    earlier: Mapping[str, EarlierDose],
) -> tuple[Visit, ...]:
    visits: list[Visit] = []
    for drug, doses in replay.doses.items():
        kept = [dose for dose in doses if not dose.stopped]
        why = loading_of(kept, drugs[drug].loading, earlier.get(drug))
        typed = typed_doses(kept)
        visits += [
            _visit(course, dose, why.get(dose.slot.dose), is_typed=dose.slot.dose in typed)
            for dose in kept
        ]
    return tuple(sorted(visits, key=lambda visit: (visit.on, visit.drug)))


def _visit(course: Course, dose: Dose, loading_why: LoadingWhy | None, *, is_typed: bool) -> Visit:
    slot = dose.slot
    status = VisitStatus.PLANNED
    if dose.given_on is not None:
        status = VisitStatus.GIVEN
    elif dose.omitted:
        status = VisitStatus.OMITTED
    return Visit(
        on=dose.on,
        drug=slot.drug,
        track=slot.track,
        phase=slot.phase,
        cycle=slot.cycle,
        of=slot.of,
        day=slot.day,
        dose=slot.dose,
        loading_why=loading_why,
        status=status,
        template_on=slot.template_on,
        treatment_day=slot.treatment_day,
        cycle_days=course.regimen.phases[slot.phase_index].cycle_days,
        interval_days=slot.interval_days,
        is_typed=is_typed,
    )


def _windows(visits: tuple[Visit, ...], drugs: Mapping[str, DrugFacts]) -> tuple[Window, ...]:
    windows: list[Window] = []
    for what, days_of in (
        ("low-counts", {drug: facts.low_count_days for drug, facts in drugs.items()}),
        ("late-low-counts", {drug: facts.late_low_count_days for drug, facts in drugs.items()}),
    ):
        bringing = [
            (visit, days)
            for visit in visits
            if (days := days_of[visit.drug]) is not None
            and visit.status is not VisitStatus.OMITTED
            and visit.interval_days >= _SHORTEST_INTERVAL_WITH_LOW_COUNTS
        ]
        bringing.sort(key=lambda each: (each[0].template_on, each[0].phase, each[0].cycle))
        for (phase, cycle), group in groupby(
            bringing, key=lambda each: (each[0].phase, each[0].cycle)
        ):
            of_cycle = list(group)
            windows.append(
                Window(
                    what=what,
                    phase=phase,
                    cycle=cycle,
                    starts_on=min(v.on + timedelta(days=d[0] - 1) for v, d in of_cycle),
                    ends_on=max(v.on + timedelta(days=d[1] - 1) for v, d in of_cycle),
                    drugs=tuple(sorted({v.drug for v, _ in of_cycle})),
                )
            )
    return tuple(sorted(windows, key=lambda window: (window.starts_on, window.what)))


def _tablets(course: Course, surgery_on: date | None) -> tuple[TabletSpan, ...]:
    spans: list[TabletSpan] = []
    stops = [event for event in course.events if isinstance(event, Stopped)]
    for start in phase_starts(course, surgery_on):
        for administration in start.phase.administrations:
            if not administration.is_daily_tablet:
                continue
            days = timedelta(days=start.phase.cycles * start.phase.cycle_days - 1)
            ends = [] if start.phase.open_ended else [start.on + days]
            ends += [
                stop.on - timedelta(days=1)
                for stop in stops
                if aims_at_tablet(stop.target, administration.drug, administration.track)
            ]
            ends_on = min(ends, default=None)
            if ends_on is None or ends_on >= start.on:
                spans.append(
                    TabletSpan(administration.drug, administration.track, start.on, ends_on)
                )
    return tuple(spans)


def _ends_on(
    visits: tuple[Visit, ...], tablets: tuple[TabletSpan, ...], starts_on: date
) -> date | None:
    ends = [visit.on for visit in visits]
    for span in tablets:
        if span.ends_on is None:
            return None
        ends.append(span.ends_on)
    return max(ends, default=starts_on)
