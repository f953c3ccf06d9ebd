"""A diary with a passphrase: unreadable without it, complete with it, whatever is done to it."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tests.every_kind import one_entry_of_every_kind
from tracker.errors import (
    DiaryInUseError,
    DiaryLockedError,
    DiaryNotOpenedError,
    NotSavedError,
    NotUnderstoodError,
    WrongPassphraseError,
)
from tracker.services.ports import EntryQuery, Write
from tracker.storage import envelope as wrapping
from tracker.storage.backup import copy_verified, replace_by
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.key_places import key_file_of
from tracker.storage.opening import create_diary, new_lock, open_diary
from tracker.storage.rekeying import change_passphrase, change_recovery_key, decrypt, encrypt

WORDS = "three blue kettles"
OTHER_WORDS = "nine quiet rivers"
HARD_DAY = "Tuesday was hard"
PLAIN_START = b"SQLite format 3"


@pytest.fixture(autouse=True)
def short_wait(monkeypatch):
    monkeypatch.setattr("tracker.storage.connections._SECONDS_TO_WAIT_FOR_A_WRITER", 0.05)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Wrapping costs what it costs in `test_unlocking_costs_memory_and_time`; here it is cheap."""
    cheap = {"memory_kib": 64, "passes": 1, "lanes": 1}
    new = wrapping.Slot

    def slot(**values):
        return new(**{**cheap, **values})

    monkeypatch.setattr(wrapping, "Slot", slot)


def entries_of_everything():
    return tuple((PERSON_ID, entry) for entry in one_entry_of_every_kind())


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "diary.sqlite"


@pytest.fixture
def recovery_key(path):
    """The encrypted diary at `path`, with an entry of each kind; its recovery key."""
    lock = new_lock(WORDS)
    write = Write(at=NOW, people=(a_person(),), entries=entries_of_everything())
    create_diary(path, write, lock).close()
    return lock.recovery_key


@pytest.fixture
def plain(path):
    write = Write(at=NOW, people=(a_person(),), entries=entries_of_everything())
    create_diary(path, write).close()
    return path


def entries_in(path, passphrase=None):
    opened = open_diary(path, moment=NOW, passphrase=passphrase)
    found = opened.entries(PERSON_ID, EntryQuery())
    opened.close()
    return found


EVERYTHING = {entry.id for entry in one_entry_of_every_kind()}


def ids_in(path, passphrase=None):
    return {entry.id for entry in entries_in(path, passphrase)}


def starts_plain(path):
    return path.read_bytes().startswith(PLAIN_START)


def everything_in(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def add(path, passphrase=None):
    entry = an_answer()
    diary = open_diary(path, moment=NOW, passphrase=passphrase)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))
    diary.close()
    return entry.id


def test_nothing_of_an_encrypted_diary_can_be_read_from_its_files(recovery_key, path):
    diary = open_diary(path, moment=NOW, passphrase=WORDS)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, an_answer(note=HARD_DAY)),)))
    while_open = everything_in(path.parent)
    diary.close()

    for content in (*while_open.values(), *everything_in(path.parent).values()):
        assert not content.startswith(PLAIN_START)
        for words in (HARD_DAY, "nausea", "CREATE TABLE", WORDS, recovery_key, a_person().name):
            assert words.encode() not in content
    assert f"{path.name}-wal" in while_open


@pytest.mark.usefixtures("recovery_key")
def test_the_passphrase_opens_all_of_it(path):
    assert len(ids_in(path, WORDS)) == len(EVERYTHING)


def test_the_recovery_key_opens_it_as_printed_and_as_badly_typed(recovery_key, path):
    spoken = recovery_key.lower().replace("-", " ").replace("o", "0")

    assert len(ids_in(path, recovery_key)) == len(ids_in(path, spoken)) == len(EVERYTHING)


@pytest.mark.usefixtures("recovery_key")
@pytest.mark.parametrize("wrong", ["three blue kettle", "Three blue kettles", "", " ", "A" * 32])
def test_a_wrong_passphrase_is_one_sentence_and_changes_nothing(path, wrong):
    before = everything_in(path.parent)

    with pytest.raises(WrongPassphraseError, match="is not the one of this diary") as refused:
        open_diary(path, moment=NOW, passphrase=wrong)

    assert everything_in(path.parent) == before
    assert "\n" not in str(refused.value)


@pytest.mark.usefixtures("recovery_key")
def test_an_encrypted_diary_without_a_passphrase_says_that_it_is_encrypted(path):
    with pytest.raises(DiaryLockedError, match="is encrypted"):
        open_diary(path, moment=NOW)


