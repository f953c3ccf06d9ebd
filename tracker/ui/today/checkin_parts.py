"""Parts of the check-in: the ways to answer a whole day, and the names of parts of the body."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.widgets.buttons import ButtonLook, LinkButton
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import Heading

_ABOVE_GROUP, _BELOW_GROUP = 20, 4
_GAP, _ABOVE_ALONE = 4, 12


class DayButton(LinkButton):
    """Answers the whole day; narrow, so that it stands beside the title."""

    look = ButtonLook("primary", None, "surface2", None, padding=6)


class GroupHeading(Heading):
    """A part of the body; clear of the line under the row above, near the rows it names."""

    def _restyle(self) -> None:
        space = theme.current().space
        self.setContentsMargins(0, space(_ABOVE_GROUP), 0, space(_BELOW_GROUP))
        super()._restyle()


class DayHead(QWidget):
    """The question, and beside it the ways to answer the whole day where there is room.

    Beside the tall buttons the question has room above it; alone on its line it is given some.
    """

    def __init__(self, title: Heading, ways: tuple[DayButton, ...]) -> None:
        super().__init__()
        self._title, self._ways = title, QWidget()
        beside = FlowLayout(self._ways, gap=_GAP)
        for way in ways:
            beside.addWidget(way)
        self._flow = FlowLayout(self, gap=_GAP)
        self._flow.addWidget(title)
        self._flow.addWidget(self._ways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sheet = theme.current()
        needed = self._title.sizeHint().width() + self._ways.sizeHint().width() + sheet.space(_GAP)
        above = sheet.space(_ABOVE_ALONE) if needed > event.size().width() else 0
        self._flow.setContentsMargins(0, above, 0, 0)
