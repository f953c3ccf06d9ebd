"""Everything one person has in a diary, read at one moment: what exports are written from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from heapq import merge
from typing import TypeVar
from uuid import UUID

from tracker.clinical.library import Library
from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import AnyEntry, AppointmentEntry, LvefEntry
from tracker.domain.people import Person
from tracker.domain.schedule import Plan, Visit, compute_plan
from tracker.services.entry_history import EntryAction, EntryChange
from tracker.services.history import spans_of
from tracker.services.plan_history import PlanChange, PlanChangeKind, PlanFacts
from tracker.services.planning import course_of, plans_of, surgery_for
from tracker.services.ports import (
    CourseRecord,
    EntryQuery,
    RecordedEvent,
    Storage,
    TakenBack,
    UndoneEvent,
)

Kind = TypeVar("Kind", bound=AnyEntry)
Dated = TypeVar("Dated", AppointmentEntry, LvefEntry)
_AFTER_ALL = datetime.max.replace(tzinfo=UTC)
_Ground = tuple[CourseRecord, Person]
"""What a plan is computed from, its events aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """One course after one more action.

    Attributes:
        at: The moment of the action.
        told: The event that led here; None for the course as it began, after taking back, and
            after a change that is no event.
        plan: None for a course that was taken back.
    """

    at: datetime
    told: RecordedEvent | None
    plan: Plan | None

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits of the plan; none without it."""
        return () if self.plan is None else self.plan.visits


@dataclass(frozen=True, kw_only=True)
class WholeRecord:
    """One person's diary with the knowledge to read it by.

    Attributes:
        entries: All that were not removed, whatever their moment, by moment.
        plans: Of all courses by start.
        events: Those in force, in the order recorded.
        plan_changes: What was changed of plans by no event, in the order recorded, undone or not.
        history: What was done to appointments and heart scans after they were written.
        now: The moment of the export.
    """

    person: Person
    entries: tuple[AnyEntry, ...]
    courses: tuple[CourseRecord, ...]
    events: tuple[RecordedEvent, ...]
    taken_back: TakenBack
    plan_changes: tuple[PlanChange, ...]
    history: tuple[EntryChange, ...]
    library: Library
    now: datetime

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of all courses by start."""
        return plans_of(self.courses, self.events, self.person, self.library)

    @cached_property
    def _spans(self) -> tuple[CycleSpan, ...]:
        return spans_of(self.plans)

    @cached_property
    def _cycle_of_day(self) -> dict[date, CycleSpan | None]:
        return {}

    def cycle_on(self, day: date) -> CycleSpan | None:
        """Return the cycle a day lies in, as the history counts; the latest where courses overlap.

        None outside of all cycles.
        """
        known = self._cycle_of_day
        if day not in known:
            around = [span for span in self._spans if span.starts_on <= day <= span.ends_on]
            known[day] = around[-1] if around else None
        return known[day]

    def of_kind(self, kind: type[Kind]) -> Iterator[Kind]:
        """Yield the entries of one kind."""
        return (entry for entry in self.entries if isinstance(entry, kind))

    def versions(self, entry: Dated) -> Iterator[tuple[datetime, Dated | None]]:
        """Yield from which moment on an entry stood in which words; None: it was removed."""
        lines = [each for each in self.history if each.entry_id == entry.id]
        first = next((line.before for line in lines if line.action is EntryAction.CHANGED), None)
        standing: Dated | None = first if isinstance(first, type(entry)) else entry
        yield entry.at, standing
        for line in lines:
            if line.action is EntryAction.ARRIVED:
                continue
            removed = line.action is EntryAction.REMOVED
            after = line.after if isinstance(line.after, type(entry)) else entry
            standing = None if removed else after
            yield line.at, standing
        removed_at = self._removed_at.get(entry.id)
        if removed_at is not None and standing is not None:
            yield removed_at, None

    @cached_property
    def _removed_at(self) -> dict[UUID, datetime]:
        return {each.entry.id: each.removed_at for each in self.taken_back.entries}

    def states(self, course: CourseRecord) -> Iterator[PlanState]:
        """Yield a course as it began and after each action, undoing included.

        The last state is the one in force. What happened after a course was taken back is none.
        """
        taken_back = self.taken_back
        removed = zip(taken_back.courses, taken_back.courses_undone_at, strict=True)
        gone = next((at for each, at in removed if each.id == course.id), None)
        yield from (state for state in self._played(course) if gone is None or state.at <= gone)
        if gone is not None:
            yield PlanState(at=gone, told=None, plan=None)

    def _played(self, course: CourseRecord) -> Iterator[PlanState]:
        (_, ground), *later = self._grounds(course)
        lived = _Lived(ground, later)
        yield self._state(lived, course.recorded_at)
        for each in self._ever_recorded(course):
            recorded = _recorded(each)
            for at in lived.turn_until(recorded.recorded_at):
                yield self._state(lived, at)
            lived.standing.append(each)
            yield self._state(lived, recorded.recorded_at, recorded)
        for at in lived.turn_until(_AFTER_ALL):
            yield self._state(lived, at)

    def _grounds(self, course: CourseRecord) -> list[tuple[datetime, _Ground]]:
        """Return on which version and operations a course stood, from which moment on."""
        told = [
            each
            for each in self.plan_changes
            if each.after.course is None or each.after.course.id == course.id
        ]
        turns = [(each.recorded_at, each, each.after) for each in told]
        turns += [(each.undone_at, each, each.before) for each in told if each.undone_at]
        grounds: list[tuple[datetime, _Ground]] = []
        ground: _Ground = (course, self.person)
        for change in reversed(told):
            ground = _turned(ground, change, change.before)
        grounds.append((course.recorded_at, ground))
        for at, change, facts in sorted(turns, key=lambda turn: turn[0]):
            ground = _turned(ground, change, facts)
            grounds.append((at, ground))
        return [*grounds[:-1], (grounds[-1][0], (course, self.person))] if told else grounds

    def _ever_recorded(self, course: CourseRecord) -> Iterator[RecordedEvent | UndoneEvent]:
        """Yield events by moment; those in force keep the order in which they hold."""
        kept: Sequence[RecordedEvent | UndoneEvent] = self.events
        undone: Sequence[RecordedEvent | UndoneEvent] = self.taken_back.events
        for each in merge(kept, undone, key=lambda each: _recorded(each).recorded_at):
            if _recorded(each).course_id == course.id:
                yield each

    def _state(self, lived: "_Lived", at: datetime, told: RecordedEvent | None = None) -> PlanState:
        record, person = lived.ground
        events = tuple(_recorded(each).event for each in lived.standing)
        course = course_of(record, events, self.library)
        plan = compute_plan(course, self.library.drugs, surgery_for(person, course))
        return PlanState(at=at, told=told, plan=plan)


