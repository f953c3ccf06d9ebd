"""Hazards of the diary file, straight through the program as a script would use it."""

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli.main import run

_PROJECT = Path(__file__).resolve().parents[2]
_MORNING = ("--now", "2026-05-04T10:00+02:00")


@dataclass(frozen=True)
class Said:
    """What the program left with and said."""

    code: int
    out: str
    err: str


Program = Callable[..., Said]


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    def start(diary: Path, *words: str, text: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        capsys.readouterr()
        code = run(["--diary", str(diary), *_MORNING, *words])
        return Said(code, *capsys.readouterr())

    return start


@pytest.fixture
def diary(program: Program, tmp_path: Path) -> Path:
    path = tmp_path / "diary.db"
    assert program(path, "init", "--name", "Ana", "--country", "GB").code == 0
    return path


def _exported(program: Program, diary: Path) -> dict:
    out = diary.with_suffix(".json")
    assert program(diary, "export", "json", "--out", str(out)).code == 0
    return json.loads(out.read_text("utf-8"))


def test_what_was_acknowledged_is_there_in_the_next_process(diary, program):
    command = [sys.executable, "-m", "tracker", "--diary", str(diary), *_MORNING, "--json"]
    said = subprocess.run(
        [*command, "log", "symptom", "nausea", "2"],
        cwd=_PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    entries = _exported(program, diary)["people"][0]["entries"]

    assert [entry["id"] for entry in entries] == [json.loads(said.stdout)["entry"]]


def test_what_was_refused_leaves_the_diary_as_it_was(diary, program):
    refused = program(diary, "log", "temperature", "98.6", "--unit", "C")

    assert refused.code == 2
    assert _exported(program, diary)["people"][0]["entries"] == []


@pytest.mark.skipif(os.name == "nt", reason="access rights work differently there")
def test_diary_and_export_are_for_the_owner_alone(diary, program):
    _exported(program, diary)

    for path in (diary, diary.with_suffix(".json")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_note_comes_from_standard_input_and_never_from_the_command_line(diary, program):
    refused = program(diary, "log", "note", "on the command line")
    stored = program(diary, "log", "note", text="where nobody else can see it\n")

    assert (refused.code, stored.code) == (2, 0)
    (note,) = _exported(program, diary)["people"][0]["entries"]
    assert note["text"] == "where nobody else can see it"


def test_importing_the_same_file_twice_adds_nothing(diary, program):
    program(diary, "log", "symptom", "nausea", "2")
    before = _exported(program, diary)

    again = program(diary, "import", str(diary.with_suffix(".json")))

    assert again.code == 0
    assert _exported(program, diary) == before


def test_a_file_that_is_no_diary_is_named_in_one_sentence_and_left_alone(program, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear team", encoding="utf-8")

    refused = program(letter, "alerts")

    assert refused.code == 3
    assert len(refused.err.strip().splitlines()) == 1
    assert letter.read_text("utf-8") == "Dear team"
