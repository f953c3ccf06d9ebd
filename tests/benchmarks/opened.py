"""The real window on a diary file a second after the start: where measuring of a page begins."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tracker.app import build_window
from tracker.app.ahead import Ahead
from tracker.app.garbage import collect_in_this_thread
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.storage.opening import open_diary
from tracker.ui.main_window import MainWindow


def milliseconds_until_painted(action: Callable[[], object]) -> float:
    """Return how long an action takes until what it changed in the window, if any, is painted."""
    begun = time.perf_counter()
    action()
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def opened_window(
    diary: str, now: datetime, page: str = "today"
) -> tuple[QApplication, MainWindow]:
    """Return the application, to be kept, and the window of the first person at that moment.

    The page is painted, and what the program loads beside it is there.
    """
    application = QApplication([])
    storage = open_diary(Path(diary), moment=now)
    window = build_window(Companion(storage, library(), lambda: now, storage.people()[0].id))
    window.show_page(page)
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    collect_in_this_thread(application)
    Ahead(storage.get_ready_to_write).load()
    return application, window
