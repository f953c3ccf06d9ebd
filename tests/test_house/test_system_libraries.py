"""Where the system lacks a library of Qt, the exact command that installs it is said."""

import subprocess
import sys
from pathlib import Path

import pytest

from tracker import system_libraries

ROOT = Path(__file__).parents[2]


def test_a_machine_that_draws_windows_has_what_qt_needs():
    system_libraries.require_for_import()


def test_without_a_screen_nothing_is_asked_of_x11(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr("ctypes.CDLL", _no_library)

    system_libraries.require_for_window()


def test_an_x11_screen_asks_for_its_own_libraries(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr("ctypes.CDLL", _no_library)

    with pytest.raises(system_libraries.LibrariesMissingError) as refusal:
        system_libraries.require_for_window()

    assert "`sudo apt install libxcb-cursor0 libxcb-icccm4 " in str(refusal.value)


def test_every_missing_library_is_named_at_once():
    start = f"""
import ctypes
import sys
sys.path.insert(0, {str(ROOT)!r})
from tracker import __main__

def no_library(name):
    raise OSError(name)

def a_window(argv):
    raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

ctypes.CDLL = no_library
sys.modules["tracker.cli.main"] = type(sys)("tracker.cli.main")
sys.modules["tracker.cli.main"].run = a_window
sys.exit(__main__.main([]))
"""

    done = subprocess.run(
        [sys.executable, "-c", start], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr == (
        "The window needs system libraries. Your diary is safe. Run `sudo apt install libgl1 "
        "libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3`, then start again.\n"
    )


def _no_library(name: str) -> None:
    raise OSError(name)
