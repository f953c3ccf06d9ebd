"""Carries out one action on the tables, inside a transaction that somebody else opened."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from tracker.domain.entries import AnyEntry
from tracker.domain.people import Person
from tracker.services.ports import Write
from tracker.services.progress import Progress, unwatched
from tracker.services.written_diary import WrittenEntry, made, written
from tracker.storage import tables
from tracker.storage.adding_many import MANY, add_many
from tracker.storage.entry_rows import row_of_entry, row_of_event
from tracker.storage.person_rows import (
    row_of_course,
    row_of_person,
    rows_of_contacts,
    rows_of_surgeries,
)

# Built once: an answer is stored while a person waits, and building takes longer than storing.
_NEXT_REVISION = update(tables.diary).values(revision=tables.diary.c.revision + 1)
_NUMBER_OF_PERSON = select(tables.person.c.number).where(tables.person.c.id == bindparam("wanted"))


def store(connection: Connection, write: Write, progress: Progress = unwatched) -> None:
    """Carry out one action inside a transaction that is open.

    Raises:
        StoppedError: The one who looks on wants no more of it.
    """
    connection.execute(_NEXT_REVISION)
    for person in write.people:
        _store_person(connection, person)
    for course in write.courses:
        _put(connection, tables.course, row_of_course(course))
    removed_at = write.at.isoformat()
    for table, ids in (
        (tables.course, write.restored_courses),
        (tables.course_event, write.restored_events),
    ):
        _tell_put_back(connection, table, ids, removed_at)
    for table, ids, moment in (
        (tables.course, write.removed_courses, removed_at),
        (tables.course, write.restored_courses, None),
        (tables.course_event, write.removed_events, removed_at),
        (tables.course_event, write.restored_events, None),
        (tables.plan_change, write.removed_plan_changes, removed_at),
        (tables.plan_change, write.restored_plan_changes, None),
    ):
        _mark(connection, table, ids, moment)
    _add(connection, tables.course_event, [row_of_event(each) for each in write.events])
    if write.plan_changes:
        from tracker.storage.plan_changes import row_of_plan_change  # noqa: PLC0415 - seldom

        _add(
            connection,
            tables.plan_change,
            [row_of_plan_change(each) for each in write.plan_changes],
        )
    _add_removed_elsewhere(connection, write)
    _add_entries(connection, write, progress)
    if _changes_what_is_there(write):
        from tracker.storage.changing import change_entries  # noqa: PLC0415 - not at the start

        change_entries(connection, write)


def _changes_what_is_there(write: Write) -> bool:
    return bool(
        write.changed_entries
        or write.removed_entries
        or write.restored_entries
        or write.arrived_versions
    )


def _add_removed_elsewhere(connection: Connection, write: Write) -> None:
    for person_id, (entry_id, at) in write.removed_elsewhere:
        number = connection.execute(_NUMBER_OF_PERSON, {"wanted": str(person_id)}).scalar_one()
        row = {"id": str(entry_id), "person": number, "removed_at": at.isoformat()}
        connection.execute(insert(tables.removed_entry), row)


def _add_entries(connection: Connection, write: Write, progress: Progress) -> None:
    entries: list[tuple[int, AnyEntry | WrittenEntry]] = []
    for person_id, of_one_person in groupby(write.entries, itemgetter(0)):
        wanted = {"wanted": str(person_id)}
        number = connection.execute(_NUMBER_OF_PERSON, wanted).scalar_one()
        entries += [(number, entry) for _, entry in of_one_person]
    if len(entries) >= MANY:
        add_many(connection, [(number, written(entry)) for number, entry in entries], progress)
    else:
        few = [row_of_entry(number, made(entry)) for number, entry in entries]
        _add(connection, tables.entry, few)


def _store_person(connection: Connection, person: Person) -> None:
    _put(connection, tables.person, row_of_person(person))
    for table, rows in (
        (tables.contact_number, rows_of_contacts(person)),
        (tables.surgery, rows_of_surgeries(person)),
    ):
        connection.execute(delete(table).where(table.c.person_id == str(person.id)))
        _add(connection, table, rows)


def _put(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Write a row over the one with the same id, or add it."""
    done = connection.execute(update(table).where(table.c.id == row["id"]).values(**row))
    if done.rowcount == 0:
        connection.execute(insert(table).values(**row))


def _add(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _tell_put_back(
    connection: Connection, table: Table, ids: Sequence[UUID], restored_at: str
) -> None:
    """Keep when these were away, before nothing but that they are there can be seen any more."""
    for each in ids:
        left = select(table.c.removed_at).where(table.c.id == str(each))
        removed_at = connection.execute(left).scalar_one()
        if removed_at is not None:
            away = {"id": str(each), "removed_at": removed_at, "restored_at": restored_at}
            connection.execute(insert(tables.put_back), away)


def _mark(
    connection: Connection, table: Table, ids: Sequence[UUID], removed_at: str | None
) -> None:
    for each in ids:
        connection.execute(
            update(table).where(table.c.id == str(each)).values(removed_at=removed_at)
        )
