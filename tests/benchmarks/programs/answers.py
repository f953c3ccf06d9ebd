"""Milliseconds from the key on a row to "saved" on it, in the real window, on a real file.

Arguments: moment of the start (not used), the diary file, its passphrase where it has one. Prints
one line per answer.
"""

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.app import build_window
from tracker.app.lock_screen import IdleWatch
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.services.sample import SAMPLE_NOW
from tracker.storage.opening import open_diary
from tracker.ui.widgets.severity_button import SeverityButton

_ANSWERS = 60

_, _, _diary, *_words = sys.argv
application = QApplication([])
storage = open_diary(Path(_diary), moment=SAMPLE_NOW, passphrase=_words[0] if _words else None)
started = time.monotonic()


def clock() -> datetime:
    return SAMPLE_NOW + timedelta(seconds=time.monotonic() - started)


companion = Companion(storage, library(), clock, storage.people()[0].id, "self")
window = build_window(companion)
window.show_page("today")
window.resize(1280, 800)
window.show()
window.activateWindow()
QTest.qWaitForWindowExposed(window)
if _words:  # as the program does with every encrypted diary
    IdleWatch(application).watch(10)
buttons = [each for each in window.findChildren(SeverityButton) if each.isVisible()]
before = storage.revision()
for number in range(_ANSWERS):
    button = buttons[number * 7 % len(buttons)]  # another row and another level each time
    button.setFocus()
    QApplication.processEvents()
    begun = time.perf_counter()
    QTest.keyClick(button, getattr(Qt.Key, f"Key_{button.level}"))
    print((time.perf_counter() - begun) * 1000)
    QApplication.processEvents()
if storage.revision() - before < _ANSWERS:
    raise SystemExit("not every key was saved as an answer")
