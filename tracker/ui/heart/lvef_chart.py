"""The chart of heart scan results over time."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.domain.entries import LvefMethod
from tracker.ui import icons, theme
from tracker.ui.heart.chart_layout import ChartLayout, Dot, Label, lay_out
from tracker.ui.heart.chart_state import LvefChart as ChartState
from tracker.ui.widgets import painting
from tracker.ui.widgets.hatching import paint_hatch

_HEIGHT, _USUAL_WIDTH, _LEAST_WIDTH = 320, 900, 280


class LvefChartView(QWidget):
    """Draws results, the lines they are read against, and scans to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ChartState | None = None
        self._places: ChartLayout | None = None
        self.setAccessibleName(self.tr("Heart scan results over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    def show_chart(self, state: ChartState, description: str) -> None:
        """Draw other results; `description` is the same in sentences."""
        self.setAccessibleDescription(description)
        if state != self._state:
            self._state = state
            self._restyle()

    @property
    def places(self) -> ChartLayout | None:
        """Where everything is now; None before there is something to show."""
        if self._state is None:
            return None
        width, height = float(self.width()), float(self.height())
        if self._places is None:
            self._places = lay_out(self._state, width, height)
        return self._places

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        return QSize(sheet.px(_USUAL_WIDTH), (sheet.px(_HEIGHT) + sheet.space(_HEIGHT)) // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        del event
        self._places = None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        places = self.places
        if places is None:
            return
        painter = painting.begin(self)
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

    def _restyle(self) -> None:
        self._places = None
        self.updateGeometry()
        self.update()


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


def paint_label(painter: QPainter, label: Label) -> None:
    """Draw words in their place, as both charts of the page do."""
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


def _paint_pill(painter: QPainter, rect: QRectF, word: str) -> None:
    sheet = theme.current()
    painting.paint_box(painter, rect, painting.Box(sheet.tokens("text"), radius=rect.height() / 2))
    painter.setFont(sheet.font("tiny", strong=True))
    painter.setPen(sheet.tokens("surface"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), word)
