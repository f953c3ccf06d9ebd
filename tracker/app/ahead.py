"""What the person needs next, loaded beside the window once Today is painted.

Each page imports its own modules when it is first shown, which is right for the start and wrong for
the first look at History: a fifth of a second later they are there before she has read Today.
"""

import gc
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from threading import Event, Thread

# In the order in which they are likely to be wanted; each brings what it imports itself.
PAGES = (
    "tracker.ui.today.page",
    "tracker.ui.today.draft_keeper",
    "tracker.ui.today.outlook",
    "tracker.ui.history.page",
    "tracker.exchange.csv_shown",
    "tracker.services.versions",
    "tracker.ui.plan.page",
    "tracker.storage.plan_changes",
    "tracker.storage.taken_back",
    "tracker.ui.plan.plan_printing",
    "tracker.ui.plan.lower",
    "tracker.ui.plan.course_actions",
    "tracker.ui.plan.dose_actions",
    "tracker.ui.plan.expected_days",
    "tracker.clinical.expected",
    "tracker.ui.heart.page",
    "tracker.ui.heart.sheet_tools",
    "tracker.ui.heart.lower",
    "tracker.ui.heart.counts_desk",
    "tracker.ui.heart.sheet_card",
    "tracker.clinical.labs",
    "tracker.report.printer",
    "tracker.report.apart",
    "tracker.ui.report.page",
    "tracker.ui.settings.page",
    "tracker.ui.learn.page",
    "tracker.clinical.learn",
    "tracker.clinical.late_effects",
)

# The window asks Python for something hundreds of times while it paints a page; with the usual
# 5 ms it would wait so long each time, and the page would take a tenth of a second longer.
_TURN_SECONDS = 0.0005
# Looked up once: a diary that is opened again begins while the thread before it is still loading.
_USUAL_TURN_SECONDS = sys.getswitchinterval()


class Ahead:
    """Loads in a thread of its own, and makes way for the window whenever that needs Python.

    Args:
        get_ready_to_write: Loads what the first answer needs; that comes before any page.
    """

    def __init__(self, get_ready_to_write: Callable[[], None]) -> None:
        self._steps: tuple[Callable[[], object], ...] = (
            get_ready_to_write,
            *(partial(import_module, name) for name in PAGES),
        )
        self._given_up = Event()

    def start(self) -> None:
        """Begin; the window need not wait for the end."""
        Thread(target=self.load, name="ahead").start()

    def give_up(self) -> None:
        """Begin nothing more: the program ends, and would wait for what is not needed."""
        self._given_up.set()

    def load(self) -> None:
        """Load what there is to load, in the thread of the caller."""
        sys.setswitchinterval(_TURN_SECONDS)
        known = len(sys.modules)
        try:
            for step in self._steps:
                if self._given_up.is_set():
                    return
                step()
        finally:
            sys.setswitchinterval(_USUAL_TURN_SECONDS)
        # Modules stay for the whole run; the collector need not look through them while one waits.
        # Where a diary is opened again there are none, but a window that was closed.
        if len(sys.modules) > known:
            gc.freeze()
