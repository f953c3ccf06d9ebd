"""All of a diary out, and other diaries in: only what is missing is added, all or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from tracker.clinical.library import Library
from tracker.domain.course import Course, CourseEvent
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import AnyEntry, QuestionEntry
from tracker.domain.people import Person
from tracker.errors import NotUnderstoodError
from tracker.services.planning import course_of, course_record
from tracker.services.ports import CourseRecord, EntryQuery, RecordedEvent, Storage, Write


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an import would add.

    Attributes:
        write: To be stored in one transaction; holds nothing where everything is there already.
        already_here: Entries of the file that the diary has, removed ones included.
    """

    write: Write
    already_here: int

    @property
    def adds_nothing(self) -> bool:
        """Whether everything in the file is in the diary already."""
        write = self.write
        return not (write.people or write.courses or write.events or write.entries) and not (
            write.changed_entries
        )


def everything(storage: Storage, library: Library) -> tuple[PersonDiary, ...]:
    """Return all people with all that was not removed, whatever its moment."""
    return tuple(_diary_of(storage, library, person) for person in storage.people())


def arrival(
    storage: Storage | None, library: Library, diaries: Iterable[PersonDiary], now: datetime
) -> Arrival:
    """Return what these diaries add to those in the store; None: to a new file.

    A person who is here keeps her profile as it is here.

    Raises:
        NotUnderstoodError: Something of the same id is here with other content.
    """
    here: dict[UUID, PersonDiary] = {}
    if storage is not None:
        here = {each.person.id: each for each in everything(storage, library)}
    write, already_here = Write(at=now), 0
    for diary in diaries:
        added, known = _missing(storage, here.get(diary.person.id), diary, now)
        write = _together(write, added)
        already_here += known
    return Arrival(write, already_here)


def _diary_of(storage: Storage, library: Library, person: Person) -> PersonDiary:
    events = storage.events(person.id)
    courses = tuple(
        course_of(
            record, tuple(each.event for each in events if each.course_id == record.id), library
        )
        for record in storage.courses(person.id)
    )
    return PersonDiary(person, courses, storage.entries(person.id, EntryQuery()))


def _missing(
    storage: Storage | None, here: PersonDiary | None, diary: PersonDiary, now: datetime
) -> tuple[Write, int]:
    person_id = diary.person.id
    known = frozenset[UUID]()
    if storage is not None:
        known = storage.known_ids([entry.id for entry in diary.entries])
    standing = {entry.id: entry for entry in here.entries} if here else {}
    answered = _answers_that_arrive(diary.entries, known, standing)
    courses, events = _missing_courses(here, diary, now)
    write = Write(
        at=now,
        people=() if here else (diary.person,),
        courses=courses,
        events=events,
        entries=tuple((person_id, each) for each in diary.entries if each.id not in known),
        changed_entries=answered,
    )
    return write, len(known)


def _answers_that_arrive(
    entries: Iterable[AnyEntry], known: frozenset[UUID], standing: dict[UUID, AnyEntry]
) -> tuple[QuestionEntry, ...]:
    """Return questions that were answered elsewhere; refuse any other difference."""
    answered: list[QuestionEntry] = []
    for entry in entries:
        ours = standing.get(entry.id)
        if entry.id not in known or ours == entry:
            continue
        if ours is None:
            # Removed here, or another person's: only the first is harmless.
            continue
        if not isinstance(entry, QuestionEntry) or not isinstance(ours, QuestionEntry):
            raise _contradiction("an entry", entry.id)
        if replace(ours, answer=None) != replace(entry, answer=None):
            raise _contradiction("a question", entry.id)
        if ours.answer is None:
            answered.append(entry)
        elif entry.answer is not None:
            raise _contradiction("a question", entry.id)
    return tuple(answered)


def _missing_courses(
    here: PersonDiary | None, diary: PersonDiary, now: datetime
) -> tuple[tuple[CourseRecord, ...], tuple[RecordedEvent, ...]]:
    ours = {course.id: course for course in here.courses} if here else {}
    records: list[CourseRecord] = []
    events: list[RecordedEvent] = []
    for course in diary.courses:
        stored = ours.get(course.id)
        new_events: tuple[CourseEvent, ...] = course.events
        if stored is None:
            records.append(course_record(course, diary.person.id, now))
        else:
            new_events = _events_that_follow(stored, course)
        events += [
            RecordedEvent(id=uuid4(), course_id=course.id, event=event, recorded_at=now, by="self")
            for event in new_events
        ]
    return tuple(records), tuple(events)


def _events_that_follow(stored: Course, course: Course) -> tuple[CourseEvent, ...]:
    """Return the events of the file that come after those that are here."""
    if replace(stored, events=()) != replace(course, events=()):
        raise _contradiction("a course", course.id)
    both = min(len(stored.events), len(course.events))
    if stored.events[:both] != course.events[:both]:
        raise _contradiction("a course", course.id)
    return course.events[both:]


def _contradiction(what: str, entry_id: UUID) -> NotUnderstoodError:
    return NotUnderstoodError(
        f"The file holds {what} with the id {entry_id}, which is in the diary with other content; "
        "nothing was imported; compare the two before going on."
    )


def _together(one: Write, other: Write) -> Write:
    return replace(
        one,
        people=one.people + other.people,
        courses=one.courses + other.courses,
        events=one.events + other.events,
        entries=one.entries + other.entries,
        changed_entries=one.changed_entries + other.changed_entries,
    )
