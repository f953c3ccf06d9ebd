"""The bin of removed entries, and what happened to an entry since it was written."""

from collections.abc import Collection
from uuid import UUID

from tracker.domain.entries import AnyEntry, ContactEntry, MedicineEntry, SymptomEntry, kind_of
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes, changes_of
from tracker.services.desk import Desk
from tracker.services.entry_history import Binned, EntryAction, EntryChange
from tracker.services.ports import EntryQuery, Write


class Past:
    """What one person removed and changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def binned(self) -> tuple[Binned, ...]:
        """Return what was removed and can be put back, the last removed first.

        What was put in better words is no part of it: the entry's history has both.
        """
        now = self._desk.now()
        return tuple(
            each
            for each in self._all_binned()
            if each.stays_until > now and not self._put_better(each.entry)
        )

    def put_back(self, ids: Collection[UUID]) -> Changes:
        """Put entries from the bin back into the diary, together.

        Raises:
            NotUnderstoodError: One of them is not in the bin any more.
        """
        changes = Changes()
        for each in self._found(ids):
            changes |= changes_of(each.entry)
        return self._desk.apply(Write(at=self._desk.now(), restored_entries=tuple(ids)), changes)

    def delete_for_good(self, ids: Collection[UUID]) -> None:
        """Delete entries of the bin with their history; nothing brings them back.

        Raises:
            NotUnderstoodError: One of them is not in the bin any more.
            NotSavedError: The disk refused; nothing was deleted.
        """
        self._found(ids)
        self._desk.storage.delete_for_good(ids, self._desk.now())

    def clear_old(self) -> int:
        """Delete for good what lay in the bin for 30 days; return how many entries."""
        now = self._desk.now()
        old = [each.entry.id for each in self._all_binned() if each.stays_until <= now]
        if old:
            self._desk.storage.delete_for_good(old, now)
        return len(old)

    def of_entry(self, entry_id: UUID) -> tuple[EntryChange, ...]:
        """Return how an entry was written and what happened to it since, by moment.

        An answer about a symptom takes the others about that symptom and day along: a later one
        takes the place of an earlier one, and both are kept.

        Raises:
            NotUnderstoodError: The entry was deleted for good.
        """
        everything = {each.entry.id: each.entry for each in self._all_binned()}
        everything |= {each.id: each for each in self._entries(EntryQuery(ids=(entry_id,)))}
        if entry_id not in everything:
            raise NotUnderstoodError(
                "This entry was deleted for good, so nothing is kept of it; nothing was changed."
            )
        entry = everything[entry_id]
        about = [each for each in everything.values() if _one_writing(entry, each)]
        if isinstance(entry, SymptomEntry):
            everything |= {each.id: each for each in self._of_its_day(entry)}
            about = [each for each in everything.values() if _same_question(entry, each)]
        lines = self._desk.storage.history([each.id for each in about])
        told = [*(_written(each, lines) for each in about), *lines]
        return tuple(sorted(told, key=lambda line: line.at))

    def _put_better(self, entry: AnyEntry) -> bool:
        return not isinstance(entry, SymptomEntry) and any(
            _one_writing(entry, each) for each in self._of_its_day(entry)
        )

    def _of_its_day(self, entry: AnyEntry) -> tuple[AnyEntry, ...]:
        return self._entries(EntryQuery(since=entry.day, until=entry.day, kinds=(kind_of(entry),)))

    def _all_binned(self) -> tuple[Binned, ...]:
        return self._desk.storage.binned(self._desk.person_id)

    def _entries(self, query: EntryQuery) -> tuple[AnyEntry, ...]:
        return self._desk.storage.entries(self._desk.person_id, query)

    def _found(self, ids: Collection[UUID]) -> list[Binned]:
        found = [each for each in self._all_binned() if each.entry.id in ids]
        if len(found) < len(ids):
            raise NotUnderstoodError(
                "This entry is not in the bin any more; nothing was changed; look at it again."
            )
        return found


def _same_question(entry: SymptomEntry, other: AnyEntry) -> bool:
    return (
        isinstance(other, SymptomEntry)
        and other.symptom == entry.symptom
        and other.day == entry.day
    )


def _one_writing(entry: AnyEntry, other: AnyEntry) -> bool:
    """Return whether one took the place of the other: what is added later keeps the moment."""
    return entry.id == other.id or (
        isinstance(entry, ContactEntry | MedicineEntry)
        and type(entry) is type(other)
        and (entry.at, entry.day) == (other.at, other.day)
    )


def _written(entry: AnyEntry, lines: tuple[EntryChange, ...]) -> EntryChange:
    """Return the line for the writing itself: what stood there before anything happened to it."""
    before = (
        line.before
        for line in lines
        if line.entry_id == entry.id and line.action is not EntryAction.RESTORED
    )
    first = next((each for each in before if each is not None), entry)
    return EntryChange(
        entry_id=entry.id, action=EntryAction.WRITTEN, at=first.at, by=first.by, after=first
    )
