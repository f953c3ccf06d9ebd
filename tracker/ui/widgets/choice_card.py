"""A radio button with an explanation, and a check box whose whole row can be clicked."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from tracker.ui import icons, theme
from tracker.ui.widgets import painting

_MARK, _BOX = 20, 24
_GAP, _PADDING = 12, 14
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class ChoiceCard(QRadioButton):
    """One answer with a line that explains it; only one of those in the same parent is chosen."""

    def __init__(self, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._detail = title, detail
        self.setAccessibleName(f"{title}, {detail}" if detail else title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        painting.wrap_by_width(self)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def title(self) -> str:
        """The answer in a few words."""
        return self._title

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        title = painting.text_width(sheet.font("body", strong=True), self._title)
        detail = painting.text_width(sheet.font("small"), self._detail)
        width = round(min(max(title, detail), sheet.px(420))) + 2 + self._around()
        return QSize(width, painting.wrapped_height(self, width))

    def minimumSizeHint(self) -> QSize:
        sheet = theme.current()
        title = painting.widest_word(sheet.font("body", strong=True), self._title)
        detail = painting.widest_word(sheet.font("small"), self._detail)
        return QSize(round(max(title, detail)) + 2 + self._around(), sheet.target())

    def heightForWidth(self, width: int) -> int:
        title, detail = self._heights(width)
        return max(theme.current().target(), round(title + detail) + theme.current().space(22))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        painting.take_new_width(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painting.begin(self)
        tokens = theme.current().tokens
        chosen = self.isChecked()
        fill = "primarySoft" if chosen else "surface2" if self.underMouse() else "surface"
        box = painting.Box(tokens(fill), tokens("primary" if chosen else "control"), 2, 12)
        painting.paint_box(painter, QRectF(self.rect()), box)
        self._paint_mark(painter)
        self._paint_text(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        sheet = theme.current()
        radius = sheet.px(_MARK) / 2
        center = QPointF(sheet.space(_PADDING) + radius, self.height() / 2)
        color = sheet.tokens("primary" if self.isChecked() else "control")
        painter.setPen(QPen(color, 2))
        painter.setBrush(sheet.tokens("surface"))
        painter.drawEllipse(center, radius - 1, radius - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(center, radius * 0.5, radius * 0.5)

    def _paint_text(self, painter: QPainter) -> None:
        sheet = theme.current()
        title, detail = self._heights(self.width())
        left = sheet.space(_PADDING) + sheet.px(_MARK) + sheet.space(_GAP)
        top = (self.height() - title - detail) / 2
        room = self.width() - self._around()
        painter.setFont(sheet.font("body", strong=True))
        painter.setPen(sheet.tokens("text"))
        painter.drawText(QRectF(left, top, room, title), _WRAP, self._title)
        painter.setFont(sheet.font("small"))
        painter.setPen(sheet.tokens("text2"))
        painter.drawText(QRectF(left, top + title, room, detail), _WRAP, self._detail)

    def _heights(self, width: int) -> tuple[float, float]:
        sheet = theme.current()
        room = width - self._around()
        title = painting.text_height(sheet.font("body", strong=True), self._title, room)
        if not self._detail:
            return title, 0.0
        return title, painting.text_height(sheet.font("small"), self._detail, room)

    def _around(self) -> int:
        sheet = theme.current()
        return 2 * sheet.space(_PADDING) + sheet.px(_MARK) + sheet.space(_GAP)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class CheckRow(QCheckBox):
    """A check box whose text wraps."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._shown = text
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        painting.wrap_by_width(self)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        text = min(painting.text_width(sheet.font("body"), self._shown), sheet.px(520))
        width = round(text) + 2 + self._left()
        return QSize(width, painting.wrapped_height(self, width))

    def minimumSizeHint(self) -> QSize:
        sheet = theme.current()
        word = painting.widest_word(sheet.font("body"), self._shown)
        return QSize(max(sheet.target(), round(word) + 2 + self._left()), sheet.target())

    def heightForWidth(self, width: int) -> int:
        sheet = theme.current()
        text = painting.text_height(sheet.font("body"), self._shown, width - self._left())
        return max(sheet.target(), round(text) + sheet.space(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        painting.take_new_width(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        tokens = sheet.tokens
        painter = painting.begin(self)
        side = sheet.px(_BOX)
        square = QRectF(1, (self.height() - side) / 2, side, side)
        if self.isChecked():
            painting.paint_box(painter, square, painting.Box(tokens("primary"), radius=7))
            inset = side * 0.16
            mark = square.adjusted(inset, inset, -inset, -inset)
            icons.draw(painter, "check", tokens("onPrimary"), mark)
        else:
            fill = "surface2" if self.underMouse() else "surface"
            painting.paint_box(painter, square, painting.Box(tokens(fill), tokens("control"), 2, 7))
        painter.setFont(sheet.font("body"))
        painter.setPen(tokens("text" if self.isEnabled() else "text3"))
        left = self._left()
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), _WRAP, self._shown)

    def _left(self) -> int:
        return theme.current().px(_BOX) + theme.current().space(_GAP)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
