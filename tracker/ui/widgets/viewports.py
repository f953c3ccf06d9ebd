"""What a scrolling area shows its content in, made so that asking for it costs nothing."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QWidget


def own_viewport(
    area: QAbstractScrollArea, role: QPalette.ColorRole = QPalette.ColorRole.Base
) -> None:
    """Put a viewport of ours into an area, before anything else is put in.

    The one that Qt makes has no Python object. Whoever first meets it, by `viewport` or as the
    parent of what has the keyboard, waits 25 to 35 ms for PySide to find out what it is: it
    creates every type of widget there is and all their enumerations.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(role)
    viewport.setAutoFillBackground(True)
    viewport.setMouseTracking(isinstance(area, QHeaderView))  # as Qt's own does
    area.setViewport(viewport)
