"""The days of this cycle as blocks: treatment solid, low-count days hatched, the day ringed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.today.cycle_state import StripDay
from tracker.ui.widgets import painting

_BLOCK, _LABEL, _FOOT = 34, 20, 20
_GAP, _RADIUS, _DOT = 4, 8, 5
_NARROWEST_BLOCK = 20
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CycleStrip(QWidget):
    """Draws a cycle of 7, 14, 21, 28 or more days; late days simply go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[StripDay, ...] = ()
        self._chosen_label = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    def show_days(self, days: Sequence[StripDay], chosen_label: str, spoken: str) -> None:
        """Show a cycle.

        Args:
            days: In order, from day 1.
            chosen_label: Written under the opened day, for example "Today".
            spoken: What a screen reader says instead of the picture.
        """
        self._days = tuple(days)
        self._chosen_label = chosen_label
        self.setAccessibleName(spoken)
        self.setVisible(bool(days))
        self.update()

    def fits(self, width: int) -> bool:
        """Return whether the blocks are wide enough to read at this width."""
        return bool(self._days) and theme.current().eff(width) / len(self._days) >= _NARROWEST_BLOCK

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        return QSize(sheet.px(21 * _NARROWEST_BLOCK), sheet.px(_LABEL + _BLOCK + _FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._days:
            return
        painter = painting.begin(self)
        self._paint_band(painter)
        self._paint_treatment_label(painter)
        for index, day in enumerate(self._days):
            self._paint_block(painter, self._block(index), day)
        self._paint_chosen_label(painter)

    def _block(self, index: int) -> QRectF:
        sheet = theme.current()
        gap = sheet.space(_GAP)
        width = (self.width() + gap) / len(self._days)
        return QRectF(index * width, sheet.px(_LABEL), width - gap, sheet.px(_BLOCK))

    def _paint_band(self, painter: QPainter) -> None:
        low = [index for index, day in enumerate(self._days) if day.low_counts]
        if not low:
            return
        sheet = theme.current()
        first, last = self._block(low[0]), self._block(low[-1])
        edge = sheet.space(2)
        band = QRectF(
            first.left() - edge,
            0,
            last.right() - first.left() + 2 * edge,
            first.bottom() + sheet.space(4),
        )
        box = painting.Box(sheet.tokens("lowcountSoft"), radius=_RADIUS)
        painting.paint_box(painter, band, box)
        font = sheet.font("tiny", strong=True)
        text = self.tr("Low-count window")
        if painting.text_width(font, text) > band.width() - 8:
            text = self.tr("Low counts")
        painter.setFont(font)
        painter.setPen(sheet.tokens("lowcountText"))
        painter.drawText(QRectF(band.left(), 0, band.width(), sheet.px(_LABEL)), _CENTER, text)

    def _paint_treatment_label(self, painter: QPainter) -> None:
        sheet = theme.current()
        font = sheet.font("tiny", strong=True)
        painter.setFont(font)
        painter.setPen(sheet.tokens("text2"))
        text = self.tr("Treatment")
        room = self._room_before_the_band()
        if painting.text_width(font, text) <= room:
            painter.drawText(QRectF(0, 0, room, sheet.px(_LABEL)), _LEFT, text)

    def _room_before_the_band(self) -> float:
        for index, day in enumerate(self._days):
            if day.low_counts:
                return self._block(index).left() - theme.current().space(_GAP)
        return float(self.width())

    def _paint_block(self, painter: QPainter, rect: QRectF, day: StripDay) -> None:
        sheet = theme.current()
        ink, strong = "text2", day.chosen or day.treatment
        if day.treatment and not day.chosen:
            solid = day.past
            box = painting.Box(
                sheet.tokens("primary" if solid else "surface"),
                sheet.tokens("primary"),
                1.5,
                _RADIUS,
                dashed=not solid,
            )
            ink = "onPrimary" if solid else "primary"
        elif day.chosen:
            box = painting.Box(sheet.tokens("surface"), sheet.tokens("text"), 2.5, _RADIUS)
            ink = "text"
        elif day.past:
            box = painting.Box(sheet.tokens("primarySoft"), sheet.tokens("border"), 1, _RADIUS)
            ink = "text"
        else:
            box = painting.Box(sheet.tokens("surface"), sheet.tokens("border"), 1, _RADIUS)
        painting.paint_box(painter, rect, box)
        if day.low_counts and not day.past and not day.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(painting.hatch(sheet.tokens("lowcount")))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
            self._paint_number_ground(painter, rect, day.number)
        painter.setFont(
            sheet.font("tiny" if rect.width() < sheet.px(26) else "small", strong=strong)
        )
        painter.setPen(sheet.tokens(ink))
        painter.drawText(rect, _CENTER, str(day.number))
        if day.logged and not day.chosen:
            self._paint_dot(painter, rect)

    def _paint_number_ground(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """Keep the hatch away from the digits so that they stay easy to read."""
        sheet = theme.current()
        metrics = QFontMetricsF(sheet.font("small"))
        width = metrics.horizontalAdvance(str(number)) + sheet.space(4)
        ground = QRectF(0, 0, width, metrics.height() * 0.9)
        ground.moveCenter(rect.center())
        painting.paint_box(painter, ground, painting.Box(sheet.tokens("surface"), radius=4))

    def _paint_dot(self, painter: QPainter, rect: QRectF) -> None:
        sheet = theme.current()
        side = sheet.px(_DOT)
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(rect.center())
        dot.moveTop(rect.bottom() + sheet.px(8))
        if dot.adjusted(-side, 0, side, 0).intersects(self._chosen_area()):
            return  # it would touch the words
        painting.paint_box(painter, dot, painting.Box(sheet.tokens("primary"), radius=side / 2))

    def _chosen_area(self) -> QRectF:
        """Return where the words under the opened day stand; empty where none is opened."""
        sheet = theme.current()
        for index, day in enumerate(self._days):
            if day.chosen:
                rect = self._block(index)
                font = sheet.font("tiny", strong=True)
                width = painting.text_width(font, self._chosen_label) + 2
                left = min(max(0.0, rect.center().x() - width / 2), self.width() - width)
                return QRectF(left, rect.bottom() + sheet.px(2), width, sheet.px(_FOOT))
        return QRectF()

    def _paint_chosen_label(self, painter: QPainter) -> None:
        sheet = theme.current()
        painter.setFont(sheet.font("tiny", strong=True))
        painter.setPen(sheet.tokens("text"))
        painter.drawText(self._chosen_area(), _CENTER, self._chosen_label)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
