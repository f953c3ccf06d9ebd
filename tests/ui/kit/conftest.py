"""The theme as a program starts with it, and a window made of trivial pages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.gallery import GalleryPage, a_frame, descriptors
from tracker.ui import theme
from tracker.ui.main_window import MainWindow
from tracker.ui.notifier import Notifier
from tracker.ui.theme import Theme


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The theme of the application, put on once as a program does."""
    theme.current().apply(qapp)
    return theme.current()


@pytest.fixture(autouse=True)
def sheet(dressed: Theme) -> Iterator[Theme]:
    """Light, 100 %; put back after each test."""
    current = dressed
    _reset(current)
    yield current
    _reset(current)


def _reset(current: Theme) -> None:
    current.set_dark("light")
    current.set_text_scale(1.0)
    current.set_big_targets(on=False)
    current.set_strong_outlines(on=False)


@pytest.fixture
def notifier() -> Notifier:
    return Notifier()


@pytest.fixture
def window(qtbot, notifier):
    """A window on its first page, at its usual size."""
    main = MainWindow(descriptors(), a_frame, notifier)
    qtbot.addWidget(main)
    main.show()
    main.show_page("today")
    return main


@pytest.fixture
def page(qtbot):
    """One page with every widget of the kit."""
    gallery = GalleryPage()
    qtbot.addWidget(gallery)
    gallery.resize(1052, 800)
    gallery.show()
    return gallery
