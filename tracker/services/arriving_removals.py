"""What was removed in another copy of a diary, and what that means here.

A removal wins over an entry to which nothing happened here since: it goes to the bin, from where
it can be put back. What was changed or put back here later stays, and that is said.
"""

from dataclasses import dataclass
from uuid import UUID

from tracker.domain.diary import Removal
from tracker.services.arriving_people import refuse_what_is_of_others
from tracker.services.entry_history import EntryAction
from tracker.services.ports import EntryQuery, Storage
from tracker.services.written_diary import WrittenDiary

_IDS_AT_ONCE = 500
_LATER_WORD = (EntryAction.CHANGED, EntryAction.RESTORED)


@dataclass(frozen=True, slots=True)
class ArrivingRemovals:
    """What the removals of a file do here.

    Attributes:
        gone: Entries that stand here and go to the bin.
        elsewhere: Removals of entries that never came here, and are not to come.
        kept: How many entries were changed or put back here since.
    """

    gone: tuple[UUID, ...]
    elsewhere: tuple[Removal, ...]
    kept: int


def arriving_removals(storage: Storage | None, diary: WrittenDiary) -> ArrivingRemovals:
    """Return what the removals of one person's file do; None: to a new diary.

    Raises:
        NotUnderstoodError: An id is another person's here.
    """
    if storage is None:
        return ArrivingRemovals((), diary.removed, 0)
    gone: list[UUID] = []
    elsewhere: list[Removal] = []
    kept = 0
    for start in range(0, len(diary.removed), _IDS_AT_ONCE):
        part = diary.removed[start : start + _IDS_AT_ONCE]
        ids = [each.entry_id for each in part]
        refuse_what_is_of_others(storage, diary.person, entries=ids)
        known = storage.known_ids([str(each) for each in ids])
        elsewhere += (each for each in part if str(each.entry_id) not in known)
        standing = {each.id for each in storage.entries(diary.person.id, EntryQuery(ids=ids))}
        stay = _with_a_later_word(storage, part)
        gone += (each for each in ids if each in standing - stay)
        kept += len(standing & stay)
    return ArrivingRemovals(tuple(gone), tuple(elsewhere), kept)


def _with_a_later_word(storage: Storage, removals: tuple[Removal, ...]) -> frozenset[UUID]:
    removed_at = dict(removals)
    lines = storage.history(list(removed_at))
    return frozenset(
        line.entry_id
        for line in lines
        if line.action in _LATER_WORD and line.at >= removed_at[line.entry_id]
    )
