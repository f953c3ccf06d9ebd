"""Results as a table: cells are words, a row can be chosen, and taken out by a key."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.widgets.fitted_table import FittedTable

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TAKES_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ResultsModel(QAbstractTableModel):
    """Rows of one kind; a table of its own says what its rows are in words.

    Attributes:
        strong: The columns whose words matter most.
    """

    strong: ClassVar[tuple[int, ...]] = (0,)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = self.headers()
        self._rows: tuple[Any, ...] = ()
        self._shown: tuple[tuple[str, ...], ...] = ()

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        raise NotImplementedError

    def words(self, row: Any) -> tuple[str, ...]:
        """Return the cells of a row, one for each header."""
        raise NotImplementedError

    def tone(self, row: Any) -> str:
        """Return the token of a row's color."""
        del row
        return "text"

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._shown = tuple(self.words(row) for row in rows)
        self.endResetModel()

    def row_at(self, index: Index) -> Any | None:
        """Return the row of a cell; None outside the table."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words = self._shown[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headers[index.column()]}: {words or self.tr('none')}"
        if role == Qt.ItemDataRole.FontRole:
            return theme.current().font("small", strong=index.column() in self.strong)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.current().tokens(self.tone(self._rows[index.row()]))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headers[section]


class ResultsTable(FittedTable):
    """Shows all rows at once; the page scrolls, not the table.

    Signals:
        row_chosen: The current row, None without one.
        removal_asked: Delete was pressed on a row that can be taken out; carries it.
    """

    row_chosen = Signal(object)
    removal_asked = Signal(object)

    def __init__(
        self,
        results: ResultsModel,
        left_out_first: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        self.results = results
        super().__init__(results, left_out_first, parent)

    def can_be_removed(self, row: Any) -> bool:
        """Return whether a row can be taken out."""
        del row
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self.row_chosen.emit(self.results.row_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.results.row_at(self.currentIndex())
        if row is not None and Qt.Key(event.key()) in _TAKES_OUT and self.can_be_removed(row):
            self.removal_asked.emit(row)
        else:
            super().keyPressEvent(event)
