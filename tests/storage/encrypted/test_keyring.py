"""The keyring opens the diary only where the person said so, and only as long as she wants."""

import sys

import pytest

from tests.builders import NOW
from tests.storage.encrypted import a_keyring
from tests.storage.encrypted.helpers import EVERYTHING, OTHER_WORDS, WORDS, ids_in
from tracker.errors import NotSavedError, WrongPassphraseError
from tracker.storage import keyring_door
from tracker.storage.backup import copy_verified
from tracker.storage.key_places import key_file_of
from tracker.storage.opening import open_diary
from tracker.storage.rekeying import (
    allow_keyring,
    change_passphrase,
    decrypt,
    key_by_keyring,
    refuse_keyring,
)

pytestmark = pytest.mark.usefixtures("recovery_key")


@pytest.fixture
def keyring(monkeypatch):
    return a_keyring.install(monkeypatch)


def test_nothing_is_put_into_a_keyring_by_itself(keyring, path):
    assert len(ids_in(path, WORDS)) == len(EVERYTHING)

    assert keyring.secrets == {}
    assert key_by_keyring(path) is None


def test_the_keyring_opens_the_diary_after_the_person_said_so(keyring, path):
    allow_keyring(path, WORDS)

    key = key_by_keyring(path)

    assert len(ids_in(path, key)) == len(EVERYTHING)
    assert len(ids_in(path, WORDS)) == len(EVERYTHING)
    (secret,) = keyring.secrets.values()
    assert WORDS not in secret
    assert key.data.hex() not in secret
    assert secret.encode() not in key_file_of(path).read_bytes()


def test_a_wrong_passphrase_puts_nothing_there(keyring, path):
    with pytest.raises(WrongPassphraseError):
        allow_keyring(path, OTHER_WORDS)

    assert keyring.secrets == {}


def test_what_the_keyring_kept_opens_nothing_once_it_is_refused(keyring, path):
    allow_keyring(path, WORDS)
    before = dict(keyring.secrets)

    refuse_keyring(path)
    keyring.secrets.update(before)

    assert key_by_keyring(path) is None
    with pytest.raises(WrongPassphraseError):
        open_diary(path, moment=NOW, passphrase=next(iter(before.values())))


def test_another_passphrase_leaves_the_keyring_as_it_is(keyring, path):
    allow_keyring(path, WORDS)

    change_passphrase(path, WORDS, OTHER_WORDS)

    assert len(ids_in(path, key_by_keyring(path))) == len(EVERYTHING)
    assert len(keyring.secrets) == 1


def test_a_keyring_that_is_locked_means_the_passphrase_is_asked_for(keyring, path):
    allow_keyring(path, WORDS)
    keyring.locked = True

    assert key_by_keyring(path) is None
    refuse_keyring(path)
    assert b"keyring" not in key_file_of(path).read_bytes()


def test_a_keyring_that_refuses_changes_nothing(keyring, path):
    before = key_file_of(path).read_bytes()
    keyring.locked = True

    with pytest.raises(NotSavedError, match="took no key"):
        allow_keyring(path, WORDS)

    assert key_file_of(path).read_bytes() == before


@pytest.mark.parametrize("priority", [0, 0.5, -1])
def test_a_keyring_that_keeps_secrets_readable_is_not_used(monkeypatch, priority):
    a_keyring.install(monkeypatch, priority)

    assert not keyring_door.is_usable()


def test_without_the_package_the_passphrase_is_asked_for(monkeypatch, path):
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setattr(keyring_door, "find_spec", lambda _name: None)

    assert not keyring_door.is_usable()
    assert key_by_keyring(path) is None


def test_a_diary_that_is_no_longer_encrypted_leaves_nothing_in_the_keyring(keyring, path):
    allow_keyring(path, WORDS)

    decrypt(path, WORDS)

    assert keyring.secrets == {}


def test_a_copy_opens_by_its_passphrase_without_the_keyring(keyring, path, tmp_path):
    allow_keyring(path, WORDS)
    copy = tmp_path / "copy.sqlite"
    copy_verified(path, copy, key_by_keyring(path))
    keyring.secrets.clear()

    assert len(ids_in(copy, WORDS)) == len(EVERYTHING)
