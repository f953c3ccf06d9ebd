"""A small rounded label, sometimes hatched."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import icons, theme
from tracker.ui.widgets import painting

Look = Literal["lowcount", "warn", "ok", "info", "primary", "heart", "neutral"]

_COLORS: dict[Look, tuple[str, str | None, str]] = {
    "lowcount": ("lowcountSoft", None, "lowcountText"),
    "warn": ("warnSoft", "warn", "warnText"),
    "ok": ("okSoft", "ok", "okText"),
    "info": ("infoSoft", "info", "infoText"),
    "primary": ("primarySoft", None, "primary"),
    "heart": ("heartSoft", "heart", "heart"),
    "neutral": ("surface2", None, "text2"),
}
_HEIGHT, _PADDING, _ICON = 26, 12, 14


class Pill(QWidget):
    """Says one word or two about what stands beside it."""

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        *,
        look: Look = "neutral",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._icon, self._look = text, icon, look
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self._restyle()

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        words = painting.text_width(sheet.font("small", strong=True), self._text)
        width = round(words) + 2 * sheet.space(_PADDING) + self._icon_room() + 1
        return QSize(width, sheet.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        fill, outline, ink = _COLORS[self._look]
        painter = painting.begin(self)
        rect = QRectF(self.rect())
        line = sheet.tokens(outline) if outline else None
        painting.paint_box(
            painter, rect, painting.Box(sheet.tokens(fill), line, 1, rect.height() / 2)
        )
        left = float(sheet.space(_PADDING))
        if self._look == "lowcount":
            self._paint_hatch(painter, rect)
        if self._icon is not None:
            side = sheet.px(_ICON)
            place = QRectF(left, (rect.height() - side) / 2, side, side)
            icons.draw(painter, self._icon, sheet.tokens(ink), place)
        painter.setFont(sheet.font("small", strong=True))
        painter.setPen(sheet.tokens(ink))
        room = QRectF(left + self._icon_room(), 0, rect.width(), rect.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._text)

    def _paint_hatch(self, painter: QPainter, rect: QRectF) -> None:
        """Hatch only the rim, so that the word stays easy to read."""
        sheet = theme.current()
        radius = rect.height() / 2
        path, middle = QPainterPath(), QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        inner = rect.adjusted(8, 3, -8, -3)
        middle.addRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        painter.fillPath(path.subtracted(middle), painting.hatch(sheet.tokens("lowcount")))

    def _icon_room(self) -> int:
        return 0 if self._icon is None else theme.current().px(_ICON) + theme.current().space(6)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
