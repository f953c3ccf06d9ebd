"""What a scrolling area shows its content in, made so that asking for it costs nothing."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

if (
    TYPE_CHECKING
):  # naming the class would make the types of its enumerations before the first paint
    from PySide6.QtWidgets import QAbstractScrollArea


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
