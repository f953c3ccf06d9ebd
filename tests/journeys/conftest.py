"""The look of the window as a program starts with it, and a diary in treatment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import NOW, a_course, a_person
from tracker.domain.people import CareTeam, Contact
from tracker.services.ports import Write
from tracker.storage.opening import create_diary
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