def test_a_passphrase_for_a_diary_that_has_none_is_refused(plain):
    with pytest.raises(DiaryNotOpenedError, match="is not encrypted"):
        open_diary(plain, moment=NOW, passphrase=WORDS)


@pytest.mark.usefixtures("recovery_key")
def test_a_plain_diary_in_the_place_of_the_encrypted_one_is_noticed(path, tmp_path):
    create_diary(tmp_path / "other.sqlite", Write(at=NOW, people=(a_person(),))).close()
    shutil.copy(tmp_path / "other.sqlite", path)

    with pytest.raises(DiaryNotOpenedError, match="is not encrypted"):
        open_diary(path, moment=NOW, passphrase=WORDS)


@pytest.mark.usefixtures("recovery_key")
def test_without_its_key_file_the_diary_says_what_is_missing(path):
    key_file_of(path).unlink()

    with pytest.raises(DiaryNotOpenedError, match=r"key file diary\.sqlite\.key is missing"):
        open_diary(path, moment=NOW, passphrase=WORDS)


@pytest.mark.usefixtures("recovery_key")
@pytest.mark.parametrize(
    "harm",
    [
        {"memory_kib": 2**31},
        {"passes": 10**6},
        {"kdf": "none"},
        {"wrapped": "00"},
        {"salt": "nothing"},
        {"lanes": "many"},
    ],
)
def test_a_key_file_that_was_changed_is_refused_before_it_costs_anything(path, harm):
    kept = json.loads(key_file_of(path).read_bytes())
    kept["passphrase"].update(harm)
    key_file_of(path).write_text(json.dumps(kept))

    with pytest.raises(DiaryNotOpenedError, match="do not belong together, or one of them"):
        open_diary(path, moment=NOW, passphrase=WORDS)


@pytest.mark.usefixtures("recovery_key")
@pytest.mark.parametrize("name", ["salt", "wrapped", "check"])
def test_a_wrapped_key_that_was_tampered_with_opens_nothing(path, name):
    kept = json.loads(key_file_of(path).read_bytes())
    kept["passphrase"][name] = kept["passphrase"][name][:-2] + "00"
    kept["passphrase"]["salt"] = kept["passphrase"]["salt"][:-2] + "01"
    key_file_of(path).write_text(json.dumps(kept))

    with pytest.raises(WrongPassphraseError):
        open_diary(path, moment=NOW, passphrase=WORDS)


@pytest.mark.usefixtures("recovery_key")
@pytest.mark.parametrize("page", [0, 1, 5])
def test_a_damaged_page_of_an_encrypted_diary_is_told_and_not_touched(path, page):
    content = bytearray(path.read_bytes())
    content[page * 4096 + 100 : page * 4096 + 140] = b"\xff" * 40
    path.write_bytes(content)

    with pytest.raises(DiaryNotOpenedError, match="is damaged"):
        open_diary(path, moment=NOW, passphrase=WORDS)

    assert path.read_bytes() == bytes(content)


def test_another_passphrase_rewrites_none_of_the_diary(recovery_key, path):
    before = path.read_bytes()

    change_passphrase(path, WORDS, OTHER_WORDS)

    assert path.read_bytes() == before
    assert len(ids_in(path, OTHER_WORDS)) == len(EVERYTHING)
    assert len(ids_in(path, recovery_key)) == len(EVERYTHING)
    with pytest.raises(WrongPassphraseError):
        open_diary(path, moment=NOW, passphrase=WORDS)


def test_a_new_recovery_key_takes_the_place_of_the_old_one(recovery_key, path):
    renewed = change_recovery_key(path, WORDS)

    assert len(ids_in(path, renewed)) == len(EVERYTHING)
    with pytest.raises(WrongPassphraseError):
        open_diary(path, moment=NOW, passphrase=recovery_key)


def test_who_forgot_the_passphrase_sets_another_one_with_the_recovery_key(recovery_key, path):
    change_passphrase(path, recovery_key, OTHER_WORDS)

    assert len(ids_in(path, OTHER_WORDS)) == len(EVERYTHING)


def test_a_diary_is_encrypted_later_with_all_that_is_in_it(plain):
    printed = encrypt(plain, WORDS)

    assert not starts_plain(plain)
    assert len(ids_in(plain, WORDS)) == len(ids_in(plain, printed)) == len(EVERYTHING)
    assert sorted(each.name for each in plain.parent.iterdir()) == [plain.name, f"{plain.name}.key"]


@pytest.mark.usefixtures("recovery_key")
def test_the_passphrase_can_be_taken_off_again(path):
    decrypt(path, WORDS)

    assert len(ids_in(path)) == len(EVERYTHING)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("words", ["", "   "])