@dataclass(slots=True)
class _Lived:
    """A course while its actions are played in the order of their moments.

    Attributes:
        ground: What it stands on now.
        later: What it stands on from which moment on, still to come.
        standing: The events that hold now.
    """

    ground: _Ground
    later: list[tuple[datetime, _Ground]]
    standing: list[RecordedEvent | UndoneEvent] = field(default_factory=list)

    def turn_until(self, until: datetime) -> Iterator[datetime]:
        """Take back events, the latest first as people do it, and change the ground; yield when."""
        while True:
            undone = [each for each in reversed(self.standing) if isinstance(each, UndoneEvent)]
            first = min(undone, key=lambda each: each.undone_at, default=None)
            at = _AFTER_ALL if first is None else first.undone_at
            if self.later and self.later[0][0] <= min(at, until):
                at, self.ground = self.later.pop(0)
            elif first is not None and at <= until:
                self.standing.remove(first)
            else:
                return
            yield at


def whole_record(storage: Storage, library: Library, person: Person, now: datetime) -> WholeRecord:
    """Read everything of one person."""
    entries = storage.entries(person.id, EntryQuery())
    taken_back = storage.taken_back(person.id)
    dated = [each.id for each in entries if isinstance(each, AppointmentEntry | LvefEntry)]
    return WholeRecord(
        person=person,
        entries=entries,
        courses=storage.courses(person.id),
        events=storage.events(person.id),
        taken_back=taken_back,
        plan_changes=storage.plan_changes(person.id),
        history=storage.history([*dated, *(each.entry.id for each in taken_back.entries)]),
        library=library,
        now=now,
    )


def _recorded(each: RecordedEvent | UndoneEvent) -> RecordedEvent:
    return each.recorded if isinstance(each, UndoneEvent) else each


def _turned(ground: _Ground, change: PlanChange, facts: PlanFacts) -> _Ground:
    """Return what a plan stands on after a change, or before it."""
    course, person = ground
    if facts.course is not None:
        course = replace(facts.course, recorded_at=course.recorded_at)
    if change.kind is not PlanChangeKind.VERSION:
        person = replace(person, surgeries=facts.surgeries)
    return course, person
