"""Copies that count are checked; what was there is kept."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import NOW, PERSON_ID, a_course, a_person, an_answer
from tracker.clinical.library import library
from tracker.errors import DiaryNotOpenedError, NotSavedError, NotUnderstoodError
from tracker.private_files import write_whole
from tracker.services.ports import EntryQuery, Write
from tracker.storage.backup import copy_verified, replace_by
from tracker.storage.checking import check_diary
from tracker.storage.erasing import copies_of
from tracker.storage.opening import create_diary, open_diary


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.sqlite"
    write = Write(at=NOW, people=(a_person(),), courses=(a_course(),))
    create_diary(path, write).close()
    return path


def entries_in(path):
    opened = open_diary(path, moment=NOW)
    found = opened.entries(PERSON_ID, EntryQuery())
    opened.close()
    return found


def test_a_copy_holds_what_was_committed_last_while_the_diary_is_open(path, tmp_path):
    entry = an_answer()
    diary = open_diary(path, moment=NOW)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))

    copy_verified(path, tmp_path / "copy.sqlite")

    diary.close()
    assert entries_in(tmp_path / "copy.sqlite") == (entry,)
    assert stat.S_IMODE((tmp_path / "copy.sqlite").stat().st_mode) == 0o600


def test_a_copy_never_takes_the_place_of_a_file(path, tmp_path):
    (tmp_path / "copy.sqlite").write_text("mine")

    with pytest.raises(NotUnderstoodError, match="already"):
        copy_verified(path, tmp_path / "copy.sqlite")

    assert (tmp_path / "copy.sqlite").read_text() == "mine"


def test_going_back_keeps_what_was_there(path, tmp_path):
    copy_verified(path, tmp_path / "copy.sqlite")
    entry = an_answer()
    diary = open_diary(path, moment=NOW)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))
    diary.close()

    kept = replace_by(tmp_path / "copy.sqlite", path, NOW)

    assert sorted(tmp_path.iterdir()) == sorted((tmp_path / "copy.sqlite", path, kept))
    assert entries_in(path) == ()
    assert entries_in(kept) == (entry,)


def test_going_back_twice_at_one_moment_keeps_both_that_were_there(path, tmp_path):
    copy_verified(path, tmp_path / "copy.sqlite")

    kept = [replace_by(tmp_path / "copy.sqlite", path, NOW) for _ in range(3)]

    assert sorted(tmp_path.iterdir()) == sorted((tmp_path / "copy.sqlite", path, *kept))
    assert set(kept) <= set(copies_of(path, []))


def test_going_back_to_a_file_that_is_no_diary_changes_nothing(path, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8" * 99)
    before = path.read_bytes()

    with pytest.raises(DiaryNotOpenedError, match="is not a diary"):
        replace_by(tmp_path / "photo.jpg", path, NOW)

    assert path.read_bytes() == before


def test_a_sound_diary_is_counted(path):
    diary = open_diary(path, moment=NOW)

    counted = check_diary(diary, library())

    diary.close()
    assert (counted.people, counted.courses, counted.entries) == (1, 1, 0)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE course SET person_id = 'nobody'",
        "UPDATE course SET starts_on = 'soon'",
        "UPDATE course SET regimen = 'gone'",
        "UPDATE person SET fever_unit = 'degX', fever_high = '1', fever_low = '2'",
    ],
)
def test_a_check_finds_what_no_longer_makes_sense(path, harm):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(harm)
        raw.commit()
    diary = open_diary(path, moment=NOW)

    with pytest.raises(DiaryNotOpenedError, match="nothing was changed"):
        check_diary(diary, library())
    diary.close()


def test_a_written_file_is_private_and_takes_the_place_of_an_older_one(tmp_path):
    target = tmp_path / "out.json"
    target.write_text("old")

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_diary_is_never_written_over_by_an_export(path):
    before = path.read_bytes()

    with pytest.raises(NotUnderstoodError, match="is a diary"):
        write_whole(path, b"{}")

    assert path.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has this device")
def test_a_device_that_is_full_is_told():
    with pytest.raises(NotSavedError, match="cannot be written"):
        write_whole(Path("/dev/full"), b"text")

    assert Path("/dev/full").is_char_device()
