"""What the services need of a store; the diary file and the tests' memory both fit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol
from uuid import UUID

from tracker.domain.course import CourseEvent
from tracker.domain.entries import AnyEntry, SymptomDays, SymptomEntry
from tracker.domain.people import Person
from tracker.domain.regimen import Regimen, Setting
from tracker.services.progress import Progress, unwatched

if TYPE_CHECKING:  # few ask for the past, and none before the first paint
    from tracker.domain.diary import Removal
    from tracker.services.entry_history import Binned, EntryChange
    from tracker.services.plan_history import PlanChange
    from tracker.services.written_diary import WrittenEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRecord:
    """A course as it is kept: the regimen by its id, the events beside it.

    Attributes:
        custom: The phases a person typed herself; None for a regimen of the library.
    """

    id: UUID
    person_id: UUID
    regimen: str
    setting: Setting
    starts_on: date
    resumes_on: date | None = None
    custom: Regimen | None = None
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEvent:
    """One event of a course with who recorded it and when; events are in the order recorded."""

    id: UUID
    course_id: UUID
    event: CourseEvent
    recorded_at: datetime
    by: str


class EntryQuery(NamedTuple):
    """Which entries are wanted; None does not narrow.

    Attributes:
        since: First `day`, included.
        until: Last `day`, included.
        written_after: Only entries whose moment is later than this.
        written_until: Only entries whose moment is not later than this.
        ids: Only these entries.
        newest: Only so many, the latest ones; still returned oldest first.
    """

    since: date | None = None
    until: date | None = None
    written_after: datetime | None = None
    written_until: datetime | None = None
    kinds: Collection[str] | None = None
    ids: Collection[UUID] | None = None
    newest: int | None = None


class UndoneEvent(NamedTuple):
    """An event that was taken back, and the moment it was."""

    recorded: RecordedEvent
    undone_at: datetime


class RemovedEntry(NamedTuple):
    """An entry that was removed, and the moment it was."""

    entry: AnyEntry
    removed_at: datetime


class DeletedAppointment(NamedTuple):
    """What is left of an appointment that was deleted for good: no word of what it was.

    Attributes:
        day: The day it was on.
        changes: How often it was changed, its removal included.
    """

    id: UUID
    day: date
    changes: int


class DeletedScan(NamedTuple):
    """What is left of a heart scan that was deleted for good: no value, and no word of it.

    Attributes:
        stood: From when on it stood for which day; None: removed. The last is its deletion.
    """

    id: UUID
    stood: tuple[tuple[datetime, date | None], ...]


class PutBack(NamedTuple):
    """A course or an event that was taken back, and later put back as it was."""

    id: UUID
    removed_at: datetime
    restored_at: datetime


class TakenBack(NamedTuple):
    """What was recorded and taken back: whoever holds an earlier export must hear of it.

    Attributes:
        courses: In the order recorded.
        events: In the order recorded, those of courses that were taken back included.
        entries: Appointments and heart scans that were removed, by moment.
        deleted: Appointments that are gone for good.
        courses_undone_at: The moment each of the courses was taken back, in their order.
        deleted_scans: Heart scans that are gone for good.
        put_back: Courses and events that came back, in that order.
    """

    courses: tuple[CourseRecord, ...] = ()
    events: tuple[UndoneEvent, ...] = ()
    entries: tuple[RemovedEntry, ...] = ()
    deleted: tuple[DeletedAppointment, ...] = ()
    courses_undone_at: tuple[datetime, ...] = ()
    deleted_scans: tuple[DeletedScan, ...] = ()
    put_back: tuple[PutBack, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """One action: everything in it is stored together or not at all.

    Attributes:
        at: The moment of the action.
        by: Who acts; None: nobody knows.
        people: New ones, or new versions of those that are there.
        courses: New ones, or new versions of those that are there.
        events: Appended in this order.
        plan_changes: What people and courses in this action change of a plan, told.
        entries: Appended in this order, each with the person it belongs to; those of a diary file
            as they are written there.
        removed_entries: Marked as removed; they can be put back.
        changed_entries: Each takes the place of the one with its id, which its history keeps.
        removed_elsewhere: Of entries that never came here; they are not taken in later.
        arrived_versions: What came with the id of an entry that is here and differs: the entry
            stays as it is, its history keeps what came.
    """

    at: datetime
    by: str | None = None
    people: tuple[Person, ...] = ()
    courses: tuple[CourseRecord, ...] = ()
    removed_courses: tuple[UUID, ...] = ()
    restored_courses: tuple[UUID, ...] = ()
    events: tuple[RecordedEvent, ...] = ()
    removed_events: tuple[UUID, ...] = ()
    restored_events: tuple[UUID, ...] = ()
    plan_changes: "tuple[PlanChange, ...]" = ()
    removed_plan_changes: tuple[UUID, ...] = ()
    restored_plan_changes: tuple[UUID, ...] = ()
    entries: "tuple[tuple[UUID, AnyEntry | WrittenEntry], ...]" = ()
    removed_entries: tuple[UUID, ...] = ()
    restored_entries: tuple[UUID, ...] = ()
    changed_entries: tuple[AnyEntry, ...] = ()
    arrived_versions: tuple[AnyEntry, ...] = ()
    removed_elsewhere: "tuple[tuple[UUID, Removal], ...]" = ()


class Draft(NamedTuple):
    """What was typed at a place and not saved; one for each person and place.

    Attributes:
        day: The day it was to be about.
    """

    place: str
    day: date
    text: str
    written_at: datetime


class Storage(Protocol):
    """An open diary. Reads see the last commit; `apply` is one transaction.

    Raises:
        DiaryNotOpenedError: The file is locked by another writer, or turned out to be damaged.
        NotSavedError: The disk or folder refused; nothing of the action was stored.
    """

    def people(self) -> tuple[Person, ...]:
        """Return the people in the order in which they were added."""

    def courses(self, person_id: UUID) -> tuple[CourseRecord, ...]:
        """Return the courses that were not taken back, in the order recorded."""

    def events(self, person_id: UUID) -> tuple[RecordedEvent, ...]:
        """Return the events that were not taken back, in the order recorded."""

    def plan_changes(self, person_id: UUID) -> "tuple[PlanChange, ...]":
        """Return what was changed of plans by no event, in the order recorded, undone or not."""

    def entries(self, person_id: UUID, query: EntryQuery) -> tuple[AnyEntry, ...]:
        """Return entries that were not removed, by moment, then in the order written."""

    def taken_back(self, person_id: UUID) -> TakenBack:
        """Return what one person recorded and took back."""

    def latest_answers(
        self, person_id: UUID, *, written_until: datetime, symptoms: Collection[str]
    ) -> tuple[SymptomEntry, ...]:
        """Return the last answer about each of these symptoms up to that moment; no skips."""

    def symptom_days(
        self, person_id: UUID, *, written_until: datetime, since: date | None = None
    ) -> SymptomDays:
        """Return the standing answers of all days, or from `since` on, without notes and flags."""

    def days_with_entries(
        self, person_id: UUID, *, since: date, until: date, written_until: datetime
    ) -> frozenset[date]:
        """Return the days between the two, both included, that any entry is about."""

    def answer_writers(
        self, person_id: UUID, *, symptoms: Collection[str], since: date, written_until: datetime
    ) -> dict[tuple[str, date], str]:
        """Return who wrote the standing answers about these symptoms and the days from `since`."""

    def days_of_two_writers(self, person_id: UUID, *, written_until: datetime) -> frozenset[date]:
        """Return the days on which two people gave a number to the same symptom."""

    def known_ids(self, ids: Collection[str]) -> frozenset[str]:
        """Return which of these entry ids the store has seen, those that are gone included.

        As texts: an import asks about a hundred thousand.
        """

    def not_standing(
        self, person_id: UUID, entries: "Sequence[WrittenEntry]", progress: Progress = unwatched
    ) -> "list[WrittenEntry]":
        """Return those that one person does not have, word for word and not removed.

        An entry that only is written in another way, as 37.00 for 37.0, may be among them.

        Raises:
            StoppedError: The one who looks on wants no more of it.
        """

    def history(self, ids: Collection[UUID]) -> "tuple[EntryChange, ...]":
        """Return what happened to these entries after they were written, in that order."""

    def arrived_ids(self, person_id: UUID) -> tuple[UUID, ...]:
        """Return one person's entries of which an import ever brought another version."""

    def binned(self, person_id: UUID) -> "tuple[Binned, ...]":
        """Return one person's entries in the bin, the last removed first."""

    def removals(self, person_id: UUID) -> "tuple[Removal, ...]":
        """Return which of one person's entries were removed and when, here or in other copies."""

    def delete_for_good(self, ids: Collection[UUID], at: datetime) -> None:
        """Delete entries that lie in the bin, with their history; others are left alone."""

    def revision(self) -> int:
        """Return a number that grows with every action, whoever does it."""

    def apply(self, write: Write, progress: Progress = unwatched) -> None:
        """Store one action and return after the commit.

        Raises:
            StoppedError: The one who looks on wants no more of it; nothing was stored.
        """

    def drafts(self, person_id: UUID) -> tuple[Draft, ...]:
        """Return what was typed and not saved, oldest first."""

    def keep_draft(self, person_id: UUID, draft: Draft) -> None:
        """Put a draft in the place of the one that is there; no action, the revision stays."""

    def drop_draft(self, person_id: UUID, place: str) -> None:
        """Forget a draft; one that is not there is no mistake."""

    def close(self) -> None:
        """Let go of the file."""
