"""Milliseconds until the one-page report of five years stands in the real window.

Arguments: moment of the start (not used), what to measure, the diary file of `five_years`.
`first` is the first look after Today, imports included; `again` a later one after a change, from
the reading of the diary until its pages are painted, median of several.
"""

import sys
import time
from statistics import median

from PySide6.QtWidgets import QApplication

from tests.benchmarks.five_years import END
from tests.benchmarks.opened import opened_window

_ROUNDS = 5


if __name__ == "__main__":
    _, _, _what, _diary = sys.argv
    application, window = opened_window(_diary, END)
    times = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        window.show_page("report")
        page = window.page("report")
        page.refresh()
        page.settle()
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    print(times[0] if _what == "first" else median(times[1:]))
