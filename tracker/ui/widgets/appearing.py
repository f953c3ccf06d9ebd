"""What appears in a dialog while it is open is brought into sight, a question above all."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui import theme
from tracker.ui.widgets.field_parts import ErrorLine
from tracker.ui.widgets.page_scroll import PageScroll

_AROUND = 12


class Appearing(QObject):
    """Follows what is shown in a scrolling column.

    What made the column longer is scrolled to where it asks for an answer. What is said of a
    refused answer is scrolled to whatever it is, see `show_all`.
    """

    def __init__(self, area: PageScroll) -> None:
        super().__init__(area)
        self._area = area
        self._before: set[QWidget] | None = None
        area.verticalScrollBar().rangeChanged.connect(self._take_longer)

    def remember(self) -> None:
        """Take what is in the column now for what was always there, but for what is wrong."""
        self._before = {each for each in self._visible() if not isinstance(each, ErrorLine)}

    def show_all(self) -> None:
        """Scroll to everything that came since, and to what has the keyboard if both have room."""
        self._show(self._new())

    def _take_longer(self) -> None:
        self._show(each for each in self._new() if _asks(each))

    def _show(self, new: Iterable[QWidget]) -> None:
        found = list(new)
        if not found:
            return
        self.remember()
        # Where it will stand is known once all is laid out.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        room = self._area.viewport().height() - 2 * theme.current().space(_AROUND)
        wanted = QRect()
        for each in found:
            wanted = wanted.united(self._place(each))
        used = QApplication.focusWidget()
        if used is not None and self._area.viewport().isAncestorOf(used):
            both = wanted.united(self._place(used))
            wanted = both if both.height() <= room else wanted
        around = theme.current().space(_AROUND)
        for y in (wanted.bottom(), wanted.top()):  # what is too high is read from its top
            self._area.ensureVisible(0, y, 0, around)

    def _new(self) -> list[QWidget]:
        before = self._before
        return [] if before is None else [each for each in self._visible() if each not in before]

    def _visible(self) -> list[QWidget]:
        content = self._content()
        return [each for each in content.findChildren(QWidget) if each.isVisibleTo(content)]

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._content(), QPoint(0, 0)), widget.size())

    def _content(self) -> QWidget:
        content = self._area.widget()
        assert content is not None  # noqa: S101 - every such area has one
        return content


def _asks(widget: QWidget) -> bool:
    """Whether the keyboard can go there."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
