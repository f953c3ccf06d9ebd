"""The weeks of one month as a table for Qt."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.ui import text
from tracker.ui.plan.calendar_words import spoken_day
from tracker.ui.plan.month_state import CalendarDay

Index = QModelIndex | QPersistentModelIndex
DAY_ROLE = int(Qt.ItemDataRole.UserRole)
_DAYS_OF_A_WEEK = 7
_NOWHERE = QModelIndex()


class CalendarModel(QAbstractTableModel):
    """Seven columns, one row for each week; the cell's day is under `DAY_ROLE`."""

    def __init__(self, first_weekday: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_weekday = first_weekday
        self._weeks: tuple[tuple[CalendarDay, ...], ...] = ()

    @property
    def first_weekday(self) -> int:
        """The weekday of the first column, 0 is Monday."""
        return self._first_weekday

    def show_weeks(self, weeks: tuple[tuple[CalendarDay, ...], ...]) -> None:
        """Show another month."""
        self.beginResetModel()
        self._weeks = weeks
        self.endResetModel()

    def day_at(self, index: Index) -> CalendarDay | None:
        """Return the day of a cell; None outside the table."""
        if not index.isValid():
            return None
        return self._weeks[index.row()][index.column()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _DAYS_OF_A_WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day_at(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.on.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_day(day)
        return day if role == DAY_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return text.weekday_short((self._first_weekday + section) % _DAYS_OF_A_WEEK)
