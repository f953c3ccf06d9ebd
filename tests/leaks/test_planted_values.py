"""A value that stands in the diary alone is searched for in everything a run leaves behind."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.builders import NOW, PERSON_ID, a_course, a_person, a_temperature, an_answer, an_lvef
from tests.leaks.runs import Run, a_whole_run, run
from tracker.domain.entries import NoteEntry
from tracker.services.ports import Draft, Write
from tracker.storage.opening import create_diary, new_lock, open_diary

WORDS = "planted kettle passphrase"
PLANTED = (
    "Plantedzebra", "planted-quagga", "planted-okapi", "planted-ibex", "63.7", "39.63",
    "planted kettle", "Plantedtapir",
)  # fmt: skip


def fill(path: Path, words: str | None) -> str | None:
    lock = new_lock(words)
    note = NoteEntry(
        id=an_answer().id, day=NOW.date(), at=NOW, zone="UTC", by="Plantedtapir",
        text="planted-quagga",
    )  # fmt: skip
    entries = (
        an_answer(note="planted-okapi"), a_temperature("39.63"), an_lvef("63.7"), note,
    )  # fmt: skip
    write = Write(
        at=NOW,
        people=(a_person(name="Plantedzebra", born_on=date(1971, 3, 2)),),
        courses=(a_course(),),
        entries=tuple((PERSON_ID, each) for each in entries),
    )
    diary = create_diary(path, write, lock)
    diary.keep_draft(PERSON_ID, a_draft())
    diary.close()
    return None if lock is None else lock.recovery_key


def a_draft() -> Draft:
    return Draft(place="note", day=NOW.date(), text='{"text": "planted-ibex"}', written_at=NOW)


@pytest.fixture
def secret(tmp_path) -> Path:
    file = tmp_path / "passphrase.txt"
    file.write_text(WORDS, encoding="utf-8")
    return file


@pytest.fixture
def diary(tmp_path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    path = folder / "diary.sqlite"
    fill(path, None)
    return path


def planted_in(content: bytes) -> list[str]:
    found = [each for each in PLANTED if each.encode() in content]
    return found + [each for each in PLANTED if each.encode("utf-16-le") in content]


def files_with_planted_values(folder: Path) -> dict[str, list[str]]:
    found = {
        str(each.relative_to(folder)): planted_in(each.read_bytes())
        for each in folder.rglob("*")
        if each.is_file()
    }
    return {name: values for name, values in found.items() if values}


def said_by(ran: Run) -> list[str]:
    return planted_in((ran.said + ran.complained).encode())


def test_the_search_finds_what_is_there(diary):
    assert "planted-quagga" in planted_in(diary.read_bytes())
    assert "planted-ibex" in planted_in(diary.read_bytes())


@pytest.mark.parametrize("deed", ["look", "fault"])
def test_a_window_leaves_values_nowhere_but_in_the_diary_and_what_was_saved(tmp_path, diary, deed):
    ran = a_whole_run(tmp_path, diary, deed)

    assert said_by(ran) == []
    assert files_with_planted_values(ran.elsewhere) == {}
    kept = {each.name for each in diary.parent.iterdir()}
    assert kept <= {"diary.sqlite", "backups", "diary.sqlite-wal", "diary.sqlite-shm"}


def test_faults_were_really_provoked_and_named_by_their_place_alone(tmp_path, diary):
    ran = a_whole_run(tmp_path, diary, "fault")

    assert ran.complained.count("A fault of the program: ValueError in a_whole_run.py") == 3


def test_an_encrypted_diary_leaves_no_value_in_any_file_of_its_folder(tmp_path, secret):
    folder = tmp_path / "data"
    folder.mkdir()
    path = folder / "diary.sqlite"
    key = fill(path, WORDS)

    ran = a_whole_run(tmp_path, path, "look", str(secret))

    assert "A fault" not in ran.complained
    assert said_by(ran) == []
    assert files_with_planted_values(folder) == {}
    assert files_with_planted_values(ran.elsewhere) == {}
    whole = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    assert key is not None
    assert key.encode() not in whole
    open_diary(path, moment=NOW, passphrase=WORDS).close()


@pytest.mark.parametrize(
    "harm", ["DROP TABLE entry", "ALTER TABLE person RENAME COLUMN name TO named", None]
)
@pytest.mark.parametrize("verb", ["alerts", "history", "log note", "export fhir --out x.json"])
def test_no_verb_says_or_leaves_a_value_even_where_the_diary_is_broken(tmp_path, diary, harm, verb):
    if harm is not None:
        with closing(sqlite3.connect(diary)) as raw:
            raw.execute("PRAGMA legacy_alter_table = ON")
            raw.execute(harm)
            raw.commit()
    ran = run(
        tmp_path, "tracker", "--diary", str(diary), "--now", NOW.isoformat(), *verb.split(),
        text="planted-okapi again", may_fail=True,
    )  # fmt: skip

    assert planted_in(ran.complained.encode()) == []
    left = files_with_planted_values(ran.elsewhere)
    assert set(left) <= {"x.json"}
