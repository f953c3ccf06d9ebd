"""What is shown when the diary cannot be opened: one sentence, and the ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.errors import TrackerError
from tracker.ui.error_messages import error_text
from tracker.ui.widgets.message_box import MessageBox
from tracker.ui.widgets.page_scroll import PageScroll

_WIDEST = 808


class TroublePage(QWidget):
    """Never changes a file.

    Signals:
        retried: Open the same file once more.
        other_requested: Choose another diary file.
        new_requested: Start a new diary in another place.
    """

    retried = Signal()
    other_requested = Signal()
    new_requested = Signal()

    def __init__(self, error: TrackerError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = error_text(error)
        self.setWindowTitle(words.title)
        self._box = MessageBox("error", words.title, words.text)
        self._box.add_action(self.tr("Try again"), "undo").clicked.connect(self.retried)
        self._box.add_action(self.tr("Open another diary"), "open").clicked.connect(
            self.other_requested
        )
        self._box.add_action(self.tr("Start a new diary elsewhere"), "plus").clicked.connect(
            self.new_requested
        )
        scroll_area = PageScroll(self, max_width=_WIDEST)
        scroll_area.column.addWidget(self._box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll_area)
