"""A diary from another computer comes over whole, whatever lay beside it, and stays as it was."""

import shutil
import sqlite3
import stat
from contextlib import closing

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tests.storage.encrypted.helpers import add, entries_in, everything_in
from tracker.errors import DiaryInUseError, DiaryNotOpenedError, NotUnderstoodError
from tracker.services.ports import Write
from tracker.storage import moving
from tracker.storage.moving import bring_over
from tracker.storage.opening import create_diary, open_diary


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "old computer"
    folder.mkdir()
    path = folder / "diary.sqlite"
    create_diary(path, Write(at=NOW, people=(a_person(),))).close()
    return path


@pytest.fixture
def here(tmp_path):
    return tmp_path / "this computer" / "diary.sqlite"


def crashed(path, entry):
    """What is left of a diary that was not closed: a file and its log."""
    diary = open_diary(path, moment=NOW)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))
    source = left_on_a_stick(path)
    diary.close()
    return source


def cut_off_in_a_change(path):
    """What a power cut leaves of a change in the older manner of SQLite."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        # So much that it cannot wait in memory; the guards do not know this kind of change.
        connection.execute("CREATE TABLE unfinished AS SELECT zeroblob(3000) FROM sqlite_master")
        connection.execute("DROP TABLE entry")
        return left_on_a_stick(path)


def left_on_a_stick(path):
    folder = path.parent.with_name("stick")
    shutil.copytree(path.parent, folder, ignore=shutil.ignore_patterns("*-shm"))
    return folder / path.name


def test_what_was_written_last_before_a_crash_comes_over(path, here):
    entry = an_answer()
    source = crashed(path, entry)
    before = everything_in(source.parent)
    assert before[f"{source.name}-wal"]

    bring_over(source, here)

    assert everything_in(source.parent) == before
    assert [each.name for each in here.parent.iterdir()] == [here.name]
    assert stat.S_IMODE(here.stat().st_mode) == 0o600
    assert entries_in(here) == (entry,)


def test_nobody_else_may_read_the_log_while_it_is_put_into_the_file(path, here, monkeypatch):
    gather, modes = moving._gather, {}

    def watched(*asked):
        modes.update((each.suffix, each.stat().st_mode) for each in here.parent.iterdir())
        gather(*asked)

    monkeypatch.setattr(moving, "_gather", watched)

    bring_over(crashed(path, an_answer()), here)

    assert {ending: stat.S_IMODE(mode) for ending, mode in modes.items()} == {
        ".unfinished": 0o600,
        ".unfinished-wal": 0o600,
    }


def test_a_diary_whose_log_cannot_be_read_is_not_brought_over_without_it(path, here):
    path.with_name(f"{path.name}-wal").mkdir()

    with pytest.raises(DiaryNotOpenedError, match=r"beside .* cannot be read"):
        bring_over(path, here)

    assert everything_in(here.parent) == {}


def test_a_diary_that_is_open_comes_over_with_what_was_saved(path, here):
    entry = an_answer()
    diary = open_diary(path, moment=NOW)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))

    bring_over(path, here)

    diary.close()
    assert entries_in(here) == (entry,)


def test_a_diary_that_is_written_to_meanwhile_is_left_alone(path, here, monkeypatch):
    take = moving._take

    def written_to(*asked):
        take(*asked)
        add(path)

    monkeypatch.setattr(moving, "_take", written_to)

    with pytest.raises(DiaryInUseError, match="in use"):
        bring_over(path, here)

    assert everything_in(here.parent) == {}


def test_what_was_never_finished_before_a_power_cut_is_taken_out_again(path, here):
    entry_id = add(path)
    source = cut_off_in_a_change(path)
    before = everything_in(source.parent)

    bring_over(source, here)

    assert everything_in(source.parent) == before
    assert {each.id for each in entries_in(here)} == {entry_id}


def test_a_damaged_diary_does_not_take_the_place(path, here):
    for _ in range(40):
        add(path)
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    path.write_bytes(content)

    with pytest.raises(DiaryNotOpenedError, match=r"old computer.* is damaged"):
        bring_over(path, here)

    assert everything_in(here.parent) == {}


def test_a_diary_that_is_here_already_stays(path, here):
    bring_over(path, here)
    before = here.read_bytes()
    add(path)

    with pytest.raises(NotUnderstoodError, match="already"):
        bring_over(path, here)

    assert here.read_bytes() == before
