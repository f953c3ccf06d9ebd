"""The Learn page of a person on TCHP, inside a window."""

from datetime import datetime

import pytest

from tests.builders import SUMMER, Clock, a_companion
from tests.ui.kit.conftest import dressed, notifier, sheet  # noqa: F401 - fixtures
from tests.ui.kit.gallery import a_frame, descriptors, settle
from tracker.ui.learn.page import LearnPage, build_page
from tracker.ui.main_window import MainWindow
from tracker.ui.page import PageDescriptor


@pytest.fixture
def window(qtbot, notifier):  # noqa: F811 - the fixture above
    companion = a_companion(clock=Clock(datetime(2026, 5, 30, 20, tzinfo=SUMMER)))
    learn = PageDescriptor(
        "learn", "Learn", "book", lambda: build_page(companion), in_navigation=False
    )
    window = MainWindow([*descriptors(), learn], a_frame, notifier)
    qtbot.addWidget(window)
    window.show()
    window.show_page("heart")
    window.show_page("learn")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    return window


@pytest.fixture
def page(window) -> LearnPage:
    return window.page("learn")
