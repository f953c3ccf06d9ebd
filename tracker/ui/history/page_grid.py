"""The grid of one week of a diary page: one key per symptom and day."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.ui import theme
from tracker.ui.history.page_name_header import PageNameHeader
from tracker.ui.history.page_sheet import DAYS_OF_A_WEEK, SKIP, PageSheet
from tracker.ui.history.plain_table import AnyIndex
from tracker.ui.text import weekday_short
from tracker.ui.widgets import painting
from tracker.ui.widgets.viewports import own_viewport

_ROW, _HEAD, _HEAD_NARROW, _NAMES = 40, 46, 66, 170
_GAP = 2
_LEAST_SECTION = 8
_NAMES_SHARE = 0.3
_NEXT_ROW = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OTHER_KEYS = "-.,xX+ "
_TAKE_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


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
        """Return the day of a column."""
        if self.sheet is None:
            raise IndexError(column)
        return self.sheet.day_at(self._week, column)

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


class _CellPainter(QStyledItemDelegate):
    """Typed now: filled; in the diary already: outlined; still to come: hatched."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, PageGridModel)  # noqa: S101 - the view is given no other model
        if model.sheet is None:
            return
        sheet, page, day = theme.current(), model.sheet, model.day(index.column())
        text, is_new = page.text(index.row(), day), page.is_new(index.row(), day)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        ink = sheet.tokens("text")
        if not page.is_open(day):
            painter.fillRect(rect, painting.hatch(sheet.tokens("border")))
        elif is_new and text != SKIP:
            fill, ink = sheet.severity(int(text))
            painting.paint_box(painter, rect, painting.Box(fill, sheet.tokens("control"), 1, 6))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            style = Qt.PenStyle.SolidLine if text else Qt.PenStyle.DotLine
            painter.setPen(QPen(sheet.tokens("control"), 1, style))
            painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(sheet.font("body", strong=is_new))
        painter.setPen(ink)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index:
            outline = painting.Box(outline=sheet.tokens("focus"), width=3, radius=6)
            painting.paint_box(painter, rect, outline)


class PageGrid(QTableView):
    """Digits 0 to 4 answer and go on to the right, `-` is "rather not say", Enter begins a row.

    In the last row `x` ticks a temperature that came after a fever medicine.

    Signals:
        typed: Something was typed or taken back.
    """

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self._model = PageGridModel(self)
        self.setVerticalHeader(PageNameHeader(self))
        self.setModel(self._model)
        self.setItemDelegate(_CellPainter(self))
        self.setAccessibleName(self.tr("One week of the page: side effects by day"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            header.setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(_LEAST_SECTION)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_week(self, sheet: PageSheet, week: int) -> None:
        """Show one week and stand on its first cell."""
        self._model.show_week(sheet, week)
        self._restyle()
        self.setCurrentIndex(self._model.index(0, 0))

    def show_again(self) -> None:
        """Show what the sheet holds now, and tell."""
        self.viewport().update()
        self.typed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, sheet = self.currentIndex(), self._model.sheet
        if sheet is None or not index.isValid():
            super().keyPressEvent(event)
            return
        if event.key() in _NEXT_ROW:
            self._go_to_row(index.row() + 1)
        elif event.key() in _TAKE_BACK:
            sheet.erase(index.row(), self._model.day(index.column()))
            self._tell(index)
        elif len(event.text()) == 1 and (event.text().isdigit() or event.text() in _OTHER_KEYS):
            self._press(sheet, index, event.text())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.viewport().update()
        self._keep_in_sight(current)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        height = self._model.rowCount() * sheet.px(_ROW) + self.horizontalHeader().height() + 2
        return QSize(sheet.px(_NAMES) + DAYS_OF_A_WEEK * sheet.px(_ROW), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        sheet = theme.current()
        names = min(sheet.px(_NAMES), round(self.width() * _NAMES_SHARE))
        room = (self.width() - names) / DAYS_OF_A_WEEK
        narrow = room < painting.text_width(sheet.font("tiny", strong=True), "Wed 28") + 8
        self._model.set_narrow(on=narrow)
        self.verticalHeader().setFixedWidth(names)
        self.horizontalHeader().setFixedHeight(sheet.px(_HEAD_NARROW if narrow else _HEAD))
        self.setFixedHeight(self.sizeHint().height())

    def _keep_in_sight(self, index: AnyIndex) -> None:
        """Scroll what holds the grid: the grid itself is always as high as its rows."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        inside = holder.widget() if isinstance(holder, QScrollArea) else None
        if isinstance(holder, QScrollArea) and inside is not None and self.isVisible():
            middle = self.viewport().mapTo(inside, self.visualRect(index).center())
            margin = theme.current().px(_ROW)
            holder.ensureVisible(middle.x(), middle.y(), 0, margin)

    def _press(self, sheet: PageSheet, index: AnyIndex, key: str) -> None:
        done = sheet.press(index.row(), self._model.day(index.column()), key)
        self._tell(index)
        if not done:
            return
        beside = index.column() + 1
        if beside < DAYS_OF_A_WEEK and sheet.is_open(self._model.day(beside)):
            self.setCurrentIndex(self._model.index(index.row(), beside))
        else:
            self._go_to_row(index.row() + 1)

    def _go_to_row(self, row: int) -> None:
        if row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, 0))

    def _tell(self, index: AnyIndex) -> None:
        self._model.touched(index)
        self.typed.emit()

    def _restyle(self) -> None:
        sheet = theme.current()
        palette = theme.palette_color("text")
        palette.setColor(QPalette.ColorRole.Base, sheet.tokens("surface"))
        self.setPalette(palette)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(sheet.font("tiny", strong=True))
        self._fit_names()
        self.verticalHeader().setDefaultSectionSize(sheet.px(_ROW))
        self.viewport().update()
