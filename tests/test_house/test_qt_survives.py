"""PySide6 6.12 under Python 3.11 takes one reference off None in every call that returns nothing.

After some 5,200 such calls the process aborts; short tests do not show it.
"""

import subprocess
import sys

_MANY_CALLS = """\
import sys
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
widget = QWidget()
widget.update()
before = sys.getrefcount(None)
for _ in range(20_000):
    widget.update()
print(before - sys.getrefcount(None))
"""


def test_a_day_of_drawing_does_not_use_up_none():
    done = subprocess.run(
        [sys.executable, "-c", _MANY_CALLS], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 100
