"""The trend of one blood test by cycle day, beside the days on which counts are usually low."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.heart.counts_layout import CountDot, CountsLayout, lay_out
from tracker.ui.heart.counts_state import CountsChart
from tracker.ui.widgets.chart import Chart, paint_label
from tracker.ui.widgets.hatching import paint_hatch

_LINE_TONES = ("primary", "text2", "text3")


class CountsChartView(Chart):
    """Draws the latest cycles over each other, day 1 at the left."""

    height_at_100 = 260

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Blood counts by cycle day"))

    def lay_out(self, state: CountsChart, width: float, height: float) -> CountsLayout:
        return lay_out(state, width, height)

    def paint_chart(self, painter: QPainter, places: CountsLayout) -> None:
        _paint_ground(painter, places)
        for piece in places.pieces:
            _paint_piece(painter, piece)
        for label in places.labels:
            paint_label(painter, label)


def _paint_ground(painter: QPainter, places: CountsLayout) -> None:
    tokens, plot = theme.current().tokens, places.plot
    painter.fillRect(plot, tokens("bg"))
    if places.slip_range is not None:
        painter.fillRect(places.slip_range, tokens("infoSoft"))
    if places.low_days is not None:
        hatch = QColor(tokens("lowcount"))
        hatch.setAlphaF(0.45)
        paint_hatch(painter, None, places.low_days, hatch, step=12)
    painter.setPen(QPen(tokens("border"), 1))
    painter.drawLines([QLineF(plot.left(), y, plot.right(), y) for y in places.grid])
    painter.setPen(QPen(tokens("text2"), 1.6, Qt.PenStyle.DashLine))
    painter.drawLines([QLineF(plot.left(), y, plot.right(), y) for y in places.printed])


def _paint_piece(painter: QPainter, piece: tuple[CountDot, ...]) -> None:
    sheet = theme.current()
    color = sheet.tokens(_LINE_TONES[piece[0].age])
    painter.setPen(QPen(color, 2.6 if piece[0].age == 0 else 1.4))
    painter.drawLines([QLineF(before.at, after.at) for before, after in pairwise(piece)])
    for dot in piece:
        painter.setPen(QPen(color if dot.hollow else sheet.tokens("surface"), 2))
        painter.setBrush(sheet.tokens("surface") if dot.hollow else color)
        _paint_dot(painter, dot)


def _paint_dot(painter: QPainter, dot: CountDot) -> None:
    """Draw a value; the shape says the cycle, as in the line below the chart."""
    size = theme.current().px(6)
    if dot.age == 0:
        painter.drawEllipse(dot.at, size, size)
    elif dot.age == 1:
        painter.drawRect(QRectF(dot.at.x() - size, dot.at.y() - size, 2 * size, 2 * size))
    else:
        reach = size * 1.2
        corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        painter.drawPolygon(QPolygonF([dot.at + corner for corner in corners]))
