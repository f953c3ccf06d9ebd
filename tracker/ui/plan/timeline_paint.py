"""How each mark of the timeline and its legend is drawn."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from tracker.ui import icons, theme
from tracker.ui.plan.timeline_places import Shape
from tracker.ui.widgets import painting
from tracker.ui.widgets.hatching import paint_hatch

_RADIUS = 8.0


def paint_shape(painter: QPainter, shape: Shape) -> None:
    """Draw one mark.

    Raises:
        KeyError: Nobody has said how this mark looks.
    """
    _PAINTERS[shape.what](painter, shape)


def paint_string(painter: QPainter, start: QPointF, end: QPointF, what: str) -> None:
    """Draw the line that doses hang on, or the dotted one of a wait."""
    sheet = theme.current()
    if what == "dotted":
        pen = QPen(sheet.tokens("control"), sheet.px(1.5), Qt.PenStyle.DotLine)
    else:
        pen = QPen(sheet.tokens("border"), sheet.px(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLines([QLineF(start, end)])


def _given(painter: QPainter, shape: Shape) -> None:
    _fill(painter, shape.rect, "primary")
    _number(painter, shape, "onPrimary")


def _current(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    radius = _radius(shape.rect)
    box = painting.Box(tokens("primarySoft"), tokens("primary"), 2, radius)
    painting.paint_box(painter, shape.rect, box)
    path = QPainterPath()
    path.addRoundedRect(shape.rect, radius, radius)
    painter.save()
    painter.setClipPath(path)
    done = QRectF(shape.rect)
    done.setWidth(shape.rect.width() * shape.fraction)
    painter.fillRect(done, tokens("primary"))
    painter.restore()
    if not shape.label:
        return
    half = min(theme.current().px(12), shape.rect.width() / 2, shape.rect.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens("surface"))
    painter.drawEllipse(shape.rect.center(), half, half)
    _number(painter, shape, "text")


def _planned(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    box = painting.Box(tokens("surface"), tokens("primary"), 2, _radius(shape.rect), dashed=True)
    painting.paint_box(painter, shape.rect, box)
    _number(painter, shape, "primary")


def _omitted(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    box = painting.Box(tokens("surface2"), tokens("control"), 1.5, _radius(shape.rect))
    painting.paint_box(painter, shape.rect, box)
    inner = shape.rect.adjusted(4, 4, -4, -4)
    painter.setPen(QPen(tokens("control"), 1.5))
    painter.drawLines([QLineF(inner.bottomLeft(), inner.topRight())])
    if shape.label:
        disc = theme.current().px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens("surface2"))
        painter.drawEllipse(shape.rect.center(), disc, disc)
    _number(painter, shape, "text2")


def _delay(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    path = QPainterPath()
    path.addRoundedRect(shape.rect, 5, 5)
    painter.fillPath(path, tokens("lowcountSoft"))
    paint_hatch(painter, path, shape.rect, tokens("lowcount"))


def _window(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    box = painting.Box(tokens("primarySoft"), tokens("primary"), 1.2, shape.rect.height() / 2)
    painting.paint_box(painter, shape.rect, box)


def _surgery(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens("text2"))
    painter.drawEllipse(shape.rect)
    inset = shape.rect.width() * 0.22
    icon = shape.rect.adjusted(inset, inset, -inset, -inset)
    icons.draw(painter, "surgery", tokens("surface"), icon)


def _radiotherapy(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    box = painting.Box(tokens("radiationSoft"), tokens("radiation"), 2, _radius(shape.rect))
    painting.paint_box(painter, shape.rect, box)
    side = min(shape.rect.width(), shape.rect.height()) * 0.56
    rect = QRectF(0, 0, side, side)
    rect.moveCenter(shape.rect.center())
    icons.draw(painter, "radiotherapy", tokens("radiation"), rect)


def _tablets(painter: QPainter, shape: Shape) -> None:
    tokens = theme.current().tokens
    radius = shape.rect.height() / 2
    box = painting.Box(tokens("primarySoft"), tokens("primary"), 2, radius)
    painting.paint_box(painter, shape.rect, box)


def _tablets_open(painter: QPainter, shape: Shape) -> None:
    _tablets(painter, shape)
    side = shape.rect.height()
    end = QRectF(shape.rect.right() - side * 1.4, shape.rect.top(), side, side)
    icons.draw(painter, "arrow-right", theme.current().tokens("primary"), end)


def _dot_given(painter: QPainter, shape: Shape) -> None:
    painter.setPen(QPen(theme.current().tokens("surface"), 1.5))
    painter.setBrush(theme.current().tokens("primary"))
    painter.drawEllipse(shape.rect)


def _dot_planned(painter: QPainter, shape: Shape) -> None:
    width = min(2.2, shape.rect.width() / 4)
    painter.setPen(QPen(theme.current().tokens("primary"), width))
    painter.setBrush(theme.current().tokens("surface"))
    inset = width / 2
    painter.drawEllipse(shape.rect.adjusted(inset, inset, -inset, -inset))


def _dot_omitted(painter: QPainter, shape: Shape) -> None:
    painter.setPen(QPen(theme.current().tokens("control"), min(2.2, shape.rect.width() / 4)))
    painter.setBrush(theme.current().tokens("surface"))
    painter.drawEllipse(shape.rect.adjusted(1, 1, -1, -1))
    painter.drawLines([QLineF(shape.rect.bottomLeft(), shape.rect.topRight())])


def _scan(icon: str, token: str) -> Callable[[QPainter, Shape], None]:
    def paint(painter: QPainter, shape: Shape) -> None:
        if icon == "heart":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(theme.current().tokens("surface")))
            painter.drawEllipse(shape.rect.adjusted(3, 3, -3, -3))
        icons.draw(painter, icon, theme.current().tokens(token), shape.rect)

    return paint


def _fill(painter: QPainter, rect: QRectF, token: str) -> None:
    color = theme.current().tokens(token)
    painting.paint_box(painter, rect, painting.Box(color, radius=_radius(rect)))


def _radius(rect: QRectF) -> float:
    return min(_RADIUS, rect.width() / 3, rect.height() / 3)


def _number(painter: QPainter, shape: Shape, token: str) -> None:
    if not shape.label:
        return
    painter.setPen(theme.current().tokens(token))
    painter.setFont(theme.current().font("small", strong=True))
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
    painter.drawText(shape.rect, flags, shape.label)


_PAINTERS: dict[str, Callable[[QPainter, Shape], None]] = {
    "block-given": _given,
    "block-current": _current,
    "block-planned": _planned,
    "block-omitted": _omitted,
    "given": _given,
    "planned": _planned,
    "omitted": _omitted,
    "delay": _delay,
    "window": _window,
    "surgery": _surgery,
    "radiotherapy": _radiotherapy,
    "tablets": _tablets,
    "tablets-open": _tablets_open,
    "dot-given": _dot_given,
    "dot-current": _dot_planned,
    "dot-planned": _dot_planned,
    "dot-omitted": _dot_omitted,
    "scan-done": _scan("heart-filled", "heart"),
    "scan-planned": _scan("heart", "heart"),
    "scan-late": _scan("heart", "warnText"),
}
