"""All of a diary out, and other diaries in: only what is missing is added, all or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from tracker.clinical.library import Library
from tracker.domain.course import Course
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import AnyEntry, QuestionEntry
from tracker.domain.people import Person
from tracker.domain.wording import counted
from tracker.services.arriving_people import (
    OtherProfile,
    refuse_what_is_of_others,
    told_otherwise,
    with_what_was_missing,
)
from tracker.services.arriving_plans import PlanChanged, arriving_plans, changes_for
from tracker.services.plan_moments import next_moment
from tracker.services.planning import course_of
from tracker.services.ports import EntryQuery, Storage, Write
from tracker.services.progress import Progress, part_of, unwatched
from tracker.services.written_diary import WrittenDiary, WrittenEntry

_IDS_AT_ONCE = 500
_COMPARED = 0.5


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an import would add.

    Attributes:
        write: To be stored in one transaction; holds nothing where everything is there already.
        already_here: Entries of the file that the diary has, removed ones included.
        other_plans: Names of regimens whose course the file has with another start or with other
            changes; the course here stays as it is.
        other_profiles: What the file says otherwise about people who are here; it stays.
        filled_in: Names of people who are here, and about whom something was not known.
        plans_changed: What it adds to the plans of people who are here.
        waits: Nothing is stored yet, for nobody has agreed to what it changes of plans.
    """

    write: Write
    already_here: int
    other_plans: tuple[str, ...] = ()
    other_profiles: tuple[OtherProfile, ...] = ()
    filled_in: tuple[str, ...] = ()
    plans_changed: tuple[PlanChanged, ...] = ()
    waits: bool = False

    @property
    def adds_nothing(self) -> bool:
        """Whether everything in the file is in the diary already."""
        write = self.write
        return not (
            write.people
            or write.courses
            or write.events
            or write.entries
            or write.changed_entries
            or write.arrived_versions
        )

    def and_also(self, other: "Arrival") -> "Arrival":
        """Return both as one."""
        one, two = self.write, other.write
        together = replace(
            one,
            people=one.people + two.people,
            courses=one.courses + two.courses,
            events=one.events + two.events,
            entries=one.entries + two.entries,
            changed_entries=one.changed_entries + two.changed_entries,
            arrived_versions=one.arrived_versions + two.arrived_versions,
        )
        return Arrival(
            together,
            self.already_here + other.already_here,
            self.other_plans + other.other_plans,
            self.other_profiles + other.other_profiles,
            self.filled_in + other.filled_in,
            self.plans_changed + other.plans_changed,
        )

    @property
    def new_people(self) -> int:
        """How many people were not here before."""
        return len(self.write.people) - len(self.filled_in)


def everything(storage: Storage, library: Library) -> tuple[PersonDiary, ...]:
    """Return all people with all that was not removed, whatever its moment."""
    return tuple(_diary_of(storage, library, person) for person in storage.people())


def arrival(
    storage: Storage | None,
    library: Library,
    diaries: Iterable[WrittenDiary],
    now: datetime,
    progress: Progress = unwatched,
) -> Arrival:
    """Return what these diaries add to those in the store; None: to a new file.

    A person who is here keeps her profile as it is here; what was not known of it is added. Where
    an entry has the id of one that is here and says something else, both versions are kept: the
    one here counts until the person chooses (`services.versions`). Of two histories of one course,
    the one here stays.

    Raises:
        NotUnderstoodError: An id of the file is another person's here.
        StoppedError: The one who looks on wants no more of it.
    """
    found = Arrival(Write(at=now), 0)
    people = () if storage is None else storage.people()
    here = {person.id: person for person in people}
    for diary in diaries:
        person = here.get(diary.person.id)
        courses = None if storage is None or person is None else _courses(storage, library, person)
        if storage is not None:
            ids = [course.id for course in diary.courses]
            refuse_what_is_of_others(storage, diary.person, courses=ids)
        added = _profile(person, diary.person, now)
        at = now if storage is None else next_moment(storage, diary.person.id, now)
        added = added.and_also(_new_in_courses(courses, person, diary, library, at))
        found = found.and_also(added).and_also(_new_entries(storage, diary, now, progress))
    return found


def _profile(here: Person | None, arriving: Person, now: datetime) -> Arrival:
    if here is None:
        return Arrival(Write(at=now, people=(arriving,)), 0)
    filled = with_what_was_missing(here, arriving)
    is_new = filled != here
    return Arrival(
        Write(at=now, people=(filled,) if is_new else ()),
        0,
        other_profiles=told_otherwise(filled, arriving),
        filled_in=(here.name,) if is_new else (),
    )


def _diary_of(storage: Storage, library: Library, person: Person) -> PersonDiary:
    courses = _courses(storage, library, person)
    return PersonDiary(person, courses, storage.entries(person.id, EntryQuery()))


