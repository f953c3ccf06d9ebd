"""Older diaries open with all their content; the steps and the tables say the same."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.exc import IntegrityError

from tests.builders import NOW, a_person
from tests.every_kind import one_entry_of_every_kind
from tracker.clinical.library import library
from tracker.errors import DiaryNotOpenedError
from tracker.exchange.diary_json import write_diaries
from tracker.services.exchanging import everything
from tracker.services.ports import EntryQuery, Write
from tracker.storage.guards import NAMES
from tracker.storage.opening import lay_foundation, open_diary
from tracker.storage.pool import connections_in_memory
from tracker.storage.tables import metadata
from tracker.storage.upgrading import run_steps
from tracker.storage.version import APPLICATION_ID, SCHEMA_VERSION

OLD = Path(__file__).with_name("old_diaries")


@pytest.fixture
def upgraded():
    connections = connections_in_memory()
    with connections.engine.begin() as connection:
        run_steps(connection, 0)
    yield connections.engine
    connections.close()


@pytest.fixture
def new_tables():
    connections = connections_in_memory()
    metadata.create_all(connections.engine)
    yield connections.engine
    connections.close()


def test_the_steps_make_the_tables_that_the_program_uses(upgraded):
    with upgraded.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, metadata) == []


def test_the_steps_make_the_guards_that_a_new_diary_has(upgraded):
    new = connections_in_memory()
    lay_foundation(new.engine)

    assert guards_in(upgraded) == guards_in(new.engine)
    assert set(guards_in(upgraded)) == set(NAMES)
    new.close()


def guards_in(engine):
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        )
        return {row.name: row.sql for row in found}


@pytest.mark.parametrize("file", sorted(OLD.glob("*.sqlite")), ids=lambda file: file.stem)
def test_a_diary_of_every_released_version_opens_with_the_same_content(file, tmp_path):
    copy = tmp_path / "diary.sqlite"
    shutil.copy(file, copy)

    diary = open_diary(copy, moment=NOW)

    written = write_diaries(everything(diary, library()))
    assert written == file.with_suffix(".json").read_text(encoding="utf-8")
    diary.close()


def test_an_upgrade_keeps_the_history_the_bin_and_what_was_deleted(tmp_path):
    for file in sorted(OLD.glob("*.past.json")):
        copy = tmp_path / file.name
        shutil.copy(file.with_name(file.name.replace(".past.json", ".sqlite")), copy)

        open_diary(copy, moment=NOW).close()

        kept = json.loads(file.read_text(encoding="utf-8"))
        assert past_in(copy, kept) == kept


def past_in(path, tables):
    with closing(sqlite3.connect(path)) as raw:
        return {
            table: [list(row) for row in raw.execute(f"SELECT * FROM {table} ORDER BY 1")]  # noqa: S608 - our own names
            for table in tables
        }


def test_there_is_a_frozen_diary_of_every_version():
    frozen = {file.stem for file in OLD.glob("*.sqlite")}

    assert frozen == {f"v{number:04}" for number in range(1, SCHEMA_VERSION + 1)}


def an_older_diary(path):
    """A file that is ours and has no tables yet, as before version 1."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.commit()
    return path


def test_an_upgrade_keeps_a_copy_and_opens(tmp_path):
    path = an_older_diary(tmp_path / "diary.sqlite")

    diary = open_diary(path, moment=NOW)

    entries = one_entry_of_every_kind()
    person = a_person()
    together = tuple((person.id, entry) for entry in entries)
    diary.apply(Write(at=NOW, people=(person,), entries=together))
    assert diary.entries(person.id, EntryQuery()) == tuple(entries)
    diary.close()
    copies = [
        each.name
        for each in tmp_path.iterdir()
        if f".before-version-{SCHEMA_VERSION}." in each.name
    ]
    assert len(copies) == 1


def test_an_upgrade_that_was_killed_after_its_copy_is_done_again_in_the_same_second(tmp_path):
    path = an_older_diary(tmp_path / "diary.sqlite")
    left = tmp_path / f"{path.name}.before-version-{SCHEMA_VERSION}.{NOW:%Y%m%d-%H%M%S}"
    left.write_bytes(b"left behind")

    open_diary(path, moment=NOW).close()

    assert left.read_bytes() == b"left behind"
    assert left.with_name(f"{left.name}-2").exists()


def test_an_upgrade_that_fails_leaves_the_diary_as_it_was(tmp_path):
    path = an_older_diary(tmp_path / "diary.sqlite")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE entry (in_the_way TEXT)")
        raw.commit()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    with pytest.raises(Exception, match="already exists"):
        open_diary(path, moment=NOW)

    with closing(sqlite3.connect(path)) as raw:
        tables = raw.execute("SELECT name FROM sqlite_master").fetchall()
        version = raw.execute("PRAGMA user_version").fetchone()
    assert (tables, version) == ([("entry",)], (0,))


def test_a_version_that_never_was_is_refused(upgraded):
    with upgraded.connect() as connection, pytest.raises(DiaryNotOpenedError, match="version 99"):
        run_steps(connection, 99)


@pytest.mark.parametrize(
    "values",
    [
        "'symptom', 'nausea', 'present', 0",
        "'symptom', 'nausea', 'present', NULL",
        "'symptom', 'nausea', 'present', 5",
        "'symptom', 'nausea', 'absent', 1",
        "'symptom', 'nausea', 'absent', NULL",
        "'symptom', 'nausea', 'skipped', 0",
        "'symptom', 'nausea', 'maybe', 1",
        "'symptom', NULL, 'present', 1",
        "'symptom', 'nausea', NULL, NULL",
        "'mood', NULL, NULL, NULL",
    ],
)
def test_the_tables_themselves_refuse_an_answer_that_does_not_fit(upgraded, values):
    columns = "id, person, day, at, at_utc, zone, author, kind, symptom, state, severity"
    statement = (
        f"INSERT INTO entry ({columns}) VALUES ('a', 1, 'd', 'm', 'u', 'z', 'self', {values})"  # noqa: S608 - the values are those above
    )

    with upgraded.connect() as connection, pytest.raises(IntegrityError, match="CHECK"):
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize(("column", "word"), [("entered_as", "guessed"), ("helped", "maybe")])
def test_the_tables_refuse_a_word_that_means_nothing(upgraded, new_tables, column, word):
    columns = f"id, person, day, at, at_utc, zone, author, kind, {column}"
    statement = f"INSERT INTO entry ({columns}) VALUES ('a', 1, 'd', 'm', 'u', 'z', 'self', 'note', '{word}')"  # noqa: S608, E501 - the values are those above

    for engine in (upgraded, new_tables):
        with engine.connect() as connection, pytest.raises(IntegrityError, match="CHECK"):
            connection.exec_driver_sql(statement)
