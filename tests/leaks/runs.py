"""Starts programs whose output, files and arguments can be searched afterwards."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Run:
    """What a finished program left behind.

    Attributes:
        elsewhere: Home, temporary and configuration folders: where no value may ever be.
    """

    said: str
    complained: str
    elsewhere: Path

    @property
    def loaded(self) -> dict[str, list[str]]:
        return json.loads(self.said.splitlines()[-1])


def run(folder: Path, *argv: str, text: str = "", may_fail: bool = False) -> Run:
    """Run a module of ours to its end, all folders of the system being inside `folder`."""
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    places = ("HOME", "TMPDIR", "SQLITE_TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
              "XDG_DATA_HOME", "XDG_STATE_HOME")  # fmt: skip
    environment = {
        **os.environ,
        **{name: str(elsewhere) for name in places},
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-m", *argv],
        input=text, text=True, env=environment, cwd=elsewhere, check=False,
        capture_output=True, timeout=120,
    )  # fmt: skip
    assert may_fail or done.returncode == 0, done.stderr
    return Run(done.stdout, done.stderr, elsewhere)


def a_whole_run(folder: Path, diary: Path, deed: str, *secret: str) -> Run:
    saved = folder / "saved"
    saved.mkdir(exist_ok=True)
    return run(folder, "tests.leaks.a_whole_run", str(diary), str(saved), deed, *secret)
