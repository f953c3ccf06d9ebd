"""How far long work is, as a line that fills."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting

_RADIUS, _HEIGHT = 8, 22


class ProgressLine(QProgressBar):
    """Outlined, so that what is still to do is seen in the dark as well.

    Args:
        name: What a screen reader calls it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setMinimumHeight(theme.current().px(_HEIGHT))
        theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, painter = theme.current().tokens, painting.begin(self)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painting.paint_box(
            painter, whole, painting.Box(tokens("surface"), tokens("control"), 2, _RADIUS)
        )
        steps = self.maximum() - self.minimum()
        done = (self.value() - self.minimum()) / steps if steps else 0.0
        filled = QRectF(whole.x(), whole.y(), whole.width() * max(0.0, done), whole.height())
        if filled.width() > _RADIUS:
            painting.paint_box(painter, filled, painting.Box(tokens("primary"), radius=_RADIUS))
