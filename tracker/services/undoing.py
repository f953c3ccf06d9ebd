"""What takes an action back, worked out before it is stored."""

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from tracker.domain.entries import AnyEntry
from tracker.domain.people import Person
from tracker.services.changes import Changes
from tracker.services.ports import CourseRecord, EntryQuery, RecordedEvent, Storage, Write

if TYPE_CHECKING:  # few change a plan, and none before the first paint
    from tracker.services.plan_history import PlanChange

UNDO_STEPS = 50


class UndoStack:
    """The last 50 actions of this session as what takes each of them back, the latest last."""

    def __init__(self) -> None:
        self._steps: deque[tuple[Write, Changes]] = deque(maxlen=UNDO_STEPS)

    def push(self, inverse: Write, changes: Changes) -> None:
        """Remember how an action is taken back; the oldest of more than 50 is forgotten."""
        self._steps.append((inverse, changes))

    def last(self) -> tuple[Write, Changes] | None:
        """Return what takes the last action back, and what that changes; None: none is left."""
        return self._steps[-1] if self._steps else None

    def drop_last(self, names: Mapping[UUID, UUID]) -> None:
        """Forget the last action: it was taken back, and recorded these again under new ids."""
        self._steps.pop()
        for place, (inverse, changes) in enumerate(self._steps if names else ()):
            self._steps[place] = (_renamed(inverse, names), changes)


def inverse_of(write: Write, storage: Storage, person_id: UUID) -> Write:
    """Return the action that leads back to what the store holds now, before `write`.

    A person who is new stays: there is no action that takes somebody out of a diary. What a plan
    was changed by and is taken back is recorded anew where its order allows it, so that nobody who
    heard that it was taken back is left with that.
    """
    again = _events_again(write, storage, person_id)
    courses = _courses_before(write, storage, person_id)
    return Write(
        at=write.at,
        people=_people_before(write, storage),
        courses=courses,
        removed_courses=write.restored_courses + _added_courses(write, courses),
        restored_courses=write.removed_courses,
        removed_events=write.restored_events + tuple(each.id for each in write.events),
        events=again,
        restored_events=() if again else write.removed_events,
        plan_changes=_plan_changes_again(write, storage, person_id),
        removed_plan_changes=write.restored_plan_changes
        + tuple(each.id for each in write.plan_changes),
        removed_entries=write.restored_entries + tuple(entry.id for _, entry in write.entries),
        restored_entries=write.removed_entries,
        changed_entries=_entries_before(write, storage, person_id),
    )


def recorded_anew(write: Write, at: datetime) -> tuple[Write, dict[UUID, UUID]]:
    """Return the action at its moment, and the new id of everything it records of a plan again."""
    names = {each.id: uuid4() for each in write.events}
    names |= {each.id: uuid4() for each in write.plan_changes}
    events = (replace(each, id=names[each.id], recorded_at=at) for each in write.events)
    changes = (replace(each, id=names[each.id], recorded_at=at) for each in write.plan_changes)
    return replace(write, at=at, events=tuple(events), plan_changes=tuple(changes)), names


def signed(write: Write, by: str) -> Write:
    """Return the action with who does it; one that says so already stays as it is."""
    return write if write.by is not None else replace(write, by=by)


def _renamed(write: Write, names: Mapping[UUID, UUID]) -> Write:
    events = (names.get(each, each) for each in write.removed_events)
    changes = (names.get(each, each) for each in write.removed_plan_changes)
    return replace(write, removed_events=tuple(events), removed_plan_changes=tuple(changes))


def _events_again(write: Write, storage: Storage, person_id: UUID) -> tuple[RecordedEvent, ...]:
    """Return the events that an action takes back, to be appended; none where others follow them.

    Those that end with a course that is taken out come back with it as they were.
    """
    gone = write.removed_events
    if not gone or write.removed_courses:
        return ()
    events = storage.events(person_id)
    course_id = next((each.course_id for each in events if each.id in gone), None)
    last = [each for each in events if each.course_id == course_id][-len(gone) :]
    if {each.id for each in last} != set(gone):
        return ()
    return tuple(last)


def _plan_changes_again(
    write: Write, storage: Storage, person_id: UUID
) -> "tuple[PlanChange, ...]":
    gone = write.removed_plan_changes
    if not gone:
        return ()
    return tuple(each for each in storage.plan_changes(person_id) if each.id in gone)


def _people_before(write: Write, storage: Storage) -> tuple[Person, ...]:
    if not write.people:
        return ()
    changed = {person.id for person in write.people}
    return tuple(person for person in storage.people() if person.id in changed)


def _courses_before(write: Write, storage: Storage, person_id: UUID) -> tuple[CourseRecord, ...]:
    if not write.courses:
        return ()
    changed = {course.id for course in write.courses}
    return tuple(course for course in storage.courses(person_id) if course.id in changed)


def _added_courses(write: Write, before: tuple[CourseRecord, ...]) -> tuple[UUID, ...]:
    known = {course.id for course in before}
    return tuple(course.id for course in write.courses if course.id not in known)


def _entries_before(write: Write, storage: Storage, person_id: UUID) -> tuple[AnyEntry, ...]:
    if not write.changed_entries:
        return ()
    ids = tuple(entry.id for entry in write.changed_entries)
    return storage.entries(person_id, EntryQuery(ids=ids))
