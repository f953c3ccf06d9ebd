"""Entries of a diary file as rows; what many of them share is worked out once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from tracker.domain.entries import AnyEntry
from tracker.services.written_diary import OWN, WrittenEntry, texts_of
from tracker.storage.entry_rows import own_values

Numbered = tuple[int, WrittenEntry]
"""An entry with the number of its person."""
Row = tuple[Any, ...]

_MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class PartedRows:
    """The rows of several entries; what is the same in many of them stands here once.

    Attributes:
        own_columns: Those of `OWN`, and every text that one of these entries may have.
        columns: Those of `shared`; all that stand in neither say nothing about any entry.
        shared: What entries have in common.
        own: For each entry the columns of `own_columns`, and then its place in `shared`.
    """

    own_columns: tuple[str, ...]
    columns: tuple[str, ...]
    shared: list[Row]
    own: list[Row]

    def whole(self) -> list[Row]:
        """Return for each entry the values of `own_columns` and then those of `columns`."""
        return [each[:-1] + self.shared[each[-1]] for each in self.own]


class WrittenRows:
    """Makes rows, those of one import one after the other."""

    def __init__(self) -> None:
        self._shared: dict[tuple[int, int], tuple[AnyEntry, Mapping[str, Any]]] = {}

    def of(self, entries: Sequence[Numbered]) -> PartedRows:
        """Return the rows of entries of any kinds, in their order."""
        shared = [self._shared_by(*each) for each in entries]
        once = {id(each): each for each in shared}
        columns = tuple(dict.fromkeys(chain.from_iterable(once.values())))
        ends = [tuple(map(each.get, columns)) for each in once.values()]
        places = {address: (place,) for place, address in enumerate(once)}
        kinds = dict.fromkeys(type(entry.like) for _, entry in entries)
        texts = tuple(dict.fromkeys(chain.from_iterable(map(texts_of, kinds))))
        spread = {kind: _spreading(texts_of(kind), texts) for kind in kinds}
        length = len(OWN)
        own = [
            entry[:length] + spread[type(entry.like)](entry.texts) + places[id(each)]
            for (_, entry), each in zip(entries, shared, strict=True)
        ]
        return PartedRows(OWN + texts, columns, ends, own)

    def _shared_by(self, person_number: int, entry: WrittenEntry) -> Mapping[str, Any]:
        """Return the values that an entry has in common with those that are like the same one."""
        key = person_number, id(entry.like)
        found = self._shared.get(key)
        if found is None:
            values = own_values(person_number, entry.like)
            if len(self._shared) >= _MOST_REMEMBERED:
                self._shared.clear()
            own = {*OWN, *texts_of(type(entry.like))}
            others = {name: value for name, value in values.items() if name not in own}
            # The entry is kept too: its place in memory must not become another's meanwhile.
            found = self._shared[key] = entry.like, others
        return found[1]


def _spreading(names: tuple[str, ...], all_names: tuple[str, ...]) -> Callable[[Row], Row]:
    """Return what puts the texts of one kind where they stand among those of all kinds."""
    if names == all_names:
        return lambda texts: texts
    places = [names.index(name) if name in names else len(names) for name in all_names]
    return lambda texts: tuple(map((*texts, None).__getitem__, places))
