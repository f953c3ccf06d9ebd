"""The grid of one week of a diary page: one key per symptom and day."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QTableView,
    QWidget,
)

from tracker.ui import theme
from tracker.ui.history.page_fields import OwnWordField, PageField
from tracker.ui.history.page_model import PageCellPainter, PageGridModel
from tracker.ui.history.page_name_header import PageNameHeader
from tracker.ui.history.page_rows import TEXT_ROWS, RowKind
from tracker.ui.history.page_sheet import DAYS_OF_A_WEEK, PageSheet
from tracker.ui.history.plain_table import AnyIndex
from tracker.ui.text import long_day
from tracker.ui.widgets import painting
from tracker.ui.widgets.viewports import own_viewport

_ROW, _HEAD, _HEAD_NARROW, _NAMES = 44, 46, 66, 190
_GAP = 2
_LEAST_SECTION = 8
_NAMES_SHARE = 0.3
_NEXT_ROW = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OTHER_KEYS = "-.,xX+ "
_TAKE_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class PageGrid(QTableView):
    """Digits 0 to 4 answer and go on to the right, `-` is "rather not say", Enter begins a row.

    `x` ticks a temperature that came after a fever medicine. Rows for one's own have a field for
    their word; a note or a question opens a field across its row.

    Signals:
        typed: Something was typed or taken back.
        reached: The row that has the keyboard now.
    """

    typed = Signal()
    reached = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self._model = PageGridModel(self)
        self._names = PageNameHeader(self)
        self.setVerticalHeader(self._names)
        self.setModel(self._model)
        self.setItemDelegate(PageCellPainter(self))
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
        self._words: list[OwnWordField] = []
        self._note = PageField(self)
        self._note.hide()
        self._note.textEdited.connect(self._write_note)
        self._note.editingFinished.connect(self._note.hide)
        self._note.went_on.connect(self._leave_note)
        self.clicked.connect(self._open_note)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_week(self, sheet: PageSheet, week: int) -> None:
        """Show one week and stand on its first cell."""
        self._note.hide()
        self._model.show_week(sheet, week)
        if not self._words:
            self._make_words(sheet)
        self._restyle()
        self.setCurrentIndex(self._model.index(0, 0))

    def show_again(self) -> None:
        """Show what the sheet holds now, and tell."""
        for field in self._words:
            field.setText(self._model.word(field.row))
        self.viewport().update()
        self.typed.emit()

    def show_wrong_word(self, row: int | None) -> None:
        """Mark the word of a row and go there; None marks none."""
        for field in self._words:
            field.set_wrong(on=field.row == row)
            if field.row == row:
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, sheet = self.currentIndex(), self._model.sheet
        if sheet is None or not index.isValid():
            super().keyPressEvent(event)
            return
        kind, letters = sheet.kind(index.row()), event.text() if event.text().isprintable() else ""
        if letters and kind in TEXT_ROWS:
            self._open_note(index, letters)
        elif letters.isalpha() and kind is RowKind.OWN and not sheet.own_word(index.row()):
            self._begin_word(index.row(), letters)
        elif event.key() in _NEXT_ROW:
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
        self.reached.emit(current.row())

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
        names = max(names, min(self._names.widest_word(), self.width() // 2))
        room = (self.width() - names) / DAYS_OF_A_WEEK
        narrow = room < painting.text_width(sheet.font("tiny", strong=True), "Wed 28") + 8
        self._model.set_narrow(on=narrow)
        self.verticalHeader().setFixedWidth(names)
        self.horizontalHeader().setFixedHeight(sheet.px(_HEAD_NARROW if narrow else _HEAD))
        self.setFixedHeight(self.sizeHint().height())
        self._place_words()

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
        if beside < DAYS_OF_A_WEEK and self._is_open(beside):
            self.setCurrentIndex(self._model.index(index.row(), beside))
        else:
            self._go_to_row(index.row() + 1)

    def _go_to_row(self, row: int) -> None:
        if not 0 <= row < self._model.rowCount():
            return
        self.setCurrentIndex(self._model.index(row, 0))
        field = next((each for each in self._words if each.row == row), None)
        if field is not None and not field.text():
            field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin_word(self, row: int, letters: str) -> None:
        self._go_to_row(row)
        for field in self._words:
            if field.row == row:
                field.insert(letters)

    def _make_words(self, sheet: PageSheet) -> None:
        before: QWidget = self
        for row in sheet.own_rows:
            field = OwnWordField(row, self)
            field.setText(sheet.own_word(row))
            field.setCursorPosition(0)  # a long word is read from its beginning
            name = self.tr("Word of your own, row {n}").format(n=row + 1)
            field.setAccessibleName(name)
            field.textChanged.connect(self._name_row)
            field.entered.connect(self._tell_word_reached)
            field.went_on.connect(self._leave_word)
            QWidget.setTabOrder(before, field)
            field.show()
            self._words.append(field)
            before = field

    def _place_words(self) -> None:
        names, top = self.verticalHeader().width(), self.horizontalHeader().height()
        height = theme.current().px(_ROW)
        for field in self._words:
            field.setGeometry(0, top + field.row * height, names - _GAP, height - _GAP)
        row = max(self.currentIndex().row(), 0)
        self._note.setGeometry(names, top + row * height, self.width() - names, height - _GAP)

    def _name_row(self, word: str) -> None:
        field, sheet = self.sender(), self._model.sheet
        if isinstance(field, OwnWordField) and sheet is not None:
            sheet.name_row(field.row, word)
            field.set_wrong(on=False)
            self.viewport().update()
            self.typed.emit()

    def _tell_word_reached(self) -> None:
        field = self.sender()
        if isinstance(field, OwnWordField):
            self.setCurrentIndex(self._model.index(field.row, 0))

    def _leave_word(self, step: int) -> None:
        field = self.sender()
        if not isinstance(field, OwnWordField):
            return
        if step > 0 and field.text().strip():
            self.setCurrentIndex(self._model.index(field.row, 0))
            self.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go_to_row(field.row + step)

    def _open_note(self, index: AnyIndex, key: str = "") -> None:
        """Open the field of a note, with what was typed about the day and one more key."""
        sheet = self._model.sheet
        if sheet is None or sheet.kind(index.row()) not in TEXT_ROWS:
            return
        day = self._model.day(index.column())
        if not sheet.is_open(day):
            return
        is_note = sheet.kind(index.row()) is RowKind.NOTES
        name = self.tr("Note, {day}") if is_note else self.tr("Question, {day}")
        self._note.setAccessibleName(name.format(day=long_day(day)))
        self._note.setText(sheet.texts(index.row()).typed.get(day, ""))
        self._place_words()
        self._note.show()
        self._note.setFocus(Qt.FocusReason.TabFocusReason)
        self._note.end(False)  # noqa: FBT003 - Qt's own signature
        if key:
            self._note.insert(key)
            self._write_note(self._note.text())

    def _write_note(self, text: str) -> None:
        index = self.currentIndex()
        if self._model.sheet is not None:
            self._model.sheet.texts(index.row()).write(self._model.day(index.column()), text)
            self.typed.emit()

    def _leave_note(self, step: int) -> None:
        self._note.hide()
        index = self.currentIndex()
        column = index.column() + (step > 0)
        if column < DAYS_OF_A_WEEK and self._is_open(column):
            self.setCurrentIndex(self._model.index(index.row() + min(step, 0), column))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_open(self, column: int) -> bool:
        sheet = self._model.sheet
        return sheet is not None and sheet.is_open(self._model.day(column))

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
