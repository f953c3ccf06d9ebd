"""Everything one person has in a diary, read at one moment: what exports are written from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
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
from tracker.services.plan_lives import Ground, Lived, lives_of
from tracker.services.planning import course_of, plans_of, surgery_for
from tracker.services.ports import (
    CourseRecord,
    EntryQuery,
    RecordedEvent,
    Storage,
    TakenBack,
)

Kind = TypeVar("Kind", bound=AnyEntry)
Dated = TypeVar("Dated", AppointmentEntry, LvefEntry)
_AFTER_ALL = datetime.max.replace(tzinfo=UTC)


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
        """Yield a course as it began and after each action, undoing and putting back included.

        The last state is the one in force. What happened while a course was taken back is none.
        """
        gaps = self._away(course)
        gap = next(gaps, None)
        is_told = False
        for state in self._played(course):
            while gap is not None and state.at > gap[0]:
                if not is_told:
                    yield PlanState(at=gap[0], told=None, plan=None)
                is_told = state.at < gap[1]
                if is_told:
                    break
                gap = next(gaps, None)
            else:
                yield state
        if gap is not None and not is_told:
            yield PlanState(at=gap[0], told=None, plan=None)

    def _away(self, course: CourseRecord) -> Iterator[tuple[datetime, datetime]]:
        """Yield from when until when a course was taken back, the last time without an end."""
        for each in self.taken_back.put_back:
            if each.id == course.id:
                yield each.removed_at, each.restored_at
        removed = zip(self.taken_back.courses, self.taken_back.courses_undone_at, strict=True)
        yield from ((at, _AFTER_ALL) for each, at in removed if each.id == course.id)

    def _played(self, course: CourseRecord) -> Iterator[PlanState]:
        (_, ground), *later = self._grounds(course)
        lived = Lived(ground, later)
        yield self._state(lived, course.recorded_at)
        for each in lives_of(self.events, self.taken_back, course.id):
            for at in lived.turn_until(each.recorded.recorded_at):
                yield self._state(lived, at)
            lived.begin(each)
            yield self._state(lived, each.recorded.recorded_at, each.recorded)
        for at in lived.turn_until(_AFTER_ALL):
            yield self._state(lived, at)

    def _grounds(self, course: CourseRecord) -> list[tuple[datetime, Ground]]:
        """Return on which version and operations a course stood, from which moment on.

        That it was put back is a turn of its own, to the ground that holds then.
        """
        told = [
            each
            for each in self.plan_changes
            if each.after.course is None or each.after.course.id == course.id
        ]
        turns = [(each.recorded_at, each, each.after) for each in told]
        turns += [(each.undone_at, each, each.before) for each in told if each.undone_at]
        grounds: list[tuple[datetime, Ground]] = []
        ground: Ground = (course, self.person)
        for change in reversed(told):
            ground = _turned(ground, change, change.before)
        grounds.append((course.recorded_at, ground))
        for at, change, facts in sorted(turns, key=lambda turn: turn[0]):
            ground = _turned(ground, change, facts)
            grounds.append((at, ground))
        if told:
            grounds[-1] = (grounds[-1][0], (course, self.person))
        # What was changed before the course began is what it began on.
        began = sum(at <= course.recorded_at for at, _ in grounds)
        grounds = [(course.recorded_at, grounds[began - 1][1]), *grounds[began:]]
        for each in self.taken_back.put_back:
            if each.id == course.id:
                place = sum(at <= each.restored_at for at, _ in grounds)
                grounds.insert(place, (each.restored_at, grounds[place - 1][1]))
        return grounds

    def _state(self, lived: Lived, at: datetime, told: RecordedEvent | None = None) -> PlanState:
        record, person = lived.ground
        events = tuple(each.recorded.event for each in lived.standing)
        course = course_of(record, events, self.library)
        plan = compute_plan(course, self.library.drugs, surgery_for(person, course))
        return PlanState(at=at, told=told, plan=plan)


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


def _turned(ground: Ground, change: PlanChange, facts: PlanFacts) -> Ground:
    """Return what a plan stands on after a change, or before it."""
    course, person = ground
    if facts.course is not None:
        course = replace(facts.course, recorded_at=course.recorded_at)
    if change.kind is not PlanChangeKind.VERSION:
        person = replace(person, surgeries=facts.surgeries)
    return course, person
