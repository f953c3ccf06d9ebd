"""The table of all entries, read as far as somebody looks."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.ui import theme
from tracker.ui.history.entry_rows import EntryRow
from tracker.ui.history.plain_table import AnyIndex, PlainTable
from tracker.ui.history.table_state import EntryFeed, EntryFilter, filtered
from tracker.ui.text import short_day
from tracker.ui.widgets import painting

_SHARES = (0.16, 0.2, 0.34, 0.18, 0.12)
_ANSWER, _NOTE, _WRITER = 2, 3, 4
_ALL_FROM_EFF = 560
_WIDE_DAY = date(2026, 9, 30)
_ENOUGH_AT_ONCE = 60
_SEVERITY_ROLE = Qt.ItemDataRole.UserRole
_SQUARE = 24


class EntryTableModel(QAbstractTableModel):
    """Entries as rows: day, what, value, note, who; older ones are read when they are wanted.

    Signals:
        counted: The number of rows, or how far was read, changed.
    """

    counted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[EntryRow, ...] = ()
        self._read: list[EntryRow] = []
        self._feed: EntryFeed | None = None
        self._wanted = EntryFilter()
        self._enough = _ENOUGH_AT_ONCE
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(self._look_on)
        self._headers = (
            self.tr("Day"),
            self.tr("What"),
            self.tr("Answer"),
            self.tr("Note"),
            self.tr("Who wrote it"),
        )

    @property
    def read(self) -> int:
        """How many entries were looked at, shown or not."""
        return len(self._read)

    @property
    def at_end(self) -> bool:
        """Whether everything was looked at."""
        return self._feed is None or self._feed.at_end

    def show_feed(self, feed: EntryFeed) -> None:
        """Begin anew with these entries; the filter stays."""
        self._feed, self._read = feed, []
        self._show_read()

    def narrow(self, wanted: EntryFilter) -> None:
        """Show only what fits, of what was read at once, of the rest as it is read."""
        self._wanted = wanted
        self._show_read()

    def read_everything(self) -> None:
        """Read all that is left; for saving what is shown."""
        while not self.at_end:
            self._look_on()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802 - Qt asks for this name
        return not parent.isValid() and not self.at_end

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: N802 - Qt asks for this name
        if not parent.isValid() and not self._looking.isActive():
            self._enough = len(self.rows) + _ENOUGH_AT_ONCE
            self._look_on()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            values = (f"{short_day(row.day)} {row.day.year}", row.what, row.value, row.note, row.by)
            return values[index.column()].replace("\n", " ")
        if role == _SEVERITY_ROLE and index.column() == _ANSWER:
            return row.severity
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return self._headers[section]

    def _show_read(self) -> None:
        self.beginResetModel()
        self.rows = filtered(self._read, self._wanted)
        self.endResetModel()
        self._enough = _ENOUGH_AT_ONCE
        if len(self.rows) < self._enough and not self.at_end:
            self._look_on()
        else:
            self._looking.stop()
            self.counted.emit()

    def _look_on(self) -> None:
        """Read one piece; go on in the next round until there is enough to show."""
        more = self._feed.read_on() if self._feed is not None else ()
        self._read += more
        fitting = filtered(more, self._wanted)
        if fitting:
            self.beginInsertRows(
                self.index(-1, -1).parent(), len(self.rows), len(self.rows) + len(fitting) - 1
            )
            self.rows += fitting
            self.endInsertRows()
        if self.at_end or len(self.rows) >= self._enough:
            self._looking.stop()
        elif not self._looking.isActive():
            self._looking.start()
        self.counted.emit()


class _AnswerPainter(QStyledItemDelegate):
    """Puts the color and number of a severity in front of its words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        severity = index.data(_SEVERITY_ROLE)
        if not isinstance(severity, int):
            super().paint(painter, option, index)
            return
        sheet = theme.current()
        side = sheet.px(_SQUARE)
        rect = option.rect
        fill, text = sheet.severity(severity)
        square = QRectF(rect.left() + 2, rect.center().y() - side / 2, side, side)
        option.rect = rect.adjusted(side + sheet.space(6), 0, 0, 0)
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_box(painter, square, painting.Box(fill, radius=6))
        painter.setFont(sheet.font("tiny", strong=True))
        painter.setPen(text)
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), str(severity))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        severity = index.data(_SEVERITY_ROLE)
        if isinstance(severity, int):
            option.text = option.text.removeprefix(str(severity)).strip()


class EntryTable(PlainTable):
    """Shows the rows; notes only where there are any, and who wrote where others did as well.

    Where both would leave too little for the answers they go; the chosen row is read out whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("All entries"))
        self.entries = EntryTableModel(self)
        self.setModel(self.entries)
        self.setItemDelegateForColumn(_ANSWER, _AnswerPainter(self))
        self.share_width(_SHARES)
        self.keep_whole({0: f"{short_day(_WIDE_DAY)} {_WIDE_DAY.year}"})
        self.entries.counted.connect(self._fit_columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        rows = self.entries.rows
        has_room = theme.current().eff(self.width()) >= _ALL_FROM_EFF
        noted, several = any(row.note for row in rows), any(row.by for row in rows)
        wanted = {_NOTE: noted and has_room, _WRITER: several and has_room}
        if any(shown is self.isColumnHidden(column) for column, shown in wanted.items()):
            shares = enumerate(_SHARES)
            self.share_width([part if wanted.get(column, True) else 0 for column, part in shares])
