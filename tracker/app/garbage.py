"""Throws away what lies in rings, in the window's own thread alone.

Python collects in whatever thread happens to ask for memory. A closed dialog lies in a ring, and a
thread that makes a report ready would destroy its widgets: Qt allows that in no other thread than
the window's, and the program crashes. So nothing is collected by itself, and a timer does it.
"""

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_EVERY_MS = 2_000
_NAME = "collector"


def collect_in_this_thread(program: "QObject") -> None:
    """Begin to collect while the loop of events runs; a second call does nothing more.

    What is there at the first call stays for the whole run, and the collector need not look at it
    again; at a later one, a window that was closed would stay as well.
    """
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - so that tests without Qt collect alike

    if program.findChild(QTimer, _NAME) is not None:
        return
    gc.disable()
    gc.freeze()
    timer = QTimer(program)
    timer.setObjectName(_NAME)
    timer.timeout.connect(collect_what_is_due)
    timer.start(_EVERY_MS)


def collect_what_is_due() -> None:
    """Collect the oldest generation that is due, by the numbers Python itself would go by."""
    due = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > most
    ]
    if due:
        gc.collect(due[-1])
