"""The Tab key goes through a page as the eye does, whenever its parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QLineEdit, QScrollArea, QWidget


def follow_layout(root: QWidget) -> None:
    """Put everything in `root` that can have the keyboard into the order in which it is laid out.

    Qt's own order is the one in which widgets were made. What is hidden now keeps its place; call
    this again when it is shown, or when something new is.
    """
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def first_stop(root: QWidget) -> QWidget | None:
    """Return what the keyboard meets first in `root`; None where nothing can have it."""
    return next(_stops(root), None)


def can_have_keyboard(stop: QWidget) -> bool:
    """Say whether the keyboard can be there now: it is in sight and can be pressed."""
    return stop.isVisible() and stop.isEnabled()


def stops_beside(root: QWidget, gone: QWidget) -> tuple[QWidget | None, QWidget | None]:
    """Return the stops in sight before and after one that is no longer in sight.

    None stands for a side of `root` on which there is none.
    """
    before: QWidget | None = None
    is_past = False
    for stop in _stops(root, hidden=True):
        if stop is gone:
            is_past = True
        elif can_have_keyboard(stop):
            if is_past:
                return before, stop
            before = stop
    return before, None


def _stops(widget: QWidget, *, hidden: bool = False) -> Iterator[QWidget]:
    if widget.isHidden() and not hidden:
        return
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    if not isinstance(widget, QAbstractButton | QLineEdit):
        for child in _children(widget):
            yield from _stops(child, hidden=hidden)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """Yield what is laid out in it, in order; then what it places by itself."""
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        yield from () if content is None else (content,)
        return
    laid = list(_laid_out(widget.layout()))
    yield from laid
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child not in laid and not child.isWindow():
            yield child


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
