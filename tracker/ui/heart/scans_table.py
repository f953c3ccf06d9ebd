"""All heart scans as a table: what the chart shows, in words."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from tracker.ui import text, theme
from tracker.ui.heart import wording
from tracker.ui.heart.state import ScanRow
from tracker.ui.widgets.fitted_table import FittedTable

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RESULT = 2
_LEFT_OUT_FIRST = (5, 1, 3)


class ScansModel(QAbstractTableModel):
    """One row for each result and each check to come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ScanRow, ...] = ()
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._headers = (
            self.tr("Date"),
            self.tr("What"),
            self.tr("Result"),
            self.tr("How"),
            self.tr("Change"),
            self.tr("Noted by"),
        )

    def show_rows(self, rows: tuple[ScanRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._shown = tuple(self._words(row) for row in rows)
        self.endResetModel()

    def row_at(self, index: Index) -> ScanRow | None:
        """Return the scan of a cell; None outside the table."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        words = self._shown[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headers[index.column()]}: {words or self.tr('none')}"
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.column())
        return self._color(row) if role == Qt.ItemDataRole.ForegroundRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headers[section]

    def _words(self, row: ScanRow) -> tuple[str, ...]:
        change = "" if row.change_points is None else wording.points(row.change_points)
        return (
            f"{text.short_day(row.on)}{text.NBSP}{row.on.year}",
            wording.row_role(row),
            wording.row_result(row),
            wording.row_method(row),
            change,
            row.by or "",
        )

    def _font(self, column: int) -> QFont:
        return theme.current().font("small", strong=column in (0, _RESULT))

    def _color(self, row: ScanRow) -> QColor:
        tone = "warnText" if row.late else "text" if row.entry_id is not None else "text2"
        return theme.current().tokens(tone)


class ScansTable(FittedTable):
    """Shows all rows at once; the page scrolls, not the table.

    Signals:
        row_chosen: The current row; carries the `ScanRow`.
        removal_asked: Delete was pressed on a result; carries the `ScanRow`.
    """

    row_chosen = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.scans = ScansModel()
        super().__init__(self.scans, _LEFT_OUT_FIRST, parent)
        self.setAccessibleName(self.tr("All heart scans"))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self.row_chosen.emit(self.scans.row_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.scans.row_at(self.currentIndex())
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if row is not None and row.entry_id is not None and Qt.Key(event.key()) in keys:
            self.removal_asked.emit(row)
        else:
            super().keyPressEvent(event)
