"""What changed against the plan so far, in the order it was recorded. No Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from tracker.domain.course import Course, CourseEvent, Given, Moved, Omitted, Reason, Stopped
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.replay import Dose, Replay
from tracker.domain.schedule import Plan
from tracker.domain.slots import lay_out
from tracker.domain.steps import steps_of
from tracker.services.planning import surgery_for
from tracker.services.ports import RecordedEvent, UndoneEvent
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
        others_stay: It was about one visit alone.
        taken_back_on: The day it was taken back; None while it stands.
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
    others_stay: bool = False
    taken_back_on: date | None = None


def change_lines(
    plans: Sequence[Plan],
    events: Iterable[RecordedEvent],
    person: Person,
    drugs: Mapping[str, DrugFacts],
    undone: Sequence[UndoneEvent] = (),
) -> tuple[ChangeLine, ...]:
    """Return the changes of all courses as they were recorded; doses given as planned are none.

    What was taken back stays in the list and says so.
    """
    events = tuple(events)
    lines: list[tuple[datetime, ChangeLine]] = []
    for plan in plans:
        own = [event for event in events if event.course_id == plan.course.id]
        back = [each for each in undone if each.recorded.course_id == plan.course.id]
        surgery_on = surgery_for(person, plan.course)
        lines += _lines_of(plan.course, own, surgery_on, drugs)
        for each in back:
            lines += _taken_back(plan.course, own, back, each, surgery_on, drugs)
    in_order = sorted(lines, key=lambda line: line[0])
    return tuple(
        replace(line, by=person.name) if line.by == "self" else line for _, line in in_order
    )


def _lines_of(
    course: Course,
    events: Sequence[RecordedEvent],
    surgery_on: date | None,
    drugs: Mapping[str, DrugFacts],
) -> Iterator[tuple[datetime, ChangeLine]]:
    course = replace(course, events=tuple(each.event for each in events))
    replay = Replay.of(lay_out(course, surgery_on))
    for step in steps_of(course, surgery_on, [each.recorded_at for each in events]):
        recorded, event = events[step.place], step.event
        aimed = [] if isinstance(event, Stopped) else replay.aimed_at(event.target, event.cycle)
        before = min((dose.on for dose in aimed), default=None)
        replay.apply_all(course.events[step.place : step.place + step.size])
        change = _kind_and_days(event, before)
        if change is not None:
            line = _line(recorded, change, aimed, drugs)
            yield recorded.recorded_at, replace(line, others_stay=bool(step.kept))


def _line(
    recorded: RecordedEvent,
    change: tuple[ChangeKind, date, date | None],
    aimed: Sequence[Dose],
    drugs: Mapping[str, DrugFacts],
) -> ChangeLine:
    event, (kind, from_on, to_on) = recorded.event, change
    names = tuple(dict.fromkeys(drugs[dose.slot.drug].name for dose in aimed))
    whole = event.target.drug is None and event.target.track is None
    return ChangeLine(
        kind=kind,
        name=_name(aimed, names) if aimed else None,
        only=() if whole else names or _meant(event, drugs),
        from_on=from_on,
        to_on=to_on,
        reason=None if isinstance(event, Given) else event.reason,
        note=event.note if isinstance(event, Moved) else None,
        recorded_on=recorded.recorded_at.date(),
        by=recorded.by,
    )


def _taken_back(  # noqa: PLR0913, PLR0917 - all that was known when it was recorded
    course: Course,
    standing: Sequence[RecordedEvent],
    undone: Sequence[UndoneEvent],
    back: UndoneEvent,
    surgery_on: date | None,
    drugs: Mapping[str, DrugFacts],
) -> Iterator[tuple[datetime, ChangeLine]]:
    """Return the line of what was taken back, over what stood when it was recorded."""
    moment = back.recorded.recorded_at
    then = [each for each in standing if each.recorded_at <= moment]
    then += [
        each.recorded for each in undone if each.recorded.recorded_at < moment < each.undone_at
    ]
    then.sort(key=lambda each: each.recorded_at)
    together = [each.recorded for each in undone if each.recorded.recorded_at == moment]
    if together[0].id != back.recorded.id:
        return  # It only kept another date, in the same action.
    lines = tuple(_lines_of(course, [*then, *together], surgery_on, drugs))
    if lines and lines[-1][0] == moment:
        yield moment, replace(lines[-1][1], taken_back_on=back.undone_at.date())


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
