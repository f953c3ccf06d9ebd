"""An open diary file: reads see the last commit, each action is one transaction."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Select, Table, select

from tracker.domain.entries import AnyEntry, SymptomEntry
from tracker.domain.people import Person
from tracker.errors import NotSavedError
from tracker.services.ports import (
    CourseRecord,
    Draft,
    EntryQuery,
    RecordedEvent,
    SymptomDays,
    TakenBack,
    Write,
)
from tracker.storage import tables
from tracker.storage.diary_file import identity_of
from tracker.storage.drafts import drop_draft, read_drafts, write_draft
from tracker.storage.entry_rows import (
    entry_of_row,
    event_of_row,
    removed_entry_of_row,
    undone_event_of_row,
    utc_text,
)
from tracker.storage.envelope import DiaryKey
from tracker.storage.foreseen import foreseen_errors
from tracker.storage.person_rows import course_of_row, person_of_rows
from tracker.storage.queries import (
    entries_query,
    latest_answer_query,
    standing,
    symptom_days_query,
    taken_back_queries,
)
from tracker.storage.writing import store

WRITES = "chemo_tracker_writes"
_IDS_AT_ONCE = 500
_ENTRY = tables.entry.c


class SqlStorage:
    """The diary in one file; fits `services.ports.Storage`."""

    def __init__(
        self,
        engine: Engine,
        path: Path | str,
        key: DiaryKey | None = None,
        *,
        can_write: bool = True,
    ) -> None:
        self._engine = engine
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
        with self._reading() as connection:
            people = _all(connection, select(tables.person).order_by(tables.person.c.number))
            contacts = _all(connection, _by_position(tables.contact_number))
            surgeries = _all(connection, _by_position(tables.surgery))
        return tuple(
            person_of_rows(
                row,
                [each for each in contacts if each["person_id"] == row["id"]],
                [each for each in surgeries if each["person_id"] == row["id"]],
            )
            for row in people
        )

    def courses(self, person_id: UUID) -> tuple[CourseRecord, ...]:
        """Return the courses that were not taken back, in the order recorded."""
        course = tables.course
        query = (
            select(course)
            .where(course.c.person_id == str(person_id), course.c.removed_at.is_(None))
            .order_by(course.c.number)
        )
        with self._reading() as connection:
            return tuple(course_of_row(row) for row in _all(connection, query))

    def events(self, person_id: UUID) -> tuple[RecordedEvent, ...]:
        """Return the events that were not taken back, in the order recorded."""
        course, event = tables.course, tables.course_event
        query = (
            select(event)
            .join(course, course.c.id == event.c.course_id)
            .where(
                course.c.person_id == str(person_id),
                course.c.removed_at.is_(None),
                event.c.removed_at.is_(None),
            )
            .order_by(event.c.number)
        )
        with self._reading() as connection:
            return tuple(event_of_row(row) for row in _all(connection, query))

    def entries(self, person_id: UUID, query: EntryQuery) -> tuple[AnyEntry, ...]:
        """Return entries that were not removed, by moment, then in the order written."""
        with self._reading() as connection:
            rows = _all(connection, entries_query(person_id, query))
        if query.newest is not None:
            rows.reverse()
        return tuple(entry_of_row(row) for row in rows)

    def taken_back(self, person_id: UUID) -> TakenBack:
        """Return what one person recorded and took back."""
        with self._reading() as connection:
            courses, events, entries = (
                _all(connection, query) for query in taken_back_queries(person_id)
            )
        return TakenBack(
            courses=tuple(course_of_row(row) for row in courses),
            events=tuple(undone_event_of_row(row) for row in events),
            entries=tuple(removed_entry_of_row(row) for row in entries),
        )

    def latest_answers(
        self, person_id: UUID, *, written_until: datetime, symptoms: Collection[str]
    ) -> tuple[SymptomEntry, ...]:
        """Return the last answer about each of these symptoms up to that moment; no skips."""
        found: list[AnyEntry] = []
        query = latest_answer_query(person_id, written_until)
        with self._reading() as connection:
            for symptom in symptoms:
                rows = _all(connection, query, {"wanted": symptom})
                found += [entry_of_row(row) for row in rows]
        return tuple(entry for entry in found if isinstance(entry, SymptomEntry))

    def symptom_days(
        self, person_id: UUID, *, written_until: datetime, since: date | None = None
    ) -> SymptomDays:
        """Return the standing answers of all days, or from `since` on, without notes and flags."""
        query = symptom_days_query(person_id, written_until, since)
        with self._reading() as connection:
            # Five years are forty thousand rows: SQLAlchemy's own rows would take most of the time.
            rows = connection.execute(query).cursor.fetchall()
        days = {text: date.fromisoformat(text) for text in {row[1] for row in rows}}
        return {(symptom, days[day]): severity for symptom, day, severity in rows}

    def days_with_entries(
        self, person_id: UUID, *, since: date, until: date, written_until: datetime
    ) -> frozenset[date]:
        """Return the days between the two, both included, that any entry is about."""
        query = (
            select(_ENTRY.day)
            .distinct()
            .where(
                *standing(person_id),
                _ENTRY.day.between(since.isoformat(), until.isoformat()),
                _ENTRY.at_utc <= utc_text(written_until),
            )
        )
        with self._reading() as connection:
            return frozenset(date.fromisoformat(day) for day in connection.scalars(query))

    def known_ids(self, ids: Collection[UUID]) -> frozenset[UUID]:
        """Return which of these entry ids the file has seen, removed ones included."""
        texts = [str(each) for each in ids]
        known: set[UUID] = set()
        with self._reading() as connection:
            for start in range(0, len(texts), _IDS_AT_ONCE):
                part = texts[start : start + _IDS_AT_ONCE]
                query = select(_ENTRY.id).where(_ENTRY.id.in_(part))
                known.update(UUID(each) for each in connection.scalars(query))
        return frozenset(known)

    def revision(self) -> int:
        """Return a number that grows with every action, whoever does it."""
        with self._reading() as connection:
            return int(connection.execute(select(tables.diary.c.revision)).scalar_one())

    def is_sound(self) -> bool:
        """Return whether pages, indexes and links between rows are as they should be."""
        with self._reading() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        return found == "ok" and loose is None

    def apply(self, write: Write) -> None:
        """Store one action and return after the commit.

        Raises:
            NotSavedError: The disk or folder refused; nothing of the action was stored.
            DiaryNotOpenedError: Another program writes just now, or the file is damaged.
        """
        with self._writing() as connection:
            store(connection, write)

    def drafts(self, person_id: UUID) -> tuple[Draft, ...]:
        """Return what was typed and not saved, oldest first."""
        with self._reading() as connection:
            return read_drafts(connection, person_id)

    def keep_draft(self, person_id: UUID, draft: Draft) -> None:
        """Put a draft in the place of the one that is there; no action, the revision stays.

        Raises:
            NotSavedError: The disk or folder refused.
            DiaryNotOpenedError: Another program writes just now, or the file is damaged.
        """
        with self._writing() as connection:
            write_draft(connection, person_id, draft)

    def drop_draft(self, person_id: UUID, place: str) -> None:
        """Forget a draft; one that is not there is no mistake.

        Raises:
            NotSavedError: The disk or folder refused.
            DiaryNotOpenedError: Another program writes just now, or the file is damaged.
        """
        with self._writing() as connection:
            drop_draft(connection, person_id, place)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _refuse_another_file(self) -> None:
        """Refuse where the name no longer leads to the file that is open: nobody would read it."""
        if self._identity != identity_of(self._path):
            raise NotSavedError(
                f"Not saved: the diary {self._path} was moved, removed or replaced while it was "
                "open; what was saved before is unchanged; open the diary again."
            )

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction, or nothing of it."""
        if not self._can_write:
            raise NotSavedError(
                f"Not saved: {self._path} cannot be written; what was there before is unchanged; "
                "check that you may write to this file and its folder."
            )
        with foreseen_errors(self._path), self._engine.connect() as connection:
            writing = connection.execution_options(**{WRITES: True})
            with writing.begin():
                self._refuse_another_file()
                yield writing

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with foreseen_errors(self._path), self._engine.connect() as connection:
            yield connection


def _all(
    connection: Connection, query: Select[Any], values: dict[str, Any] | None = None
) -> list[dict[str, Any]]:
    result = connection.execute(query, values)
    names = tuple(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]


def _by_position(table: Table) -> Select[Any]:
    return select(table).order_by(table.c.person_id, table.c.position)
