"""What every test stands on: no screen, a fixed moment, a diary file's place, and no warnings."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from tracker.app.garbage import collect_what_is_due
from tracker.ui.day_order import write_days_as_in

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared machine pauses now and then; a deadline would call that a failure.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


# A wait ends when what it waits for is there; how long a busy machine takes is no failure.
_AT_MOST_MS = 60_000


class PatientBot(QtBot):
    """Waits as long as a loaded machine may need; five seconds are pytest-qt's."""

    def waitUntil(  # noqa: N802 - pytest-qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = _AT_MOST_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout: int = _AT_MOST_MS, **how):  # noqa: N802 - as above
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp, request: pytest.FixtureRequest) -> PatientBot:
    """As pytest-qt's own, with more patience."""
    del qapp
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _collected_between_tests() -> Iterator[None]:
    """As in the program, no thread throws away what a window left in rings: Qt would crash."""
    gc.disable()
    yield
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _dates_of_no_country() -> Iterator[None]:
    """A window that was opened for somebody leaves the order of dates as it was."""
    yield
    write_days_as_in(None)


@pytest.fixture
def now() -> datetime:
    """Monday, 4 May 2026, ten in the morning UTC: the clock of every test that needs one."""
    return datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.fixture
def diary_file(tmp_path: Path) -> Path:
    """Where a diary may be made; nothing is there yet."""
    return tmp_path / "diary.sqlite"
