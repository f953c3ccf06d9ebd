"""Milliseconds that Heart takes with 30 scans and 300 counts, in the real window.

Arguments: moment of the start (not used), what to measure, the diary file of `many_results`.
`first` is the first look after Today until its first screen is painted; `whole`
until what lies below that is there as well; `open` a later look after a change of the heart, all
of it, median of several.
"""

import sys
import time
from statistics import median

from PySide6.QtWidgets import QApplication

from tests.benchmarks.many_results import END
from tests.benchmarks.opened import opened_window
from tests.benchmarks.programs.painted import Painted
from tracker.services.changes import Changes

_ROUNDS = 9


if __name__ == "__main__":
    _, _, _what, _diary = sys.argv
    application, window = opened_window(_diary, END)
    painted = Painted()
    begun = time.perf_counter()
    page = window.page("heart")
    page.view.chart_card.chart.installEventFilter(painted)
    window.show_page("heart")
    QApplication.sendPostedEvents()
    first = time.perf_counter()
    assert painted.times, "the chart is not painted yet"
    QApplication.processEvents()
    whole = time.perf_counter()
    times = []
    for _ in range(_ROUNDS):
        again = time.perf_counter()
        page.refresh(Changes(heart=True))
        QApplication.processEvents()
        times.append(time.perf_counter() - again)
    print({"first": first - begun, "whole": whole - begun, "open": median(times)}[_what] * 1000)
