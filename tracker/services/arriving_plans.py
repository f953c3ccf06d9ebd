"""What a diary file adds to the plans of a person, and how that is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from tracker.clinical.library import Library
from tracker.domain.course import Course, CourseEvent, Given, Moved, Omitted
from tracker.domain.people import Person
from tracker.domain.regimen import Track
from tracker.domain.schedule import Visit
from tracker.domain.spoken_dates import day_in_words
from tracker.domain.wording import in_sentence
from tracker.services.collisions import visits_only_in
from tracker.services.plan_changes import changed_visits
from tracker.services.planning import course_record, plans_of_courses
from tracker.services.ports import CourseRecord, RecordedEvent
from tracker.services.written_diary import WrittenDiary

_TRACK_WORDS = {
    Track.CHEMO: "chemotherapy",
    Track.HER2: "HER2 treatment",
    Track.ENDOCRINE: "hormone treatment",
    None: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanged:
    """What a file adds to the plan of somebody who is here, and what becomes of the dates.

    Attributes:
        told: A line for each course and each event that is new.
        moved: Each visit that would be on another day, as it is and as it would be.
        gone: Visits that would no longer be planned.
        new: Visits that are not planned now.
    """

    name: str
    told: tuple[str, ...]
    moved: tuple[tuple[Visit, Visit], ...] = ()
    gone: tuple[Visit, ...] = ()
    new: tuple[Visit, ...] = ()


@dataclass(frozen=True, slots=True)
class ArrivingPlans:
    """What is new in the courses of a file.

    Attributes:
        courses: All that would be there, the new ones among them.
        told: A line for each course and each event that is new to somebody who is here.
        others: Names of regimens whose course stands here with another start or other changes.
    """

    courses: tuple[Course, ...]
    records: tuple[CourseRecord, ...]
    events: tuple[RecordedEvent, ...]
    told: tuple[str, ...]
    others: tuple[str, ...]


def arriving_plans(
    here: Iterable[Course], diary: WrittenDiary, library: Library, at: datetime
) -> ArrivingPlans:
    """Return what the courses of a file add to those that are here."""
    together = {course.id: course for course in here}
    records: list[CourseRecord] = []
    events: list[RecordedEvent] = []
    told: list[str] = []
    others: list[str] = []
    for course in diary.courses:
        stored = together.get(course.id)
        new = course.events if stored is None else _events_that_follow(stored, course)
        if stored is None:
            records.append(course_record(course, diary.person.id, at))
            told.append(f"{course.regimen.name} from {day_in_words(course.starts_on)}")
            together[course.id] = course
        elif new is None:
            others.append(course.regimen.name)
        else:
            together[course.id] = replace(stored, events=stored.events + new)
        events += _recorded(course.id, new or (), at)
        told += (_in_words(event, library) for event in new or ())
    courses = tuple(together.values())
    return ArrivingPlans(courses, tuple(records), tuple(events), tuple(told), tuple(others))


def changes_for(
    person: Person, here: Iterable[Course], arriving: ArrivingPlans, library: Library
) -> tuple[PlanChanged, ...]:
    """Return what a file changes of the plan of a person who is here; empty where it is nothing."""
    if not arriving.told:
        return ()
    before = {plan.course.id: plan for plan in plans_of_courses(here, person, library)}
    moved: list[tuple[Visit, Visit]] = []
    gone: list[Visit] = []
    new: list[Visit] = []
    for after in plans_of_courses(arriving.courses, person, library):
        was = before.get(after.course.id)
        if was is None:
            new += after.visits
            continue
        moved += (pair for pair in changed_visits(was, after) if pair[0].on != pair[1].on)
        gone += visits_only_in(was, after)
        new += visits_only_in(after, was)
    changed = PlanChanged(
        name=person.name, told=arriving.told, moved=tuple(moved), gone=tuple(gone), new=tuple(new)
    )
    return (changed,)


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
