"""Stores entries one action at a time and takes the last ones back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID, uuid4

from tracker.domain.entries import AnyEntry
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes, Saved, changes_of
from tracker.services.desk import Desk
from tracker.services.local_time import zone_name
from tracker.services.ports import EntryQuery, Write

_EARLIEST_DAY = date(1900, 1, 1)


class Stamp(TypedDict):
    """The fields that every entry has."""

    id: UUID
    day: date
    at: datetime
    zone: str
    by: str


class Recorder:
    """Writes the entries of one person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

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
        write = Write(
            at=self._desk.now(),
            entries=tuple((person, entry) for entry in added),
            removed_entries=tuple(entry.id for entry in removed),
        )
        return self._desk.apply(write, changes)

    def change(self, entry: AnyEntry) -> Changes:
        """Put an entry in the place of the one with the same id; its history keeps that one."""
        write = Write(at=self._desk.now(), changed_entries=(entry,))
        return self._desk.apply(write, changes_of(entry))

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
