"""The trend chart: this cycle as a dark line, the earlier ones as a dashed average and a band."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.history.trend_layout import TrendLayout, Word, lay_out
from tracker.ui.history.trend_state import TrendState
from tracker.ui.widgets import painting
from tracker.ui.widgets.chart import Chart
from tracker.ui.widgets.flow_layout import FlowLayout

_DOT = 5
_KEY_WIDTH, _KEY_HEIGHT = 34, 22


class TrendChart(Chart):
    """Draws one `TrendState`; a day that was not answered breaks the line."""

    height_at_100 = 330

    def show_state(self, state: TrendState) -> None:
        """Draw another symptom or other answers."""
        name = self.tr("Trend of {name}; higher is worse").format(name=state.name)
        self.setAccessibleName(name)
        self.show_chart(state, state.description)

    def lay_out(self, state: TrendState, width: float, height: float) -> TrendLayout:
        return lay_out(state, width, height)

    def paint_chart(self, painter: QPainter, places: TrendLayout) -> None:
        _paint_ground(painter, places)
        _paint_earlier(painter, places)
        _paint_now(painter, places)
        for word in places.words:
            _paint_word(painter, word, "text" if word.strong else "text2")
        if places.pill is not None:
            box = painting.Box(theme.current().tokens("text"), radius=6)
            painting.paint_box(painter, places.pill.rect, box)
            _paint_word(painter, places.pill, "surface")


class TrendLegend(QWidget):
    """Says in words what is drawn how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, gap=18)
        layout.addWidget(_Key("now", self.tr("This cycle")))
        layout.addWidget(_Key("average", self.tr("Average of earlier cycles")))
        layout.addWidget(_Key("range", self.tr("Range of earlier cycles")))


def _average_pen() -> QPen:
    return QPen(theme.current().tokens("sev3"), 2, Qt.PenStyle.DashLine)


def _band_color() -> QColor:
    color = QColor(theme.current().tokens("sev1"))
    color.setAlphaF(0.6)
    return color


def _paint_ground(painter: QPainter, places: TrendLayout) -> None:
    sheet, plot = theme.current(), places.plot
    if places.low_counts is not None:
        painter.fillRect(places.low_counts, sheet.tokens("lowcountSoft"))
        foot = QRectF(places.low_counts)
        foot.setTop(foot.bottom() - 5)
        painter.fillRect(foot, painting.hatch(sheet.tokens("lowcount")))
    painter.setPen(QPen(sheet.tokens("border"), 1))
    painter.drawLines([QLineF(plot.left(), y, plot.right(), y) for y in places.grid])


def _paint_earlier(painter: QPainter, places: TrendLayout) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_band_color())
    for band in places.bands:
        painter.drawPolygon(band)
    if places.low_counts is not None:
        painter.setPen(theme.current().tokens("lowcountText"))
        painter.setFont(theme.current().font("tiny", strong=True))
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        rect = places.low_counts.adjusted(0, 3, 0, 0)
        painter.drawText(rect, int(top), places.low_count_word)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_average_pen())
    for average in places.averages:
        painter.drawPolyline(average)


def _paint_now(painter: QPainter, places: TrendLayout) -> None:
    sheet = theme.current()
    if places.today_x is not None:
        painter.setPen(QPen(sheet.tokens("control"), 1, Qt.PenStyle.DotLine))
        x, plot = places.today_x, places.plot
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(sheet.tokens("text"), 3))
    for line in places.lines:
        painter.drawPolyline(line)
    painter.setBrush(sheet.tokens("surface"))
    painter.setPen(QPen(sheet.tokens("text"), 2))
    for dot in places.dots:
        painter.drawEllipse(dot, sheet.px(_DOT), sheet.px(_DOT))


def _paint_word(painter: QPainter, word: Word, tone: str) -> None:
    sheet = theme.current()
    painter.setFont(sheet.font("tiny", strong=word.strong))
    painter.setPen(sheet.tokens(tone))
    middle = Qt.AlignmentFlag.AlignVCenter
    side = Qt.AlignmentFlag.AlignRight if word.to_the_right else Qt.AlignmentFlag.AlignHCenter
    if word.rect.left() == 0 and not word.to_the_right:
        side = Qt.AlignmentFlag.AlignLeft
    painter.drawText(word.rect, int(middle | side), word.text)


class _Key(QWidget):
    def __init__(self, kind: str, words: str) -> None:
        super().__init__()
        self._kind, self._words = kind, words
        self.setAccessibleName(words)
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        width = painting.text_width(sheet.font("small"), self._words)
        return QSize(
            round(sheet.px(_KEY_WIDTH) + sheet.space(8) + width + 2), sheet.px(_KEY_HEIGHT + 4)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        width, middle = sheet.px(_KEY_WIDTH), self.height() / 2
        line = QLineF(1, middle, width - 1, middle)
        if self._kind == "range":
            painter.fillRect(QRectF(1, middle - 7, width - 2, 14), _band_color())
        else:
            is_now = self._kind == "now"
            painter.setPen(QPen(sheet.tokens("text"), 3) if is_now else _average_pen())
            painter.drawLine(line)
        if self._kind == "now":
            painter.setBrush(sheet.tokens("surface"))
            painter.setPen(QPen(sheet.tokens("text"), 2))
            painter.drawEllipse(line.center(), sheet.px(_DOT), sheet.px(_DOT))
        painter.setFont(sheet.font("small"))
        painter.setPen(sheet.tokens("text2"))
        words = QRectF(self.rect()).adjusted(width + sheet.space(8), 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(left), self._words)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
