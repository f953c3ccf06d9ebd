"""The steps down the left side: done with a check mark, the present one ringed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import icons, theme
from tracker.ui.widgets import painting

_WIDTH, _ROW, _DISC = 228, 48, 30
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class StepList(QWidget):
    """Shows how far one is; it is not pressed."""

    def __init__(
        self, title: str, steps: Sequence[str], footer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._steps, self._footer = title, tuple(steps), footer
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.current().changed.connect(self._restyle)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Mark a step as the present one, and those before it as done."""
        self._current = index
        words = self.tr("Step {number} of {count}: {name}")
        self.setAccessibleName(
            words.format(number=index + 1, count=len(self._steps), name=self._steps[index])
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(_WIDTH), theme.current().px(480))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        painter.fillRect(self.rect(), sheet.tokens("sidebar"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), sheet.tokens("border"))
        self._paint_title(painter)
        for index, name in enumerate(self._steps):
            self._paint_step(painter, index, name)
        last_step = sheet.px(87 + len(self._steps) * _ROW)
        if self.height() - sheet.px(84) < last_step:
            return
        painter.setFont(sheet.font("small"))
        painter.setPen(sheet.tokens("text2"))
        side = sheet.px(20)
        room = QRectF(side, self.height() - sheet.px(84), self.width() - 2 * side, sheet.px(68))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._footer)

    def _paint_title(self, painter: QPainter) -> None:
        sheet = theme.current()
        side = sheet.px(26)
        icons.draw(
            painter,
            "logo",
            sheet.tokens("primary"),
            QRectF(sheet.px(20), sheet.px(20), side, side),
        )
        painter.setFont(sheet.font("h3"))
        painter.setPen(sheet.tokens("text"))
        painter.drawText(
            QRectF(sheet.px(58), sheet.px(18), self.width(), sheet.px(32)), _LEFT, self._title
        )

    def _paint_step(self, painter: QPainter, index: int, name: str) -> None:
        sheet = theme.current()
        radius = sheet.px(_DISC) / 2
        center = QPointF(sheet.px(37), sheet.px(87 + index * _ROW))
        done, present = index < self._current, index == self._current
        painter.setPen(QPen(sheet.tokens("primary" if done or present else "control"), 2))
        painter.setBrush(sheet.tokens("primary" if done else "surface"))
        painter.drawEllipse(center, radius - 1, radius - 1)
        disc = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        if done:
            inset = radius * 0.45
            mark = disc.adjusted(inset, inset, -inset, -inset)
            icons.draw(painter, "check", sheet.tokens("onPrimary"), mark)
        else:
            painter.setFont(sheet.font("small", strong=True))
            painter.setPen(sheet.tokens("text" if present else "text2"))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(index + 1))
        painter.setFont(sheet.font("body", strong=present))
        painter.setPen(sheet.tokens("text" if done or present else "text2"))
        room = QRectF(sheet.px(64), center.y() - radius, self.width(), 2 * radius)
        painter.drawText(room, _LEFT, name)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
