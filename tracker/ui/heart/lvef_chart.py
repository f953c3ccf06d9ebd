"""The chart of heart scan results over time."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from tracker.domain.entries import LvefMethod
from tracker.ui import icons, theme
from tracker.ui.heart.chart_layout import ChartLayout, Dot, lay_out
from tracker.ui.heart.chart_state import LvefChart
from tracker.ui.widgets import painting
from tracker.ui.widgets.chart import Chart, paint_label
from tracker.ui.widgets.hatching import paint_hatch


class LvefChartView(Chart):
    """Draws results, the lines they are read against, and scans to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Heart scan results over time"))

    def lay_out(self, state: LvefChart, width: float, height: float) -> ChartLayout:
        return lay_out(state, width, height)

    def paint_chart(self, painter: QPainter, places: ChartLayout) -> None:
        _paint_ground(painter, places)
        _paint_lines(painter, places)
        _paint_doses(painter, places)
        _paint_results(painter, places.dots)
        for heart in places.hearts:
            tone = theme.current().tokens("warnText" if heart.late else "heart")
            icons.draw(painter, "heart", tone, heart.rect)
        for label in places.labels:
            paint_label(painter, label)
        _paint_pill(painter, places.pill, self.tr("Today"))


def _paint_ground(painter: QPainter, places: ChartLayout) -> None:
    tokens, plot = theme.current().tokens, places.plot
    if places.limit_y is None:
        painter.fillRect(plot, tokens("bg"))
    else:
        above, below = QRectF(plot), QRectF(plot)
        above.setBottom(places.limit_y)
        below.setTop(places.limit_y)
        painter.fillRect(above, tokens("okSoft"))
        painter.fillRect(below, tokens("lowcountSoft"))
        hatch = QColor(tokens("lowcount"))
        hatch.setAlphaF(0.35)
        paint_hatch(painter, None, below, hatch, step=12)
    painter.setPen(QPen(tokens("border"), 1))
    painter.drawLines([QLineF(plot.left(), y, plot.right(), y) for y in places.grid])


def _paint_lines(painter: QPainter, places: ChartLayout) -> None:
    tokens, plot = theme.current().tokens, places.plot
    painter.setPen(QPen(tokens("text2"), 1.6, Qt.PenStyle.DashLine))
    painter.drawLines([QLineF(plot.left(), y, plot.right(), y) for y in places.lines])
    if places.limit_y is not None:
        painter.setPen(QPen(tokens("text2"), 2))
        painter.drawLines([QLineF(plot.left(), places.limit_y, plot.right(), places.limit_y)])
    painter.setPen(QPen(tokens("text"), 2))
    painter.drawLines([QLineF(places.today_x, plot.top(), places.today_x, places.pill.top())])


def _paint_doses(painter: QPainter, places: ChartLayout) -> None:
    """Draw HER2 doses as ticks on the axis, anthracyclines as a bar along it."""
    sheet, bottom = theme.current(), places.plot.bottom()
    if places.anthracycline is not None:
        painter.fillRect(places.anthracycline, sheet.tokens("lowcountText"))
    painter.setPen(QPen(sheet.tokens("heart"), 2))
    painter.drawLines([QLineF(x, bottom - sheet.px(9), x, bottom) for x in places.doses])


def _paint_results(painter: QPainter, dots: list[Dot]) -> None:
    color = theme.current().tokens("heart")
    for before, after in pairwise(dots):
        changed = before.method is not after.method
        style = Qt.PenStyle.DashLine if changed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, 2.6, style))
        painter.drawLines([QLineF(before.at, after.at)])
    painter.setBrush(color)
    painter.setPen(QPen(theme.current().tokens("surface"), 2.4))
    for dot in dots:
        _paint_dot(painter, dot)


def _paint_dot(painter: QPainter, dot: Dot) -> None:
    """Draw a result: a disc; a square for MUGA and a diamond for MRI, as numbers may differ."""
    size = theme.current().px(7.5)
    if dot.method is LvefMethod.MUGA:
        painter.drawRect(QRectF(dot.at.x() - size, dot.at.y() - size, 2 * size, 2 * size))
    elif dot.method is LvefMethod.MRI:
        reach = size * 1.3
        corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        painter.drawPolygon(QPolygonF([dot.at + corner for corner in corners]))
    else:
        painter.drawEllipse(dot.at, size, size)


def _paint_pill(painter: QPainter, rect: QRectF, word: str) -> None:
    sheet = theme.current()
    painting.paint_box(painter, rect, painting.Box(sheet.tokens("text"), radius=rect.height() / 2))
    painter.setFont(sheet.font("tiny", strong=True))
    painter.setPen(sheet.tokens("surface"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), word)
