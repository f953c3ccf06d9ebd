"""The table of all entries with its search and filter."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tracker.ui import theme
from tracker.ui.history.table_state import EntryRow
from tracker.ui.text import short_day
from tracker.ui.widgets.page_scroll import ScrollBar

AnyIndex = QModelIndex | QPersistentModelIndex

_ROW, _HEIGHT = 44, 460
_SHARES = (0.16, 0.2, 0.34, 0.18, 0.12)


class EntryTableModel(QAbstractTableModel):
    """Entries as rows: day, what, value, note, who."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[EntryRow, ...] = ()
        self._headers = (
            self.tr("Day"),
            self.tr("What"),
            self.tr("Answer"),
            self.tr("Note"),
            self.tr("Who wrote it"),
        )

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Take the place of what was shown before."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }
        if not index.isValid() or role not in shown:
            return None
        row = self.rows[index.row()]
        values = (f"{short_day(row.day)} {row.day.year}", row.what, row.value, row.note, row.by)
        return values[index.column()].replace("\n", " ")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return self._headers[section]


class EntryTable(QTableView):
    """Shows the rows; plain text, moved through by arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = EntryTableModel(self)
        self.setModel(self.entries)
        self.setAccessibleName(self.tr("All entries, newest first"))
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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, int(self.viewport().width() * share))

    def _restyle(self) -> None:
        sheet = theme.current()
        self.setFont(sheet.font("small"))
        self.horizontalHeader().setFont(sheet.font("small", strong=True))
        self.verticalHeader().setDefaultSectionSize(sheet.px(_ROW))
        self.setFixedHeight(sheet.px(_HEIGHT))
