"""What stands in a card before there is anything to show."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import PrimaryButton
from tracker.ui.widgets.labels import Heading, IconLabel, WrappedLabel

_WIDEST = 380


class EmptyState(QWidget):
    """An icon, what will appear here, and one button.

    Signals:
        acted: The button was pressed.
    """

    acted = Signal()

    def __init__(
        self, icon: str, title: str, text: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        heading, words = Heading(title, 2), WrappedLabel(text, tone="text2")
        centered = Qt.AlignmentFlag.AlignHCenter
        for label in (heading, words):
            label.setAlignment(centered)
        self._words = words
        self._column.addWidget(IconLabel(icon, size=44), 0, centered)
        self._column.addWidget(heading)
        self._column.addWidget(words)
        if action:
            button = PrimaryButton(action)
            button.clicked.connect(self.acted)
            self._column.addWidget(button, 0, centered)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        space = theme.current().space
        self._column.setContentsMargins(space(16), space(20), space(16), space(20))
        self._column.setSpacing(space(12))


class Skeleton(QWidget):
    """Gray bars in the place of rows that are being fetched."""

    def __init__(self, rows: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(self.tr("Loading"))
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(200), self._rows * theme.current().px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painting.begin(self)
        step, height = theme.current().px(34), theme.current().px(14)
        box = painting.Box(theme.current().tokens("surface2"), radius=height / 2)
        for row in range(self._rows):
            share = 0.9 - 0.13 * (row % 3)
            painting.paint_box(painter, QRectF(0, row * step, self.width() * share, height), box)
