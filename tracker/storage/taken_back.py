"""What was recorded and taken back."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tracker.services.ports import (
    DeletedAppointment,
    DeletedScan,
    PutBack,
    RemovedEntry,
    TakenBack,
    UndoneEvent,
)
from tracker.storage.entry_rows import entry_of_row, event_of_row
from tracker.storage.person_rows import course_of_row
from tracker.storage.pool import Snapshot
from tracker.storage.queries import Question

_KINDS_IN_CALENDARS = "('appointment', 'lvef')"


def taken_back_of(diary: Snapshot, person_id: UUID) -> TakenBack:
    """Return what one person recorded and took back."""
    courses, events, entries, deleted, scans, put_back = (
        list(diary.rows(each)) for each in _questions(person_id)
    )
    return TakenBack(
        courses=tuple(course_of_row(row) for row in courses),
        events=tuple(_undone_event(row) for row in events),
        entries=tuple(_removed_entry(row) for row in entries),
        deleted=tuple(_deleted_appointment(row) for row in deleted),
        courses_undone_at=tuple(datetime.fromisoformat(row["removed_at"]) for row in courses),
        deleted_scans=tuple(_deleted_scan(row) for row in scans),
        put_back=tuple(_put_back(row) for row in put_back),
    )


def _questions(person_id: UUID) -> Iterator[Question]:
    """Ask for what is marked as removed, of what is deleted what is left, and what came back."""
    courses = (
        "SELECT * FROM course WHERE person_id = :person_id AND removed_at IS NOT NULL "
        "ORDER BY number"
    )
    events = (
        "SELECT course_event.*, coalesce(course_event.removed_at, course.removed_at) AS undone_at "
        "FROM course_event JOIN course ON course.id = course_event.course_id "
        "WHERE course.person_id = :person_id "
        "AND (course_event.removed_at IS NOT NULL OR course.removed_at IS NOT NULL) "
        "ORDER BY course_event.number"
    )
    entries = (
        "SELECT * FROM entry "  # noqa: S608 - names of ours
        "WHERE person = (SELECT number FROM person WHERE id = :person_id) "
        f"AND kind IN {_KINDS_IN_CALENDARS} AND removed_at IS NOT NULL ORDER BY at_utc, number"
    )
    deleted, scans = (
        f"SELECT * FROM {table} "  # noqa: S608 - names of ours
        "WHERE person = (SELECT number FROM person WHERE id = :person_id) ORDER BY number"
        for table in ("deleted_appointment", "deleted_scan")
    )
    put_back = (
        "SELECT * FROM put_back WHERE id IN ("
        "SELECT id FROM course WHERE person_id = :person_id UNION ALL "
        "SELECT course_event.id FROM course_event JOIN course ON course.id = course_id "
        "WHERE person_id = :person_id) ORDER BY number"
    )
    values = {"person_id": str(person_id)}
    for each in (courses, events, entries, deleted, scans, put_back):
        yield Question(each, values)


def _undone_event(row: Mapping[str, Any]) -> UndoneEvent:
    """Return the event of a row that is marked as removed, by itself or with its course."""
    undone_at = datetime.fromisoformat(row["undone_at"])
    return UndoneEvent(recorded=event_of_row(row), undone_at=undone_at)


def _removed_entry(row: Mapping[str, Any]) -> RemovedEntry:
    """Return the entry of a row that is marked as removed."""
    removed_at = datetime.fromisoformat(row["removed_at"])
    return RemovedEntry(entry=entry_of_row(row), removed_at=removed_at)


def _deleted_appointment(row: Mapping[str, Any]) -> DeletedAppointment:
    """Return what is left of an appointment that was deleted for good."""
    day = date.fromisoformat(row["day"])
    return DeletedAppointment(id=UUID(row["id"]), day=day, changes=row["changes"])


def _deleted_scan(row: Mapping[str, Any]) -> DeletedScan:
    """Return what is left of a heart scan that was deleted for good."""
    stood = tuple(
        (datetime.fromisoformat(at), None if day is None else date.fromisoformat(day))
        for at, day in json.loads(row["stood"])
    )
    return DeletedScan(id=UUID(row["id"]), stood=stood)


def _put_back(row: Mapping[str, Any]) -> PutBack:
    """Return when something was away."""
    return PutBack(
        id=UUID(row["id"]),
        removed_at=datetime.fromisoformat(row["removed_at"]),
        restored_at=datetime.fromisoformat(row["restored_at"]),
    )
