"""The real window on a diary file a second after the start: where measuring of a page begins."""

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


def opened_window(diary: str, now: datetime) -> tuple[QApplication, MainWindow]:
    """Return the application, to be kept, and the window of the first person at that moment.

    Today is painted, and what the program loads beside it is there.
    """
    application = QApplication([])
    storage = open_diary(Path(diary), moment=now)
    window = build_window(Companion(storage, library(), lambda: now, storage.people()[0].id))
    window.show_page("today")
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    collect_in_this_thread(application)
    Ahead(storage.get_ready_to_write).load()
    return application, window
