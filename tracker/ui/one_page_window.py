"""A window with one content and no way elsewhere: the first run, or a diary that did not open."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import icons, theme
from tracker.ui.main_window import APP_NAME, MINIMUM, USUAL
from tracker.ui.widgets.focus_ring import FocusRing


class OnePageWindow(QWidget):
    """Gives a content the least size, the title and the focus ring of the program."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(APP_NAME)
        self.setWindowIcon(icons.icon("logo", theme.current().tokens("primary"), 32))
        self.setMinimumSize(MINIMUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(content)
        self._ring = FocusRing(self)
        self.resize(USUAL)
