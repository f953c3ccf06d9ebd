"""Who said what: a table with a column for each writer, differences marked by icon and word."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from tracker.services.companion import Companion
from tracker.services.printing import ShownTable
from tracker.ui import icons, theme
from tracker.ui.history.layouts import column_of
from tracker.ui.history.plain_table import AnyIndex
from tracker.ui.history.said_state import SaidRow, SaidRows, SaidState, said_state
from tracker.ui.history.state import Reading
from tracker.ui.history.wrapping_table import WrappingTable
from tracker.ui.text import NBSP, short_day
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel

_ICON = 18
_EMPTY = SaidState((), (), "")


class SaidModel(QAbstractTableModel):
    """Rows of one `SaidState`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = _EMPTY

    def show_state(self, state: SaidState) -> None:
        """Take the place of what was shown before."""
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.writers) + 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.state.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            # Where there is little room the weekday stands above the day.
            day = short_day(row.day).replace(NBSP, " ", 1)
            cells = (day, row.name, *row.answers, row.difference)
            return cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == self.columnCount() - 1:
            return _mark(row)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        headers = (
            self.tr("Day"),
            self.tr("Side effect"),
            *self.state.writers,
            self.tr("Difference"),
        )
        return headers[section]


def _mark(row: SaidRow) -> QIcon | None:
    if row.levels_apart is None:
        return None
    sheet = theme.current()
    name, tone = ("alert", "warnText") if row.levels_apart else ("check", "text2")
    return icons.icon(name, sheet.tokens(tone), sheet.px(_ICON))


class SaidView(QWidget):
    """Shows one cycle; at first the latest in which two people answered."""

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._companion = companion
        self._reading: Reading | None = None
        self._labels: tuple[str, ...] = ()
        self._compared: tuple[int, ...] = ()
        column = column_of(self)
        self._cycle = SelectField(self.tr("Cycle"), [])
        self._cycle.chosen.connect(self._show)
        self._wanted = SegmentedControl(
            self.tr("Show"),
            [
                (SaidRows.BOTH, self.tr("Answered by both")),
                (SaidRows.DIFFERENT, self.tr("Only differences")),
                (SaidRows.ALL, self.tr("Everything")),
            ],
        )
        self._wanted.choose(SaidRows.BOTH)
        self._wanted.chosen.connect(self._show)
        self._sentence = WrappedLabel("", strong=True)
        self._model = SaidModel(self)
        name = self.tr("Who said what, by day, newest first")
        self._table = WrappingTable(name, self._model)
        self._row = WrappedLabel("", "small")
        self._table.row_read.connect(self._row.setText)
        for part in (self._cycle, self._wanted, self._sentence, self._table, self._row):
            column.addWidget(part)
        theme.current().changed.connect(self._table.viewport().update)

    def show_reading(self, reading: Reading) -> None:
        """Show the diary as it was read; the chosen cycle stays while the cycles are the same."""
        self._reading = reading
        days = self._companion.diary.days_of_two_writers()
        self._compared = tuple(
            place
            for place, span in enumerate(reading.spans)
            if any(span.starts_on <= day <= min(span.ends_on, reading.today) for day in days)
        )
        if reading.labels != self._labels:
            self._labels = reading.labels
            self._cycle.editor.clear()
            for place in reversed(range(len(reading.labels))):
                self._cycle.editor.addItem(reading.labels[place], str(place))
            latest = len(reading.labels) - 1
            self._cycle.choose(str(max(self._compared, default=latest)))
        self._show()

    def as_table(self) -> ShownTable:
        """Return the rows that are shown."""
        return self._model.state.as_table()

    def _show(self) -> None:
        if self._reading is None or self._cycle.choice is None:
            return
        chosen = int(self._cycle.choice)
        since, until = self._days(chosen)
        wanted = SaidRows(self._wanted.choice or SaidRows.BOTH)
        elsewhere = [self._labels[place] for place in reversed(self._compared) if place != chosen]
        state = said_state(self._companion, since, until, wanted, elsewhere)
        self._model.show_state(state)
        self._row.setText("")
        self._table.setVisible(bool(state.rows))
        self._sentence.setText(state.sentence)

    def _days(self, place: int) -> tuple[date, date]:
        if self._reading is None:
            return date.max, date.max
        span = self._reading.spans[place]
        return span.starts_on, min(span.ends_on, self._reading.today)
