"""Killed with -9 at many moments of every action: a diary that opens, with all that counts in it.

`CHEMO_TRACKER_KILLS=200` tries that many moments of each action instead of a few.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tests.every_kind import one_entry_of_every_kind
from tests.storage.faults.actions import MANY, OTHER_WORDS, WORDS, make_wrapping_cheap
from tracker.errors import DiaryLockedError, DiaryNotOpenedError
from tracker.services.ports import EntryQuery, Write
from tracker.storage import envelope as wrapping
from tracker.storage.backup import copy_verified
from tracker.storage.connections import opened
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.opening import create_diary, new_lock, open_diary

ROOT = Path(__file__).resolve().parents[3]
KILLS = int(os.environ.get("CHEMO_TRACKER_KILLS", "2"))
FIRST = an_answer(day=NOW.date())
LATER = tuple(one_entry_of_every_kind())


@pytest.fixture(autouse=True)
def cheap_wrapping(monkeypatch):
    monkeypatch.setattr(wrapping, "Slot", wrapping.Slot)
    make_wrapping_cheap()


def start(action, path, *words):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.faults.actions", action, str(path), *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout.readline() == "begin\n"
    return process


def rest_of(process):
    """Return what it still said; communicate() would miss what readline() had buffered."""
    with process:
        return process.stdout.read()


def how_long(action, prepare, folder, *words):
    process = start(action, prepare(folder), *words)
    begun = time.perf_counter()
    assert rest_of(process).endswith("done\n")
    assert process.returncode == 0
    return time.perf_counter() - begun


def killed(action, path, after, *words):
    """Kill the action so many seconds after it began; return what it had acknowledged."""
    process = start(action, path, *words)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return [line for line in rest_of(process).splitlines() if line != "done"]


def moments(action, prepare, tmp_path, *words):
    whole = tmp_path / "whole"
    whole.mkdir()
    seconds = how_long(action, prepare, whole, *words)
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        yield prepare(folder), seconds * (number + 0.5) / KILLS


def a_diary(folder, words=None):
    path = folder / "diary.sqlite"
    write = Write(at=NOW, people=(a_person(),), entries=((PERSON_ID, FIRST),))
    create_diary(path, write, new_lock(words)).close()
    return path


def a_locked_diary(folder):
    return a_diary(folder, WORDS)


def a_diary_and_an_older_copy(folder):
    path = a_diary(folder)
    copy_verified(path, path.with_name("older.sqlite"))
    diary = open_diary(path, moment=NOW)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, LATER[0]),)))
    diary.close()
    return path


def an_old_diary(folder):
    frozen = ROOT / "tests" / "storage" / "old_diaries" / "v0001.sqlite"
    return Path(shutil.copy(frozen, folder / "diary.sqlite"))


def ids_in(path, words=None):
    diary = open_diary(path, moment=NOW, passphrase=words)
    assert diary.is_sound()
    person = diary.people()[0].id
    found = {str(each.id) for each in diary.entries(person, EntryQuery())}
    diary.close()
    return found


def indexes_of(path, words=None):
    key = key_of(path, read_header(path), words)
    with opened(path, key) as connection:
        return connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name"
        ).fetchall()


def ids_by_any_of(path, *secrets):
    for words in secrets:
        try:
            return ids_in(path, words)
        except DiaryLockedError:
            continue
        except DiaryNotOpenedError as error:
            if words is None or "is not encrypted" not in str(error):
                raise
    raise AssertionError(secrets)


@pytest.mark.parametrize("words", [None, WORDS], ids=["plain", "encrypted"])
def test_no_acknowledged_entry_is_lost(tmp_path, words):
    given = [] if words is None else [words]

    for path, after in moments("save", lambda folder: a_diary(folder, words), tmp_path, *given):
        acknowledged = killed("save", path, after, *given)

        assert {*acknowledged, str(FIRST.id)} <= ids_in(path, words)


def test_an_import_is_there_whole_or_not_at_all(tmp_path):
    for path, after in moments("take_in", a_diary, tmp_path):
        killed("take_in", path, after)

        assert len(ids_in(path)) in (1, 1 + len(LATER))


@pytest.mark.parametrize("words", [None, WORDS], ids=["plain", "encrypted"])
def test_an_import_that_makes_its_indexes_at_the_end_leaves_all_of_them(tmp_path, words):
    given = [] if words is None else [words]
    whole = tmp_path / "as-it-was"
    whole.mkdir()
    indexes = indexes_of(a_diary(whole, words), words)

    for path, after in moments(
        "take_in_many", lambda folder: a_diary(folder, words), tmp_path, *given
    ):
        killed("take_in_many", path, after, *given)

        assert len(ids_in(path, words)) in (1, 1 + MANY)
        assert indexes_of(path, words) == indexes


def test_a_copy_is_there_whole_or_not_at_all_and_the_diary_is_as_it_was(tmp_path):
    for path, after in moments("backup", a_locked_diary, tmp_path, WORDS):
        killed("backup", path, after, WORDS)

        copy = path.with_name("copy.sqlite")
        assert ids_in(path, WORDS) == {str(FIRST.id)}
        assert not copy.exists() or ids_in(copy, WORDS) == {str(FIRST.id)}


def test_a_restore_leaves_the_one_diary_or_the_other_and_never_none(tmp_path):
    before, after_it = {str(FIRST.id), str(LATER[0].id)}, {str(FIRST.id)}

    for path, after in moments("restore", a_diary_and_an_older_copy, tmp_path):
        killed("restore", path, after)

        now = ids_in(path)
        kept = [each for each in path.parent.iterdir() if each.name[-15:].count("-") == 1]
        assert now in (before, after_it)
        assert now == before or [ids_in(each) for each in kept] == [before]


def test_an_upgrade_leaves_a_diary_that_upgrades(tmp_path):
    whole = None

    for path, after in moments("upgrade", an_old_diary, tmp_path):
        killed("upgrade", path, after)

        found = ids_in(path)
        whole = whole or found
        assert found == whole


@pytest.mark.parametrize(
    ("action", "prepare"),
    [("lock", a_diary), ("unlock", a_locked_diary), ("rekey", a_locked_diary)],
)
def test_a_passphrase_is_set_changed_or_removed_or_it_is_as_it_was(tmp_path, action, prepare):
    for path, after in moments(action, prepare, tmp_path):
        killed(action, path, after)

        assert ids_by_any_of(path, None, WORDS, OTHER_WORDS) == {str(FIRST.id)}


def test_a_deletion_leaves_the_whole_diary_or_an_empty_one_or_none(tmp_path):
    for path, after in moments("delete", a_diary, tmp_path):
        killed("delete", path, after)

        if path.exists():
            diary = open_diary(path, moment=NOW)
            found = diary.entries(PERSON_ID, EntryQuery())
            assert found == (FIRST,) or diary.is_empty()
            diary.close()
