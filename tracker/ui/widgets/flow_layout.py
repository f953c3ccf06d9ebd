"""A row that goes on in the next line when it is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from tracker.ui import theme

_GAP = 8


class ByWidth(QLayout):
    """Holds items and remembers which height they need at each width; the rest is its heirs'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:  # asked several times for each width before the page is laid out
            height = self._heights[width] = self._height_at(width)
        return height

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def _height_at(self, width: int) -> int:
        raise NotImplementedError


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height that an item needs at a width."""
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


class FlowLayout(ByWidth):
    """Chips and buttons side by side, wrapping; the gap follows the theme."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = _GAP) -> None:
        super().__init__(parent)
        self._gap = gap

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gap = theme.current().space(self._gap)
        width = sum(hint.width() for hint in hints) + gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _height_at(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height that is needed; items of a line stand on its middle."""
        area = rect.marginsRemoved(self.contentsMargins())
        gap = theme.current().space(self._gap)
        y = area.top()
        for line in self._lines(area.width(), gap):
            height = max(size.height() for _, size in line)
            x = area.left()
            for item, size in line if move else ():
                item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + gap
            y += height + gap
        y = max(y - gap, area.top())
        return y - rect.top() + self.contentsMargins().bottom()

    def _lines(self, room: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        filled = room
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), room)
            height = height_of(item, width)
            if not lines or filled + gap + width > room:
                lines.append([])
                filled = -gap
            lines[-1].append((item, QSize(width, height)))
            filled += gap + width
        return lines
