"""The pages of the report as they will print, one at a time, and larger when asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.report.sheet import Sheet
from tracker.ui.widgets.buttons import PlainIconButton
from tracker.ui.widgets.empty_state import Skeleton
from tracker.ui.widgets.labels import Heading, WrappedLabel


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
        self._sheet = Sheet(self)
        column.addWidget(self._sheet)
        column.addStretch(1)
        self.show_pages(())
        self.wait()

    def wait(self) -> None:
        """Show that pages are on their way; the last ones stay in sight until then."""
        self._waiting.setVisible(not self._pages)
        self._sheet.setVisible(bool(self._pages))

    def show_pages(self, pictures: tuple[bytes, ...]) -> None:
        """Show new pages from PNGs; none where they were refused."""
        pages = []
        for picture in pictures:
            page = QPixmap()
            page.loadFromData(picture, "PNG")
            pages.append(page)
        self._pages = tuple(pages)
        self._waiting.hide()
        self._sheet.setVisible(bool(pages))
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
        self._closer = PlainIconButton("search", self.tr("Look closer"))
        self._closer.clicked.connect(self._look_closer)
        for widget in (self._back, self._where, self._next, self._closer):
            row.addWidget(widget)
        return row

    def _look_closer(self) -> None:
        from tracker.ui.report.closer_look import CloserLookDialog  # noqa: PLC0415 - when asked for

        CloserLookDialog.show_page(self._pages[self._number], self._where.text(), self)

    def _turn_back(self) -> None:
        self._turn_to(self._number - 1)

    def _turn_on(self) -> None:
        self._turn_to(self._number + 1)

    def _turn_to(self, number: int) -> None:
        count = len(self._pages)
        self._number = max(0, min(number, count - 1))
        self._sheet.show_page(self._pages[self._number] if self._pages else None)
        place = self.tr("Page {number} of {count}") if count else ""
        self._where.setText(place.format(number=self._number + 1, count=count))
        self._sheet.setAccessibleName(self._where.text())
        self._back.setEnabled(self._number > 0)
        self._next.setEnabled(self._number + 1 < count)
        self._closer.setEnabled(count > 0)
        self.page_shown.emit(self._number + 1)
