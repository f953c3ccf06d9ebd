"""What is typed in words on a diary page: the names of rows for one's own, and notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.field_parts import LineEdit

_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class PageField(LineEdit):
    """A line that stands in the grid; Enter goes on, Esc goes back to the grid.

    Signals:
        entered: It has the keyboard.
        went_on: 1 by Enter or Down, -1 by Up, 0 by Esc.
    """

    entered = Signal()
    went_on = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("small")
        self.setParent(parent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NEXT:
            self.went_on.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.went_on.emit(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.went_on.emit(0)
        else:
            super().keyPressEvent(event)


class OwnWordField(PageField):
    """The name of a row for one's own."""

    def __init__(self, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.setPlaceholderText(self.tr("own word"))
