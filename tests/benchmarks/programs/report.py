"""Milliseconds until the one-page report of five years stands in the real window.

Arguments: moment of the start (not used), what to measure, the diary file of `five_years`.
`first` is the first look after Today; `again` a later one after another answer was written, from
the reading of the diary until its pages are painted, median of several.
"""

import sys
import time
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from tests.benchmarks.five_years import END
from tests.benchmarks.opened import opened_window
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.storage.opening import open_diary

_ROUNDS = 5


def _milliseconds(diary: Path) -> list[float]:
    application, window = opened_window(str(diary), END)
    storage = open_diary(diary, moment=END)
    beside = Companion(storage, library(), lambda: END, storage.people()[0].id)
    times = []
    for number in range(_ROUNDS):
        begun = time.perf_counter()
        window.show_page("report")
        page = window.page("report")
        page.refresh()
        page.settle()
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
        beside.diary.answer("nausea", number % 5)
    window.close()
    storage.close()
    application.quit()
    return times


if __name__ == "__main__":
    _, _, _what, _diary = sys.argv
    with TemporaryDirectory() as _folder:
        times = _milliseconds(Path(copy(_diary, _folder)))
    print(times[0] if _what == "first" else median(times[1:]))
