"""Small things that the views of History share."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.flow_layout import FlowLayout

_GAP = 10


def column_of(widget: QWidget) -> QVBoxLayout:
    """Give a widget a column without margins and return it."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.current().space(_GAP))
    return column


def side_by_side(*widgets: QWidget) -> QWidget:
    """Return the widgets in a row that wraps."""
    row = QWidget()
    layout = FlowLayout(row, gap=_GAP)
    for widget in widgets:
        layout.addWidget(widget)
    return row
