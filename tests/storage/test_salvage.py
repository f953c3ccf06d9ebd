"""What a damaged diary still gives goes into a new one, and what is missing is told."""

import json
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import NOW, PERSON_ID, a_course, a_person, an_answer
from tracker.clinical.library import library
from tracker.errors import DiaryNotOpenedError, NotUnderstoodError, WrongPassphraseError
from tracker.services.ports import EntryQuery, Write
from tracker.storage.checking import check_diary
from tracker.storage.diary_file import is_encrypted
from tracker.storage.opening import create_diary, new_lock, open_diary
from tracker.storage.salvage import salvage

OLD = Path(__file__).with_name("old_diaries")
FIRST = date(2026, 1, 1)
MANY = 400
_PAGE = 4096
WORDS = "three blue kettles"
ENTRIES = tuple(
    an_answer(day=FIRST + timedelta(days=number // 4), note=f"note {number}" * 6)
    for number in range(MANY)
)


def a_diary(path, words=None):
    write = Write(
        at=NOW,
        people=(a_person(),),
        courses=(a_course(),),
        entries=tuple((PERSON_ID, entry) for entry in ENTRIES),
    )
    create_diary(path, write, new_lock(words)).close()
    return path


@pytest.fixture
def path(tmp_path):
    return a_diary(tmp_path / "diary.sqlite")


def pages_with(path, text):
    content = path.read_bytes()
    pages = [content[start : start + _PAGE] for start in range(0, len(content), _PAGE)]
    return [number for number, page in enumerate(pages) if text in page]


def destroy(path, *pages):
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * _PAGE : (page + 1) * _PAGE] = b"\xff" * _PAGE
    path.write_bytes(content)
    return bytes(content)


def found_in(path, words=None):
    diary = open_diary(path, moment=NOW, passphrase=words)
    check_diary(diary, library())
    found = diary.entries(PERSON_ID, EntryQuery())
    courses = diary.courses(PERSON_ID)
    diary.close()
    return found, courses


def test_a_diary_with_lost_pages_gives_the_rest_and_says_what_is_missing(path, tmp_path):
    lost_pages = pages_with(path, b"note 100note")[:1] + pages_with(path, b"note 250note")[:1]
    damaged = destroy(path, *lost_pages)
    with pytest.raises(DiaryNotOpenedError):
        open_diary(path, moment=NOW)

    result = salvage(path, tmp_path / "new.sqlite")

    found, courses = found_in(tmp_path / "new.sqlite")
    assert 0 < len(found) == result.kept["entry"] < MANY
    assert {each.id for each in found} < {each.id for each in ENTRIES}
    assert len(courses) == 1
    assert result.lost["entry"] == sum(gap.entries for gap in result.gaps) == MANY - len(found)
    assert result.gaps[0].after <= ENTRIES[100].day <= result.gaps[0].before
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("words", [None, WORDS], ids=["plain", "encrypted"])
def test_a_diary_that_was_cut_off_gives_what_is_left(tmp_path, words):
    path = a_diary(tmp_path / "diary.sqlite", words)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])

    result = salvage(path, tmp_path / "new.sqlite", words)

    assert 0 < result.kept["entry"] < MANY
    assert result.kept["entry"] + result.lost["entry"] <= MANY
    assert not result.end_is_known


def test_a_sound_diary_gives_everything(path, tmp_path):
    result = salvage(path, tmp_path / "new.sqlite")

    assert found_in(tmp_path / "new.sqlite")[0] == found_in(path)[0]
    assert (result.lost["entry"], result.gaps) == (0, ())


def test_the_history_is_salvaged_and_what_was_deleted_is_not_missed(path, tmp_path):
    diary = open_diary(path, moment=NOW)
    diary.apply(Write(at=NOW, by="Tom", changed_entries=(replace(ENTRIES[3], note="new"),)))
    diary.apply(Write(at=NOW, by="Tom", removed_entries=(ENTRIES[7].id, ENTRIES[MANY - 1].id)))
    diary.delete_for_good([ENTRIES[7].id, ENTRIES[MANY - 1].id], NOW)
    lines = diary.history([ENTRIES[3].id])
    diary.close()

    result = salvage(path, tmp_path / "new.sqlite")

    salvaged = open_diary(tmp_path / "new.sqlite", moment=NOW)
    assert salvaged.history([ENTRIES[3].id]) == lines
    assert salvaged.known_ids([str(ENTRIES[7].id)]) == {str(ENTRIES[7].id)}
    assert (result.lost["entry"], result.gaps) == (0, ())
    salvaged.close()


def test_a_diary_of_an_older_version_is_salvaged(tmp_path):
    path = Path(shutil.copy(OLD / "v0001.sqlite", tmp_path / "old.sqlite"))

    result = salvage(path, tmp_path / "new.sqlite")

    (person,) = json.loads((OLD / "v0001.json").read_text(encoding="utf-8"))["people"]
    assert result.kept["entry"] == len(person["entries"])
    assert (result.gaps, result.kept["entry_history"]) == ((), 0)
    assert result.end_is_known


def test_an_encrypted_diary_is_salvaged_into_an_encrypted_one(tmp_path):
    path = a_diary(tmp_path / "locked.sqlite", WORDS)
    # Its pages lie as in one that is not encrypted, where a page of entries can be told.
    twin = a_diary(tmp_path / "twin.sqlite")
    destroy(path, *pages_with(twin, b"note 100note")[:1])

    result = salvage(path, tmp_path / "new.sqlite", WORDS)

    assert 0 < result.kept["entry"] < MANY
    assert is_encrypted(tmp_path / "new.sqlite")
    assert len(found_in(tmp_path / "new.sqlite", WORDS)[0]) == result.kept["entry"]


def test_without_the_passphrase_nothing_is_salvaged(tmp_path):
    path = a_diary(tmp_path / "locked.sqlite", WORDS)

    with pytest.raises(WrongPassphraseError):
        salvage(path, tmp_path / "new.sqlite", "wrong")

    assert not (tmp_path / "new.sqlite").exists()


def test_entries_stay_when_the_person_is_lost(path, tmp_path):
    destroy(path, *pages_with(path, b"Ana Sample"))

    result = salvage(path, tmp_path / "new.sqlite")

    diary = open_diary(tmp_path / "new.sqlite", moment=NOW)
    people = diary.people()
    assert [each.name for each in people] == ["Name lost"]
    assert len(diary.entries(people[0].id, EntryQuery())) == result.kept["entry"] == MANY
    diary.close()


def test_a_file_that_is_there_is_never_written_over(path, tmp_path):
    (tmp_path / "new.sqlite").write_text("mine")

    with pytest.raises(NotUnderstoodError, match="already"):
        salvage(path, tmp_path / "new.sqlite")