def test_an_empty_passphrase_is_refused(plain, words):
    with pytest.raises(NotUnderstoodError, match="empty passphrase"):
        encrypt(plain, words)

    assert starts_plain(plain)


def test_a_diary_that_is_open_elsewhere_is_not_encrypted_under_its_feet(plain):
    diary = open_diary(plain, moment=NOW)
    diary.people()

    with pytest.raises(DiaryInUseError, match="in use"):
        encrypt(plain, WORDS)

    diary.close()
    assert len(ids_in(plain)) == len(EVERYTHING)


@pytest.mark.usefixtures("recovery_key")
def test_a_diary_that_is_open_elsewhere_is_not_decrypted_under_its_feet(path):
    diary = open_diary(path, moment=NOW, passphrase=WORDS)
    diary.people()

    with pytest.raises(DiaryInUseError, match="in use"):
        decrypt(path, WORDS)

    diary.close()
    assert len(ids_in(path, WORDS)) == len(EVERYTHING)


def test_a_copy_is_one_file_that_opens_with_the_passphrase_and_the_recovery_key(
    recovery_key, path, tmp_path
):
    key = key_of(path, read_header(path), WORDS)
    copy = tmp_path / "stick" / "copy.sqlite"
    copy.parent.mkdir()

    copy_verified(path, copy, key)

    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    assert not starts_plain(copy)
    assert len(ids_in(copy, recovery_key)) == len(ids_in(copy, WORDS)) == len(EVERYTHING)


@pytest.mark.usefixtures("recovery_key")
def test_a_copy_moves_to_a_new_computer_and_goes_on_there(path, tmp_path):
    copy = tmp_path / "copy.sqlite"
    copy_verified(path, copy, key_of(path, read_header(path), WORDS))
    there = tmp_path / "new" / "diary.sqlite"
    there.parent.mkdir()

    kept = replace_by(copy, there, NOW, WORDS)
    added = [add(there, WORDS) for _ in range(30)]

    assert kept is None
    assert set(added) < ids_in(there, WORDS)


@pytest.mark.usefixtures("recovery_key")
def test_after_a_restore_the_newer_passphrase_still_counts(path, tmp_path):
    copy = tmp_path / "copy.sqlite"
    copy_verified(path, copy, key_of(path, read_header(path), WORDS))
    added = add(path, WORDS)
    change_passphrase(path, WORDS, OTHER_WORDS)

    kept = replace_by(copy, path, NOW, WORDS)

    assert len(ids_in(path, OTHER_WORDS)) == len(EVERYTHING)
    assert added in ids_in(kept, OTHER_WORDS)
    assert added not in ids_in(path, OTHER_WORDS)


@pytest.mark.usefixtures("recovery_key")
def test_a_passphrase_changed_after_a_restore_leaves_no_older_lock_in_the_file(path, tmp_path):
    copy = tmp_path / "copy.sqlite"
    copy_verified(path, copy, key_of(path, read_header(path), WORDS))
    replace_by(copy, path, NOW, WORDS)

    change_passphrase(path, WORDS, OTHER_WORDS)

    assert b"chemo-tracker key page" not in path.read_bytes()


@pytest.mark.usefixtures("recovery_key")
def test_going_back_to_an_encrypted_copy_from_a_plain_diary_keeps_both(path, tmp_path):
    other = tmp_path / "other.sqlite"
    create_diary(other, Write(at=NOW, people=(a_person(),))).close()
    copy = tmp_path / "copy.sqlite"
    copy_verified(path, copy, key_of(path, read_header(path), WORDS))

    kept = replace_by(copy, other, NOW, WORDS)

    assert len(ids_in(other, WORDS)) == len(EVERYTHING)
    assert entries_in(kept) == ()


def test_what_is_saved_into_a_file_that_was_replaced_is_refused(plain, tmp_path):
    diary = open_diary(plain, moment=NOW)
    before = ids_in(plain)
    plain.rename(tmp_path / "moved.sqlite")

    with pytest.raises(NotSavedError, match="moved, removed or replaced"):
        diary.apply(Write(at=NOW, entries=((PERSON_ID, an_answer()),)))

    diary.close()
    assert ids_in(tmp_path / "moved.sqlite") == before


@pytest.mark.usefixtures("recovery_key")
def test_errors_and_reprs_never_hold_the_key(path):
    key = key_of(path, read_header(path), WORDS)

    assert key.data.hex() not in repr(key)
    assert repr(key.data) not in repr(key)
