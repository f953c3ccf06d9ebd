"""Everything deleted: no byte of what was written is left in the files, and copies are named."""

import pytest

from tests.builders import NOW, PERSON_ID, a_course, a_person, an_answer
from tests.storage.encrypted import a_keyring
from tests.storage.faults.actions import make_wrapping_cheap
from tracker.errors import DiaryInUseError, WrongPassphraseError
from tracker.services.ports import Draft, Write
from tracker.storage import envelope as wrapping
from tracker.storage.backup import copy_verified, replace_by
from tracker.storage.dated_copies import folder_beside, make_copy
from tracker.storage.erasing import copies_of, empty, erase, remove_copies
from tracker.storage.key_places import key_file_of
from tracker.storage.opening import create_diary, new_lock, open_diary
from tracker.storage.rekeying import allow_keyring

OWN_WORDS = "only for my own eyes"
WORDS = "three blue kettles"


@pytest.fixture(params=[None, WORDS], ids=["plain", "encrypted"])
def words(request):
    return request.param


@pytest.fixture(autouse=True)
def cheap_wrapping(monkeypatch):
    monkeypatch.setattr(wrapping, "Slot", wrapping.Slot)
    make_wrapping_cheap()


@pytest.fixture
def path(diary_file, words):
    entries = tuple((PERSON_ID, an_answer(day=NOW.date(), note=OWN_WORDS)) for _ in range(60))
    write = Write(
        at=NOW, people=(a_person(name=OWN_WORDS),), courses=(a_course(),), entries=entries
    )
    storage = create_diary(diary_file, write, new_lock(words))
    storage.apply(Write(at=NOW, removed_entries=(entries[0][1].id,)))
    storage.keep_draft(
        PERSON_ID, Draft(place="note", day=NOW.date(), text=OWN_WORDS, written_at=NOW)
    )
    storage.close()
    return diary_file


def test_a_deleted_diary_leaves_no_file_behind(path, words):
    erase(path, words)

    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("words", [WORDS], indirect=True)
def test_the_key_is_written_over_before_it_goes(path):
    under_another_name = path.with_name("what the disk keeps")
    under_another_name.hardlink_to(key_file_of(path))

    erase(path, WORDS)

    assert set(under_another_name.read_bytes()) == {0}


def test_killed_before_the_file_goes_it_is_empty_to_the_last_byte(path):
    empty(path, open_key(path))

    left = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert OWN_WORDS.encode() not in left
    assert open_diary(path, moment=NOW, passphrase=phrase(path)).people() == ()


def open_key(path):
    storage = open_diary(path, moment=NOW, passphrase=phrase(path))
    storage.close()
    return storage.key


def phrase(path):
    return WORDS if path.with_name(f"{path.name}.key").exists() else None


def test_a_diary_that_somebody_else_reads_is_not_deleted(path, words):
    other = open_diary(path, moment=NOW, passphrase=words)
    other.apply(Write(at=NOW))

    with pytest.raises(DiaryInUseError):
        erase(path, words)

    assert [each.name for each in other.people()] == [OWN_WORDS]
    other.close()


@pytest.mark.parametrize("words", [WORDS], indirect=True)
def test_without_the_passphrase_nothing_is_deleted(path):
    before = path.read_bytes()

    with pytest.raises(WrongPassphraseError):
        erase(path, "wrong")

    assert path.read_bytes() == before


@pytest.mark.parametrize("words", [WORDS], indirect=True)
def test_the_keyring_forgets_the_diary(path, monkeypatch):
    keyring = a_keyring.install(monkeypatch)
    allow_keyring(path, WORDS)
    assert keyring.secrets

    erase(path, WORDS)

    assert keyring.secrets == {}


def test_the_copies_that_the_program_made_are_known_and_others_are_not(path, words):
    folder = folder_beside(path)
    make_copy(path, open_key(path), folder, NOW.replace(tzinfo=None))
    copy_verified(path, path.with_name("by hand.sqlite"), open_key(path))
    replace_by(path.with_name("by hand.sqlite"), path, NOW, words)

    found = copies_of(path, [folder])

    assert [each.name for each in found] == [
        "diary-20260512-200000.sqlite",
        "diary.sqlite.before-restore.20260512-200000",
    ]
    assert remove_copies(found) == ()
    assert not any(each.exists() for each in found)
    assert path.with_name("by hand.sqlite").exists()
