"""Which entries of a file the diary has seen, and which stand in it word for word."""

from collections.abc import Collection, Sequence
from uuid import UUID

from tracker.services.progress import Progress
from tracker.services.written_diary import WrittenEntry
from tracker.storage.pool import Snapshot
from tracker.storage.queries import (
    NO_ENTRY,
    known_ids_question,
    number_question,
    standing_question,
)
from tracker.storage.written_rows import WrittenRows

_IDS_AT_ONCE = 500


def known_ids(diary: Snapshot, ids: Collection[str]) -> frozenset[str]:
    """Return which of these entry ids the file has seen, those that are gone included."""
    texts, known = list(ids), set[str]()
    for start in range(0, len(texts), _IDS_AT_ONCE):
        question = known_ids_question(texts[start : start + _IDS_AT_ONCE])
        known.update(each for (each,) in diary.tuples(question))
    return frozenset(known)


def not_standing(
    diary: Snapshot, person_id: UUID, entries: Sequence[WrittenEntry], progress: Progress
) -> list[WrittenEntry]:
    """Return those that one person does not have exactly so, or that are removed.

    Rows are compared as they lie there: a hundred thousand entries are not made to be let go.
    What differs only in how it is written, as 37.0 and 37.00 do, counts as different.
    """
    numbers = diary.tuples(number_question(person_id))
    if not numbers:
        return list(entries)
    number, columns, rows = numbers[0][0], _told(diary), WrittenRows()
    different: list[WrittenEntry] = []
    for start in range(0, len(entries), _IDS_AT_ONCE):
        progress(start / len(entries))
        part = entries[start : start + _IDS_AT_ONCE]
        parted = rows.of([(number, entry) for entry in part])
        names = parted.own_columns + parted.columns
        ids, empty = [entry.entry_id for entry in part], columns - set(names)
        here = {row[0]: row for row in diary.tuples(standing_question(ids, names, empty))}
        different += [
            entry
            for entry, row in zip(part, parted.whole(), strict=True)
            if here.get(entry.entry_id) != row
        ]
    return different


def _told(diary: Snapshot) -> set[str]:
    """Return the columns that tell what an entry says."""
    names, _ = diary.named_tuples(NO_ENTRY)
    return {*names} - {"number", "removed_at"}
