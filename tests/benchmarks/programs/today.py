"""Milliseconds that Today takes on five years of two people, in the real window, until painted.

Arguments: moment of the start (not used), what to measure, the diary file of `five_years`.
`first` is the first look in a window that began on another page; `again` is
Today opened from another page after something was stored, `day` another day of it; median of
several, but for `first`.
"""

import sys
from datetime import timedelta
from statistics import median

from PySide6.QtWidgets import QApplication

from tests.benchmarks.five_years import END
from tests.benchmarks.opened import milliseconds_until_painted, opened_window
from tracker.ui.main_window import MainWindow

_ROUNDS = 9


def _again(window: MainWindow) -> float:
    page = window.page("today")
    window.show_page("settings")
    QApplication.processEvents()
    return milliseconds_until_painted(lambda: (page.refresh(), window.show_page("today")))


def _another_day(window: MainWindow, number: int) -> float:
    page = window.page("today")
    return milliseconds_until_painted(
        lambda: page.open_day(END.date() - timedelta(days=number % 3 + 1))
    )


_, _, _what, _diary = sys.argv
application, window = opened_window(_diary, END, "settings")
first = milliseconds_until_painted(lambda: window.show_page("today"))
if _what == "first":
    print(first)
elif _what == "again":
    print(median(_again(window) for _ in range(_ROUNDS)))
else:
    print(median(_another_day(window, number) for number in range(_ROUNDS)))
