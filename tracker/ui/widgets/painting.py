"""Shapes that several painted widgets share."""

from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

_UNBOUNDED = 100_000.0
_BEFORE_DOTS = " …"
# The words of a page or two. Layouts ask again and again for the same ones, and breaking a text
# into lines takes Qt longer than all the rest of such a question.
_KEPT_MEASURES = 2000


class Box(NamedTuple):
    """How a rounded box looks; a color of None is left out."""

    fill: QColor | None = None
    outline: QColor | None = None
    width: float = 1.0
    radius: float = 12.0
    dashed: bool = False


def begin(widget: QWidget) -> QPainter:
    """Return a painter for this paint event; it ends when the event's function returns."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def paint_box(painter: QPainter, rect: QRectF, box: Box) -> None:
    """Draw a rounded box whose outline lies inside `rect`."""
    inset = box.width / 2 if box.outline is not None else 0.0
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(QBrush(box.fill) if box.fill is not None else Qt.BrushStyle.NoBrush)
    if box.outline is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        style = Qt.PenStyle.DashLine if box.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(box.outline, box.width, style))
    painter.drawRoundedRect(inner, box.radius, box.radius)


def hatch(color: QColor, step: float = 6.0) -> QBrush:
    """Return a brush of slanted lines, the second cue of the low-count window and of delays."""
    brush = QBrush(color, Qt.BrushStyle.BDiagPattern)
    brush.setTransform(QTransform.fromScale(step / 8, step / 8))
    return brush


@lru_cache(_KEPT_MEASURES)
def text_height(font: QFont, text: str, width: float) -> float:
    """Return the height of a text that wraps at `width`."""
    bounds = QRectF(0, 0, max(1.0, width), _UNBOUNDED)
    return QFontMetricsF(font).boundingRect(bounds, Qt.TextFlag.TextWordWrap, text).height()


def shortened(font: QFont, text: str, width: float, height: float) -> str:
    """Return a text that wraps within this room, with "…" for what has none."""
    kept, shown = len(text), text
    while kept > 1 and text_height(font, shown, width) > height:
        kept -= 1
        shown = f"{text[:kept].rstrip(_BEFORE_DOTS)}…"
    return shown


@lru_cache(_KEPT_MEASURES)
def text_width(font: QFont, text: str) -> float:
    """Return the width of a text on one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


@lru_cache(_KEPT_MEASURES)
def widest_word(font: QFont, text: str) -> float:
    """Return the least width at which no word has to be cut."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split(" ")), default=0.0)


def wrap_by_width(
    widget: QWidget, horizontal: QSizePolicy.Policy = QSizePolicy.Policy.Preferred
) -> None:
    """Let the layout ask the widget for its height at a width, and give it no more than that.

    Qt gives a widget of fixed height no more than its hint says, whatever `heightForWidth` says.
    So `sizeHint` takes its height from `wrapped_height`, `resizeEvent` calls `take_new_width`.
    """
    policy = QSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


_told: WeakKeyDictionary[QWidget, int] = WeakKeyDictionary()
"""The height that each widget told a layout last."""


def wrapped_height(widget: QWidget, natural_width: int) -> int:
    """Return the height at the width the layout gave, or at the natural one when that is less."""
    given = natural_width
    if widget.testAttribute(Qt.WidgetAttribute.WA_Resized):
        given = min(natural_width, widget.width())
    height = _told[widget] = widget.heightForWidth(given)
    return height


def take_new_width(widget: QWidget, event: QResizeEvent) -> None:
    """Tell the layout in a wrapping widget's `resizeEvent` where its hint is another now.

    Most are as wide as they would like to be: nothing around them need be laid out once more.
    """
    if event.size().width() == event.oldSize().width():
        return
    told = _told.get(widget)
    if told is None or widget.sizeHint().height() != told:
        widget.updateGeometry()