def what_arrived(arriving: Arrival) -> str:
    """Return a sentence that says how much was added."""
    write, new_people = arriving.write, arriving.new_people
    people = f" and {counted(new_people, 'person', 'people')}" if new_people else ""
    number = sum(len(each.told) for each in arriving.plans_changed)
    changes = f" and {counted(number, 'change')} of the plan" if number else ""
    return (
        f"Added {counted(len(write.entries), 'entry', 'entries')}{people}{changes}; "
        f"{counted(arriving.already_here, 'entry', 'entries')} already here."
    )


def two_sided(arriving: Arrival) -> tuple[str, ...]:
    """Return what is to be looked at: changes of plans, and what file and diary say otherwise."""
    said = [
        f"New in the plan of {each.name}: {'; '.join(each.told)}. Check the dates that follow; "
        "Undo on Plan (plan undo) takes it back, the last first."
        for each in arriving.plans_changed
    ]
    number = len(arriving.write.arrived_versions)
    if number:
        said.append(
            f"{counted(number, 'entry says', 'entries say')} something else in the file; both "
            "versions are kept, and the one that was here counts until you choose in History."
        )
    said += [
        f"The file has other dates or changes for “{name}”; the plan here stays as it is; compare "
        "the two and record what is missing."
        for name in arriving.other_plans
    ]
    said += [f"Added what was not known about {name}." for name in arriving.filled_in]
    said += [
        f"The file says something else about {each.name} ({', '.join(each.parts)}); what is here "
        "stays; compare it in Settings."
        for each in arriving.other_profiles
    ]
    return tuple(said)


def _courses(storage: Storage, library: Library, person: Person) -> tuple[Course, ...]:
    events = storage.events(person.id)
    return tuple(
        course_of(
            record, tuple(each.event for each in events if each.course_id == record.id), library
        )
        for record in storage.courses(person.id)
    )


def _new_entries(
    storage: Storage | None, diary: WrittenDiary, now: datetime, progress: Progress
) -> Arrival:
    """Return the entries that are not here, and those that are here and say something else."""
    person_id, entries = diary.person.id, diary.entries
    if storage is None:
        return Arrival(Write(at=now, entries=tuple((person_id, each) for each in entries)), 0)
    new: list[WrittenEntry] = []
    changed: list[AnyEntry] = []
    arrived: list[AnyEntry] = []
    unlike = storage.not_standing(person_id, entries, part_of(progress, 0, _COMPARED))
    looking = part_of(progress, _COMPARED, 1)
    for start in range(0, len(unlike), _IDS_AT_ONCE):
        looking(start / len(unlike))
        part = unlike[start : start + _IDS_AT_ONCE]
        known = storage.known_ids([each.entry_id for each in part])
        new += [each for each in part if each.entry_id not in known]
        seen = [each.entry() for each in part if each.entry_id in known]
        refuse_what_is_of_others(storage, diary.person, entries=[each.id for each in seen])
        answers, others = _that_differ(storage, person_id, seen)
        changed += answers
        arrived += others
    write = Write(
        at=now,
        entries=tuple((person_id, each) for each in new),
        changed_entries=tuple(changed),
        arrived_versions=tuple(arrived),
    )
    return Arrival(write, len(entries) - len(new) - len(arrived))


def _that_differ(
    storage: Storage, person_id: UUID, entries: Sequence[AnyEntry]
) -> tuple[list[AnyEntry], list[AnyEntry]]:
    """Return answers to questions that are open here, and other versions of entries.

    What was removed here stays removed, and a version that this diary once had is no news.
    """
    if not entries:
        return [], []
    ids = [entry.id for entry in entries]
    here = {each.id: each for each in storage.entries(person_id, EntryQuery(ids=ids))}
    different = [each for each in entries if each.id in here and here[each.id] != each]
    answers = [each for each in different if _answers(each, here[each.id])]
    others = [
        each
        for each in different
        if not _answers(each, here[each.id]) and not _answers(here[each.id], each)
    ]
    if not others:
        return answers, []
    once_here: defaultdict[UUID, list[AnyEntry | None]] = defaultdict(list)
    for line in storage.history([each.id for each in others]):
        once_here[line.entry_id] += (line.before, line.after)
    return answers, [each for each in others if each not in once_here[each.id]]


def _answers(entry: AnyEntry, question: AnyEntry) -> bool:
    """Return whether an entry is a question without an answer, answered."""
    return (
        isinstance(entry, QuestionEntry)
        and isinstance(question, QuestionEntry)
        and question.answer is None
        and entry.answer is not None
        and replace(entry, answer=None) == question
    )


def _new_in_courses(
    here: tuple[Course, ...] | None,
    person: Person | None,
    diary: WrittenDiary,
    library: Library,
    at: datetime,
) -> Arrival:
    """Return what is new of courses; None: the person is new as well, and nobody's plan changes."""
    plans = arriving_plans(here or (), diary, library, at)
    changed = () if person is None else changes_for(person, here or (), plans, library)
    write = Write(at=at, courses=plans.records, events=plans.events)
    return Arrival(write, 0, plans.others, plans_changed=changed)
