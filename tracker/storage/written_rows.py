"""Entries of a diary file as rows; what many of them share is worked out once."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from tracker.domain.entries import AnyEntry
from tracker.services.written_diary import OWN, WrittenEntry
from tracker.storage.entry_rows import own_values

Numbered = tuple[int, WrittenEntry]
"""An entry with the number of its person."""
Row = tuple[Any, ...]

_MOST_REMEMBERED = 5000


class WrittenRows:
    """Makes rows, those of one import one after the other."""

    def __init__(self) -> None:
        self._shared: dict[tuple[int, int], tuple[AnyEntry, Mapping[str, Any]]] = {}

    def of(self, entries: Sequence[Numbered]) -> tuple[tuple[str, ...], list[Row]]:
        """Return the columns that entries of any kinds have, those of `OWN` first, and their rows.

        A column that is not among them says nothing about any of these entries.
        """
        shared = [self._shared_by(*each) for each in entries]
        once = {id(each): each for each in shared}
        columns = tuple(dict.fromkeys(chain.from_iterable(once.values())))
        ends = {place: tuple(map(each.get, columns)) for place, each in once.items()}
        own = len(OWN)
        rows = [
            entry[:own] + ends[id(each)] for (_, entry), each in zip(entries, shared, strict=True)
        ]
        return OWN + columns, rows

    def _shared_by(self, person_number: int, entry: WrittenEntry) -> Mapping[str, Any]:
        """Return the values that an entry has in common with those that are like the same one."""
        key = person_number, id(entry.like)
        found = self._shared.get(key)
        if found is None:
            values = own_values(person_number, entry.like)
            if len(self._shared) >= _MOST_REMEMBERED:
                self._shared.clear()
            others = {name: value for name, value in values.items() if name not in OWN}
            # The entry is kept too: its place in memory must not become another's meanwhile.
            found = self._shared[key] = entry.like, others
        return found[1]
