"""What was changed of a plan that is no event of a course: its version, and operations."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
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


class PlanFacts(NamedTuple):
    """What stood before or after a change.

    Attributes:
        course: None where the change is about no course.
        surgeries: All of the person.
    """

    course: CourseRecord | None = None
    surgeries: tuple[Surgery, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One change, kept so that it can be told and taken back in a later session.

    Attributes:
        after_course: The course that was begun last when it was recorded; None without any.
        after_event: The last event that stood then; None without any.
        undone_at: The moment it was taken back; None while it stands.
    """

    id: UUID
    person_id: UUID
    kind: PlanChangeKind
    before: PlanFacts
    after: PlanFacts
    recorded_at: datetime
    by: str
    after_course: UUID | None = None
    after_event: UUID | None = None
    undone_at: datetime | None = None


def surgeries_without(change: PlanChange, now: tuple[Surgery, ...]) -> tuple[Surgery, ...]:
    """Return the operations of now without what a change did to them; what came later stays.

    An operation that the change added and that stands otherwise by now was corrected since: then
    all stays as it was corrected.
    """
    before, after = _by_day(change.before.surgeries), _by_day(change.after.surgeries)
    added = after.keys() - before.keys()
    standing = _by_day(now)
    if any(standing.get(on) != after[on] for on in added):
        return now
    left = {on: each for on, each in standing.items() if on not in added}
    for on in before.keys() & after.keys() & left.keys():
        if left[on].definitive == after[on].definitive:
            left[on] = replace(left[on], definitive=before[on].definitive)
    gone = {on: each for on, each in before.items() if on not in after}
    return tuple(each for _, each in sorted((gone | left).items()))


def _by_day(surgeries: tuple[Surgery, ...]) -> dict[date, Surgery]:
    return {each.on: each for each in surgeries}
