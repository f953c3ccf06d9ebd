"""The names of the sections: a list beside their cards, or a few lines above them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.nav_button import NavButton

_ICON_ROOM = 56
_GAP = 4
_LIST_BELOW = 1.5
"""How many times the widest name: in less than that the names stand one below the other."""


class SectionButton(NavButton):
    """As wide as icon and name need, so that the list folds before a name is cut."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() + theme.current().px(_ICON_ROOM), hint.height())


class SectionList(QWidget):
    """Places the buttons by its width, in their order."""

    def __init__(self, buttons: Sequence[SectionButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.setParent(self)
        painting.wrap_by_width(self)
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        width = self._widest()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), self._buttons[0].minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1].bottom() + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        painting.take_new_width(self, event)
        self._place()

    def _widest(self) -> int:
        return max(button.minimumSizeHint().width() for button in self._buttons)

    def _places(self, width: int) -> list[QRect]:
        as_list = width < self._widest() * _LIST_BELOW
        gap, left, top = theme.current().space(_GAP), 0, 0
        places = []
        for button in self._buttons:
            hint = button.minimumSizeHint()
            if left and (as_list or left + hint.width() > width):
                left, top = 0, top + hint.height() + gap
            places.append(QRect(left, top, width if as_list else hint.width(), hint.height()))
            left += hint.width() + gap
        return places

    def _place(self) -> None:
        for button, place in zip(self._buttons, self._places(self.width()), strict=True):
            button.setGeometry(place)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
