"""A diary opens whole or not at all, and is never made by accident."""

import sqlite3
import stat
from contextlib import closing

import pytest

from tests.builders import NOW, a_person, an_answer
from tracker.errors import DiaryNotOpenedError, NotSavedError, NotUnderstoodError
from tracker.services.ports import Write
from tracker.storage import opening
from tracker.storage.opening import create_diary, open_diary
from tracker.storage.places import default_data_folder, diary_path
from tracker.storage.version import APPLICATION_ID, SCHEMA_VERSION

ONE_PERSON = Write(at=NOW, people=(a_person(),))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.sqlite"


@pytest.fixture
def diary(path):
    create_diary(path, ONE_PERSON).close()
    return path


def change(path, *statements):
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_missing_file_is_an_error_and_stays_missing(path):
    with pytest.raises(DiaryNotOpenedError, match="There is no diary at"):
        open_diary(path, moment=NOW)

    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "an empty file"),
        (b"hello", "is not a diary"),
        (b"SQLite format 3\x00", "is not a diary"),
        (b"\x00" * 4096, "is not a diary"),
        (b'{"format": "chemo-tracker-diary"}' * 9, "is not a diary"),
    ],
)
def test_what_is_no_diary_is_refused_and_not_touched(path, content, sentence):
    path.write_bytes(content)

    with pytest.raises(DiaryNotOpenedError, match=sentence):
        open_diary(path, moment=NOW)

    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_is_no_diary(tmp_path):
    with pytest.raises(DiaryNotOpenedError, match="is not a file"):
        open_diary(tmp_path, moment=NOW)


def test_another_programs_database_is_refused_and_not_touched(path):
    change(path, "CREATE TABLE song (title TEXT)")
    before = path.read_bytes()

    with pytest.raises(DiaryNotOpenedError, match="is not a diary"):
        open_diary(path, moment=NOW)

    assert path.read_bytes() == before


def test_a_newer_diary_is_refused_and_not_touched(diary):
    change(diary, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = diary.read_bytes()

    with pytest.raises(DiaryNotOpenedError, match="newer version"):
        open_diary(diary, moment=NOW)

    assert diary.read_bytes() == before


def test_a_diary_that_was_cut_off_is_refused_and_not_touched(diary):
    half = diary.read_bytes()[: diary.stat().st_size // 2]
    diary.write_bytes(half)

    with pytest.raises(DiaryNotOpenedError, match="is damaged"):
        open_diary(diary, moment=NOW)

    assert diary.read_bytes() == half


def test_a_large_diary_that_was_cut_off_is_refused_without_reading_all_of_it(diary, monkeypatch):
    monkeypatch.setattr(opening, "_CHECKED_AT_EACH_START", 0)
    diary.write_bytes(diary.read_bytes()[:-4096])

    with pytest.raises(DiaryNotOpenedError, match="is damaged"):
        open_diary(diary, moment=NOW)


def test_a_diary_with_a_damaged_page_is_refused_and_not_touched(diary):
    content = bytearray(diary.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    diary.write_bytes(content)

    with pytest.raises(DiaryNotOpenedError, match="is damaged"):
        open_diary(diary, moment=NOW)

    assert diary.read_bytes() == bytes(content)


def test_only_the_owner_may_read_a_new_diary(diary):
    assert stat.S_IMODE(diary.stat().st_mode) == 0o600


def test_a_new_diary_is_one_file_that_says_what_it_is(diary):
    with closing(sqlite3.connect(diary)) as raw:
        application = raw.execute("PRAGMA application_id").fetchone()[0]
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        journal = raw.execute("PRAGMA journal_mode").fetchone()[0]

    assert (application, version, journal) == (APPLICATION_ID, SCHEMA_VERSION, "wal")
    assert [each.name for each in diary.parent.iterdir()] == [diary.name]


def test_an_existing_file_is_never_written_over(path):
    path.write_text("my notes")

    with pytest.raises(NotUnderstoodError, match="already"):
        create_diary(path, ONE_PERSON)

    assert path.read_text() == "my notes"
    assert list(path.parent.iterdir()) == [path]


def test_a_diary_is_not_made_in_a_folder_that_is_missing(tmp_path):
    with pytest.raises(NotSavedError, match="cannot be written"):
        create_diary(tmp_path / "nowhere" / "diary.sqlite", ONE_PERSON)

    assert list(tmp_path.iterdir()) == []


def test_what_fails_while_a_diary_is_made_leaves_no_file(path):
    entry = an_answer()
    twice = Write(at=NOW, people=(a_person(),), entries=((a_person().id, entry),) * 2)

    with pytest.raises(Exception, match="changes together"):
        create_diary(path, twice)

    assert list(path.parent.iterdir()) == []


def test_every_entry_is_flushed_to_the_disk(diary):
    opened = open_diary(diary, moment=NOW)

    with opened._connections.engine.connect() as connection:
        synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
        foreign_keys = connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one()

    opened.close()
    assert (synchronous, foreign_keys) == (2, 1)


def test_the_usual_place_follows_the_platform(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert default_data_folder() == tmp_path / "chemo-tracker"
    assert diary_path(None, None) == tmp_path / "chemo-tracker" / "diary.sqlite"
    assert diary_path(None, tmp_path) == tmp_path / "diary.sqlite"
    assert diary_path(tmp_path / "a", tmp_path) == tmp_path / "a"


def test_a_relative_data_home_is_no_place(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert default_data_folder() == tmp_path / ".local" / "share" / "chemo-tracker"
