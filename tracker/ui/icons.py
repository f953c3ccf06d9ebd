"""Own line icons, drawn from SVG at the size, color and sharpness asked for."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from tracker.resource_files import resource_file

_KEPT_PIXMAPS = 400


@cache
def _source(name: str) -> bytes:
    return resource_file("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=_KEPT_PIXMAPS)
def _render(name: str, color: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first paint can start without it

    side = max(1, round(size * ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    data = _source(name).replace(b"currentColor", color.encode())
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return one icon.

    Args:
        name: A file in `resources/icons`, without its ending.
        color: What `currentColor` becomes.
        size: Width and height in logical pixels.
        ratio: Device pixels per logical pixel of the widget that shows it.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    return _render(name, color.name(), size, ratio)


def icon(name: str, color: QColor, size: int) -> QIcon:
    """Return an icon for Qt's own menus and actions."""
    return QIcon(pixmap(name, color, size, 2.0))


def draw(painter: QPainter, name: str, color: QColor, rect: QRectF) -> None:
    """Draw an icon so that it fills `rect`, sharp on any screen."""
    ratio = painter.device().devicePixelRatioF()
    image = pixmap(name, color, round(rect.width()), ratio)
    painter.drawPixmap(rect.topLeft(), image)
