"""One week of a diary page as a table: what each cell and header shows, and how it is drawn."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from tracker.ui import theme
from tracker.ui.history.page_rows import TEXT_ROWS
from tracker.ui.history.page_sheet import DAYS_OF_A_WEEK, SKIP, PageSheet
from tracker.ui.history.plain_table import AnyIndex
from tracker.ui.text import weekday_short
from tracker.ui.widgets import painting

_GAP = 2
_BESIDE_TEXT = 6


class PageGridModel(QAbstractTableModel):
    """One week of a `PageSheet`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: PageSheet | None = None
        self._week = 0
        self._narrow = False

    def show_week(self, sheet: PageSheet, week: int) -> None:
        """Take the place of what was shown before."""
        self.beginResetModel()
        self.sheet, self._week = sheet, week
        self.endResetModel()

    def day(self, column: int) -> date:
        """Return the day of a column.

        Raises:
            IndexError: Nothing is shown yet.
        """
        if self.sheet is None:
            raise IndexError(column)
        return self.sheet.day_at(self._week, column)

    def word(self, row: int) -> str:
        """Return the word of a row for one's own."""
        return "" if self.sheet is None else self.sheet.own_word(row)

    def set_narrow(self, *, on: bool) -> None:
        """Head the columns with three short lines instead of two longer ones."""
        if on != self._narrow:
            self._narrow = on
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DAYS_OF_A_WEEK - 1)

    def touched(self, index: AnyIndex) -> None:
        """Say that a cell shows something else."""
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or self.sheet is None else self.sheet.rows

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or self.sheet is None else DAYS_OF_A_WEEK

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.sheet is None or not index.isValid():
            return None
        day = self.day(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.sheet.text(index.row(), day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sheet.spoken(index.row(), day)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        names = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role not in names or self.sheet is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.sheet.name(section)
        number = self._week * DAYS_OF_A_WEEK + section + 1
        day = self.day(section)
        weekday = weekday_short(day.weekday())
        if self._narrow:
            return f"{number}\n{weekday}\n{day.day}"
        return self.tr("Day {n}").format(n=number) + f"\n{weekday} {day.day}"


class PageCellPainter(QStyledItemDelegate):
    """Typed now: filled; in the diary already: outlined; still to come: hatched."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, PageGridModel)  # noqa: S101 - the view is given no other model
        if model.sheet is None:
            return
        sheet, page, day = theme.current(), model.sheet, model.day(index.column())
        text, is_new = page.text(index.row(), day), page.is_new(index.row(), day)
        is_text = page.kind(index.row()) in TEXT_ROWS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        ink = sheet.tokens("text")
        if not page.is_open(day):
            painter.fillRect(rect, painting.hatch(sheet.tokens("border")))
        elif is_new and not is_text and text != SKIP:
            fill, ink = sheet.severity(int(text))
            painting.paint_box(painter, rect, painting.Box(fill, sheet.tokens("control"), 1, 6))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            style = Qt.PenStyle.SolidLine if text else Qt.PenStyle.DotLine
            painter.setPen(QPen(sheet.tokens("control"), 1, style))
            painter.drawRoundedRect(rect, 6, 6)
        font = sheet.font("tiny" if is_text else "body", strong=is_new)
        if is_text:
            room = rect.width() - _BESIDE_TEXT
            text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index:
            outline = painting.Box(outline=sheet.tokens("focus"), width=3, radius=6)
            painting.paint_box(painter, rect, outline)
