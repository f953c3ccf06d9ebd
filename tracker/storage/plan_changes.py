"""Changes of a plan that are no events, as rows and back."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tracker.domain.people import Surgery
from tracker.services.plan_history import PlanChange, PlanChangeKind, PlanFacts
from tracker.storage.person_rows import course_of_row, row_of_course
from tracker.storage.pool import Snapshot
from tracker.storage.queries import Question

Row = Mapping[str, Any]


def plan_changes_of(diary: Snapshot, person_id: UUID) -> tuple[PlanChange, ...]:
    """Return one person's changes in the order recorded, those that were taken back included."""
    sql = "SELECT * FROM plan_change WHERE person_id = :person_id ORDER BY number"
    rows = diary.rows(Question(sql, {"person_id": str(person_id)}))
    return tuple(plan_change_of_row(row) for row in rows)


def row_of_plan_change(change: PlanChange) -> dict[str, Any]:
    """Return the values of a change's row."""
    return {
        "id": str(change.id),
        "person_id": str(change.person_id),
        "kind": change.kind.value,
        "before": json.dumps(
            {**_plain_facts(change.before), "last_course": _text(change.after_course)},
            ensure_ascii=False,
        ),
        "after": json.dumps(_plain_facts(change.after), ensure_ascii=False),
        "recorded_at": change.recorded_at.isoformat(),
        "author": change.by,
        "after_event": _text(change.after_event),
    }


def plan_change_of_row(row: Row) -> PlanChange:
    """Return the change of a row."""
    undone_at, before = row["removed_at"], json.loads(row["before"])
    return PlanChange(
        id=UUID(row["id"]),
        person_id=UUID(row["person_id"]),
        kind=PlanChangeKind(row["kind"]),
        before=_facts_of(before),
        after=_facts_of(json.loads(row["after"])),
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        by=row["author"],
        after_course=_id(before.get("last_course")),
        after_event=_id(row["after_event"]),
        undone_at=None if undone_at is None else datetime.fromisoformat(undone_at),
    )


def _plain_facts(facts: PlanFacts) -> dict[str, Any]:
    return {
        "course": None if facts.course is None else row_of_course(facts.course),
        "surgeries": [
            [each.on.isoformat(), each.name, each.definitive] for each in facts.surgeries
        ],
    }


def _facts_of(plain: Row) -> PlanFacts:
    course = plain["course"]
    return PlanFacts(
        course=None if course is None else course_of_row(course),
        surgeries=tuple(
            Surgery(date.fromisoformat(on), name, definitive)
            for on, name, definitive in plain["surgeries"]
        ),
    )


def _text(found: UUID | None) -> str | None:
    return None if found is None else str(found)


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
