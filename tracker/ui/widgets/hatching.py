"""Slanted lines as a second cue beside color, strong enough to be seen at any size."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tracker.ui import theme

_STEP, _WIDTH = 6.0, 2.2


def paint_hatch(
    painter: QPainter,
    path: QPainterPath | None,
    rect: QRectF,
    color: QColor,
    *,
    step: float = _STEP,
) -> None:
    """Draw slanted lines over `rect`, inside `path` if any, `step` px (at 100 %) apart."""
    step = theme.current().px(step)
    pen = QPen(color, theme.current().px(_WIDTH) * 0.9)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    lines = []
    x = rect.left() - rect.height()
    while x < rect.right():
        lines.append(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += step
    painter.save()
    if path is not None:
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen)
    painter.drawLines(lines)
    painter.restore()
