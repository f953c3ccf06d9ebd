"""What was half typed, kept in a table of its own that is made when it is first needed.

It is no part of the schema that upgrades look after: an older program does not see it, and a
diary without it has no drafts. It lies in the diary file, so a passphrase covers it as well.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tracker.services.ports import Draft
from tracker.storage.queries import Question

if TYPE_CHECKING:
    from sqlalchemy import Connection

IS_THERE = Question(
    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'draft'", {}
)
_MAKE = """
CREATE TABLE IF NOT EXISTS draft (
    person_id VARCHAR(36) NOT NULL,
    place VARCHAR(100) NOT NULL,
    day VARCHAR(10) NOT NULL,
    text TEXT NOT NULL,
    written_at VARCHAR(40) NOT NULL,
    PRIMARY KEY (person_id, place)
)
"""
_PUT = """
INSERT OR REPLACE INTO draft (person_id, place, day, text, written_at)
VALUES (:person_id, :place, :day, :text, :written_at)
"""
_DROP = "DELETE FROM draft WHERE person_id = :person_id AND place = :place"


def drafts_question(person_id: UUID) -> Question:
    """Ask for the drafts of a person, oldest first; only where `IS_THERE`."""
    sql = "SELECT * FROM draft WHERE person_id = :person_id ORDER BY written_at"
    return Question(sql, {"person_id": str(person_id)})


def draft_of_row(row: Mapping[str, Any]) -> Draft:
    """Return the draft of one row."""
    return Draft(
        place=row["place"],
        day=date.fromisoformat(row["day"]),
        text=row["text"],
        written_at=datetime.fromisoformat(row["written_at"]),
    )


def write_draft(connection: "Connection", person_id: UUID, draft: Draft) -> None:
    """Put a draft in the place of the one that is there."""
    connection.exec_driver_sql(_MAKE)
    row = {
        "person_id": str(person_id),
        "place": draft.place,
        "day": draft.day.isoformat(),
        "text": draft.text,
        "written_at": draft.written_at.isoformat(),
    }
    connection.exec_driver_sql(_PUT, row)


def drop_draft(connection: "Connection", person_id: UUID, place: str) -> None:
    """Forget a draft; one that is not there is no mistake."""
    if connection.exec_driver_sql(IS_THERE.sql).scalar_one():
        connection.exec_driver_sql(_DROP, {"person_id": str(person_id), "place": place})
