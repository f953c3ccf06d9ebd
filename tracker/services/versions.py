"""Entries of which an import brought another version: both are kept until the person chooses."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from tracker.domain.entries import AnyEntry
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes, changes_of
from tracker.services.desk import Desk
from tracker.services.entry_history import EntryAction, EntryChange
from tracker.services.ports import EntryQuery, Write

_IDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """One entry and what came for it.

    Attributes:
        here: What counts until the person chooses.
        arrived: What came and was not chosen about yet, oldest first; never empty.
    """

    here: AnyEntry
    arrived: tuple[EntryChange, ...]


class Versions:
    """Shows both versions and does what the person chooses; each choice can be taken back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def undecided(self) -> tuple[TwoVersions, ...]:
        """Return the entries with more than one version, by moment."""
        storage, person_id = self._desk.storage, self._desk.person_id
        ids = storage.arrived_ids(person_id)
        if not ids:
            return ()
        here = {each.id: each for each in storage.entries(person_id, EntryQuery(ids=ids))}
        lines: list[EntryChange] = []
        for start in range(0, len(ids), _IDS_AT_ONCE):
            lines += storage.history(ids[start : start + _IDS_AT_ONCE])
        found = (
            TwoVersions(entry, _undecided(line for line in lines if line.entry_id == entry.id))
            for entry in here.values()
        )
        return tuple(each for each in found if each.arrived)

    def keep(self, entry_id: UUID) -> Changes:
        """Say that the version here is the right one; its history keeps the other.

        Raises:
            NotUnderstoodError: There is nothing to choose about this entry any more.
        """
        return self._stored(self._found(entry_id).here)

    def take(self, entry_id: UUID, number: int) -> Changes:
        """Put a version that came in the place of the one here; its history keeps that one.

        Args:
            entry_id: Of both.
            number: Which of those that came, from 0.

        Raises:
            NotUnderstoodError: There is no such version to choose any more.
        """
        arrived = self._found(entry_id).arrived
        version = arrived[number].after if number < len(arrived) else None
        if version is None:
            raise _nothing_to_choose()
        return self._stored(version)

    def _found(self, entry_id: UUID) -> TwoVersions:
        found = [each for each in self.undecided() if each.here.id == entry_id]
        if not found:
            raise _nothing_to_choose()
        return found[0]

    def _stored(self, entry: AnyEntry) -> Changes:
        write = Write(at=self._desk.now(), changed_entries=(entry,))
        return self._desk.apply(write, changes_of(entry))


def _undecided(lines: Iterable[EntryChange]) -> tuple[EntryChange, ...]:
    """Return what came and was not chosen about, following one entry's history."""
    waiting: tuple[EntryChange, ...] = ()
    chosen_from: tuple[EntryChange, ...] = ()
    before: AnyEntry | None = None
    for line in lines:
        if line.action is EntryAction.ARRIVED:
            waiting = (*waiting, line)
        elif line.action is EntryAction.CHANGED:
            is_choice = line.after == line.before or any(
                each.after == line.after for each in waiting
            )
            if waiting and is_choice:
                waiting, chosen_from, before = (), waiting, line.before
            elif chosen_from and line.after == before:  # the choice was taken back
                waiting, chosen_from = chosen_from, ()
    return waiting


def _nothing_to_choose() -> NotUnderstoodError:
    return NotUnderstoodError(
        "There is only one version of this entry now; nothing was changed; look at it again."
    )
