"""A table of words: rows are moved through by arrow keys, columns share the width."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.page_scroll import ScrollBar
from tracker.ui.widgets.viewports import own_viewport

AnyIndex = QModelIndex | QPersistentModelIndex

_ROW, _HEIGHT, _ICON = 44, 460, 18
_AROUND_WORDS = 12


class PlainTable(QTableView):
    """Shows rows of text that nobody can change.

    Signals:
        row_read: Another row is current; carries all its words, also those cut off in a cell.
    """

    row_read = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self._shares: tuple[float, ...] = ()
        self._whole: dict[int, str] = {}
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollBar(ScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def share_width(self, shares: Sequence[float]) -> None:
        """Give each column its part of the width; parts of 0 hide a column."""
        self._shares = tuple(shares)
        for column, share in enumerate(self._shares):
            self.setColumnHidden(column, not share)
        self._spread()

    def keep_whole(self, widest: Mapping[int, str]) -> None:
        """Never cut these columns of short words; the others share what they leave them."""
        self._whole = dict(widest)
        self._spread()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_read.emit(self._words_of(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _words_of(self, row: int) -> str:
        model = self.model()
        cells = (model.index(row, column).data() for column in range(model.columnCount()))
        return " · ".join(str(each) for each in cells if each)

    def _spread(self) -> None:
        room, font = self.viewport().width(), theme.current().font("small")
        around = theme.current().space(_AROUND_WORDS)
        fixed = {
            column: min(round(painting.text_width(font, widest)) + around, room // 2)
            for column, widest in self._whole.items()
        }
        whole = sum(share for column, share in enumerate(self._shares) if column not in fixed)
        left = room - sum(fixed.values())
        for column, share in enumerate(self._shares):
            if share:
                self.setColumnWidth(column, fixed.get(column, int(left * share / (whole or 1))))

    def _restyle(self) -> None:
        sheet = theme.current()
        self.setFont(sheet.font("small"))
        self.horizontalHeader().setFont(sheet.font("small", strong=True))
        self.verticalHeader().setDefaultSectionSize(sheet.px(_ROW))
        self.setIconSize(QSize(sheet.px(_ICON), sheet.px(_ICON)))
        self.setFixedHeight(sheet.px(_HEIGHT))
