"""MiB that the process holds after every page was looked at, on five years of two people.

Arguments: moment of the start (not used), the diary file of `five_years`. Resident, on Linux;
every page is painted, History in each of its views. Pages for paper are set in another process,
which has ended by then.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.benchmarks.five_years import END
from tracker.app import build_window
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.storage.opening import open_diary

_PAGES = ("today", "plan", "history", "heart", "report", "settings", "today")
_VIEWS = ("trend", "table", "said", "pattern")

_, _, _diary = sys.argv
application = QApplication([])
storage = open_diary(Path(_diary), moment=END)
companion = Companion(storage, library(), lambda: END, storage.people()[0].id)
window = build_window(companion)
window.resize(1280, 800)
window.show()
for page_id in _PAGES:
    window.show_page(page_id)
    window.page(page_id).settle()
    QApplication.processEvents()
    for view in _VIEWS if page_id == "history" else ():
        window.show_page(page_id, view)
        QApplication.processEvents()
lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
print(next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024)
