"""What every chart shares: it fits its width, and its words have room and do not overlap."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting

_USUAL_WIDTH, _LEAST_WIDTH = 900, 280


class Chart(QWidget):
    """Draws one state; where everything goes is kept until the size or the theme changes.

    Attributes:
        height_at_100: In px at 100 % text.
    """

    height_at_100: ClassVar[int] = 320

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Any = None
        self._places: Any = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    def lay_out(self, state: Any, width: float, height: float) -> Any:
        """Return the places of everything for a size in px."""
        raise NotImplementedError

    def paint_chart(self, painter: QPainter, places: Any) -> None:
        """Draw everything in its place."""
        raise NotImplementedError

    def show_chart(self, state: Any, description: str) -> None:
        """Draw another state; `description` is the same in sentences."""
        self.setAccessibleDescription(description)
        if state != self._state:
            self._state = state
            self._restyle()

    @property
    def places(self) -> Any:
        """Where everything is now; None before there is something to show."""
        if self._state is not None and self._places is None:
            self._places = self.lay_out(self._state, float(self.width()), float(self.height()))
        return self._places

    def sizeHint(self) -> QSize:
        sheet, height = theme.current(), self.height_at_100
        return QSize(sheet.px(_USUAL_WIDTH), (sheet.px(height) + sheet.space(height)) // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        del event
        self._places = None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        places = self.places
        if places is not None:
            self.paint_chart(painting.begin(self), places)

    def _restyle(self) -> None:
        self._places = None
        self.updateGeometry()
        self.update()


@dataclass(frozen=True, slots=True)
class Label:
    """Text in its place; a `boxed` one has an outline, a `halo` keeps lines away."""

    text: str
    rect: QRectF
    tone: str = "text2"
    strong: bool = False
    boxed: bool = False
    halo: str | None = None


class Room:
    """The fonts of a chart's words, and the places that are taken.

    Attributes:
        plain: Of the axis; `strong` of what stands out on it, `big` of numbers in boxes.
        line: Height of a line of the axis in px.
    """

    def __init__(self) -> None:
        sheet = theme.current()
        self.plain = QFontMetricsF(sheet.font("tiny"))
        self.strong = QFontMetricsF(sheet.font("tiny", strong=True))
        self.big = QFontMetricsF(sheet.font("body", strong=True))
        self.line = self.strong.height() + sheet.px(2)
        self._taken: list[QRectF] = []

    def plot_for(self, width: float, height: float, scale: str, below: float) -> QRectF:
        """Return the plot beside a scale whose widest words are given, `below` px over the foot."""
        px = theme.current().px
        left = self.plain.horizontalAdvance(scale) + px(10)
        bottom = height - self.line - below
        return QRectF(left, px(2), width - left - px(2), bottom - px(2))

    def scale_label(self, words: str, y: float, plot: QRectF, gap: float) -> Label:
        """Return the words of a line of the grid, left of the plot and never below its foot."""
        width = self.plain.horizontalAdvance(words) + 1
        top = min(max(0.0, y - self.line / 2), plot.bottom() - self.line * 0.6)
        return Label(words, QRectF(plot.left() - gap - width, top, width, self.line))

    def take(self, rect: QRectF) -> None:
        """Let nothing else stand here."""
        self._taken.append(rect)

    def is_free(self, rect: QRectF, gap: float = 0.0) -> bool:
        """Return whether nothing is here, with some px to either side."""
        wider = rect.adjusted(-gap, 0, gap, 0)
        return not any(wider.intersects(other) for other in self._taken)


def paint_label(painter: QPainter, label: Label) -> None:
    """Draw words in their place."""
    sheet = theme.current()
    if label.boxed:
        box = painting.Box(sheet.tokens("surface"), sheet.tokens("heart"), 1.5, 8)
        painting.paint_box(painter, label.rect, box)
        painter.setFont(sheet.font("body", strong=True))
    else:
        if label.halo is not None:
            fill = painting.Box(sheet.tokens(label.halo), radius=6)
            painting.paint_box(painter, label.rect, fill)
        painter.setFont(sheet.font("tiny", strong=label.strong))
    painter.setPen(sheet.tokens(label.tone))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    painter.drawText(label.rect, int(flags), label.text)
