"""Drafts lie in the diary file, in a table that older programs do not see."""

import sqlite3
from uuid import UUID

import pytest

from tests.builders import NOW, PERSON_ID, a_person
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.services.ports import Draft, Write
from tracker.storage.checking import check_diary
from tracker.storage.opening import create_diary, memory_diary, new_lock, open_diary

DRAFT = Draft(place="note", day=NOW.date(), text='{"text": "half a sen"}', written_at=NOW)
FIRST = Write(at=NOW, people=(a_person(),))


@pytest.fixture(params=["in a file", "in memory by SQLite", "in the tests' memory"])
def storage(request, tmp_path):
    if request.param == "in a file":
        opened = create_diary(tmp_path / "diary.sqlite", FIRST)
    elif request.param == "in memory by SQLite":
        opened = memory_diary(FIRST)
    else:
        opened = MemoryStorage()
        opened.apply(FIRST)
    yield opened
    opened.close()


def test_a_diary_without_drafts_has_none(storage):
    storage.drop_draft(PERSON_ID, "note")

    assert storage.drafts(PERSON_ID) == ()


def test_a_later_draft_takes_the_place_of_the_earlier(storage):
    storage.keep_draft(PERSON_ID, DRAFT)
    storage.keep_draft(PERSON_ID, DRAFT._replace(text="{}"))
    storage.keep_draft(PERSON_ID, DRAFT._replace(place="weight"))

    assert [(each.place, each.text) for each in storage.drafts(PERSON_ID)] == [
        ("note", "{}"),
        ("weight", DRAFT.text),
    ]


def test_what_one_person_began_is_not_offered_to_another(storage):
    bea = a_person(id=UUID(int=2), name="Bea")
    storage.apply(Write(at=NOW, people=(bea,)))
    hers = DRAFT._replace(text='{"text": "for my own team"}')
    storage.keep_draft(PERSON_ID, DRAFT)
    storage.keep_draft(bea.id, hers)

    assert (storage.drafts(PERSON_ID), storage.drafts(bea.id)) == ((DRAFT,), (hers,))
    storage.drop_draft(bea.id, "note")
    assert (storage.drafts(PERSON_ID), storage.drafts(bea.id)) == ((DRAFT,), ())


def test_a_draft_is_there_after_a_new_start_and_is_no_entry(tmp_path):
    path = tmp_path / "diary.sqlite"
    first = create_diary(path, FIRST)
    first.keep_draft(PERSON_ID, DRAFT)
    revision = first.revision()
    first.close()

    again = open_diary(path, moment=NOW)

    assert again.drafts(PERSON_ID) == (DRAFT,)
    assert again.revision() == revision
    assert check_diary(again, library()).entries == 0
    again.close()


def test_a_draft_in_an_encrypted_diary_is_not_readable_in_the_file(tmp_path):
    path = tmp_path / "diary.sqlite"
    storage = create_diary(path, FIRST, new_lock("correct horse"))
    storage.keep_draft(PERSON_ID, DRAFT)
    storage.close()

    found = [each for each in tmp_path.iterdir() if b"half a sen" in each.read_bytes()]

    assert found == []


def test_the_version_of_the_schema_stays(tmp_path):
    path = tmp_path / "diary.sqlite"
    storage = create_diary(path, FIRST)
    before = sqlite3.connect(path).execute("PRAGMA user_version").fetchone()

    storage.keep_draft(PERSON_ID, DRAFT)
    storage.close()

    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == before
