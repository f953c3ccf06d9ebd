"""Which rows a question about entries means."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from tracker.services.ports import EntryQuery
from tracker.storage import tables
from tracker.storage.entry_rows import utc_text

_ENTRY = tables.entry.c
_KINDS_IN_CALENDARS = ("appointment", "lvef")


def standing(person_id: UUID) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return what is true of the entries of one person that were not removed."""
    person = tables.person.c
    number = select(person.number).where(person.id == str(person_id)).scalar_subquery()
    return (_ENTRY.person == number, _ENTRY.removed_at.is_(None))


def entries_query(person_id: UUID, query: EntryQuery) -> Select[Any]:
    """Return the selection of entries; the latest first where only the newest are wanted."""
    moment: ColumnElement[str] = _ENTRY.at_utc
    if query.since is not None or query.until is not None:
        # Days narrow more than moments: keep the index of moments from being walked instead.
        moment = _ENTRY.at_utc.concat("")
    found = select(tables.entry).where(*standing(person_id), *_bounds(query, moment))
    if query.kinds is not None:
        found = found.where(_ENTRY.kind.in_(tuple(query.kinds)))
    if query.ids is not None:
        found = found.where(_ENTRY.id.in_([str(each) for each in query.ids]))
    if query.newest is not None:
        return found.order_by(moment.desc(), _ENTRY.number.desc()).limit(query.newest)
    return found.order_by(moment, _ENTRY.number)


def _bounds(query: EntryQuery, moment: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
    if query.since is not None:
        yield _ENTRY.day >= query.since.isoformat()
    if query.until is not None:
        yield _ENTRY.day <= query.until.isoformat()
    if query.written_after is not None:
        yield moment > utc_text(query.written_after)
    if query.written_until is not None:
        yield moment <= utc_text(query.written_until)


def latest_answer_query(person_id: UUID, written_until: datetime) -> Select[Any]:
    """Return the selection of the last answer about `:wanted` that is no skip."""
    return (
        select(tables.entry)
        .where(
            *standing(person_id),
            _ENTRY.symptom == bindparam("wanted"),
            _ENTRY.severity.is_not(None),
            _ENTRY.at_utc <= utc_text(written_until),
        )
        .order_by(_ENTRY.at_utc.desc(), _ENTRY.number.desc())
        .limit(1)
    )


def symptom_days_query(person_id: UUID, written_until: datetime, since: date | None) -> Select[Any]:
    """Return the selection of symptom, day and severity; for all days an index holds all of it."""
    found = select(_ENTRY.symptom, _ENTRY.day, _ENTRY.severity).where(
        *standing(person_id), _ENTRY.symptom.is_not(None)
    )
    moment: ColumnElement[str] = _ENTRY.at_utc
    if since is not None:
        # As in `entries_query`: the days narrow more.
        moment = _ENTRY.at_utc.concat("")
        found = found.where(_ENTRY.day >= since.isoformat())
    return found.where(moment <= utc_text(written_until)).order_by(moment, _ENTRY.number)


def taken_back_queries(person_id: UUID) -> tuple[Select[Any], Select[Any], Select[Any]]:
    """Return the selections of courses, events and dated entries that are marked as removed."""
    course, event = tables.course, tables.course_event
    courses = select(course).where(
        course.c.person_id == str(person_id), course.c.removed_at.is_not(None)
    )
    undone_at = func.coalesce(event.c.removed_at, course.c.removed_at)
    events = (
        select(event, undone_at.label("undone_at"))
        .join(course, course.c.id == event.c.course_id)
        .where(course.c.person_id == str(person_id), undone_at.is_not(None))
    )
    person = tables.person.c
    number = select(person.number).where(person.id == str(person_id)).scalar_subquery()
    entries = select(tables.entry).where(
        _ENTRY.person == number,
        _ENTRY.kind.in_(_KINDS_IN_CALENDARS),
        _ENTRY.removed_at.is_not(None),
    )
    return (
        courses.order_by(course.c.number),
        events.order_by(event.c.number),
        entries.order_by(_ENTRY.at_utc, _ENTRY.number),
    )
