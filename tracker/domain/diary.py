"""All that is known of one person at one moment, as the rules read it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from tracker.domain.course import Course
from tracker.domain.entries import AnyEntry
from tracker.domain.people import Person


class Removal(NamedTuple):
    """That an entry was removed: its id and when, and nothing of what it said."""

    entry_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class PersonDiary:
    """One person's profile, courses and entries.

    Attributes:
        entries: Sorted by `at`; those of equal moment in the order they were written.
        removed: What was removed, for other copies of the diary.
    """

    person: Person
    courses: tuple[Course, ...] = ()
    entries: tuple[AnyEntry, ...] = field(default=())
    removed: tuple[Removal, ...] = ()

    def until(self, now: datetime) -> "PersonDiary":
        """Return the diary as it was at `now`: later entries do not exist."""
        return PersonDiary(
            self.person, self.courses, tuple(entry for entry in self.entries if entry.at <= now)
        )
