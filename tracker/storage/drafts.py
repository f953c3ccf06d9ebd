"""What was half typed, kept in a table of its own that is made when it is first needed.

It is no part of the schema that upgrades look after: an older program does not see it, and a
diary without it has no drafts. It lies in the diary file, so a passphrase covers it as well.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, Connection, MetaData, String, Table, Text, delete, insert, select

from tracker.services.ports import Draft

_TABLE = Table(
    "draft",
    MetaData(),
    Column("person_id", String(36), primary_key=True),
    Column("place", String(100), primary_key=True),
    Column("day", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("written_at", String(40), nullable=False),
)
_NAMED = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'draft'"


def read_drafts(connection: Connection, person_id: UUID) -> tuple[Draft, ...]:
    """Return the drafts of a person, oldest first."""
    if not connection.exec_driver_sql(_NAMED).scalar_one():
        return ()
    query = select(_TABLE).where(_TABLE.c.person_id == str(person_id))
    return tuple(
        Draft(
            place=row.place,
            day=date.fromisoformat(row.day),
            text=row.text,
            written_at=datetime.fromisoformat(row.written_at),
        )
        for row in connection.execute(query.order_by(_TABLE.c.written_at))
    )


def write_draft(connection: Connection, person_id: UUID, draft: Draft) -> None:
    """Put a draft in the place of the one that is there."""
    _TABLE.create(connection, checkfirst=True)
    drop_draft(connection, person_id, draft.place)
    connection.execute(
        insert(_TABLE).values(
            person_id=str(person_id),
            place=draft.place,
            day=draft.day.isoformat(),
            text=draft.text,
            written_at=draft.written_at.isoformat(),
        )
    )


def drop_draft(connection: Connection, person_id: UUID, place: str) -> None:
    """Forget a draft; one that is not there is no mistake."""
    if connection.exec_driver_sql(_NAMED).scalar_one():
        this_one = (_TABLE.c.person_id == str(person_id)) & (_TABLE.c.place == place)
        connection.execute(delete(_TABLE).where(this_one))
