"""Entries and events as rows, and back."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from tracker.domain.entries import AnyEntry, SymptomDays
from tracker.services.moments import utc_text
from tracker.services.plain_entries import entry_as_plain, entry_from_plain
from tracker.services.plain_events import event_as_plain, event_from_plain
from tracker.services.ports import RecordedEvent

_LISTS = ("flags", "alerts")
_MAIN_CONCERN = "main-concern"
"""Stands among the flags of a question, which has no others."""


def row_of_entry(person_number: int, entry: AnyEntry) -> dict[str, Any]:
    """Return the values of one row; every column is named, so that rows can be stored together."""
    return {**_nothing(), **own_values(person_number, entry)}


def own_values(person_number: int, entry: AnyEntry) -> dict[str, Any]:
    """Return the values of one row without the columns that its kind does not have."""
    plain = entry_as_plain(entry)
    if "flags" in plain:
        plain["flags"] = json.dumps(plain["flags"], ensure_ascii=False) if plain["flags"] else None
    if plain.pop("main_concern", False):
        plain["flags"] = json.dumps([_MAIN_CONCERN])
    if plain.get("alerts") is not None:
        plain["alerts"] = json.dumps(plain["alerts"], ensure_ascii=False)
    plain["author"] = plain.pop("by")
    plain["person"] = person_number
    plain["at_utc"] = utc_text(entry.at)
    return plain


@cache
def _nothing() -> dict[str, None]:
    # Rows are read before SQLAlchemy is there, and written by it.
    from tracker.storage.tables import entry as table  # noqa: PLC0415

    given_later = {"number", "removed_at"}
    return dict.fromkeys(column.name for column in table.columns if column.name not in given_later)


def entry_of_row(row: Mapping[str, Any]) -> AnyEntry:
    """Return the entry of one row."""
    plain = dict(row)
    for key in _LISTS:
        if plain[key] is not None:
            plain[key] = json.loads(plain[key])
    plain["by"] = plain["author"]
    plain["main_concern"] = _MAIN_CONCERN in (plain["flags"] or ())
    return entry_from_plain(plain)


def symptom_days_of(rows: Sequence[tuple[str, str, int | None]]) -> SymptomDays:
    """Return what stands of rows of symptom, day and severity, in the order of writing."""
    days = {text: date.fromisoformat(text) for text in {row[1] for row in rows}}
    found: defaultdict[str, dict[date, int | None]] = defaultdict(dict)
    for symptom, day, severity in rows:
        found[symptom][days[day]] = severity
    return dict(found)


def row_of_event(recorded: RecordedEvent) -> dict[str, Any]:
    """Return the values of one row."""
    plain = event_as_plain(recorded.event)
    on_day = plain.pop("on", None) or plain.pop("to", None)
    empty = dict.fromkeys(("cycle", "reason", "note", "dose_mg_m2"))
    return {
        **empty,
        **plain,
        "id": str(recorded.id),
        "course_id": str(recorded.course_id),
        "on_day": on_day,
        "recorded_at": recorded.recorded_at.isoformat(),
        "author": recorded.by,
    }


def event_of_row(row: Mapping[str, Any]) -> RecordedEvent:
    """Return the event of one row."""
    plain = {**row, "on": row["on_day"], "to": row["on_day"]}
    return RecordedEvent(
        id=UUID(row["id"]),
        course_id=UUID(row["course_id"]),
        event=event_from_plain(plain),
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        by=row["author"],
    )
