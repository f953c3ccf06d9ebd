"""Every verb opens an encrypted diary the same way: by the file that the passphrase stands in."""

import json
import stat
from pathlib import Path

import pytest

from tracker.storage.envelope import new_envelope, unwrap

WORDS = "three blue kettles"


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{WORDS}\n", encoding="utf-8")
    return file


@pytest.fixture
def command(empty, secret):
    """An encrypted diary of Ana; every run names the passphrase's file."""
    empty.options = ["--passphrase-file", str(secret)]
    said = empty("init", "--name", "Ana", "--regimen", "tchp", "--start", "2026-05-04")
    assert said.code == 0
    return empty


def without_passphrase(command, *argv):
    command.options = []
    return command(*argv)


def test_init_with_a_passphrase_makes_a_diary_that_nothing_can_read(empty, secret):
    empty.options = ["--passphrase-file", str(secret)]

    made = empty.json("init", "--name", "Anastasia Marlowe")

    content = empty.diary.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"Anastasia Marlowe" not in content  # long: three letters occur in noise by chance
    assert len(made["recovery_key"].split("-")) == 8
    assert stat.S_IMODE(empty.diary.with_name("diary.sqlite.key").stat().st_mode) == 0o600


def test_every_verb_works_with_the_passphrase(command, tmp_path):
    command.json("log", "temperature", "38.4", "--unit", "C")

    assert command.json("alerts")["alerts"]
    assert command.json("check")["entries"] == 1
    assert command.json("plan")["regimen"] == "tchp"
    exported = tmp_path / "out.json"
    assert command("export", "json", "--out", str(exported)).code == 0
    assert json.loads(exported.read_text(encoding="utf-8"))["people"][0]["name"] == "Ana"


@pytest.mark.parametrize("verb", ["check", "plan", "alerts", "backup x.sqlite", "log pulse 70"])
def test_without_the_passphrase_every_verb_says_so(command, verb):
    before = command.diary.read_bytes()

    said = without_passphrase(command, *verb.split())

    assert (said.code, said.out) == (3, "")
    assert "is encrypted" in said.err
    assert said.err.count("\n") == 1
    assert command.diary.read_bytes() == before


@pytest.mark.parametrize("verb", ["check", "plan", "backup x.sqlite", "log pulse 70"])
def test_with_a_wrong_passphrase_every_verb_says_so(command, secret, verb):
    secret.write_text("three blue kettle", encoding="utf-8")

    said = command(*verb.split())

    assert (said.code, said.out) == (3, "")
    assert "is not the one of this diary" in said.err
    assert "kettle" not in said.err


def test_the_recovery_key_stands_in_for_the_passphrase(empty, secret):
    empty.options = ["--passphrase-file", str(secret)]
    key = empty.json("init", "--name", "Ana")["recovery_key"]

    secret.write_text(key, encoding="utf-8")

    assert empty.json("check")["people"] == 1


def test_backup_and_restore_stay_encrypted(command, tmp_path):
    command.json("log", "pulse", "70")
    copy = tmp_path / "copy.sqlite"

    command.json("backup", str(copy))
    command.json("log", "pulse", "71")
    kept = command.json("restore", str(copy))["kept"]

    assert command.json("check")["entries"] == 1
    for file in (copy, command.diary, kept):
        assert not Path(file).read_bytes().startswith(b"SQLite format 3")
    assert not copy.with_name("copy.sqlite.key").exists()


def test_a_diary_in_json_is_imported_into_a_new_encrypted_diary(command, tmp_path):
    exported = tmp_path / "out.json"
    command("export", "json", "--out", str(exported))
    command.folder = tmp_path / "other"
    command.folder.mkdir()

    said = command("import", str(exported))

    assert said.code == 0
    assert "Recovery key: " in said.err
    assert command.json("check")["people"] == 1


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe"])
def test_a_passphrase_file_without_a_passphrase_is_not_understood(empty, secret, content):
    secret.write_bytes(content)
    empty.options = ["--passphrase-file", str(secret)]

    said = empty("init", "--name", "Ana")

    assert (said.code, said.out) == (2, "")
    assert "passphrase file" in said.err
    assert not empty.diary.exists()


def test_guessing_costs_memory_and_unlocking_no_more_than_a_small_computer_has():
    envelope, key, _ = new_envelope(WORDS)

    unlocked = unwrap(envelope, WORDS)

    assert unlocked == key
    assert 64 * 1024 <= envelope.passphrase.memory_kib <= 256 * 1024
    assert 3 <= envelope.passphrase.passes <= 6
