"""One page as it will print; paper stays white in every theme."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting

_PAPER = QColor("#FFFFFF")
_SHEET_RATIO = 1.4142


class Sheet(QWidget):
    """One page, as wide as its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: QPixmap | None) -> None:
        """Show another page, or none."""
        self._page = page
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._page is None or self._page.isNull():
            return round(width * _SHEET_RATIO)
        return round(width * self._page.height() / self._page.width())

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.current().px(320))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painting.begin(self)
        painter.fillRect(self.rect(), _PAPER)
        if self._page is not None:
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            # While a layout is under way the place may be too low: cut off, never squeezed.
            place = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
            painter.drawPixmap(place, self._page, QRectF(self._page.rect()))
        painter.setPen(theme.current().tokens("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
