"""Whatever is done to a passphrase, a copy or a file, all entries are there."""

import sqlite3
from contextlib import closing

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tests.storage.encrypted.helpers import (
    EVERYTHING,
    OTHER_WORDS,
    WORDS,
    add,
    entries_in,
    ids_in,
    starts_plain,
)
from tracker.errors import (
    DiaryInUseError,
    NotSavedError,
    NotUnderstoodError,
    WrongPassphraseError,
)
from tracker.services.ports import Write
from tracker.storage.backup import copy_verified, replace_by
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.opening import create_diary, open_diary
from tracker.storage.rekeying import change_passphrase, change_recovery_key, decrypt, encrypt


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
