"""A command line on a diary in a folder of its own."""

import io
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.main import run

NOW = "2026-05-12T20:00+02:00"


@dataclass
class Said:
    """What a run printed and left with."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> Any:
        return json.loads(self.out)


@dataclass
class Command:
    """Runs verbs on one diary."""

    folder: Path
    capture: Any
    monkeypatch: Any
    now: str = NOW
    options: list[str] = field(default_factory=list)

    @property
    def diary(self) -> Path:
        return self.folder / "diary.sqlite"

    def __call__(self, *argv: str, text: str = "") -> Said:
        stdin = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
        self.monkeypatch.setattr(sys, "stdin", stdin)
        options = ["--diary", str(self.diary), "--now", self.now, *self.options]
        self.capture.readouterr()
        code = run([*options, *argv])
        printed = self.capture.readouterr()
        return Said(code, printed.out, printed.err)

    def json(self, *argv: str, text: str = "") -> Any:
        said = self("--json", *argv, text=text)
        assert (said.code, said.err) == (0, "")
        return said.plain


@pytest.fixture
def empty(tmp_path, capsys, monkeypatch):
    """No diary yet."""
    return Command(tmp_path, capsys, monkeypatch)


@pytest.fixture
def command(empty):
    """A diary of Ana, TCHP from 4 May 2026, surgery on 1 April."""
    said = empty(
        "init", "--name", "Ana", "--country", "ES", "--surgery", "2026-04-01",
        "--regimen", "tchp", "--start", "2026-05-04",
    )  # fmt: skip
    assert said.code == 0
    return empty
