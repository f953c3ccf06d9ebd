"""What makes a page a window where nothing leads elsewhere: a first start, a lock, a refusal."""

from PySide6.QtWidgets import QWidget

from tracker.ui import icons, theme
from tracker.ui.main_window import APP_NAME, MINIMUM
from tracker.ui.widgets.focus_ring import FocusRing


def make_window_of(page: QWidget) -> None:
    """Give a page the least size, title, icon and focus ring of the program."""
    page.setMinimumSize(MINIMUM)
    if not page.windowTitle():
        page.setWindowTitle(APP_NAME)
    page.setWindowIcon(icons.icon("logo", theme.current().tokens("primary"), 32))
    FocusRing(page)
