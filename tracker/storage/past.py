"""The history of entries, and the bin: what an open diary knows of what changed and went."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from tracker.domain.entries import AnyEntry
from tracker.services.entry_history import Binned, EntryAction, EntryChange
from tracker.services.plain_entries import entry_from_plain
from tracker.storage import tables
from tracker.storage.entry_rows import entry_of_row
from tracker.storage.pool import Snapshot
from tracker.storage.queries import Question

_ENTRY, _HISTORY, _DELETED = tables.entry, tables.entry_history, tables.deleted_entry
_APPOINTMENT = "appointment"
_BINNED = """
SELECT entry.*, (
  SELECT author FROM entry_history AS line
  WHERE line.entry_id = entry.id AND line.action = 'removed' ORDER BY line.number DESC LIMIT 1
) AS remover
FROM entry WHERE removed_at IS NOT NULL
AND person = (SELECT number FROM person WHERE id = :person_id) ORDER BY number
"""


def lines_of(diary: Snapshot, ids: Collection[UUID]) -> Iterator[EntryChange]:
    """Yield what happened to these entries after they were written, in that order."""
    names = {f"id{number}": str(each) for number, each in enumerate(ids)}
    marks = ", ".join(f":{name}" for name in names)
    sql = f"SELECT * FROM entry_history WHERE entry_id IN ({marks}) ORDER BY number"  # noqa: S608 - ours
    for row in diary.rows(Question(sql, names)) if names else ():
        yield EntryChange(
            entry_id=UUID(row["entry_id"]),
            action=EntryAction(row["action"]),
            at=datetime.fromisoformat(row["at"]),
            by=row["author"],
            before=_entry_of_text(row["before"]),
            after=_entry_of_text(row["after"]),
        )


def binned_of(diary: Snapshot, person_id: UUID) -> tuple[Binned, ...]:
    """Return one person's entries in the bin, the last removed first."""
    found = [
        Binned(
            entry=entry_of_row(row),
            removed_at=datetime.fromisoformat(row["removed_at"]),
            by=row["remover"],
        )
        for row in diary.rows(Question(_BINNED, {"person_id": str(person_id)}))
    ]
    return tuple(sorted(found, key=lambda each: each.removed_at, reverse=True))


def delete_for_good(connection: Connection, ids: Iterable[UUID], at: datetime) -> None:
    """Delete entries that lie in the bin, with their history, and write over what they held."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    connection.execute(update(tables.diary).values(revision=tables.diary.c.revision + 1))
    for entry_id in ids:
        _delete(connection, str(entry_id), at)


def _delete(connection: Connection, entry_id: str, at: datetime) -> None:
    in_bin = (_ENTRY.c.id == entry_id) & _ENTRY.c.removed_at.is_not(None)
    columns = (_ENTRY.c.number, _ENTRY.c.person, _ENTRY.c.kind, _ENTRY.c.starts_at)
    row = connection.execute(select(*columns).where(in_bin)).one_or_none()
    if row is None:
        return
    gone = {"number": row.number, "id": entry_id, "deleted_at": at.isoformat()}
    connection.execute(insert(_DELETED), gone)
    if row.kind == _APPOINTMENT:
        _keep_for_calendars(connection, entry_id, row)
    connection.execute(delete(_HISTORY).where(_HISTORY.c.entry_id == entry_id))
    connection.execute(delete(_ENTRY).where(_ENTRY.c.number == row.number))


def _keep_for_calendars(connection: Connection, entry_id: str, row: Row[*tuple[Any, ...]]) -> None:
    """Keep that an appointment is cancelled: a calendar that took it over must hear of it."""
    told = (_HISTORY.c.entry_id == entry_id) & (_HISTORY.c.action != EntryAction.ARRIVED.value)
    changes = connection.execute(select(func.count()).where(told)).scalar_one()
    day = datetime.fromisoformat(row.starts_at).date().isoformat()
    left = {"number": row.number, "person": row.person, "id": entry_id, "day": day}
    connection.execute(insert(tables.deleted_appointment), {**left, "changes": changes})


def _entry_of_text(text: str | None) -> AnyEntry | None:
    return None if text is None else entry_from_plain(json.loads(text))
