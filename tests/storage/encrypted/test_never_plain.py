"""An encrypted diary, its copies and what a killed process leaves are never there to be read."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.builders import NOW
from tests.storage.encrypted.helpers import WORDS, starts_plain
from tracker.errors import DiaryNotOpenedError
from tracker.private_files import building, remove_unfinished
from tracker.storage import connections
from tracker.storage.diary_file import key_of, read_header, refuse_plain
from tracker.storage.opening import open_diary
from tracker.storage.rekeying import encrypt

OLD = Path(__file__).parents[1] / "old_diaries" / "v0001.sqlite"


def test_the_copy_before_an_upgrade_is_encrypted_too(path):
    shutil.copy(OLD, path)
    encrypt(path, WORDS)

    open_diary(path, moment=NOW, passphrase=WORDS).close()

    copies = [each for each in path.parent.iterdir() if ".before-version-" in each.name]
    assert copies
    assert not any(starts_plain(each) for each in (path, *copies))
    for copy in copies:
        assert key_of(copy, read_header(copy), WORDS) is not None


@pytest.mark.usefixtures("recovery_key")
def test_an_encrypting_library_that_does_not_answer_stops_the_program(path, monkeypatch):
    class WithoutCipher(sqlite3.Connection):
        def execute(self, sql, *values):
            if "cipher_version" in sql:
                return super().execute("SELECT 1 WHERE 0")
            return super().execute(sql, *values)

    def connect(*_arguments, **_options):
        return sqlite3.connect(":memory:", factory=WithoutCipher)

    monkeypatch.setattr(dbapi2, "connect", connect)
    before = path.read_bytes()

    with pytest.raises(DiaryNotOpenedError, match="does not answer"):
        open_diary(path, moment=NOW, passphrase=WORDS)

    assert path.read_bytes() == before


def test_a_file_that_can_be_read_without_its_key_stops_the_program(plain):
    with pytest.raises(DiaryNotOpenedError, match="should be encrypted and is not"):
        refuse_plain(plain)


@pytest.mark.usefixtures("recovery_key")
def test_what_is_plain_after_opening_is_not_gone_on_with(path, monkeypatch):
    monkeypatch.setattr("tracker.storage.diary_file.is_encrypted", lambda _path: False)

    with pytest.raises(DiaryNotOpenedError, match="so the program stopped"):
        open_diary(path, moment=NOW, passphrase=WORDS)


@pytest.mark.usefixtures("recovery_key")
def test_what_a_killed_process_left_half_decrypted_is_removed_and_nothing_else(path):
    left = path.with_name(f".{path.name}.0123abcd.unfinished")
    others = [
        path.with_name(f".{path.name}.before-version-2.20260512-200000.0123abcd.unfinished"),
        path.with_name(".copy.sqlite.0123abcd.unfinished"),
        path.with_name(f"{path.name}.notes"),
    ]
    for each in (left, left.with_name(f"{left.name}-wal"), *others):
        each.write_text("Ana, nausea 3")

    remove_unfinished(path)

    assert not left.exists()
    assert not left.with_name(f"{left.name}-wal").exists()
    assert all(each.exists() for each in (path, *others))


def test_the_name_that_is_removed_is_the_name_that_is_built(path):
    with building(path) as unfinished:
        remove_unfinished(path)
        assert not unfinished.exists()


@pytest.mark.usefixtures("recovery_key")
@pytest.mark.parametrize("words", [None, WORDS])
def test_sorting_never_goes_through_the_folder_for_temporary_files(path, words):
    key = None if words is None else key_of(path, read_header(path), words)
    address = ":memory:" if key is None else str(path)

    connection = connections.connect(address, key, uri=False)

    assert connection.execute("PRAGMA temp_store").fetchone()[0] == 2
    connection.close()
