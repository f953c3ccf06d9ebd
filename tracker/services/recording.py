"""Stores entries one action at a time and takes the last ones back."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID, uuid4

from tracker.domain.entries import AnyEntry
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes, Saved, changes_of
from tracker.services.desk import Desk
from tracker.services.local_time import zone_name
from tracker.services.ports import EntryQuery, Write

_UNDO_STEPS = 50
_EARLIEST_DAY = date(1900, 1, 1)


class Stamp(TypedDict):
    """The fields that every entry has."""

    id: UUID
    day: date
    at: datetime
    zone: str
    by: str


@dataclass(frozen=True, slots=True)
class _Done:
    """What one action did, so that it can be taken back."""

    added: tuple[UUID, ...]
    removed: tuple[UUID, ...]
    changes: Changes
    before: tuple[AnyEntry, ...] = ()


class Recorder:
    """Writes the entries of one person; knows the last 50 actions of this session."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: deque[_Done] = deque(maxlen=_UNDO_STEPS)

    def stamp(self, day: date | None, by: str | None) -> Stamp:
        """Return the common fields of an entry written now.

        Raises:
            NotUnderstoodError: The day lies in the future or before 1900.
        """
        now = self._desk.now()
        about = day or now.date()
        if about > now.date():
            raise NotUnderstoodError(
                f"{about.isoformat()} is still to come; nothing was saved; "
                "choose today or an earlier day."
            )
        if about < _EARLIEST_DAY:
            raise NotUnderstoodError(
                f"{about.isoformat()} is too long ago; nothing was saved; check the year."
            )
        writer = by or self._desk.by
        return Stamp(id=uuid4(), day=about, at=now, zone=zone_name(now), by=writer)

    def save(self, entry: AnyEntry) -> Saved:
        """Store one entry."""
        self.replace(added=(entry,), removed=())
        return Saved(entry, changes_of(entry))

    def replace(self, *, added: Sequence[AnyEntry], removed: Sequence[AnyEntry]) -> Changes:
        """Store new entries and remove others in one transaction."""
        changes = Changes()
        for entry in (*added, *removed):
            changes |= changes_of(entry)
        if changes == Changes():
            return changes
        person = self._desk.person_id
        done = _Done(tuple(e.id for e in added), tuple(e.id for e in removed), changes)
        self._desk.apply(
            Write(
                at=self._desk.now(),
                by=self._desk.by,
                entries=tuple((person, entry) for entry in added),
                removed_entries=done.removed,
            )
        )
        self._done.append(done)
        return changes

    def change(self, before: AnyEntry, after: AnyEntry) -> Changes:
        """Put an entry in the place of the one with the same id; its history keeps that one."""
        changes = changes_of(after)
        self._desk.apply(Write(at=self._desk.now(), by=self._desk.by, changed_entries=(after,)))
        self._done.append(_Done((), (), changes, before=(before,)))
        return changes

    def find(self, entry_id: UUID) -> AnyEntry:
        """Return one entry of this person.

        Raises:
            NotUnderstoodError: There is none, or it was removed.
        """
        found = self._desk.storage.entries(self._desk.person_id, EntryQuery(ids=(entry_id,)))
        if not found:
            raise NotUnderstoodError(
                "This entry is no longer in the diary; nothing was changed; look at the day again."
            )
        return found[0]

    def undo_last(self) -> Changes | None:
        """Take back the last action of this session; None when there is none left."""
        if not self._done:
            return None
        done = self._done[-1]
        self._desk.apply(
            Write(
                at=self._desk.now(),
                by=self._desk.by,
                removed_entries=done.added,
                restored_entries=done.removed,
                changed_entries=done.before,
            )
        )
        self._done.pop()
        return done.changes
