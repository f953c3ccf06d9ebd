"""The values of one blood test as a table: what the chart shows, and what no cycle holds."""

from typing import Any

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

from tracker.ui import text, theme
from tracker.ui.heart import counts_wording as wording
from tracker.ui.heart.counts_state import CountRow
from tracker.ui.widgets.fitted_table import FittedTable

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RESULT = 1
_LEFT_OUT_FIRST = (5, 4, 3, 2)


class CountsModel(QAbstractTableModel):
    """One row for each value, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CountRow, ...] = ()
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._headers = (
            self.tr("Date"),
            self.tr("Result"),
            self.tr("Slip's range"),
            self.tr("Against it"),
            self.tr("Cycle day"),
            self.tr("Noted by"),
        )

    def show_rows(self, rows: tuple[CountRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._shown = tuple(_words(row) for row in rows)
        self.endResetModel()

    def row_at(self, index: Index) -> CountRow | None:
        """Return the value of a cell; None outside the table."""
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
            return theme.current().font("small", strong=index.column() in (0, _RESULT))
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


class CountsTable(FittedTable):
    """Shows all rows at once; the page scrolls, not the table.

    Signals:
        row_chosen: The current row; carries the `CountRow`.
        removal_asked: Delete was pressed on a value; carries the `CountRow`.
    """

    row_chosen = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.counts = CountsModel()
        super().__init__(self.counts, _LEFT_OUT_FIRST, parent)
        self.setAccessibleName(self.tr("All results of this blood test"))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self.row_chosen.emit(self.counts.row_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.counts.row_at(self.currentIndex())
        if row is not None and Qt.Key(event.key()) in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_asked.emit(row)
        else:
            super().keyPressEvent(event)


def _words(row: CountRow) -> tuple[str, ...]:
    return (
        f"{text.short_day(row.on)}{text.NBSP}{row.on.year}",
        wording.value(row),
        wording.slip_range(row.low, row.high),
        wording.against(row.against),
        wording.cycle_day(row),
        row.by,
    )
