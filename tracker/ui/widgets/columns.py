"""Two columns that become one when the window is narrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.flow_layout import ByWidth, height_of

_GAP = 16


class _ColumnsLayout(ByWidth):
    """Places two items side by side or one over the other, by its own width."""

    def __init__(self, parent: QWidget, share: float, fold_below: int) -> None:
        super().__init__(parent)
        self._share, self._fold_below = share, fold_below

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def folded(self, width: int) -> bool:
        needed = sum(item.minimumSize().width() for item in self._shown()) + self._gap()
        return theme.current().eff(width) < self._fold_below or needed > width

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._shown(), self._rects(rect), strict=True):
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        # The height always follows from the width; asking every part of a page for the one it
        # would have by itself takes as long as laying it out.
        width = sum(item.minimumSize().width() for item in self._shown()) + self._gap()
        return QSize(width, 0)

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _height_at(self, width: int) -> int:
        rects = self._rects(QRect(0, 0, width, 0))
        return max((rect.bottom() + 1 for rect in rects), default=0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gap(self) -> int:
        return theme.current().space(_GAP)

    def _rects(self, area: QRect) -> list[QRect]:
        items = self._shown()
        if len(items) > 1 and not self.folded(area.width()):
            return self._side_by_side(area, items[0], items[1])
        rects, top = [], area.top()
        for item in items:
            height = height_of(item, area.width())
            rects.append(QRect(area.left(), top, area.width(), height))
            top += height + self._gap()
        return rects

    def _side_by_side(self, area: QRect, left: QLayoutItem, right: QLayoutItem) -> list[QRect]:
        room = area.width() - self._gap()
        first = max(left.minimumSize().width(), round(room * self._share))
        first = min(first, room - right.minimumSize().width())
        second = room - first
        return [
            QRect(area.left(), area.top(), first, height_of(left, first)),
            QRect(area.right() + 1 - second, area.top(), second, height_of(right, second)),
        ]


class _Holder(QWidget):
    """One column; only its least size and the height at its width are asked for."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class Columns(QWidget):
    """Add widgets to `self.left` and `self.right`.

    Args:
        share: The left column's part of the width, 0 to 1.
        fold_below: Own width in eff pixels under which the right column goes below the left one.
    """

    def __init__(
        self, share: float = 0.65, fold_below: int = 800, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._layout = _ColumnsLayout(self, share, fold_below)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column in (self.left, self.right):
            holder = _Holder(self)
            holder.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            self._layout.addWidget(holder)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        # A widget's own hint would go on to ask for the height at this width, which nobody gets.
        return self._layout.sizeHint()

    @property
    def folded(self) -> bool:
        """Whether the columns stand one over the other now."""
        return self._layout.folded(self.width())

    def _restyle(self) -> None:
        for column in (self.left, self.right):
            column.setSpacing(theme.current().space(_GAP))
        self._layout.invalidate()
        self.updateGeometry()
