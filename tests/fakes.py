"""An open diary in memory that answers like the file; both pass the same contract tests."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from tests.parts_of_memory import days_of, fits, left_of, removals
from tracker.domain.diary import Removal
from tracker.domain.entries import (
    AnyEntry,
    AppointmentEntry,
    LvefEntry,
    SymptomDays,
    SymptomEntry,
    kind_of,
)
from tracker.domain.people import Person
from tracker.errors import NotSavedError
from tracker.services.entry_history import Binned, EntryAction, EntryChange
from tracker.services.plan_history import PlanChange
from tracker.services.ports import (
    CourseRecord,
    DeletedAppointment,
    DeletedScan,
    Draft,
    EntryQuery,
    PutBack,
    RecordedEvent,
    RemovedEntry,
    TakenBack,
    UndoneEvent,
    Write,
)
from tracker.services.progress import Progress, unwatched
from tracker.services.written_diary import WrittenEntry, made


@dataclass
class _Kept:
    person_id: UUID
    entry: AnyEntry
    removed_at: datetime | None = None


@dataclass
class MemoryStorage:
    """Keeps everything in lists; `refuses` makes the next actions fail as a full disk does."""

    refuses: bool = False
    _people: dict[UUID, Person] = field(default_factory=dict)
    _courses: dict[UUID, CourseRecord] = field(default_factory=dict)
    _removed_courses: dict[UUID, datetime] = field(default_factory=dict)
    _events: dict[UUID, RecordedEvent] = field(default_factory=dict)
    _undone: dict[UUID, datetime] = field(default_factory=dict)
    _entries: dict[UUID, _Kept] = field(default_factory=dict)
    _history: list[EntryChange] = field(default_factory=list)
    _deleted: dict[UUID, datetime] = field(default_factory=dict)
    _deleted_appointments: list[tuple[UUID, DeletedAppointment]] = field(default_factory=list)
    _deleted_scans: list[tuple[UUID, DeletedScan]] = field(default_factory=list)
    _removals: dict[UUID, tuple[UUID, datetime]] = field(default_factory=dict)
    _put_back: list[PutBack] = field(default_factory=list)
    _plan_changes: dict[UUID, PlanChange] = field(default_factory=dict)
    _revision: int = 0
    _drafts: dict[tuple[UUID, str], Draft] = field(default_factory=dict)

    def people(self) -> tuple[Person, ...]:
        return tuple(self._people.values())

    def courses(self, person_id: UUID) -> tuple[CourseRecord, ...]:
        return tuple(
            course
            for course in self._courses.values()
            if course.person_id == person_id and course.id not in self._removed_courses
        )

    def events(self, person_id: UUID) -> tuple[RecordedEvent, ...]:
        kept = {course.id for course in self.courses(person_id)}
        return tuple(
            event
            for event in self._events.values()
            if event.course_id in kept and event.id not in self._undone
        )

    def plan_changes(self, person_id: UUID) -> tuple[PlanChange, ...]:
        return tuple(each for each in self._plan_changes.values() if each.person_id == person_id)

    def entries(self, person_id: UUID, query: EntryQuery) -> tuple[AnyEntry, ...]:
        found = [
            kept.entry
            for kept in self._entries.values()
            if kept.person_id == person_id and kept.removed_at is None and fits(kept.entry, query)
        ]
        by_moment = sorted(found, key=lambda entry: entry.at)
        return tuple(by_moment if query.newest is None else by_moment[-query.newest :])

    def taken_back(self, person_id: UUID) -> TakenBack:
        own = [each for each in self._courses.values() if each.person_id == person_id]
        removed = tuple(course for course in own if course.id in self._removed_courses)
        ids = {course.id for course in own}
        undone_at = {
            event.id: self._undone.get(event.id) or self._removed_courses.get(event.course_id)
            for event in self._events.values()
            if event.course_id in ids
        }
        return TakenBack(
            courses=removed,
            events=tuple(
                UndoneEvent(recorded=self._events[event_id], undone_at=at)
                for event_id, at in undone_at.items()
                if at is not None
            ),
            entries=tuple(
                RemovedEntry(entry=kept.entry, removed_at=kept.removed_at)
                for kept in sorted(self._entries.values(), key=lambda each: each.entry.at)
                if kept.person_id == person_id
                and kept.removed_at is not None
                and kind_of(kept.entry) in ("appointment", "lvef")
            ),
            deleted=tuple(each for owner, each in self._deleted_appointments if owner == person_id),
            courses_undone_at=tuple(self._removed_courses[course.id] for course in removed),
            deleted_scans=tuple(each for owner, each in self._deleted_scans if owner == person_id),
            put_back=tuple(each for each in self._put_back if each.id in ids | undone_at.keys()),
        )

    def latest_answers(
        self, person_id: UUID, *, written_until: datetime, symptoms: Collection[str]
    ) -> tuple[SymptomEntry, ...]:
        answers = [
            entry
            for entry in self._answers(person_id, written_until)
            if entry.symptom in symptoms and entry.severity is not None
        ]
        return tuple({entry.symptom: entry for entry in answers}.values())

    def symptom_days(
        self, person_id: UUID, *, written_until: datetime, since: date | None = None
    ) -> SymptomDays:
        answers = self._answers(person_id, written_until)
        days: dict[str, dict[date, int | None]] = {}
        for entry in answers:
            if since is None or entry.day >= since:
                days.setdefault(entry.symptom, {})[entry.day] = entry.severity
        return days

    def days_with_entries(
        self, person_id: UUID, *, since: date, until: date, written_until: datetime
    ) -> frozenset[date]:
        query = EntryQuery(since=since, until=until, written_until=written_until)
        return frozenset(entry.day for entry in self.entries(person_id, query))

    def answer_writers(
        self, person_id: UUID, *, symptoms: Collection[str], since: date, written_until: datetime
    ) -> dict[tuple[str, date], str]:
        return {
            (entry.symptom, entry.day): entry.by
            for entry in self._answers(person_id, written_until)
            if entry.symptom in symptoms and entry.day >= since
        }

    def days_of_two_writers(self, person_id: UUID, *, written_until: datetime) -> frozenset[date]:
        writers: dict[tuple[str, date], set[str]] = {}
        for entry in self._answers(person_id, written_until):
            if entry.severity is not None:
                writers.setdefault((entry.symptom, entry.day), set()).add(entry.by)
        return frozenset(day for (_, day), names in writers.items() if len(names) > 1)

    def known_ids(self, ids: Collection[str]) -> frozenset[str]:
        return frozenset(ids) & set(map(str, (*self._entries, *self._deleted, *self._removals)))

    def not_standing(
        self, person_id: UUID, entries: Sequence[WrittenEntry], progress: Progress = unwatched
    ) -> list[WrittenEntry]:
        progress(0.0)
        here = {entry.id: entry for entry in self.entries(person_id, EntryQuery())}
        return [each for each in entries if here.get(each.id) != each.entry()]

    def history(self, ids: Collection[UUID]) -> tuple[EntryChange, ...]:
        return tuple(line for line in self._history if line.entry_id in ids)

    def arrived_ids(self, person_id: UUID) -> tuple[UUID, ...]:
        ids = {line.entry_id for line in self._history if line.action is EntryAction.ARRIVED}
        standing = {entry.id for entry in self.entries(person_id, EntryQuery())}
        return tuple(sorted(ids & standing))

    def binned(self, person_id: UUID) -> tuple[Binned, ...]:
        removers = {
            line.entry_id: line.by for line in self._history if line.action is EntryAction.REMOVED
        }
        found = [
            Binned(entry=kept.entry, removed_at=kept.removed_at, by=removers[kept.entry.id])
            for kept in self._entries.values()
            if kept.person_id == person_id and kept.removed_at is not None
        ]
        return tuple(sorted(found, key=lambda each: each.removed_at, reverse=True))

    def removals(self, person_id: UUID) -> tuple[Removal, ...]:
        gone = {each: at for each, (owner, at) in self._removals.items() if owner == person_id}
        return removals(self.binned(person_id), gone)

    def delete_for_good(self, ids: Collection[UUID], at: datetime) -> None:
        self._revision += 1
        gone = {each for each in ids if each in self._entries and self._entries[each].removed_at}
        self._deleted |= dict.fromkeys(gone, at)
        for kept in (self._entries[each] for each in ids if each in gone):
            self._removals[kept.entry.id] = (kept.person_id, kept.removed_at)
            if isinstance(kept.entry, AppointmentEntry):
                self._deleted_appointments.append(
                    (kept.person_id, left_of(kept.entry, self._history))
                )
            if isinstance(kept.entry, LvefEntry):
                self._deleted_scans.append((kept.person_id, days_of(kept.entry, self._history, at)))
        self._history = [line for line in self._history if line.entry_id not in gone]
        for entry_id in gone:
            del self._entries[entry_id]

    def revision(self) -> int:
        return self._revision

    def apply(self, write: Write, progress: Progress = unwatched) -> None:
        progress(1.0)
        if self.refuses:
            raise NotSavedError("Not saved: the disk is full; your entry is still here.")
        self._revision += 1
        self._people |= {person.id: person for person in write.people}
        self._courses |= {course.id: course for course in write.courses}
        self._removed_courses |= dict.fromkeys(write.removed_courses, write.at)
        for course_id in write.restored_courses:
            away = {"id": course_id, "removed_at": self._removed_courses.pop(course_id)}
            self._put_back.append(PutBack(**away, restored_at=write.at))
        self._undone |= dict.fromkeys(write.removed_events, write.at)
        for event_id in write.restored_events:
            away = {"id": event_id, "removed_at": self._undone.pop(event_id)}
            self._put_back.append(PutBack(**away, restored_at=write.at))
        self._events |= {event.id: event for event in write.events}
        self._plan_changes |= {each.id: each for each in write.plan_changes}
        for ids, undone_at in (
            (write.removed_plan_changes, write.at),
            (write.restored_plan_changes, None),
        ):
            for each in ids:
                told = self._plan_changes[each]
                self._plan_changes[each] = replace(told, undone_at=undone_at)
        self._removals |= {each.entry_id: (of, each.at) for of, each in write.removed_elsewhere}
        for person_id, entry in write.entries:
            self._entries[entry.id] = _Kept(person_id, made(entry))
        self._change(write)

    def _change(self, write: Write) -> None:
        new = {entry.id: entry for entry in write.changed_entries}
        arrived = {entry.id: entry for entry in write.arrived_versions}
        for entry_id, entry in new.items():
            self._tell(write, EntryAction.CHANGED, self._entries[entry_id].entry, entry)
            self._entries[entry_id].entry = entry
        for entry_id in self._known(write.removed_entries):
            self._tell(write, EntryAction.REMOVED, self._entries[entry_id].entry, None)
            self._entries[entry_id].removed_at = write.at
        for entry_id in self._known(write.restored_entries):
            self._tell(write, EntryAction.RESTORED, None, self._entries[entry_id].entry)
            self._entries[entry_id].removed_at = None
        for entry_id, entry in arrived.items():
            self._tell(write, EntryAction.ARRIVED, self._entries[entry_id].entry, entry)

    def _known(self, ids: Iterable[UUID]) -> list[UUID]:
        return [each for each in ids if each in self._entries]

    def _tell(
        self, write: Write, action: EntryAction, before: AnyEntry | None, after: AnyEntry | None
    ) -> None:
        which = before or after
        if which is not None:
            line = EntryChange(
                entry_id=which.id,
                action=action,
                at=write.at,
                by=write.by,
                before=before,
                after=after,
            )
            self._history.append(line)

    def drafts(self, person_id: UUID) -> tuple[Draft, ...]:
        return tuple(draft for (person, _), draft in self._drafts.items() if person == person_id)

    def keep_draft(self, person_id: UUID, draft: Draft) -> None:
        if self.refuses:
            raise NotSavedError("Not saved: the disk is full; your entry is still here.")
        self._drafts.pop((person_id, draft.place), None)
        self._drafts[person_id, draft.place] = draft

    def drop_draft(self, person_id: UUID, place: str) -> None:
        self._drafts.pop((person_id, place), None)

    def close(self) -> None:
        pass

    def _answers(self, person_id: UUID, until: datetime) -> list[SymptomEntry]:
        query = EntryQuery(kinds=("symptom",), written_until=until)
        found = self.entries(person_id, query)
        return [entry for entry in found if isinstance(entry, SymptomEntry)]
