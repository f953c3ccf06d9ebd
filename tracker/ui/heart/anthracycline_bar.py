"""The total of anthracyclines as a bar against the totals that texts name."""

from decimal import Decimal

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.heart.anthracycline_state import Anthracycline
from tracker.ui.widgets import painting
from tracker.ui.widgets.chart import Room
from tracker.ui.widgets.hatching import paint_hatch

_BAR, _LINE, _RADIUS = 22, 20, 8
_BEYOND = Decimal("1.08")


class AnthracyclineBar(QWidget):
    """A filled bar; from the lowest limit of the label on it is hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Anthracycline | None = None
        self.setAccessibleName(self.tr("Anthracycline total"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    def show_total(self, state: Anthracycline) -> None:
        """Show another total."""
        self._state = state
        self.setAccessibleDescription(f"{self._so_far()}. {self._limit_words()}")
        self._restyle()

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(320), px(_BAR) + px(6) + 3 * px(_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(150), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        state, sheet = self._state, theme.current()
        if state is None or not state.limits:
            return
        painter = painting.begin(self)
        bar = QRectF(0, 0, self.width(), sheet.px(_BAR))
        painting.paint_box(painter, bar, painting.Box(sheet.tokens("surface2"), radius=_RADIUS))
        whole = max(state.limits[-1].mg_m2 * _BEYOND, (state.mg_m2 or Decimal(0)) * _BEYOND)
        limit_x = bar.width() * float(self._limit() / whole)
        path = QPainterPath()
        path.addRoundedRect(bar, _RADIUS, _RADIUS)
        beyond = QRectF(limit_x, 0, bar.width() - limit_x, bar.height())
        paint_hatch(painter, path, beyond, sheet.tokens("lowcount"))
        if state.mg_m2:
            done = QRectF(bar)
            done.setWidth(max(2.0 * _RADIUS, bar.width() * float(state.mg_m2 / whole)))
            painting.paint_box(painter, done, painting.Box(sheet.tokens("heart"), radius=_RADIUS))
        painter.setPen(QPen(sheet.tokens("text2"), 1))
        marks = [bar.width() * float(limit.mg_m2 / whole) for limit in state.limits]
        painter.drawLines([QLineF(x, 0, x, bar.bottom()) for x in marks])
        painter.setPen(QPen(sheet.tokens("warnText"), 2))
        painter.drawLines([QLineF(limit_x, 0, limit_x, bar.bottom())])
        self._paint_totals(painter, bar, whole)
        self._paint_words(painter, bar)

    def _paint_totals(self, painter: QPainter, bar: QRectF, whole: Decimal) -> None:
        """Write under each mark which total it is, as far as there is room; limits come first."""
        sheet = theme.current()
        painter.setFont(sheet.font("tiny"))
        painter.setPen(sheet.tokens("text2"))
        room, limits = Room(), self._state.limits if self._state else ()
        for limit in sorted(limits, key=lambda each: not each.is_limit):
            words = f"{limit.mg_m2:f}"
            width = room.plain.horizontalAdvance(words) + sheet.px(8)
            x = bar.width() * float(limit.mg_m2 / whole) - width / 2
            left = min(max(0.0, x), bar.width() - width)
            place = QRectF(left, bar.bottom() + sheet.px(2), width, sheet.px(_LINE))
            if room.is_free(place):
                room.take(place)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_words(self, painter: QPainter, bar: QRectF) -> None:
        sheet = theme.current()
        painter.setFont(sheet.font("small", strong=True))
        painter.setPen(sheet.tokens("text"))
        line = QRectF(0, bar.bottom() + sheet.px(3 + _LINE), self.width(), sheet.px(_LINE))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), self._so_far())
        painter.setPen(sheet.tokens("warnText"))
        line.translate(0, sheet.px(_LINE))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), self._limit_words())

    def _limit(self) -> Decimal:
        """Return the lowest total that a label calls its limit, else the highest named."""
        limits = self._state.limits if self._state else ()
        named = [limit.mg_m2 for limit in limits if limit.is_limit]
        return named[0] if named else limits[-1].mg_m2

    def _so_far(self) -> str:
        total = self._state.mg_m2 if self._state else None
        if total is None:
            return self.tr("None so far")
        return self.tr("{n} so far").format(n=f"{total.normalize():f}")

    def _limit_words(self) -> str:
        return self.tr("usual limit starts at {n}").format(n=f"{self._limit().normalize():f}")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
