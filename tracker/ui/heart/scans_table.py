"""All heart scans as a table: what the chart shows, in words."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tracker.ui import text, theme
from tracker.ui.heart import wording
from tracker.ui.heart.state import ScanRow
from tracker.ui.widgets import painting

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW, _RESULT = 40, 2
_LEFT_OUT_FIRST = (5, 1, 3)


class ScansModel(QAbstractTableModel):
    """One row for each result and each check to come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ScanRow, ...] = ()
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
        words = self._words(row)[index.column()]
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


class _PlainHeader(QHeaderView):
    """Names of the columns without Fusion's frames, over one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(20)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        label = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        sheet = theme.current()
        painter.save()
        painter.setFont(sheet.font("small", strong=True))
        painter.setPen(sheet.tokens("text2"))
        words = QRectF(rect).adjusted(3, 0, -3, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), label)
        painter.setPen(QPen(sheet.tokens("control"), 1.5))
        painter.drawLines([QLineF(rect.bottomLeft(), rect.bottomRight())])
        painter.restore()


class ScansTable(QTableView):
    """Shows all rows at once; the page scrolls, not the table.

    Signals:
        row_chosen: The current row; carries the `ScanRow`.
        removal_asked: Delete was pressed on a result; carries the `ScanRow`.
    """

    row_chosen = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scans = ScansModel(self)
        self.setModel(self.scans)
        self.setAccessibleName(self.tr("All heart scans"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_PlainHeader(self))
        self.scans.modelReset.connect(self._fit)
        theme.current().changed.connect(self._fit)
        self._fit()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave out what matters less until nothing has to be cut, and share the room left."""
        columns = list(range(self.scans.columnCount()))
        needed = [self._needed(column) for column in columns]
        room = self.viewport().width()
        for column in _LEFT_OUT_FIRST:
            if sum(needed[each] for each in columns) > room:
                columns.remove(column)
        spare = max(0, room - sum(needed[each] for each in columns)) // len(columns)
        for column, width in enumerate(needed):
            self.setColumnHidden(column, column not in columns)
            self.setColumnWidth(column, width + spare)

    def _needed(self, column: int) -> int:
        label = str(self.scans.headerData(column, Qt.Orientation.Horizontal))
        head = painting.text_width(theme.current().font("small", strong=True), label)
        return max(self.sizeHintForColumn(column), round(head)) + theme.current().px(8)

    def _fit(self) -> None:
        sheet = theme.current()
        palette = QPalette(self.palette())
        colors = {
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "bg",
            QPalette.ColorRole.Highlight: "primarySoft",
            QPalette.ColorRole.HighlightedText: "text",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.Window: "surface",
        }
        for role, token in colors.items():
            palette.setColor(role, sheet.tokens(token))
        self.setPalette(palette)
        row = sheet.px(_ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight((self.scans.rowCount() + 1) * row)
        self.horizontalHeader().setFixedHeight(row)
        self._fit_columns()
