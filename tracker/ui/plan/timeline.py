"""The timeline from surgery to the last dose, and its legend."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.plan import timeline_words as words
from tracker.ui.plan.timeline_layout import lay_out
from tracker.ui.plan.timeline_paint import paint_shape, paint_string
from tracker.ui.plan.timeline_parts import Timeline
from tracker.ui.plan.timeline_places import Label, Layout, Shape
from tracker.ui.widgets import painting
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.layouts import empty

_USUAL_WIDTH, _LEAST_WIDTH = 900, 280
_UNDER_EVERYTHING = ("delay", "window")


class TimelineChart(QWidget):
    """Draws a `Timeline`; a screen reader gets the same in sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Timeline | None = None
        self._layouts: dict[int, Layout] = {}
        self.setAccessibleName(self.tr("Treatment timeline"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._restyle)

    def show_timeline(self, state: Timeline) -> None:
        """Draw another timeline."""
        if state == self._state:
            return
        self._state = state
        self.setAccessibleDescription(words.description(state))
        self._restyle()

    @property
    def places(self) -> Layout | None:
        """Where everything is now; None before there is something to show."""
        return None if self._state is None else self._lay_out(self._state, self.width())

    def sizeHint(self) -> QSize:
        width = theme.current().px(_USUAL_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, theme.current().px(120))

    def heightForWidth(self, width: int) -> int:
        if self._state is None:
            return 0
        return round(self._lay_out(self._state, max(width, _LEAST_WIDTH)).height + 1)

    def _lay_out(self, state: Timeline, width: int) -> Layout:
        """Return the layout for a width; a page asks for several before it settles."""
        if width not in self._layouts:
            self._layouts[width] = lay_out(state, width)
        return self._layouts[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        places = self.places
        if places is None:
            return
        painter = painting.begin(self)
        self._paint_grid(painter, places)
        for start, end, what in places.strings:
            paint_string(painter, start, end, what)
        for shape in places.shapes:
            if shape.what in _UNDER_EVERYTHING:
                paint_shape(painter, shape)
        self._paint_today_line(painter, places)
        for shape in places.shapes:
            if shape.what not in _UNDER_EVERYTHING:
                paint_shape(painter, shape)
        for label in places.labels:
            _paint_label(painter, label)
        _paint_pill(painter, places.pill)

    def _paint_grid(self, painter: QPainter, places: Layout) -> None:
        painter.setPen(QPen(theme.current().tokens("grid"), 1))
        bottom = places.height
        painter.drawLines([QLineF(x, places.lines_top, x, bottom) for x in places.month_lines])

    def _paint_today_line(self, painter: QPainter, places: Layout) -> None:
        painter.setPen(QPen(theme.current().tokens("text"), 2))
        x = places.today_x
        painter.drawLines([QLineF(x, places.pill.bottom(), x, places.height)])

    def _restyle(self) -> None:
        self._layouts.clear()
        self.updateGeometry()
        self.update()


def _paint_label(painter: QPainter, label: Label) -> None:
    sheet = theme.current()
    if label.halo:
        painter.fillRect(label.rect.adjusted(-2, 0, 2, 0), sheet.tokens("surface"))
    painter.setFont(sheet.font("tiny", strong=label.strong))
    painter.setPen(sheet.tokens(label.tone))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(label.rect, int(flags), label.text)


def _paint_pill(painter: QPainter, rect: QRectF) -> None:
    sheet = theme.current()
    painting.paint_box(painter, rect, painting.Box(sheet.tokens("text"), radius=rect.height() / 2))
    painter.setFont(sheet.font("tiny", strong=True))
    painter.setPen(sheet.tokens("surface"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words.today())


class _Mark(QWidget):
    """One mark of the legend with its words."""

    def __init__(self, what: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._label = what, label
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        width = painting.text_width(sheet.font("small"), self._label)
        return QSize(sheet.px(28) + round(width) + 2, sheet.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        paint_shape(painter, Shape(self._what, self._mark_rect()))
        painter.setFont(sheet.font("small"))
        painter.setPen(sheet.tokens("text2"))
        words_rect = QRectF(self.rect()).adjusted(sheet.px(28), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words_rect, int(flags), self._label)

    def _mark_rect(self) -> QRectF:
        px = theme.current().px
        sizes = {"window": (22, 8), "tablets": (22, 10), "surgery": (20, 20)}
        round_or_wide = (18, 18) if self._what.startswith("scan") else (22, 14)
        width, height = sizes.get(self._what, round_or_wide)
        rect = QRectF(0, 0, px(width), px(height))
        rect.moveCenter(QRectF(0, 0, px(22), self.height()).center())
        return rect

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class TimelineLegend(QWidget):
    """What the marks mean, in words, in a row that wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[tuple[str, str], ...] = ()
        self._row = FlowLayout(self, gap=10)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_marks(self, marks: tuple[tuple[str, str], ...]) -> None:
        """Show these marks, each with its words."""
        if marks == self._marks:
            return
        self._marks = marks
        empty(self._row)
        for what, label in marks:
            self._row.addWidget(_Mark(what, label))
        self.updateGeometry()
