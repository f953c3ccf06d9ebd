"""The past of a diary stays as it was, whatever program writes to the file."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tracker.errors import StoppedError
from tracker.services.ports import EntryQuery, Write
from tracker.storage import adding_many, tables
from tracker.storage.guards import NAMES
from tracker.storage.opening import create_diary

STANDS, BINNED = an_answer("pain", 1), an_answer("nausea", 2)


@pytest.fixture
def raw(diary_file):
    """An open file with one entry that was changed and one in the bin, without our program."""
    entries = tuple((PERSON_ID, each) for each in (STANDS, BINNED))
    storage = create_diary(diary_file, Write(at=NOW, people=(a_person(),), entries=entries))
    storage.apply(Write(at=NOW, changed_entries=(replace(STANDS, note="Worse at night"),)))
    storage.apply(Write(at=NOW, removed_entries=(BINNED.id,)))
    storage.close()
    with closing(sqlite3.connect(diary_file, isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE entry_history SET author = 'Tom'", "the history is only added to"),
        ("UPDATE entry_history SET before = NULL WHERE number = 1", "only added to"),
        ("DELETE FROM entry_history WHERE number = 1", "only added to"),
        (
            "REPLACE INTO entry_history SELECT * FROM entry_history",
            "only added to",
        ),
        ("UPDATE entry SET severity = 4", "an entry changes together with its history"),
        ("UPDATE entry SET removed_at = NULL", "together with its history"),
        ("UPDATE entry SET id = 'other' WHERE removed_at IS NULL", "together with its history"),
        ("DELETE FROM entry WHERE removed_at IS NULL", "deleted from the bin alone"),
        ("DELETE FROM entry WHERE removed_at IS NOT NULL", "deleted from the bin alone"),
        ("REPLACE INTO entry SELECT * FROM entry", "together with its history"),
    ],
)
def test_the_file_itself_refuses_to_rewrite_the_past(raw, statement, why):
    raw.execute("UPDATE diary SET revision = revision + 1")

    with pytest.raises(sqlite3.IntegrityError, match=why):
        raw.execute(statement)


def test_an_entry_that_stands_is_not_deleted_by_noting_it_as_deleted(raw):
    raw.execute("INSERT INTO deleted_entry SELECT number, id, at FROM entry")

    with pytest.raises(sqlite3.IntegrityError, match="deleted from the bin alone"):
        raw.execute("DELETE FROM entry WHERE removed_at IS NULL")
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        raw.execute("DELETE FROM entry_history WHERE action = 'changed'")


@pytest.mark.parametrize(
    "statement", ["UPDATE deleted_entry SET id = 'x'", "DELETE FROM deleted_entry"]
)
def test_that_something_was_deleted_stays_known(raw, statement):
    raw.execute("INSERT INTO deleted_entry VALUES (77, 'gone', '2026-05-12')")

    with pytest.raises(sqlite3.IntegrityError, match="what was deleted stays deleted"):
        raw.execute(statement)


@pytest.fixture
def many(monkeypatch):
    """Entries enough to be stored in another way than a few, in several steps."""
    monkeypatch.setattr(adding_many, "_WORTH_IT", 300)
    monkeypatch.setattr(adding_many, "_AT_ONCE", 100)
    return tuple((PERSON_ID, an_answer()) for _ in range(400))


def without_its_guards(path):
    """What the file refuses to do although many entries were stored."""
    with closing(sqlite3.connect(path)) as raw:
        names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        with pytest.raises(sqlite3.IntegrityError, match="together with its history"):
            raw.execute("REPLACE INTO entry SELECT * FROM entry")
    wanted = {*NAMES, *(index.name for index in tables.entry.indexes)}
    return wanted - names


def test_guards_and_indexes_are_there_after_many_entries_came(diary_file, many):
    create_diary(diary_file, Write(at=NOW, people=(a_person(),), entries=many)).close()

    assert not without_its_guards(diary_file)


def test_guards_and_indexes_are_there_after_many_entries_were_refused(diary_file, many):
    first = Write(at=NOW, people=(a_person(),), entries=many[:1])
    with closing(create_diary(diary_file, first)) as storage:
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            storage.apply(Write(at=NOW, entries=many))
        assert len(storage.entries(PERSON_ID, EntryQuery())) == 1

    assert not without_its_guards(diary_file)


@pytest.mark.parametrize("far", [0.2, 0.8, 1.0])
def test_guards_and_indexes_are_there_after_many_entries_were_stopped(diary_file, many, far):
    def stop(done):
        if done >= far:
            raise StoppedError("Stopped; nothing was imported.")

    first = Write(at=NOW, people=(a_person(),), entries=many[:1])
    with closing(create_diary(diary_file, first)) as storage:
        with pytest.raises(StoppedError):
            storage.apply(Write(at=NOW, entries=many[1:]), stop)
        assert not without_its_guards(diary_file)
        assert len(storage.entries(PERSON_ID, EntryQuery())) == 1

        storage.apply(Write(at=NOW, entries=many[1:]))
        assert len(storage.entries(PERSON_ID, EntryQuery())) == len(many)
