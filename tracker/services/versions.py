"""Entries of which an import brought another version: both are kept until the person chooses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
        ids = self._desk.storage.arrived_ids(self._desk.person_id)
        starts = range(0, len(ids), _IDS_AT_ONCE)
        found = [
            each for start in starts for each in self._among(ids[start : start + _IDS_AT_ONCE])
        ]
        return tuple(sorted(found, key=lambda each: each.here.at))

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

    def _among(self, ids: Sequence[UUID]) -> Iterator[TwoVersions]:
        storage = self._desk.storage
        lines: defaultdict[UUID, list[EntryChange]] = defaultdict(list)
        for line in storage.history(ids):
            lines[line.entry_id].append(line)
        for entry in storage.entries(self._desk.person_id, EntryQuery(ids=ids)):
            if arrived := _undecided(lines[entry.id]):
                yield TwoVersions(entry, arrived)

    def _found(self, entry_id: UUID) -> TwoVersions:
        for found in self._among((entry_id,)):
            return found
        raise _nothing_to_choose()

    def _stored(self, entry: AnyEntry) -> Changes:
        write = Write(at=self._desk.now(), changed_entries=(entry,))
        return self._desk.apply(write, changes_of(entry))


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of an entry that was not taken back.

    Attributes:
        decided: What waited and was chosen about with it; empty for any other change.
    """

    line: EntryChange
    decided: tuple[EntryChange, ...]

    def is_taken_back_by(self, line: EntryChange) -> bool:
        return (line.before, line.after) == (self.line.after, self.line.before)


def _undecided(lines: Iterable[EntryChange]) -> tuple[EntryChange, ...]:
    """Return what came and was not chosen about, following one entry's history.

    Changes are taken back from the last one on, so only the line that exactly reverses the last
    step takes it back; what it decided waits again, before what came since.
    """
    waiting: tuple[EntryChange, ...] = ()
    steps: list[_Step] = []
    for line in lines:
        if line.action is EntryAction.ARRIVED:
            waiting = (*waiting, line)
        elif line.action is EntryAction.CHANGED:
            if waiting and _is_choice(line, waiting):
                steps.append(_Step(line, waiting))
                waiting = ()
            elif steps and steps[-1].is_taken_back_by(line):
                waiting = (*steps.pop().decided, *waiting)
            else:
                steps.append(_Step(line, ()))
    return waiting


def _is_choice(line: EntryChange, waiting: tuple[EntryChange, ...]) -> bool:
    """Return whether the version here was kept, or one that waits took its place."""
    return line.after == line.before or any(each.after == line.after for each in waiting)


def _nothing_to_choose() -> NotUnderstoodError:
    return NotUnderstoodError(
        "There is only one version of this entry now; nothing was changed; look at it again."
    )
