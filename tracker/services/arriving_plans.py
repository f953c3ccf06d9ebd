"""What a diary file adds to the plans of a person, and how that is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from tracker.clinical.library import Library
from tracker.domain.course import Course, CourseEvent, Given, Moved, Omitted
from tracker.domain.regimen import Track
from tracker.domain.spoken_dates import day_in_words
from tracker.domain.wording import in_sentence
from tracker.services.planning import course_record
from tracker.services.ports import CourseRecord, RecordedEvent
from tracker.services.written_diary import WrittenDiary

_TRACK_WORDS = {
    Track.CHEMO: "chemotherapy",
    Track.HER2: "HER2 treatment",
    Track.ENDOCRINE: "hormone treatment",
    None: "",
}


@dataclass(frozen=True, slots=True)
class ArrivingPlans:
    """What is new in the courses of a file.

    Attributes:
        told: A line for each course and each event that is new to somebody who is here.
        others: Names of regimens whose course stands here with another start or other changes.
    """

    records: tuple[CourseRecord, ...]
    events: tuple[RecordedEvent, ...]
    told: tuple[str, ...]
    others: tuple[str, ...]


def arriving_plans(
    here: Iterable[Course], diary: WrittenDiary, library: Library, at: datetime
) -> ArrivingPlans:
    """Return what the courses of a file add to those that are here."""
    ours = {course.id: course for course in here}
    records: list[CourseRecord] = []
    events: list[RecordedEvent] = []
    told: list[str] = []
    others: list[str] = []
    for course in diary.courses:
        stored = ours.get(course.id)
        new = course.events if stored is None else _events_that_follow(stored, course)
        if stored is None:
            records.append(course_record(course, diary.person.id, at))
            told.append(f"{course.regimen.name} from {day_in_words(course.starts_on)}")
        if new is None:
            others.append(course.regimen.name)
        events += _recorded(course.id, new or (), at)
        told += (_in_words(event, library) for event in new or ())
    return ArrivingPlans(tuple(records), tuple(events), tuple(told), tuple(others))


def _recorded(
    course_id: UUID, events: Sequence[CourseEvent], at: datetime
) -> Iterable[RecordedEvent]:
    for event in events:
        yield RecordedEvent(id=uuid4(), course_id=course_id, event=event, recorded_at=at, by="self")


def _events_that_follow(stored: Course, course: Course) -> tuple[CourseEvent, ...] | None:
    """Return the events of the file that come after those that are here; None: it is another."""
    both = min(len(stored.events), len(course.events))
    same_start = replace(stored, events=()) == replace(course, events=())
    if not same_start or stored.events[:both] != course.events[:both]:
        return None
    return course.events[both:]


def _in_words(event: CourseEvent, library: Library) -> str:
    target = event.target
    what = (
        in_sentence(library.drugs[target.drug].name) if target.drug else _TRACK_WORDS[target.track]
    )
    if isinstance(event, Moved | Given | Omitted):
        number = f"dose {event.cycle}" if target.drug else f"cycle {event.cycle}"
        of_what = f"{number} of {what}" if what else number
        if isinstance(event, Moved):
            return f"{of_what} moved to {day_in_words(event.to)}"
        if isinstance(event, Given):
            return f"{of_what} given on {day_in_words(event.on)}"
        return f"{of_what} left out"
    return f"{what or 'treatment'} stopped from {day_in_words(event.on)}"
