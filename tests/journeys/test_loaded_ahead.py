"""What is loaded beside the window is all that the first look at a page needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

EVERY_PAGE = """
import sys
from PySide6.QtWidgets import QApplication
from tracker.app import build_window
from tracker.app.ahead import Ahead
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.storage.opening import memory_diary

app = QApplication([])
storage = memory_diary(sample_write())
companion = Companion(storage, library(), lambda: SAMPLE_NOW, storage.people()[0].id)
window = build_window(companion)
window.show()
interval = sys.getswitchinterval()
Ahead(storage.get_ready_to_write).load()
assert sys.getswitchinterval() == interval
before = set(sys.modules)
for page in ("today", "plan", "history", "heart", "report", "settings", "learn"):
    window.show_page(page)
    for _ in range(20):
        app.processEvents()
print(*sorted(name for name in set(sys.modules) - before if name.startswith("tracker")))
"""

OPENED_AGAIN = """
import sys
from tracker.app.ahead import Ahead

usual = sys.getswitchinterval()
sys.setswitchinterval(0.0005)  # as the thread has it that still loads for the diary before
ahead = Ahead(lambda: ahead.give_up())
ahead.load()
print(sys.getswitchinterval() == usual)
"""

GIVEN_UP = """
import sys
from tracker.app.ahead import Ahead

ahead = Ahead(lambda: ahead.give_up())
ahead.load()
print(*(name for name in sys.modules if name.startswith("tracker.ui")))
"""


def said_by(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_first_look_at_a_page_finds_its_modules_there():
    assert said_by(EVERY_PAGE) == ""


def test_a_diary_opened_again_while_pages_are_loaded_leaves_python_its_usual_turns():
    assert said_by(OPENED_AGAIN) == "True"


def test_a_window_that_closes_does_not_wait_for_pages_nobody_will_see():
    assert said_by(GIVEN_UP) == ""


BEFORE_THE_PAINT = """
import sys
import tracker.app
tracker.app.load_program()
print(*(n for n in sys.modules if n.startswith(("tracker.clinical", "tracker.domain", "sqlite3"))))
"""


def test_the_first_paint_waits_for_no_knowledge_and_no_diary():
    assert said_by(BEFORE_THE_PAINT) == ""
