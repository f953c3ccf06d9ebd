"""What a disk or another program can do to a diary is said in one sentence, and nothing is lost."""

import sqlite3
from contextlib import closing

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tracker.domain.entries import NoteEntry
from tracker.errors import DiaryNotOpenedError, NotSavedError
from tracker.services.ports import EntryQuery, Write
from tracker.storage import held_connections
from tracker.storage.opening import create_diary, open_diary
from tracker.storage.pool import connections_to
from tracker.storage.sql_storage import SqlStorage


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(held_connections, "_SECONDS_TO_WAIT_FOR_A_WRITER", 0.05)
    path = tmp_path / "diary.sqlite"
    create_diary(path, Write(at=NOW, people=(a_person(),))).close()
    return path


def one_entry():
    return Write(at=NOW, entries=((PERSON_ID, an_answer()),))


def test_a_second_writer_is_told_that_the_diary_is_in_use(path):
    diary = open_diary(path, moment=NOW)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(DiaryNotOpenedError, match="in use by another program"):
            diary.apply(one_entry())

        assert diary.entries(PERSON_ID, EntryQuery()) == ()
    diary.close()


def test_a_reader_is_never_refused_because_others_read_or_write(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")

        readers = [open_diary(path, moment=NOW) for _ in range(3)]

        assert all(reader.people() == (a_person(),) for reader in readers)
    for reader in readers:
        reader.close()


def test_a_full_disk_saves_nothing_and_loses_nothing(path):
    diary = open_diary(path, moment=NOW)
    diary.apply(one_entry())
    with diary._connections.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    stamp = {"id": a_person().id, "day": NOW.date(), "at": NOW, "zone": "UTC", "by": "self"}
    long_note = NoteEntry(**stamp, text="x" * 19_000)

    with pytest.raises(NotSavedError, match="is full"):
        diary.apply(Write(at=NOW, entries=((PERSON_ID, long_note),)))

    assert len(diary.entries(PERSON_ID, EntryQuery())) == 1
    diary.close()


def test_a_diary_that_cannot_be_written_can_still_be_read(path):
    diary = SqlStorage(connections_to(path, can_write=False), path, can_write=False)

    with pytest.raises(NotSavedError, match="cannot be written"):
        diary.apply(one_entry())

    assert diary.people() == (a_person(),)
    diary.close()


def test_a_page_that_breaks_later_is_told_when_it_is_read(path):
    diary = open_diary(path, moment=NOW)
    diary.apply(one_entry())
    diary.close()
    diary = SqlStorage(connections_to(path), path)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)

    with pytest.raises(DiaryNotOpenedError, match="is damaged"):
        diary.people()
    diary.close()


def test_health_values_never_reach_an_error_text(path):
    diary = open_diary(path, moment=NOW)
    entry = an_answer("own:secret itch", 3)

    with pytest.raises(Exception, match="changes together") as caught:
        diary.apply(Write(at=NOW, entries=((PERSON_ID, entry), (PERSON_ID, entry))))

    assert "secret" not in str(caught.value)
    assert diary.entries(PERSON_ID, EntryQuery()) == ()
    diary.close()
