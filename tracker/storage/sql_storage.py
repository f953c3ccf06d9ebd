"""An open diary file: reads see the last commit, each action is one transaction."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tracker.domain.entries import AnyEntry, SymptomDays, SymptomEntry
from tracker.domain.people import Person
from tracker.services.ports import CourseRecord, Draft, EntryQuery, RecordedEvent, TakenBack, Write
from tracker.services.progress import Progress, unwatched
from tracker.storage import queries
from tracker.storage.diary_file import identity_of
from tracker.storage.drafts import IS_THERE, draft_of_row, drafts_question, drop_draft, write_draft
from tracker.storage.entry_rows import entry_of_row, event_of_row, symptom_days_of
from tracker.storage.envelope import DiaryKey
from tracker.storage.foreseen import another_file, cannot_write, foreseen_errors
from tracker.storage.person_rows import course_of_row, people_of_rows
from tracker.storage.pool import Connections, Row, Snapshot
from tracker.storage.queries import Question

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.domain.diary import Removal
    from tracker.services.entry_history import Binned, EntryChange
    from tracker.services.plan_history import PlanChange
    from tracker.services.written_diary import WrittenEntry


class SqlStorage:
    """The diary in one file; fits `services.ports.Storage`."""

    def __init__(
        self,
        connections: Connections,
        path: Path | str,
        key: DiaryKey | None = None,
        *,
        can_write: bool = True,
    ) -> None:
        self._connections = connections
        self._path = path
        self._key = key
        self._can_write = can_write
        self._identity = identity_of(path)
        self._people: tuple[int, tuple[Person, ...]] | None = None

    @property
    def key(self) -> DiaryKey | None:
        """What opens the file and its copies; None where it is not encrypted."""
        return self._key

    @property
    def path(self) -> Path | str:
        """The file; a name in words for a diary in memory."""
        return self._path

    @property
    def can_write(self) -> bool:
        """Whether the file and its folder can be written."""
        return self._can_write

    def people(self) -> tuple[Person, ...]:
        """Return the people in the order in which they were added."""
        revision = self.revision()
        if self._people is None or self._people[0] != revision:
            self._people = (revision, self._read_people())
        return self._people[1]

    def _read_people(self) -> tuple[Person, ...]:
        with self._reading() as diary:
            rows = map(diary.rows, (queries.PEOPLE, queries.CONTACTS, queries.SURGERIES))
            return people_of_rows(*rows)

    def courses(self, person_id: UUID) -> tuple[CourseRecord, ...]:
        """Return the courses that were not taken back, in the order recorded."""
        rows = self._rows(queries.courses_question(person_id))
        return tuple(course_of_row(row) for row in rows)

    def events(self, person_id: UUID) -> tuple[RecordedEvent, ...]:
        """Return the events that were not taken back, in the order recorded."""
        return tuple(event_of_row(row) for row in self._rows(queries.events_question(person_id)))

    def plan_changes(self, person_id: UUID) -> "tuple[PlanChange, ...]":
        """Return what was changed of plans by no event, in the order recorded, undone or not."""
        from tracker.storage.plan_changes import plan_changes_of  # noqa: PLC0415 - as below

        with self._reading() as diary:
            return plan_changes_of(diary, person_id)

    def entries(self, person_id: UUID, query: EntryQuery) -> tuple[AnyEntry, ...]:
        """Return entries that were not removed, by moment, then in the order written."""
        rows = self._rows(queries.entries_question(person_id, query))
        if query.newest is not None:
            rows.reverse()
        return tuple(entry_of_row(row) for row in rows)

    def taken_back(self, person_id: UUID) -> TakenBack:
        """Return what one person recorded and took back."""
        from tracker.storage.taken_back import taken_back_of  # noqa: PLC0415 - few ask for the past

        with self._reading() as diary:
            return taken_back_of(diary, person_id)

    def latest_answers(
        self, person_id: UUID, *, written_until: datetime, symptoms: Collection[str]
    ) -> tuple[SymptomEntry, ...]:
        """Return the last answer about each of these symptoms up to that moment; no skips."""
        found: list[AnyEntry] = []
        with self._reading() as diary:
            for symptom in symptoms:
                question = queries.latest_answer_question(person_id, written_until, symptom)
                found += map(entry_of_row, diary.rows(question))
        return tuple(entry for entry in found if isinstance(entry, SymptomEntry))

    def symptom_days(
        self, person_id: UUID, *, written_until: datetime, since: date | None = None
    ) -> SymptomDays:
        """Return the standing answers of all days, or from `since` on, without notes and flags."""
        with self._reading() as diary:
            rows = diary.tuples(queries.symptom_days_question(person_id, written_until, since))
        return symptom_days_of(rows)

    def days_with_entries(
        self, person_id: UUID, *, since: date, until: date, written_until: datetime
    ) -> frozenset[date]:
        """Return the days between the two, both included, that any entry is about."""
        question = queries.days_question(
            person_id, since=since, until=until, written_until=written_until
        )
        return self._days(question)

    def answer_writers(
        self, person_id: UUID, *, symptoms: Collection[str], since: date, written_until: datetime
    ) -> dict[tuple[str, date], str]:
        """Return who wrote the standing answers about these symptoms and the days from `since`."""
        question = queries.answer_writers_question(person_id, symptoms, since, written_until)
        with self._reading() as diary:
            return {(row[0], date.fromisoformat(row[1])): row[2] for row in diary.tuples(question)}

    def days_of_two_writers(self, person_id: UUID, *, written_until: datetime) -> frozenset[date]:
        """Return the days on which two people gave a number to the same symptom."""
        return self._days(queries.days_of_two_writers_question(person_id, written_until))

    def known_ids(self, ids: Collection[str]) -> frozenset[str]:
        """Return which of these entry ids the file has seen, those that are gone included."""
        from tracker.storage.comparing import known_ids  # noqa: PLC0415 - few import

        with self._reading() as diary:
            return known_ids(diary, ids)

    def not_standing(
        self, person_id: UUID, entries: "Sequence[WrittenEntry]", progress: Progress = unwatched
    ) -> "list[WrittenEntry]":
        """Return those that one person does not have, word for word and not removed."""
        from tracker.storage.comparing import not_standing  # noqa: PLC0415 - few import

        with self._reading() as diary:
            return not_standing(diary, person_id, entries, progress)

    def history(self, ids: Collection[UUID]) -> "tuple[EntryChange, ...]":
        """Return what happened to these entries after they were written, in that order."""
        from tracker.storage.past import lines_of  # noqa: PLC0415 - few ask for the past

        with self._reading() as diary:
            return tuple(lines_of(diary, ids))

    def arrived_ids(self, person_id: UUID) -> tuple[UUID, ...]:
        """Return one person's entries of which an import ever brought another version."""
        with self._reading() as diary:
            rows = diary.tuples(queries.arrived_ids_question(person_id))
        return tuple(UUID(each) for (each,) in rows)

    def binned(self, person_id: UUID) -> "tuple[Binned, ...]":
        """Return one person's entries in the bin, the last removed first."""
        from tracker.storage.past import binned_of  # noqa: PLC0415 - few ask for the past

        with self._reading() as diary:
            return binned_of(diary, person_id)

    def removals(self, person_id: UUID) -> "tuple[Removal, ...]":
        """Return which of one person's entries were removed and when, here or in other copies."""
        from tracker.storage.past import removals_of  # noqa: PLC0415 - few ask for the past

        with self._reading() as diary:
            return removals_of(diary, person_id)

    def delete_for_good(self, ids: Collection[UUID], at: datetime) -> None:
        """Delete entries that lie in the bin, with their history; others are left alone.

        That there were entries stays known, so that an import does not bring them back.

        Raises:
            NotSavedError: The disk or folder refused; nothing was deleted.
            DiaryNotOpenedError: Another program writes just now, or the file is damaged.
        """
        from tracker.storage.past import delete_for_good  # noqa: PLC0415 - few ask for the past

        with self._writing() as connection:
            delete_for_good(connection, ids, at)

    def revision(self) -> int:
        """Return a number that grows with every action, whoever does it."""
        with self._reading() as diary:
            return int(diary.value(queries.REVISION))

    def is_empty(self) -> bool:
        """Return whether nothing at all is in it: it was emptied to be deleted."""
        with self._reading() as diary:
            return not diary.tuples(queries.ANYTHING)

    def is_sound(self) -> bool:
        """Return whether pages, indexes and links between rows are as they should be."""
        with self._reading() as diary:
            found = diary.value(Question("PRAGMA integrity_check(1)", {}))
            loose = diary.tuples(Question("PRAGMA foreign_key_check", {}))
        return bool(found == "ok" and not loose)

    def apply(self, write: Write, progress: Progress = unwatched) -> None:
        """Store one action and return after the commit.

        Raises:
            StoppedError: The one who looks on wants no more of it; nothing was stored.
            NotSavedError: The disk or folder refused; nothing of the action was stored.
            DiaryNotOpenedError: Another program writes just now, or the file is damaged.
        """
        # Also for the first answer: SQLAlchemy stands between nobody and the first page.
        from tracker.storage.writing import store  # noqa: PLC0415

        with self._writing() as connection:
            store(connection, write, progress)

    def drafts(self, person_id: UUID) -> tuple[Draft, ...]:
        """Return what was typed and not saved, oldest first."""
        with self._reading() as diary:
            if not diary.value(IS_THERE):
                return ()
            return tuple(map(draft_of_row, diary.rows(drafts_question(person_id))))

    def keep_draft(self, person_id: UUID, draft: Draft) -> None:
        """Put a draft in the place of the one that is there; no action, the revision stays.

        Raises: as `apply`.
        """
        with self._writing() as connection:
            write_draft(connection, person_id, draft)

    def drop_draft(self, person_id: UUID, place: str) -> None:
        """Forget a draft; one that is not there is no mistake. Raises: as `apply`."""
        with self._writing() as connection:
            drop_draft(connection, person_id, place)

    def get_ready_to_write(self) -> None:
        """Load what the first action needs; safe in any thread."""
        from tracker.storage import engine, writing  # noqa: F401, PLC0415 - beside the window

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()

    def _refuse_another_file(self) -> None:
        """Refuse where the name no longer leads to the file that is open: nobody would read it."""
        if self._identity != identity_of(self._path):
            raise another_file(self._path)

    @contextmanager
    def _writing(self) -> Iterator["Connection"]:
        """One transaction, or nothing of it."""
        if not self._can_write:
            raise cannot_write(self._path)
        from tracker.storage.engine import WRITES  # noqa: PLC0415 - as in `apply`

        # Before the first action too, whose connection would be to what now has the name.
        self._refuse_another_file()
        engine = self._connections.engine
        with foreseen_errors(self._path), engine.connect() as connection:
            writing = connection.execution_options(**{WRITES: True})
            with writing.begin():
                self._refuse_another_file()
                yield writing

    def _days(self, question: Question) -> frozenset[date]:
        with self._reading() as diary:
            return frozenset(date.fromisoformat(day) for (day,) in diary.tuples(question))

    def _rows(self, question: Question) -> list[Row]:
        with self._reading() as diary:
            return diary.rows(question)

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        with foreseen_errors(self._path), self._connections.snapshot() as diary:
            yield diary
