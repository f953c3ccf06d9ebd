"""What was changed of a plan that is no event of a course: its version, and operations."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tracker.domain.people import Surgery
from tracker.services.ports import CourseRecord


class PlanChangeKind(StrEnum):
    """What was changed.

    VERSION: the cycles, days or first day of a course.
    AROUND_SURGERY: the operation in the middle of a course, and the day treatment goes on.
    OPERATION: one more operation.
    """

    VERSION = "version"
    AROUND_SURGERY = "around-surgery"
    OPERATION = "operation"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What stood before or after a change.

    Attributes:
        course: None where the change is about no course.
        surgeries: All of the person.
        last_course: The course that was begun last; None without any, or where nobody kept it.
    """

    course: CourseRecord | None = None
    surgeries: tuple[Surgery, ...] = ()
    last_course: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One change, kept so that it can be told and taken back in a later session.

    Attributes:
        after_event: The last event that stood when it was recorded; None without any.
        undone_at: The moment it was taken back; None while it stands.
    """

    id: UUID
    person_id: UUID
    kind: PlanChangeKind
    before: PlanFacts
    after: PlanFacts
    recorded_at: datetime
    by: str
    after_event: UUID | None = None
    undone_at: datetime | None = None


def surgeries_without(change: PlanChange, now: tuple[Surgery, ...]) -> tuple[Surgery, ...]:
    """Return the operations of now without what a change did to them; what came later stays."""
    if now == change.after.surgeries:
        return change.before.surgeries
    added = [each for each in change.after.surgeries if each not in change.before.surgeries]
    gone = [each for each in change.before.surgeries if each not in change.after.surgeries]
    left = [each for each in now if each not in added]
    days = {each.on for each in left}
    return tuple(sorted((*left, *(each for each in gone if each.on not in days)), key=_day))


def _day(surgery: Surgery) -> str:
    return surgery.on.isoformat()
