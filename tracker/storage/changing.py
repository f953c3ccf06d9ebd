"""What happens to entries that are there: changed, removed, put back; each with its history."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select, update

from tracker.domain.entries import AnyEntry
from tracker.services.entry_history import EntryAction
from tracker.services.plain_entries import entry_as_plain
from tracker.services.ports import Write
from tracker.storage import tables
from tracker.storage.entry_rows import entry_of_row, row_of_entry

_ENTRY = tables.entry
_IDS_AT_ONCE = 500


def change_entries(connection: Connection, write: Write) -> None:
    """Carry out what an action does to entries that are there; the history is written first.

    The triggers refuse a change whose line is missing.
    """
    new = {entry.id: entry for entry in write.changed_entries}
    arrived = {entry.id: entry for entry in write.arrived_versions}
    done = (
        (EntryAction.CHANGED, new),
        (EntryAction.REMOVED, dict.fromkeys(write.removed_entries)),
        (EntryAction.RESTORED, dict.fromkeys(write.restored_entries)),
        (EntryAction.ARRIVED, arrived),
    )
    here = _rows(connection, [each for _, entries in done for each in entries])
    lines = [
        _line(action, here[each], entries[each], write)
        for action, entries in done
        for each in entries
        if each in here
    ]
    if not lines:
        return
    revision = connection.execute(select(tables.diary.c.revision)).scalar_one()
    connection.execute(
        insert(tables.entry_history), [{**line, "revision": revision} for line in lines]
    )
    for entry_id, entry in new.items():
        if entry_id in here:
            _update(connection, entry_id, row_of_entry(here[entry_id].person, entry))
    for ids, removed_at in (
        (write.removed_entries, write.at.isoformat()),
        (write.restored_entries, None),
    ):
        for entry_id in ids:
            _update(connection, entry_id, {"removed_at": removed_at})


def _rows(connection: Connection, ids: list[UUID]) -> dict[UUID, Row[Any]]:
    found: dict[UUID, Row[Any]] = {}
    for start in range(0, len(ids), _IDS_AT_ONCE):
        part = [str(each) for each in ids[start : start + _IDS_AT_ONCE]]
        for row in connection.execute(select(_ENTRY).where(_ENTRY.c.id.in_(part))):
            found[UUID(row.id)] = row
    return found


def _line(
    action: EntryAction, row: Row[Any], entry: AnyEntry | None, write: Write
) -> dict[str, Any]:
    stands = text_of_entry(entry_of_row(row._asdict()))
    before = None if action is EntryAction.RESTORED else stands
    after = stands if action is EntryAction.RESTORED else None
    if entry is not None:
        after = text_of_entry(entry)
    return {
        "entry_id": row.id,
        "action": action.value,
        "at": write.at.isoformat(),
        "author": write.by,
        "before": before,
        "after": after,
    }


def text_of_entry(entry: AnyEntry) -> str:
    """Return an entry as the text that its history keeps."""
    return json.dumps(entry_as_plain(entry), ensure_ascii=False)


def _update(connection: Connection, entry_id: UUID, values: dict[str, Any]) -> None:
    connection.execute(update(_ENTRY).where(_ENTRY.c.id == str(entry_id)).values(values))
