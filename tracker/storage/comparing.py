"""Which entries of a file the diary has seen, and which stand in it word for word."""

from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from tracker.domain.entries import AnyEntry
from tracker.storage.entry_rows import own_values
from tracker.storage.pool import Snapshot
from tracker.storage.queries import known_ids_question, number_question, standing_question

_IDS_AT_ONCE = 500


def known_ids(diary: Snapshot, ids: Collection[UUID]) -> frozenset[UUID]:
    """Return which of these entry ids the file has seen, those that are gone included."""
    texts = [str(each) for each in ids]
    known: set[UUID] = set()
    for start in range(0, len(texts), _IDS_AT_ONCE):
        question = known_ids_question(texts[start : start + _IDS_AT_ONCE])
        known.update(UUID(each) for (each,) in diary.tuples(question))
    return frozenset(known)


def standing_ids(diary: Snapshot, person_id: UUID, entries: Sequence[AnyEntry]) -> Iterator[UUID]:
    """Yield the ids of those that one person has, exactly so and not removed.

    Rows are compared as they lie there: a hundred thousand entries are not made to be let go.
    What differs only in how it is written, as 37.0 and 37.00 do, is not among them.
    """
    numbers = diary.tuples(number_question(person_id))
    if not numbers:
        return
    wanted = {str(entry.id): entry for entry in entries}
    names, rows = diary.named_tuples(standing_question(wanted))
    number, row_id = names.index("number"), names.index("id")
    for row in rows:
        entry = wanted[row[row_id]]
        values = own_values(numbers[0][0], entry)
        values["number"] = row[number]
        if tuple(map(values.get, names)) == row:
            yield entry.id
