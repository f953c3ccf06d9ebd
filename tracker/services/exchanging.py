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
from tracker.services.arriving_people import (
    OtherProfile,
    refuse_what_is_of_others,
    told_otherwise,
    with_what_was_missing,
)
from tracker.services.arriving_plans import PlanChanged, arriving_plans, changes_for
from tracker.services.arriving_removals import arriving_removals
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
        plans_taken_out: Names of regimens whose course was taken back here; it stays so.
        kept: How many entries the file has as removed and were changed here since.
        stay_removed: How many entries of the file were removed here, or put in other words.
    """

    write: Write
    already_here: int
    other_plans: tuple[str, ...] = ()
    other_profiles: tuple[OtherProfile, ...] = ()
    filled_in: tuple[str, ...] = ()
    plans_changed: tuple[PlanChanged, ...] = ()
    waits: bool = False
    plans_taken_out: tuple[str, ...] = ()
    kept: int = 0
    stay_removed: int = 0

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
            or write.removed_entries
            or write.removed_elsewhere
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
            removed_entries=one.removed_entries + two.removed_entries,
            removed_elsewhere=one.removed_elsewhere + two.removed_elsewhere,
        )
        return Arrival(
            together,
            self.already_here + other.already_here,
            self.other_plans + other.other_plans,
            self.other_profiles + other.other_profiles,
            self.filled_in + other.filled_in,
            self.plans_changed + other.plans_changed,
            plans_taken_out=self.plans_taken_out + other.plans_taken_out,
            kept=self.kept + other.kept,
            stay_removed=self.stay_removed + other.stay_removed,
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
        still_in, taken_out = _without_taken_out(storage, diary)
        added = added.and_also(_new_in_courses(courses, person, still_in, library, at))
        added = added.and_also(_removals(storage, diary, now))
        added = replace(added, plans_taken_out=taken_out)
        found = found.and_also(added).and_also(_new_entries(storage, diary, now, progress))
    return found


def _without_taken_out(
    storage: Storage | None, diary: WrittenDiary
) -> tuple[WrittenDiary, tuple[str, ...]]:
    """Return a file without the courses that were taken back here, and their names."""
    taken_back = () if storage is None else storage.taken_back(diary.person.id).courses
    gone = {course.id for course in taken_back}
    names = tuple(each.regimen.name for each in diary.courses if each.id in gone)
    courses = tuple(each for each in diary.courses if each.id not in gone)
    return replace(diary, courses=courses), names


def _removals(storage: Storage | None, diary: WrittenDiary, now: datetime) -> Arrival:
    found = arriving_removals(storage, diary)
    elsewhere = tuple((diary.person.id, each) for each in found.elsewhere)
    write = Write(at=now, removed_entries=found.gone, removed_elsewhere=elsewhere)
    return Arrival(write, 0, kept=found.kept)


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
    entries, removed = storage.entries(person.id, EntryQuery()), storage.removals(person.id)
    return PersonDiary(person, courses, entries, removed)


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
    stay_removed = 0
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
        standing = storage.entries(person_id, EntryQuery(ids=[each.id for each in seen]))
        stay_removed += len(seen) - len(standing)
        answers, others = _that_differ(storage, seen, standing)
        changed += answers
        arrived += others
    write = Write(
        at=now,
        entries=tuple((person_id, each) for each in new),
        changed_entries=tuple(changed),
        arrived_versions=tuple(arrived),
    )
    already_here = len(entries) - len(new) - len(arrived)
    return Arrival(write, already_here, stay_removed=stay_removed)


def _that_differ(
    storage: Storage, entries: Sequence[AnyEntry], standing: Sequence[AnyEntry]
) -> tuple[list[AnyEntry], list[AnyEntry]]:
    """Return answers to questions that are open here, and other versions of entries.

    What was removed here stays removed, and a version that this diary once had is no news.
    """
    here = {each.id: each for each in standing}
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
