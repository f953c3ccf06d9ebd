"""Where the navigation leads, and what stands around the pages before the diary is open.

All that the first paint needs; the pages themselves come after it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from tracker.ui.frame import AdviceLine, Frame
from tracker.ui.page import Page, PageDescriptor


def descriptors(build_page: Callable[[str], Page]) -> tuple[PageDescriptor, ...]:
    """Return the pages in the order of the navigation, then those that only links lead to."""
    named = (
        ("today", QCoreApplication.translate("Window", "Today"), "today"),
        ("plan", QCoreApplication.translate("Window", "Plan"), "plan"),
        ("history", QCoreApplication.translate("Window", "History"), "history"),
        ("heart", QCoreApplication.translate("Window", "Heart"), "heart"),
        ("report", QCoreApplication.translate("Window", "Report"), "report"),
        ("settings", QCoreApplication.translate("Window", "Settings"), "settings"),
    )
    destinations = tuple(
        PageDescriptor(page_id, label, icon, partial(build_page, page_id))
        for page_id, label, icon in named
    )
    name = QCoreApplication.translate("Window", "Learn")
    learn = PageDescriptor("learn", name, "book", partial(build_page, "learn"), in_navigation=False)
    return (*destinations, learn)


def unopened() -> tuple[PageDescriptor, ...]:
    """Return the pages as the navigation names them while there is no diary to build them of."""
    return descriptors(_no_page)


def _no_page(page_id: str) -> Page:
    raise KeyError(page_id)


def empty_frame() -> Frame:
    """Return what stands around the pages while the diary is being opened."""
    line = QCoreApplication.translate("Frame", "24-hour advice line")
    return Frame(person="", advice_line=AdviceLine(line, None))
