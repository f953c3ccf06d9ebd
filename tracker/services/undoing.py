"""What takes an action back, worked out before it is stored."""

from collections import deque
from dataclasses import replace
from uuid import UUID

from tracker.domain.entries import AnyEntry
from tracker.domain.people import Person
from tracker.services.changes import Changes
from tracker.services.ports import CourseRecord, EntryQuery, Storage, Write

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

    def drop_last(self) -> None:
        """Forget the last action: it was taken back."""
        self._steps.pop()


def inverse_of(write: Write, storage: Storage, person_id: UUID) -> Write:
    """Return the action that leads back to what the store holds now, before `write`.

    A person who is new stays: there is no action that takes somebody out of a diary.
    """
    courses = _courses_before(write, storage, person_id)
    return Write(
        at=write.at,
        people=_people_before(write, storage),
        courses=courses,
        removed_courses=write.restored_courses + _added_courses(write, courses),
        restored_courses=write.removed_courses,
        removed_events=write.restored_events + tuple(each.id for each in write.events),
        restored_events=write.removed_events,
        removed_plan_changes=write.restored_plan_changes
        + tuple(each.id for each in write.plan_changes),
        restored_plan_changes=write.removed_plan_changes,
        removed_entries=write.restored_entries + tuple(entry.id for _, entry in write.entries),
        restored_entries=write.removed_entries,
        changed_entries=_entries_before(write, storage, person_id),
    )


def signed(write: Write, by: str) -> Write:
    """Return the action with who does it; one that says so already stays as it is."""
    return write if write.by is not None else replace(write, by=by)


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
