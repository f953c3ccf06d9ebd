"""How pages without a diary are laid out: one column that scrolls, no wider than it reads well."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.widgets.page_scroll import PageScroll

_WIDEST = 808


def fill(page: QWidget, parts: Sequence[QWidget]) -> None:
    """Put the parts of a page one below the other."""
    scroll_area = PageScroll(page, max_width=_WIDEST)
    for part in parts:
        scroll_area.column.addWidget(part)
    scroll_area.column.addStretch(1)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scroll_area)
