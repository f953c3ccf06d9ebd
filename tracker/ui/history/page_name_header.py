"""The names of the rows of a page: on as many lines as a row is high, never cut in a word."""

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting

_SIDE = 4


class PageNameHeader(QHeaderView):
    """What does not fit even so ends with "…"; the whole name is in the tool tip and spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    def widest_word(self) -> int:
        """Return how wide the names must be so that none of their words is cut."""
        rows = range(self.count())
        words = (painting.widest_word(self.font(), self._name(row)) for row in rows)
        return ceil(max(words, default=0.0)) + 2 * _SIDE

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        tokens = theme.current().tokens
        painter.fillRect(rect, tokens("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens("border"))
        room = QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self.font())
        painter.setPen(tokens("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        shown = painting.shortened(
            self.font(), self._name(logicalIndex), room.width(), room.height()
        )
        painter.drawText(room, int(flags), shown)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N802, N803 - Qt's names
        del logicalIndex
        return QSize(self.width(), self.defaultSectionSize())

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Vertical) or "")
