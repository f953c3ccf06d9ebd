"""What this program looks at never takes from SQLite the locks it has on an open diary.

Another program reads the diary while the window has it open. It must not believe to be alone: then
it would fold the log in and delete it, and what the window saves afterwards would be gone.
"""

import gc
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tracker.clinical.library import library
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.exchange.diary_json import read_diary_file
from tracker.exchange.foreign_table import read_table
from tracker.open_files import copy_content, reading
from tracker.private_files import logs_of, write_whole
from tracker.services.ports import EntryQuery, Write
from tracker.storage.backup import copy_verified
from tracker.storage.connections import connect, opened
from tracker.storage.diary_file import read_header
from tracker.storage.key_places import has_key_page
from tracker.storage.opening import create_diary, new_lock, open_diary

ROOT = Path(__file__).resolve().parents[2]
WORDS = "three blue kettles"
OPEN_FILES = Path("/proc/self/fd")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.sqlite"


def a_diary(path, passphrase=None):
    lock = new_lock(passphrase) if passphrase else None
    return create_diary(path, Write(at=NOW, people=(a_person(),)), *([lock] if lock else []))


def answer(diary):
    entry = an_answer()
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))
    return entry.id


def answers_in(path, passphrase=None):
    diary = open_diary(path, moment=NOW, passphrase=passphrase)
    found = {entry.id for entry in diary.entries(PERSON_ID, EntryQuery())}
    diary.close()
    return found


def another_program_reads(path, *options):
    """Run the command line as a process of its own, as somebody at a terminal does."""
    said = subprocess.run(
        [sys.executable, "-m", "tracker", "--diary", str(path), *options, "history"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert said.returncode == 0, said.stderr


def is_in_use_for_others(path):
    """Ask, from another process, for the bytes that SQLite locks while a diary is open."""
    asked = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b'); "
        "fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)"
    )
    said = subprocess.run([sys.executable, "-c", asked, path], capture_output=True, check=False)
    return b"BlockingIOError" in said.stderr


def refused(look, *arguments):
    with pytest.raises(NotUnderstoodError):
        look(*arguments)


LOOKS = {
    "the copy of the day": lambda path: copy_verified(path, path.with_name("copy.sqlite")),
    "its first bytes": read_header,
    "its last page": has_key_page,
    "importing the diary as JSON": lambda path: refused(
        read_diary_file, path, library(), NOW.date(), lambda _done: None
    ),
    "importing the diary as a table": lambda path: refused(read_table, path),
    "writing an export over it": lambda path: refused(write_whole, path, b"mine"),
    "a second name where links are none": lambda path: copy_content(path, path.with_name("two")),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_nothing_is_lost_when_another_program_reads_after(look, path):
    diary = a_diary(path)
    before = answer(diary)
    look(path)

    another_program_reads(path)
    assert logs_of(path)[0].exists()
    after = answer(diary)
    another_program_reads(path)
    last = answer(diary)
    diary.close()

    assert answers_in(path) == {before, after, last}


def test_nothing_is_lost_of_an_encrypted_diary_either(path, tmp_path):
    a_diary(path, WORDS).close()
    told = tmp_path / "words"
    told.write_text(WORDS)
    diary = open_diary(path, moment=NOW, passphrase=WORDS)
    before = answer(diary)
    copy_verified(path, tmp_path / "copy.sqlite", diary.key)

    assert is_in_use_for_others(path)
    another_program_reads(path, "--passphrase-file", str(told))
    after = answer(diary)
    diary.close()

    assert answers_in(path, WORDS) == {before, after}


def open_descriptors_of(path):
    found = []
    for each in OPEN_FILES.iterdir():
        with suppress(OSError):
            found += [each.name] if each.readlink() == path else []
    return found


on_linux = pytest.mark.skipif(not OPEN_FILES.exists(), reason="open files are listed on Linux")


@on_linux
def test_looking_a_hundred_times_keeps_one_descriptor(path):
    diary = a_diary(path)
    answer(diary)
    read_header(path)
    once = open_descriptors_of(path)

    for _ in range(100):
        read_header(path)

    assert open_descriptors_of(path) == once
    diary.close()


@on_linux
def test_a_stick_can_be_taken_out_once_the_diary_on_it_is_closed(path):
    diary = a_diary(path)
    answer(diary)
    with reading(path):
        diary.close()
        assert open_descriptors_of(path)

    assert not open_descriptors_of(path)


@on_linux
def test_a_connection_that_was_forgotten_lets_go_as_well(path):
    a_diary(path).close()
    forgotten = connect(str(path), None, uri=False)
    forgotten.execute("SELECT 1 FROM sqlite_master").fetchone()
    read_header(path)
    assert open_descriptors_of(path)

    del forgotten
    gc.collect()

    assert not open_descriptors_of(path)


def test_each_look_begins_at_the_start_of_the_file(path):
    a_diary(path).close()
    with opened(path, None) as connection:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        with reading(path) as first, reading(path) as second:
            assert first.read() == second.read() == as_another_program_sees(path)
        with reading(path) as again:
            assert again.read(15) == b"SQLite format 3"


def as_another_program_sees(path):
    return subprocess.run(["cat", path], capture_output=True, check=True).stdout


def test_a_file_that_is_not_there_is_told_as_ever(path):
    with pytest.raises(TrackerError, match="no diary"):
        read_header(path)
