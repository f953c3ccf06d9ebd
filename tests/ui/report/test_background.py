"""Work beside the window: the latest counts, all is waited for, a window that goes is no harm."""

from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication

from tracker.errors import PagesNotMadeError
from tracker.ui.report.background import Background

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def told():
    background = Background()
    background.heard = []
    background.made.connect(background.heard.append)
    background.refused.connect(lambda error: background.heard.append(str(error)))
    return background


def deliver():
    QCoreApplication.sendPostedEvents()


def test_only_the_latest_is_told(told):
    going, begun = Event(), Event()
    done = []
    told.start(lambda: (begun.set(), going.wait(), "first"))
    begun.wait()
    told.start(lambda: done.append("second") or "second")
    told.start(lambda: "third")
    going.set()

    told.wait()
    deliver()

    assert told.heard == ["third"]
    assert done == []


def test_a_refusal_is_told_and_the_next_work_is_done(told):
    def refuse():
        raise PagesNotMadeError

    told.start(refuse)
    told.wait()
    deliver()
    assert "could not be made" in told.heard.pop()

    told.start(lambda: "made")
    told.wait()
    deliver()
    assert told.heard == ["made"]


def test_many_short_works_and_windows_that_go_meanwhile_harm_nothing():
    heard = []
    for number in range(200):
        background = Background()
        background.made.connect(heard.append)
        background.start(lambda number=number: number)
        background.start(lambda number=number: number)
        if number % 2:
            background.wait()
            deliver()
        del background
    deliver()

    assert set(heard) >= set(range(1, 200, 2))
