"""Text to mark and copy, with the mouse or the keyboard; breaks anywhere, so long ones fit."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.field_parts import clear_base

_UNBOUNDED = 100_000


class SelectableText(QPlainTextEdit):
    """One read-only text, as high as it needs; Tab goes in and out.

    Args:
        name: What it is, for screen readers.
    """

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        painting.wrap_by_width(self)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def heightForWidth(self, width: int) -> int:
        return max(theme.current().target(), self._text_height(width))

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.toPlainText()) + 2
        return QSize(width, painting.wrapped_height(self, width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().target())

    def resizeEvent(self, event: QResizeEvent) -> None:
        spare = self.height() - self._text_height(self.width())
        self.setViewportMargins(0, max(0, spare // 2), 0, 0)
        super().resizeEvent(event)
        painting.take_new_width(self, event)

    def _text_height(self, width: int) -> int:
        flags = int(Qt.TextFlag.TextWrapAnywhere)
        room = QRect(0, 0, max(1, width), _UNBOUNDED)
        bounds = QFontMetrics(self.font()).boundingRect(room, flags, self.toPlainText())
        return bounds.height() + 2

    def _restyle(self) -> None:
        clear_base(self)
        self.setFont(theme.current().font("body"))
        self.updateGeometry()
