"""The theme, and the History page of a person who has written a little."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import SUMMER, Clock, a_companion
from tests.ui.history.diaries import a_page
from tests.ui.kit.conftest import dressed, sheet
from tracker.domain.measurements import TemperatureUnit
from tracker.services.companion import Companion
from tracker.ui.history.page import HistoryPage

__all__ = ["dressed", "sheet"]

START = date(2026, 5, 4)


@pytest.fixture
def companion() -> Companion:
    companion = a_companion(clock=Clock(datetime(2026, 5, 30, 20, tzinfo=SUMMER)))
    for day in (2, 3, 23, 24):
        companion.diary.answer("nausea", 3, day=START + timedelta(day))
        companion.diary.answer("mouth-sores", 1, day=START + timedelta(day), note="left side")
    companion.diary.temperature("37.2", TemperatureUnit.CELSIUS, day=START)
    return companion


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shown.csv"


@pytest.fixture
def page(qtbot, companion: Companion, file: Path) -> HistoryPage:
    page = a_page(companion, file)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.refresh()
    page.show()
    return page
