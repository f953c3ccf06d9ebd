"""The key of the severity colors: square, number and word together."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.history.heat_state import SKIPPED
from tracker.ui.history.state import SEVERITY_WORDS
from tracker.ui.widgets import painting
from tracker.ui.widgets.flow_layout import FlowLayout

_SQUARE = 22


class SeverityLegend(QWidget):
    """None to very severe, rather not say, and not answered, in a row that wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, gap=14)
        for severity, word in enumerate(SEVERITY_WORDS):
            layout.addWidget(_Key(severity, word.capitalize()))
        layout.addWidget(_Key(None, self.tr("Rather not say"), SKIPPED))
        layout.addWidget(_Key(None, self.tr("Not answered")))


class _Key(QWidget):
    def __init__(self, severity: int | None, word: str, sign: str = "") -> None:
        super().__init__()
        self._severity, self._word, self._sign = severity, word, sign
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        width = painting.text_width(sheet.font("small"), self._word)
        return QSize(round(sheet.px(_SQUARE) + sheet.space(8) + width + 2), sheet.px(_SQUARE + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        side = sheet.px(_SQUARE)
        square = QRectF(1, (self.height() - side) / 2, side, side)
        if self._severity is None:
            painter.setPen(QPen(sheet.tokens("control"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(square, 6, 6)
            painter.setFont(sheet.font("tiny", strong=True))
            painter.setPen(sheet.tokens("text2"))
            painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), self._sign)
        else:
            fill, text = sheet.severity(self._severity)
            outline = sheet.tokens("control") if self._severity == 0 else None
            painting.paint_box(painter, square, painting.Box(fill, outline, radius=6))
            painter.setFont(sheet.font("tiny", strong=True))
            painter.setPen(text)
            painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), str(self._severity))
        painter.setFont(sheet.font("small"))
        painter.setPen(sheet.tokens("text2"))
        words = QRectF(self.rect()).adjusted(side + sheet.space(8), 0, 0, 0)
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._word
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
