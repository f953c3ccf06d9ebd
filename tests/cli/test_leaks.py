"""Nothing that a person wrote reaches an error text, an argument list or a temporary file."""

import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.builders import NOW, an_answer
from tests.cli.test_processes import ROOT
from tracker.services.ports import Write
from tracker.storage.opening import open_diary
from tracker.storage.sql_storage import SqlStorage

NOTE = "Wednesday was the hardest"
NAME = "Ana"


def no_word_of_hers(text):
    return not any(each in text for each in (NOTE, NAME, "38.7", "nausea"))


def test_a_fault_while_an_entry_is_stored_says_where_and_never_what(command, monkeypatch):
    def broken(_storage, write):
        raise RuntimeError(write)

    monkeypatch.setattr(SqlStorage, "apply", broken)

    said = command("log", "symptom", "nausea", "2", "--note", "-", text=NOTE)

    assert said.code == 1
    assert "RuntimeError in" in said.err
    assert no_word_of_hers(said.err + said.out)


@pytest.mark.parametrize("harm", ["DROP TABLE entry", "ALTER TABLE entry DROP COLUMN note"])
def test_an_error_of_the_database_never_quotes_what_was_to_be_stored(command, harm):
    with closing(sqlite3.connect(command.diary)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='index'").fetchall():
            if name.startswith("ix_entry"):
                raw.execute(f"DROP INDEX {name}")
        raw.execute(harm)
        raw.commit()

    said = command("log", "symptom", "nausea", "2", "--note", "-", text=NOTE)

    assert said.code != 0
    assert no_word_of_hers(said.err + said.out)


def test_an_error_text_of_the_database_holds_no_values(command):
    entry = an_answer(note=NOTE)
    diary = open_diary(command.diary, moment=NOW)
    person = diary.people()[0].id

    with pytest.raises(Exception, match="changes together") as failed:
        diary.apply(Write(at=NOW, entries=((person, entry), (person, entry))))

    diary.close()
    assert no_word_of_hers(str(failed.value))


def test_no_verb_leaves_a_temporary_file(command, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary),
        "SQLITE_TMPDIR": str(temporary), "HOME": str(temporary),
    }  # fmt: skip
    verbs = (
        ["log", "note"],
        ["alerts"],
        ["check"],
        ["backup", str(tmp_path / "copy.sqlite")],
        ["export", "json", "--out", str(tmp_path / "out.json")],
    )

    for verb in verbs:
        subprocess.run(
            [sys.executable, "-m", "tracker", "--diary", str(command.diary), *verb],
            input=NOTE, text=True, env=environment, check=True, capture_output=True, timeout=60,
        )  # fmt: skip

    left = [each for each in temporary.rglob("*") if each.is_file()]
    assert left == []


def test_the_program_opens_no_connection_to_anywhere(command, monkeypatch):
    def refused(*_arguments, **_options):
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)

    assert command("log", "temperature", "38.7", "--unit", "C").code == 0
    assert command("alerts").code == 0
