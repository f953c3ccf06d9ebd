"""A diary as a file has it: found to be right, its entries not made yet.

So a hundred thousand entries are read, compared and stored in the time of the file and the
database, and only those that somebody has to look at become entries.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from tracker.domain.course import Course
from tracker.domain.diary import Removal
from tracker.domain.entries import (
    AnyEntry,
    AppointmentEntry,
    ContactEntry,
    LvefEntry,
    MedicineEntry,
    NoteEntry,
    QuestionEntry,
    SymptomEntry,
)
from tracker.domain.people import Person
from tracker.services.moments import utc_text

OWN = ("id", "day", "at", "at_utc")
"""What every `WrittenEntry` has of its own, in its order; its texts follow."""

_TEXTS: dict[type, tuple[str, ...]] = {
    SymptomEntry: ("note",),
    LvefEntry: ("note",),
    MedicineEntry: ("name", "amount"),
    QuestionEntry: ("text", "answer"),
    NoteEntry: ("text",),
    ContactEntry: ("who", "text"),
    AppointmentEntry: ("title",),
}


def texts_of(kind: type[AnyEntry]) -> tuple[str, ...]:
    """Return which texts entries of one kind have in the person's own words."""
    return _TEXTS.get(kind, ())


class WrittenEntry(NamedTuple):
    """An entry as it is written: what is its own, and an entry that says all the rest.

    People answer the same few things in the same few ways, so thousands share one of those; what
    they say in their own words is theirs.

    Attributes:
        entry_id: The UUID in small letters.
        day: In ISO form.
        at: As `datetime.isoformat` writes it, with offset.
        at_utc: The same moment as a text that sorts by time (`services.moments`).
        texts: Those that `texts_of` names for its kind, in that order.
        like: Says the same about any day, with any texts.
    """

    entry_id: str
    day: str
    at: str
    at_utc: str
    texts: tuple[str | None, ...]
    like: AnyEntry

    @classmethod
    def of(cls, entry: AnyEntry) -> Self:
        """Return how an entry is written; it is like itself."""
        texts = tuple(getattr(entry, name) for name in texts_of(type(entry)))
        at, at_utc = entry.at.isoformat(), utc_text(entry.at)
        return cls(str(entry.id), entry.day.isoformat(), at, at_utc, texts, entry)

    @property
    def id(self) -> UUID:
        """The id as entries have it."""
        return UUID(self.entry_id)

    def entry(self) -> AnyEntry:
        """Return the entry itself."""
        own: dict[str, Any] = dict(zip(texts_of(type(self.like)), self.texts, strict=True))
        day, at = date.fromisoformat(self.day), datetime.fromisoformat(self.at)
        return replace(self.like, id=self.id, day=day, at=at, **own)


@dataclass(frozen=True, slots=True)
class WrittenDiary:
    """One person's profile, courses and entries, as a file has them.

    Attributes:
        entries: Sorted by moment; those of equal moment in the order of the file.
        removed: What was removed in the copy that the file is from.
    """

    person: Person
    courses: tuple[Course, ...] = ()
    entries: tuple[WrittenEntry, ...] = ()
    removed: tuple[Removal, ...] = ()


def written(entry: AnyEntry | WrittenEntry) -> WrittenEntry:
    """Return how an entry is written."""
    return entry if isinstance(entry, WrittenEntry) else WrittenEntry.of(entry)


def made(entry: AnyEntry | WrittenEntry) -> AnyEntry:
    """Return the entry itself."""
    return entry.entry() if isinstance(entry, WrittenEntry) else entry
