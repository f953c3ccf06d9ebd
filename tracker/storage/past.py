"""The history of entries, and the bin: what an open diary knows of what changed and went."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from tracker.domain.diary import Removal
from tracker.domain.entries import AnyEntry
from tracker.services.entry_history import Binned, EntryAction, EntryChange
from tracker.services.plain_entries import entry_from_plain
from tracker.storage import tables
from tracker.storage.entry_rows import entry_of_row
from tracker.storage.pool import Snapshot
from tracker.storage.queries import Question

_ENTRY, _HISTORY, _DELETED = tables.entry, tables.entry_history, tables.deleted_entry
_APPOINTMENT, _SCAN = "appointment", "lvef"
_BINNED = """
SELECT entry.*, (
  SELECT author FROM entry_history AS line
  WHERE line.entry_id = entry.id AND line.action = 'removed' ORDER BY line.number DESC LIMIT 1
) AS remover
FROM entry WHERE removed_at IS NOT NULL
AND person = (SELECT number FROM person WHERE id = :person_id) ORDER BY number
"""

_OF_PERSON = "person = (SELECT number FROM person WHERE id = :person_id)"
_REMOVALS = f"""
SELECT id, removed_at FROM entry WHERE removed_at IS NOT NULL AND {_OF_PERSON}
UNION ALL SELECT id, removed_at FROM removed_entry WHERE {_OF_PERSON} ORDER BY id
"""  # noqa: S608 - ours


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


def removals_of(diary: Snapshot, person_id: UUID) -> tuple[Removal, ...]:
    """Return which entries of one person lie in the bin, are deleted, or were removed elsewhere."""
    rows = diary.tuples(Question(_REMOVALS, {"person_id": str(person_id)}))
    return tuple(Removal(UUID(entry_id), datetime.fromisoformat(at)) for entry_id, at in rows)


def delete_for_good(connection: Connection, ids: Iterable[UUID], at: datetime) -> None:
    """Delete entries that lie in the bin, with their history, and write over what they held."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    connection.execute(update(tables.diary).values(revision=tables.diary.c.revision + 1))
    for entry_id in ids:
        _delete(connection, str(entry_id), at)


def _delete(connection: Connection, entry_id: str, at: datetime) -> None:
    in_bin = (_ENTRY.c.id == entry_id) & _ENTRY.c.removed_at.is_not(None)
    row = connection.execute(select(_ENTRY).where(in_bin)).one_or_none()
    if row is None:
        return
    _keep(connection, _DELETED, row.number, {"id": entry_id, "deleted_at": at.isoformat()})
    mark = {"id": entry_id, "person": row.person, "removed_at": row.removed_at}
    connection.execute(insert(tables.removed_entry), mark)
    if row.kind == _APPOINTMENT:
        _keep_for_calendars(connection, entry_id, row)
    elif row.kind == _SCAN:
        _keep_days_of_scan(connection, row, at)
    connection.execute(delete(_HISTORY).where(_HISTORY.c.entry_id == entry_id))
    connection.execute(delete(_ENTRY).where(_ENTRY.c.number == row.number))


def _keep(connection: Connection, table: Table, number: int, left: dict[str, Any]) -> None:
    """Keep what is left of an entry under its number, which SQLite may have given out before.

    The number of the last entry is free again when that is deleted; then one below zero, which no
    entry ever has, takes its place.
    """
    taken = connection.execute(select(table.c.number).where(table.c.number == number)).first()
    if taken is not None:
        lowest = connection.execute(select(func.min(table.c.number))).scalar_one()
        number = min(lowest, 0) - 1
    connection.execute(insert(table), {"number": number, **left})


def _keep_for_calendars(connection: Connection, entry_id: str, row: Row[*tuple[Any, ...]]) -> None:
    """Keep that an appointment is cancelled: a calendar that took it over must hear of it."""
    told = (_HISTORY.c.entry_id == entry_id) & (_HISTORY.c.action != EntryAction.ARRIVED.value)
    changes = connection.execute(select(func.count()).where(told)).scalar_one()
    day = datetime.fromisoformat(row.starts_at).date().isoformat()
    left = {"person": row.person, "id": entry_id, "day": day, "changes": changes}
    _keep(connection, tables.deleted_appointment, row.number, left)


def _keep_days_of_scan(
    connection: Connection, row: Row[*tuple[Any, ...]], deleted_at: datetime
) -> None:
    """Keep on which days a scan stood from when on: calendars may have what it did, and must go on.

    A later file says of the checks that followed from it that they are cancelled.
    """
    told = select(_HISTORY).where(_HISTORY.c.entry_id == row.id).order_by(_HISTORY.c.number)
    lines = [(line.at, line.action, line.before, line.after) for line in connection.execute(told)]
    changed = (before for _, action, before, _ in lines if action == EntryAction.CHANGED.value)
    stood: list[tuple[str, str | None]] = [(row.at, _day_of(next(changed, None), row.day))]
    for at, action, _, after in lines:
        if action != EntryAction.ARRIVED.value:
            removed = action == EntryAction.REMOVED.value
            stood.append((at, None if removed else _day_of(after, row.day)))
    stood.append((deleted_at.isoformat(), None))
    left = {"person": row.person, "id": row.id, "stood": json.dumps(stood)}
    _keep(connection, tables.deleted_scan, row.number, left)


def _day_of(text: str | None, otherwise: str) -> str:
    return otherwise if text is None else str(json.loads(text)["day"])


def _entry_of_text(text: str | None) -> AnyEntry | None:
    return None if text is None else entry_from_plain(json.loads(text))
