"""When a plan was last changed: no two of its actions may share a moment."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from tracker.services.ports import Storage


def next_moment(storage: Storage, person_id: UUID, now: datetime) -> datetime:
    """Return the moment for an action on a plan: now, or just after the action before it.

    What a plan was is played back by moments (`whole_record`). A script may give one moment to
    many actions, and a clock may be set back.
    """
    last = max(_acted_on(storage, person_id), default=None)
    return now if last is None or last < now else last + timedelta.resolution


def _acted_on(storage: Storage, person_id: UUID) -> Iterator[datetime]:
    taken_back = storage.taken_back(person_id)
    changes = storage.plan_changes(person_id)
    courses = (*storage.courses(person_id), *taken_back.courses)
    yield from taken_back.courses_undone_at
    yield from (each.restored_at for each in taken_back.put_back)
    yield from (each.recorded_at for each in courses)
    yield from (each.recorded_at for each in storage.events(person_id))
    yield from (each.recorded_at for each in changes)
    for undone in taken_back.events:
        yield undone.recorded.recorded_at
        yield undone.undone_at
    yield from (each.undone_at for each in changes if each.undone_at is not None)
