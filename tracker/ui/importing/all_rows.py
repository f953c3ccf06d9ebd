"""Every row of a table as it would be brought in or left out, to scroll through."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.fields import NoteField

_LINES = 8


class AllRows(QWidget):
    """A button that opens the list; tens of thousands of rows are written only when it is open.

    Args:
        lines: Returns the rows as they would be now.
    """

    def __init__(self, lines: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._open = LinkButton(self.tr("Show all rows"), "open")
        self._open.clicked.connect(self._show_list)
        self._list = NoteField(self.tr("All rows"), lines=_LINES)
        self._list.editor.setReadOnly(True)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)

    def look(self, *, needed: bool) -> None:
        """Offer the list where not all stands above, and write it anew where it is open."""
        self.setVisible(needed)
        if not self._list.isHidden():
            self._write()

    def _show_list(self) -> None:
        self._open.hide()
        self._list.show()
        self._write()
        self._list.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        self._list.set_text("\n".join(self._lines()))
