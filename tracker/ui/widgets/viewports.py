"""What a scrolling area shows its content in, and how a part of it comes into sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

if (
    TYPE_CHECKING
):  # naming the class would make the types of its enumerations before the first paint
    from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea


def own_viewport(
    area: "QAbstractScrollArea",
    role: QPalette.ColorRole = QPalette.ColorRole.Base,
    *,
    tracks_mouse: bool = False,
) -> None:
    """Put a viewport of ours into an area, before anything else is put in.

    The one that Qt makes has no Python object. Whoever first meets it, by `viewport` or as the
    parent of what has the keyboard, waits 25 to 35 ms for PySide to find out what it is: it
    creates every type of widget there is and all their enumerations.

    Args:
        area: What scrolls.
        role: The background that Qt's own viewport has there.
        tracks_mouse: Whether Qt's own hears of a mouse without a button; that of a header does.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(role)
    viewport.setAutoFillBackground(True)
    viewport.setMouseTracking(tracks_mouse)
    area.setViewport(viewport)


def bring_into_sight(area: "QScrollArea", used: QWidget, margin: int) -> None:
    """Scroll until all of a widget can be seen, where the area is high enough for it.

    Qt brings no more into sight than the line with the cursor, or the chosen cell: what is typed
    next would be under the edge.

    Args:
        area: What scrolls.
        used: Somewhere in the area.
        margin: In px, above and below.
    """
    content = area.widget()
    if used.height() + margin > area.viewport().height() or content is None:
        area.ensureWidgetVisible(used, 0, margin)
        return
    top = used.mapTo(content, QPoint(0, 0))
    for y in (top.y() + used.height(), top.y()):
        area.ensureVisible(top.x(), y, 0, margin)
