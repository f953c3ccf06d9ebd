"""Changes of a plan that are no events, as rows and back."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tracker.domain.people import Surgery
from tracker.services.plan_history import PlanChange, PlanChangeKind, PlanFacts
from tracker.storage.person_rows import course_of_row, row_of_course

Row = Mapping[str, Any]


def row_of_plan_change(change: PlanChange) -> dict[str, Any]:
    """Return the values of a change's row."""
    return {
        "id": str(change.id),
        "person_id": str(change.person_id),
        "kind": change.kind.value,
        "before": _text_of_facts(change.before),
        "after": _text_of_facts(change.after),
        "recorded_at": change.recorded_at.isoformat(),
        "author": change.by,
        "after_event": None if change.after_event is None else str(change.after_event),
    }


def plan_change_of_row(row: Row) -> PlanChange:
    """Return the change of a row."""
    undone_at, after_event = row["removed_at"], row["after_event"]
    return PlanChange(
        id=UUID(row["id"]),
        person_id=UUID(row["person_id"]),
        kind=PlanChangeKind(row["kind"]),
        before=_facts_of_text(row["before"]),
        after=_facts_of_text(row["after"]),
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        by=row["author"],
        after_event=None if after_event is None else UUID(after_event),
        undone_at=None if undone_at is None else datetime.fromisoformat(undone_at),
    )


def _text_of_facts(facts: PlanFacts) -> str:
    plain = {
        "course": None if facts.course is None else row_of_course(facts.course),
        "surgeries": [
            [each.on.isoformat(), each.name, each.definitive] for each in facts.surgeries
        ],
        "last_course": None if facts.last_course is None else str(facts.last_course),
    }
    return json.dumps(plain, ensure_ascii=False)


def _facts_of_text(text: str) -> PlanFacts:
    plain = json.loads(text)
    course, last_course = plain["course"], plain.get("last_course")
    return PlanFacts(
        course=None if course is None else course_of_row(course),
        surgeries=tuple(
            Surgery(date.fromisoformat(on), name, definitive)
            for on, name, definitive in plain["surgeries"]
        ),
        last_course=None if last_course is None else UUID(last_course),
    )
