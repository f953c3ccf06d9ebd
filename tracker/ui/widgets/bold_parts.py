"""A label with bold pieces, laid out and painted without any markup."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QFont, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption

from tracker.ui.text import without_overrides
from tracker.ui.theme import Style
from tracker.ui.widgets import painting
from tracker.ui.widgets.labels import WrappedLabel

Part = tuple[str, bool]
_LINE_SEPARATOR = "\u2028"


class PartsLabel(WrappedLabel):
    """A label whose text may have bold pieces; like every label it reads nothing as markup."""

    def __init__(self, style: Style = "body", *, tone: str = "text") -> None:
        self._parts: tuple[Part, ...] = ()
        self._heights: dict[int, int] = {}
        super().__init__(style=style, tone=tone)

    def setText(self, text: str) -> None:
        self._parts = ()
        self._heights.clear()
        super().setText(text)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show pieces of text, each plain (False) or bold (True)."""
        shown = tuple((without_overrides(text), bold) for text, bold in parts)
        self.setText("".join(text for text, _ in shown))
        self.setAccessibleName("".join(text for text, _ in parts))
        self._parts = shown
        self._heights.clear()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        if not self._parts:
            return super().heightForWidth(width)
        height = self._heights.get(width)
        if height is None:  # layouts ask several times for each width before they decide
            height = ceil(_lay_out(self._parts, self.font(), width).boundingRect().height())
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._parts:
            super().paintEvent(event)
            return
        painter, room = painting.begin(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        laid = _lay_out(self._parts, self.font(), room.width())
        spare = max(0.0, room.height() - laid.boundingRect().height())
        laid.draw(painter, QPointF(room.left(), room.top() + spare / 2))


def _lay_out(parts: Sequence[Part], font: QFont, width: int) -> QTextLayout:
    laid = QTextLayout("".join(text for text, _ in parts).replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    laid.setTextOption(option)
    laid.setFormats(_bold_ranges(parts))
    laid.beginLayout()
    top = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    laid.endLayout()
    return laid


def _bold_ranges(parts: Sequence[Part]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for text, bold in parts:
        length = _units(text)
        if bold:
            found = QTextLayout.FormatRange()
            found.start, found.length = start, length
            style = QTextCharFormat()
            style.setFontWeight(QFont.Weight.Bold)
            found.format = style
            ranges.append(found)
        start += length
    return ranges


def _units(text: str) -> int:
    """Return the length as Qt counts it: letters beyond the first plane are two."""
    return len(text.encode("utf-16-le")) // 2
