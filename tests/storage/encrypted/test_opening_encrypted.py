"""A diary with a passphrase: unreadable without it, complete with it."""

import json
import shutil
from dataclasses import replace

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tests.storage.encrypted.helpers import (
    EVERYTHING,
    PLAIN_START,
    WORDS,
    everything_in,
    ids_in,
)
from tracker.errors import (
    DiaryLockedError,
    DiaryNotOpenedError,
    WrongPassphraseError,
)
from tracker.services.ports import Write
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.envelope import new_envelope, unwrap
from tracker.storage.key_places import key_file_of
from tracker.storage.opening import create_diary, open_diary

HARD_DAY = "Tuesday was hard"


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
    as_kept = bytes.fromhex(kept["passphrase"][name])
    kept["passphrase"][name] = (as_kept[:-1] + bytes([as_kept[-1] ^ 1])).hex()
    key_file_of(path).write_text(json.dumps(kept))

    with pytest.raises(WrongPassphraseError):
        open_diary(path, moment=NOW, passphrase=WORDS)


def test_the_lock_of_one_diary_opens_no_other_though_both_have_one_passphrase():
    one, _, _ = new_envelope(WORDS)
    other, _, _ = new_envelope(WORDS)

    with pytest.raises(WrongPassphraseError):
        unwrap(replace(one, passphrase=other.passphrase), WORDS)


@pytest.mark.usefixtures("recovery_key")
@pytest.mark.parametrize("page", [0, 1, 5])
def test_a_damaged_page_of_an_encrypted_diary_is_told_and_not_touched(path, page):
    content = bytearray(path.read_bytes())
    content[page * 4096 + 100 : page * 4096 + 140] = b"\xff" * 40
    path.write_bytes(content)

    with pytest.raises(DiaryNotOpenedError, match="is damaged"):
        open_diary(path, moment=NOW, passphrase=WORDS)

    assert path.read_bytes() == bytes(content)


@pytest.mark.usefixtures("recovery_key")
def test_errors_and_reprs_never_hold_the_key(path):
    key = key_of(path, read_header(path), WORDS)

    assert key.data.hex() not in repr(key)
    assert repr(key.data) not in repr(key)
