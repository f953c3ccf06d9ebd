"""The scrolling column of a page."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.viewports import bring_into_sight, own_viewport

_PADDING_X, _PADDING_Y, _GAP = 26, 18, 16
_PADDING_Y_LOW, _LOW_BELOW_EFF = 8, 500
_WIDTH, _THUMB = 14, 8


class ScrollBar(QScrollBar):
    """A scroll bar wide enough to hit, with a thumb that stands out from the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def thumb(self) -> tuple[int, int]:
        """Return top and height of the thumb, in pixels: where Fusion takes hold of it.

        Asking the style for it would make the hundreds of names of `QStyle` before the first page
        is painted. A scroll bar's own hint tells what Fusion goes by: its width is that of an
        arrow, its height two arrows and the least thumb.
        """
        hint = super().sizeHint()
        arrow = hint.width()
        least = hint.height() - 2 * arrow
        groove = self.height() - 2 * arrow
        steps = self.maximum() - self.minimum()
        height = min(max(least, self.pageStep() * groove // (steps + self.pageStep())), groove)
        done = self.sliderPosition() - self.minimum()
        return arrow + round(done * (groove - height) / steps), height

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.minimum() == self.maximum():
            return
        top, height = self.thumb()
        rect = QRectF((self.width() - _THUMB) / 2, top, _THUMB, height)
        painter = painting.begin(self)
        color = theme.current().tokens("control")
        painting.paint_box(painter, rect, painting.Box(color, radius=_THUMB / 2))


class _Content(QWidget):
    """What is scrolled: as wide as the area is, and as high as that width makes it."""

    def sizeHint(self) -> QSize:
        # The area asks for it and lays nothing out by it; found out by Qt, it would be the height
        # of the whole page at a width that the page never has.
        return self.minimumSizeHint()


class PageScroll(QScrollArea):
    """Scrolls up and down only; what it shows grows no wider than `max_width` and stays centered.

    Add widgets to `self.column`.

    Args:
        max_width: In px at 100 % text.
    """

    def __init__(self, parent: QWidget | None = None, *, max_width: int = 1180) -> None:
        super().__init__(parent)
        own_viewport(self, QPalette.ColorRole.NoRole)
        self._max_width, self._seen = max_width, QSize()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar())
        # Room for it is always kept: what appears later would make the whole page narrower.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        content = _Content()
        self._outer = QVBoxLayout(content)
        self.column = QVBoxLayout()
        self._outer.addLayout(self.column)
        self._outer.addStretch(1)
        self.setWidget(content)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def content_height(self, width: int) -> int:
        """Return how high the content is when this area is `width` wide."""
        needed = self._outer.totalHeightForWidth(width - _WIDTH)  # beside the scroll bar
        return max(needed, self._outer.totalMinimumSize().height())  # an area gives no less

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Before the content takes its new size, or all of it would be laid out twice.
        self._seen = event.size()
        self._place_margins()
        before = event.oldSize().height()
        used = self._used_in_sight(before) if event.size().height() < before else None
        super().resizeEvent(event)
        self._bring_into_sight(used)  # a message came below: what was just used stays in sight

    def used_in_sight(self) -> QWidget | None:
        """Return what has the keyboard where all of it is in sight; None otherwise."""
        return self._used_in_sight(self.viewport().height())

    def keep_in_sight(self, used: QWidget | None) -> None:
        """Leave in sight what was so before something above it grew; None keeps nothing there."""
        if used is not None:
            # Where it will stand is known once all is laid out.
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self._bring_into_sight(used)

    def show_all_of(self, part: QWidget) -> None:
        """Bring a part into sight that has just grown, as by a question about what was typed."""
        if self.isAncestorOf(part):
            self.keep_in_sight(part)

    def _bring_into_sight(self, used: QWidget | None) -> None:
        if used is not None:
            bring_into_sight(self, used, theme.current().space(_GAP))

    def _used_in_sight(self, height: int) -> QWidget | None:
        """Return what has the keyboard where all of it was in sight; None otherwise."""
        used, viewport = QApplication.focusWidget(), self.viewport()
        if used is None or not viewport.isAncestorOf(used):
            return None
        top = used.mapTo(viewport, used.rect().topLeft()).y()
        return used if top >= 0 and top + used.height() <= height else None

    def _place_margins(self) -> None:
        sheet = theme.current()
        side = sheet.space(_PADDING_X)
        spare = self._seen.width() - sheet.px(self._max_width) - 2 * side
        side += max(0, spare // 2)
        low = sheet.eff(self._seen.height()) < _LOW_BELOW_EFF
        top = sheet.space(_PADDING_Y_LOW if low else _PADDING_Y)
        self._outer.setContentsMargins(side, top, side, sheet.space(_PADDING_X))

    def _restyle(self) -> None:
        self.column.setSpacing(theme.current().space(_GAP))
        self._place_margins()
