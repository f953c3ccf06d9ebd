"""The pages of the report as they will print; paper stays white in every theme."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import PlainIconButton
from tracker.ui.widgets.empty_state import Skeleton
from tracker.ui.widgets.labels import Heading, WrappedLabel

_PAPER = QColor("#FFFFFF")
_SHEET_RATIO = 1.4142


class _Sheet(QWidget):
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


class Preview(QWidget):
    """Turns through the pages.

    Signals:
        page_shown: A page came into view; carries its number from 1.
    """

    page_shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[QPixmap, ...] = ()
        self._number = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._build_head())
        self._waiting = Skeleton(6, self)
        column.addWidget(self._waiting)
        self._sheet = _Sheet(self)
        column.addWidget(self._sheet)
        column.addStretch(1)
        self.wait()

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 while they are being set."""
        return len(self._pages)

    def wait(self) -> None:
        """Show that pages are on their way; the last ones stay in sight until then."""
        self._waiting.setVisible(not self._pages)
        self._sheet.setVisible(bool(self._pages))

    def show_pages(self, pictures: tuple[bytes, ...]) -> None:
        """Show new pages from PNGs."""
        pages = []
        for picture in pictures:
            page = QPixmap()
            page.loadFromData(picture, "PNG")
            pages.append(page)
        self._pages = tuple(pages)
        self.wait()
        self._turn_to(min(self._number, len(pages) - 1))

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Heading(self.tr("Preview"), 2), 1)
        self._back = PlainIconButton("chevron-left", self.tr("Page before"))
        self._back.clicked.connect(self._turn_back)
        self._where = WrappedLabel("", "body", tone="text2")
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._next = PlainIconButton("chevron-right", self.tr("Next page"))
        self._next.clicked.connect(self._turn_on)
        for widget in (self._back, self._where, self._next):
            row.addWidget(widget)
        return row

    def _turn_back(self) -> None:
        self._turn_to(self._number - 1)

    def _turn_on(self) -> None:
        self._turn_to(self._number + 1)

    def _turn_to(self, number: int) -> None:
        count = len(self._pages)
        self._number = max(0, min(number, count - 1))
        self._sheet.show_page(self._pages[self._number] if self._pages else None)
        place = self.tr("Page {number} of {count}")
        self._where.setText(place.format(number=self._number + 1, count=count))
        self._sheet.setAccessibleName(self._where.text())
        self._back.setEnabled(self._number > 0)
        self._next.setEnabled(self._number + 1 < count)
        self.page_shown.emit(self._number + 1)
