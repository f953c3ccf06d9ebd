"""What changed against the plan so far, in the order it was recorded. No Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain.course import CourseEvent, Given, Moved, Omitted, Reason, Stopped
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.replay import Dose, Replay
from tracker.domain.schedule import Plan
from tracker.domain.slots import lay_out
from tracker.services.planning import surgery_for
from tracker.services.ports import RecordedEvent
from tracker.ui.plan.treatment_days import TreatmentName


class ChangeKind(StrEnum):
    """What happened to a treatment day."""

    MOVED = "moved"
    GIVEN_ON_ANOTHER_DAY = "given-on-another-day"
    OMITTED = "omitted"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change.

    Attributes:
        name: None for a stop, which is about all that would follow.
        only: Drugs that were meant where it was not everything on the day.
        from_on: Where it was; for a stop the first day without.
        to_on: Where it is; None where nothing is given.
        recorded_on: The day it was noted down.
        by: Who noted it.
    """

    kind: ChangeKind
    name: TreatmentName | None
    only: tuple[str, ...]
    from_on: date
    to_on: date | None
    reason: Reason | None
    note: str | None
    recorded_on: date
    by: str


def change_lines(
    plans: Sequence[Plan],
    events: Iterable[RecordedEvent],
    person: Person,
    drugs: Mapping[str, DrugFacts],
) -> tuple[ChangeLine, ...]:
    """Return the changes of all courses as they were recorded; doses given as planned are none."""
    events = tuple(events)
    lines: list[ChangeLine] = []
    for plan in plans:
        own = [event for event in events if event.course_id == plan.course.id]
        if own:
            lines += _lines_of(plan, own, person, drugs)
    return tuple(sorted(lines, key=lambda line: line.recorded_on))


def _lines_of(
    plan: Plan, events: list[RecordedEvent], person: Person, drugs: Mapping[str, DrugFacts]
) -> Iterator[ChangeLine]:
    replay = Replay.of(lay_out(plan.course, surgery_for(person, plan.course)))
    for recorded in events:
        event = recorded.event
        aimed = [] if isinstance(event, Stopped) else replay.aimed_at(event.target, event.cycle)
        before = min((dose.on for dose in aimed), default=None)
        names = tuple(dict.fromkeys(drugs[dose.slot.drug].name for dose in aimed))
        replay.apply(event)
        change = _kind_and_days(event, before)
        if change is None:
            continue
        kind, from_on, to_on = change
        whole = event.target.drug is None and event.target.track is None
        yield ChangeLine(
            kind=kind,
            name=_name(aimed, names) if aimed else None,
            only=() if whole else names or _meant(event, drugs),
            from_on=from_on,
            to_on=to_on,
            reason=None if isinstance(event, Given) else event.reason,
            note=event.note if isinstance(event, Moved) else None,
            recorded_on=recorded.recorded_at.date(),
            by=person.name if recorded.by == "self" else recorded.by,
        )


def _kind_and_days(
    event: CourseEvent, before: date | None
) -> tuple[ChangeKind, date, date | None] | None:
    if isinstance(event, Stopped):
        return ChangeKind.STOPPED, event.on, None
    if before is None:
        return None
    match event:
        case Moved():
            return ChangeKind.MOVED, before, event.to
        case Omitted():
            return ChangeKind.OMITTED, before, None
    return None if event.on == before else (ChangeKind.GIVEN_ON_ANOTHER_DAY, before, event.on)


def _name(aimed: Sequence[Dose], names: tuple[str, ...]) -> TreatmentName:
    of_chemo = [dose.slot for dose in aimed if dose.slot.track is Track.CHEMO]
    if of_chemo:
        first = of_chemo[0]
        return TreatmentName(number=first.cycle, cycle_day=first.day, drugs=names)
    dose = max(dose.slot.dose for dose in aimed)
    return TreatmentName(number=dose, cycle_day=None, drugs=names)


def _meant(event: CourseEvent, drugs: Mapping[str, DrugFacts]) -> tuple[str, ...]:
    target = event.target
    return (drugs[target.drug].name,) if target.drug is not None else ()
