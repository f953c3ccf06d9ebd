"""Milliseconds that Today takes on five years of two people, in the real window, until painted.

Arguments: moment of the start (not used), what to measure, the diary file of `five_years`.
`first` is the first look in a window that began on another page; `again` is
Today opened from another page after something was stored, `day` another day of it; median of
several, but for `first`.
"""

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from tests.benchmarks.five_years import END
from tracker.app import build_window
from tracker.app.ahead import Ahead
from tracker.app.garbage import collect_in_this_thread
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.storage.opening import open_diary
from tracker.ui.main_window import MainWindow

_ROUNDS = 9


def _timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def _again(window: MainWindow) -> float:
    page = window.page("today")
    window.show_page("settings")
    QApplication.processEvents()
    return _timed(lambda: (page.refresh(), window.show_page("today")))


def _another_day(window: MainWindow, number: int) -> float:
    page = window.page("today")
    return _timed(lambda: page.open_day(END.date() - timedelta(days=number % 3 + 1)))


_, _, _what, _diary = sys.argv
application = QApplication([])
storage = open_diary(Path(_diary), moment=END)
companion = Companion(storage, library(), lambda: END, storage.people()[0].id)
window = build_window(companion)
window.resize(1280, 800)
window.show_page("settings")
window.show()
QApplication.processEvents()
collect_in_this_thread(application)
Ahead(storage.get_ready_to_write).load()
first = _timed(lambda: window.show_page("today"))
if _what == "first":
    print(first)
elif _what == "again":
    print(median(_again(window) for _ in range(_ROUNDS)))
else:
    print(median(_another_day(window, number) for number in range(_ROUNDS)))
