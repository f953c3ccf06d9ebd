"""Treatment days as a person names them, and what an event about one aims at. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from tracker.domain.course import DoseTarget
from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.schedule import Plan, Visit, VisitStatus

_TRACKS = (Track.CHEMO, Track.HER2, Track.ENDOCRINE)


class TreatmentName(NamedTuple):
    """What a treatment day is called.

    Attributes:
        number: Cycle where chemotherapy is given, else the dose of its drugs.
        cycle_day: Day of the cycle by the template, for chemotherapy alone; None for a dose.
        drugs: Names.
    """

    number: int
    cycle_day: int | None
    drugs: tuple[str, ...]


class Aim(NamedTuple):
    """Which doses an event of a treatment day is about, as the plan service takes it.

    Attributes:
        track: None for everything on the day, and for a drug.
        drug_name: The one drug that is meant; None for more than one.
        course_id: The course it belongs to; None: the one nearest to today.
        only_this: Of a move: everything after it stays.
    """

    track: Track | None
    target: DoseTarget
    cycle: int
    course_id: UUID | None = None
    only_this: bool = False
    drug_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentAt:
    """Everything that is given on one day.

    Attributes:
        aims: What can be moved or marked: all of it first, then each track where there are two,
            then each drug that is not the only one of its track.
        drugs: Id and name of what is given.
        is_typed: Its day was typed, and is not the computed one.
    """

    on: date
    name: TreatmentName
    status: VisitStatus
    aims: tuple[Aim, ...]
    is_typed: bool = False
    drugs: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> Aim:
        """All that is given on the day."""
        return self.aims[0]


def treatment_days(
    plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]
) -> tuple[TreatmentAt, ...]:
    """Return the treatment days of all courses by day."""
    days = [
        treatment_at(visits, drugs, plan.course.id)
        for plan in plans
        for visits in visits_by_day(plan)
    ]
    return tuple(sorted(days, key=lambda each: each.on))


def visits_by_day(plan: Plan) -> tuple[tuple[Visit, ...], ...]:
    """Return the visits of each day, drugs in the order in which the regimen names them."""
    order = plan.course.regimen.drugs
    by_day: dict[date, list[Visit]] = {}
    for visit in plan.visits:
        by_day.setdefault(visit.on, []).append(visit)
    return tuple(
        tuple(sorted(visits, key=lambda visit: order.index(visit.drug)))
        for visits in by_day.values()
    )


def treatment_at(
    visits: Sequence[Visit], drugs: Mapping[str, DrugFacts], course_id: UUID | None = None
) -> TreatmentAt:
    """Return what the visits of one day of one course are together."""
    numbers = {visit.track: visit.treatment_day for visit in reversed(visits)}
    tracks = [track for track in _TRACKS if track in numbers]
    singles = tuple(
        Aim(track, DoseTarget(track=track), numbers[track], course_id) for track in tracks
    )
    aims = singles
    if len(tracks) > 1:
        aims = (Aim(None, DoseTarget(), numbers[tracks[0]], course_id), *singles)
    aims += tuple(
        Aim(
            None,
            DoseTarget(drug=visit.drug),
            visit.dose,
            course_id,
            drug_name=drugs[visit.drug].name,
        )
        for visit in visits
        if sum(each.track is visit.track for each in visits) > 1
    )
    return TreatmentAt(
        on=visits[0].on,
        name=name_of(visits, drugs),
        status=_status(visits),
        aims=aims,
        is_typed=any(visit.is_typed for visit in visits),
        drugs={visit.drug: drugs[visit.drug].name for visit in visits},
    )


def name_of(visits: Sequence[Visit], drugs: Mapping[str, DrugFacts]) -> TreatmentName:
    """Return what a treatment day is called."""
    of_chemo = [visit for visit in visits if visit.track is Track.CHEMO]
    in_order = sorted(visits, key=lambda visit: _TRACKS.index(visit.track))
    names = tuple(dict.fromkeys(drugs[visit.drug].name for visit in in_order))
    if of_chemo:
        first = of_chemo[0]
        return TreatmentName(number=first.cycle, cycle_day=first.day, drugs=names)
    dose = max(visit.dose for visit in visits)
    return TreatmentName(number=dose, cycle_day=None, drugs=names)


def _status(visits: Sequence[Visit]) -> VisitStatus:
    """Return the status that still asks for something first: planned, then given, left out."""
    statuses = {visit.status for visit in visits}
    order = (VisitStatus.PLANNED, VisitStatus.GIVEN, VisitStatus.OMITTED)
    return next(status for status in order if status in statuses)
