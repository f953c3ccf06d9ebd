"""What was noted of the plan so far, in the order it was recorded. No Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from tracker.domain.course import Course, CourseEvent, Given, Moved, Omitted, Reason, Stopped
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.replay import Dose, Replay
from tracker.domain.schedule import Plan
from tracker.domain.slots import lay_out
from tracker.domain.steps import Step, steps_of
from tracker.services.plan_history import PlanChange, PlanChangeKind
from tracker.services.planning import surgery_for
from tracker.services.ports import CourseRecord, RecordedEvent, UndoneEvent
from tracker.ui.plan.treatment_days import TreatmentName


class ChangeKind(StrEnum):
    """What happened to a treatment day."""

    STARTED = "started"
    MOVED = "moved"
    GIVEN = "given"
    GIVEN_ON_ANOTHER_DAY = "given-on-another-day"
    OMITTED = "omitted"
    STOPPED = "stopped"
    VERSION = "version"
    OPERATION = "operation"
    GOES_ON = "goes-on"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change.

    Attributes:
        name: None where it is about no single treatment day.
        only: Drugs that were meant where it was not everything on the day; the course that was
            started or changed; what was done in an operation.
        from_on: Where it was; for a stop the first day without, for a start and a version the first
            day, for operations their day.
        to_on: Where it is; None where nothing is given; for a version another first day, for an
            operation another day, for going on after surgery the day, None where it is open again.
        recorded_on: The day it was noted down.
        by: Who noted it; None where that is not kept.
        others_stay: It was about one visit alone.
        counts: The dates of treatment count from this operation.
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
    by: str | None
    others_stay: bool = False
    taken_back_on: date | None = None
    counts: bool = False


class Recorded(NamedTuple):
    """What was recorded of all courses, and of it what was taken back."""

    courses: Sequence[CourseRecord] = ()
    events: Sequence[RecordedEvent] = ()
    undone: Sequence[UndoneEvent] = ()
    changes: Sequence[PlanChange] = ()


def change_lines(
    plans: Sequence[Plan], recorded: Recorded, person: Person, drugs: Mapping[str, DrugFacts]
) -> tuple[ChangeLine, ...]:
    """Return what was noted of all courses, as it was recorded; what was taken back says so."""
    lines: list[tuple[datetime, ChangeLine]] = []
    starts = {each.id: each.recorded_at for each in recorded.courses}
    for plan in plans:
        own = [each for each in recorded.events if each.course_id == plan.course.id]
        back = [each for each in recorded.undone if each.recorded.course_id == plan.course.id]
        surgery_on = surgery_for(person, plan.course)
        if plan.course.id in starts:
            lines.append(_started(plan.course, starts[plan.course.id]))
        of_course = [*_lines_of(plan.course, own, surgery_on, drugs)]
        for each in back:
            of_course += _taken_back(plan.course, own, back, each, surgery_on, drugs)
        many = len(plans) > 1
        lines += [(at, _named(line, plan.course) if many else line) for at, line in of_course]
    by_course = {plan.course.id: plan for plan in plans}
    lines += (
        (each.recorded_at, line)
        for each in recorded.changes
        if each.after.course is None or each.after.course.id in by_course
        for line in changed_lines(each, by_course)
    )
    in_order = sorted(lines, key=lambda line: line[0])
    return tuple(
        replace(line, by=person.name) if line.by == "self" else line for _, line in in_order
    )


def changed_lines(change: PlanChange, plans: Mapping[UUID, Plan]) -> Iterator[ChangeLine]:
    """Yield what a change did that is no event: to a course, to operations, or to both."""
    was, now = change.before, change.after
    undone = change.undone_at
    template = ChangeLine(
        kind=ChangeKind.OPERATION,
        name=None,
        only=(),
        from_on=change.recorded_at.date(),
        to_on=None,
        reason=None,
        note=None,
        recorded_on=change.recorded_at.date(),
        by=change.by,
        taken_back_on=undone.date() if undone is not None else None,
    )
    gone = [each for each in was.surgeries if each.on not in {s.on for s in now.surgeries}]
    for surgery in now.surgeries:
        if surgery.on not in {each.on for each in was.surgeries}:
            before, to_on = (gone[0].on, surgery.on) if gone else (surgery.on, None)
            done = (surgery.name,) if surgery.name else ()
            line = replace(template, only=done, from_on=before, to_on=to_on)
            yield replace(line, counts=surgery.definitive and len(now.surgeries) > 1)
    if was.course is None or now.course is None:
        return
    only = (plans[now.course.id].course.regimen.short_name,)
    first, resumes = was.course.starts_on, (was.course.resumes_on, now.course.resumes_on)
    if change.kind is PlanChangeKind.VERSION:
        other = now.course.starts_on if now.course.starts_on != first else None
        line = replace(template, kind=ChangeKind.VERSION, only=only, from_on=first, to_on=other)
        yield line
    elif resumes[0] != resumes[1]:
        day = resumes[0] or resumes[1] or first
        line = replace(template, kind=ChangeKind.GOES_ON, only=only, from_on=day)
        yield replace(line, to_on=resumes[1])


def _named(line: ChangeLine, course: Course) -> ChangeLine:
    """Say which treatment was stopped where there is more than one."""
    if line.kind is not ChangeKind.STOPPED or line.only:
        return line
    return replace(line, only=(course.regimen.short_name,))


def _started(course: Course, moment: datetime) -> tuple[datetime, ChangeLine]:
    return moment, ChangeLine(
        kind=ChangeKind.STARTED,
        name=None,
        only=(course.regimen.short_name,),
        from_on=course.starts_on,
        to_on=None,
        reason=None,
        note=None,
        recorded_on=moment.date(),
        by=None,
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
        recorded = events[step.place]
        changes = [
            (told, _kind_and_days(told[0], before), aimed)
            for told in _told_apart(step)
            for aimed in (_aimed(told, replay),)
            for before in (min((dose.on for dose in aimed), default=None),)
        ]
        replay.apply_all(course.events[step.place : step.place + step.size])
        for told, change, aimed in changes:
            if change is not None:
                line = _line(replace(recorded, event=told[0]), change, aimed, drugs)
                yield recorded.recorded_at, replace(line, others_stay=bool(step.kept))


def _told_apart(step: Step) -> Iterator[tuple[CourseEvent, ...]]:
    """Yield what makes one sentence each: all that was given on a visit, and each drug left out."""
    events = (step.event, *step.beside)
    given = tuple(each for each in events if isinstance(each, Given))
    if given:
        yield given
    yield from ((each,) for each in events if not isinstance(each, Given))


def _aimed(events: Iterable[CourseEvent], replay: Replay) -> list[Dose]:
    return [
        dose
        for event in events
        if not isinstance(event, Stopped)
        for dose in replay.aimed_at(event.target, event.cycle)
    ]


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
        note=event.note if isinstance(event, Moved | Given) else None,
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
    standing_beside = any(each.recorded_at == moment for each in standing)
    lines = [
        line
        for at, line in _lines_of(course, [*then, *together], surgery_on, drugs)
        if at == moment
    ]
    for line in lines[-1:] if standing_beside else lines:
        yield moment, replace(line, taken_back_on=back.undone_at.date())


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
    if event.on == before:
        return ChangeKind.GIVEN, before, None
    return ChangeKind.GIVEN_ON_ANOTHER_DAY, before, event.on


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
