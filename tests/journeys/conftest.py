"""The look of the window as a program starts with it, and a diary in treatment."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.builders import NOW, a_course, a_person
from tests.journeys.at_the_lock import WORDS
from tracker.app.program import Program
from tracker.domain.people import CareTeam, Contact
from tracker.services.ports import Write
from tracker.services.start import StartOptions
from tracker.storage import envelope as wrapping
from tracker.storage.opening import create_diary, new_lock
from tracker.ui import theme
from tracker.ui.theme import Theme


@pytest.fixture
def sheet(qapp: QApplication) -> Iterator[Theme]:
    """Light, 100 %; put back after the test."""
    current = theme.current()
    current.apply(qapp)
    yield current
    current.set_dark("light")
    current.set_text_scale(1.0)
    current.set_big_targets(on=False)
    current.set_strong_outlines(on=False)


@pytest.fixture
def diary_in_treatment(diary_file: Path) -> Path:
    """A real file: TCHP, cycle 1, day 9, a number to call."""
    care = CareTeam(country="GB", contacts=(Contact("24-hour advice line", "020 7946 0123"),))
    write = Write(at=NOW, people=(a_person(care=care),), courses=(a_course("tchp"),))
    create_diary(diary_file, write).close()
    return diary_file


@pytest.fixture
def choose_file(monkeypatch):
    """The next file dialog gives this file."""

    def choose(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return choose


@pytest.fixture
def cheap_wrapping(monkeypatch):
    """Spare a test what wrapping a key costs."""
    new = wrapping.Slot
    cheap = {"memory_kib": 64, "passes": 1, "lanes": 1}
    monkeypatch.setattr(wrapping, "Slot", lambda **values: new(**{**cheap, **values}))


@pytest.fixture
def locked_diary(diary_file: Path, cheap_wrapping: None) -> Path:
    """A real file with a passphrase, and a number to call."""
    del cheap_wrapping
    care = CareTeam(country="GB", contacts=(Contact("24-hour advice line", "020 7946 0123"),))
    write = Write(at=NOW, people=(a_person(care=care),))
    create_diary(diary_file, write, new_lock(WORDS)).close()
    return diary_file


@pytest.fixture
def begin(qtbot, tmp_path: Path):
    """Start the program on a file, with the clock of the computer."""
    yield from _programs(qtbot, tmp_path, None)


@pytest.fixture
def start(qtbot, tmp_path: Path):
    """Start the program on a file at the moment of the tests."""
    yield from _programs(qtbot, tmp_path, NOW)


def _programs(qtbot, folder: Path, now: datetime | None):
    programs: list[Program] = []

    def started(path: Path, shown: type[QWidget]) -> Program:
        program = Program(StartOptions(data_folder=folder, diary=path, now=now))
        programs.append(program)
        program.start()
        qtbot.waitUntil(lambda: program.is_settled and isinstance(program.window, shown))
        return program

    yield started
    for program in programs:
        window = program.window
        program.close()
        window.close()
        window.deleteLater()
    QApplication.processEvents()
