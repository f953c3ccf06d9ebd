"""The heat map: cycle days across, symptoms down, a number in every cell that was answered."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.ui import theme
from tracker.ui.history.state import SEVERITY_WORDS, HeatCell, HeatMapState
from tracker.ui.widgets import painting

AnyIndex = QModelIndex | QPersistentModelIndex

_CELL = 33
_SMALLEST_CELL = 22
_NAMES_SHARE = 0.19
_NAMES_LEAST = 120
_HEADER_BAND, _HEADER_DAYS = 20, 30
_GAP = 2


class HeatMapModel(QAbstractTableModel):
    """One `HeatMapState`; each cell speaks its symptom, day and worst severity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = HeatMapState()

    def show_state(self, state: HeatMapState) -> None:
        """Take the place of what was shown before."""
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.columns)

    def cell(self, index: AnyIndex) -> HeatCell:
        """Return the cell at an index of this model."""
        return self.state.rows[index.row()].cells[index.column()]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            severity = self.cell(index).severity
            return "" if severity is None else str(severity)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        return None

    def spoken(self, index: AnyIndex) -> str:
        """Return a cell in words: "Sore mouth, day 8: worst 3, severe"."""
        row, cell = self.state.rows[index.row()], self.cell(index)
        where = f"{row.name}, day {self.state.columns[index.column()]}"
        if cell.severity is None:
            return f"{where}: not answered"
        return f"{where}: worst {cell.severity}, {SEVERITY_WORDS[cell.severity]}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.state.rows[section].name
        label = self.state.columns[section]
        return label if role == Qt.ItemDataRole.DisplayRole else f"Day {label}"


class _CellPainter(QStyledItemDelegate):
    """Draws a cell: color and number together, a dotted outline where nobody answered."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, HeatMapModel)  # noqa: S101 - the view is given no other model
        sheet = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(_rect_of(option)).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        severity = model.cell(index).severity
        if severity is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(sheet.tokens("control"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect, 6, 6)
        else:
            fill, text = sheet.severity(severity)
            painting.paint_box(painter, rect, painting.Box(fill, radius=6))
            painter.setPen(text)
            painter.setFont(sheet.font("tiny", strong=severity > 0))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(severity) or "")
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index:
            outline = painting.Box(outline=sheet.tokens("text"), width=2, radius=6)
            painting.paint_box(painter, rect.adjusted(-1, -1, 1, 1), outline)


def _rect_of(option: QStyleOptionViewItem) -> QRect:
    return option.rect


class _DayHeader(QHeaderView):
    """Cycle days with the treatment day, the low-count window and today."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        return QSize(super().sizeHint().width(), sheet.px(_HEADER_BAND + _HEADER_DAYS))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        model = self.model()
        if not isinstance(model, HeatMapModel) or not model.state.columns:
            return
        painter = painting.begin(self.viewport())
        self._paint_low_counts(painter, model.state)
        self._paint_treatment_day(painter, model.state)
        for column, label in enumerate(model.state.columns):
            self._paint_day(painter, column, label, is_today=column == model.state.today)

    def _section(self, column: int) -> QRectF:
        band = theme.current().px(_HEADER_BAND)
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        return QRectF(left, band, width, self.height() - band)

    def _paint_low_counts(self, painter: QPainter, state: HeatMapState) -> None:
        if state.low_counts is None or state.low_counts[0] > state.low_counts[1]:
            return
        sheet = theme.current()
        first, last = (self._section(column) for column in state.low_counts)
        rect = QRectF(first.left(), 0, last.right() - first.left(), self.height())
        painting.paint_box(painter, rect, painting.Box(sheet.tokens("lowcountSoft"), radius=6))
        line = QRectF(rect.left(), rect.bottom() - 5, rect.width(), 5)
        painter.fillRect(line, painting.hatch(sheet.tokens("lowcount")))
        font = sheet.font("tiny", strong=True)
        text = next(
            (
                each
                for each in (self.tr("Low-count window"), self.tr("Low counts"), self.tr("Low"))
                if painting.text_width(font, each) <= rect.width() - 4
            ),
            "",
        )
        painter.setFont(font)
        painter.setPen(sheet.tokens("lowcountText"))
        band = QRectF(rect.left(), 0, rect.width(), sheet.px(_HEADER_BAND))
        painter.drawText(band, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_treatment_day(self, painter: QPainter, state: HeatMapState) -> None:
        sheet = theme.current()
        font = sheet.font("tiny", strong=True)
        free = state.low_counts[0] if state.low_counts else len(state.columns)
        room = self._section(max(free - 1, 0)).right()
        text = self.tr("Treatment day")
        if painting.text_width(font, text) > room:
            return
        painter.setFont(font)
        painter.setPen(sheet.tokens("primary"))
        band = QRectF(4, 0, room, sheet.px(_HEADER_BAND))
        painter.drawText(
            band, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text
        )

    def _paint_day(self, painter: QPainter, column: int, label: str, *, is_today: bool) -> None:
        sheet = theme.current()
        rect = self._section(column).adjusted(0, 0, 0, -6)
        if is_today:
            width = min(rect.width(), max(rect.height(), sheet.px(24)))
            pill = QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())
            box = painting.Box(sheet.tokens("text"), radius=rect.height() / 2)
            painting.paint_box(painter, pill, box)
        painter.setFont(sheet.font("tiny", strong=is_today or column == 0))
        painter.setPen(sheet.tokens("surface" if is_today else "text2"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), label)


class HeatMap(QTableView):
    """The table itself: as high as its rows, as wide as its place, moved through by arrow keys.

    Signals:
        cell_chosen: The current cell changed; carries its spoken text and the cell.
        day_asked: Enter on a cell; carries row and column.
    """

    cell_chosen = Signal(str, object)
    day_asked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HeatMapModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CellPainter(self))
        self.setHorizontalHeader(_DayHeader(self))
        self.setAccessibleName(self.tr("Side effects by day of the cycle; higher is worse"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.activated.connect(self._ask_day)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: HeatMapState) -> None:
        """Show another heat map; nothing is selected in it."""
        self._model.show_state(state)
        self._lay_out()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.cell_chosen.emit(self._model.spoken(current), self._model.cell(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        rows = self._model.rowCount() * theme.current().px(_CELL)
        return QSize(400, rows + self.horizontalHeader().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _lay_out(self) -> None:
        columns = self._model.columnCount()
        if not columns:
            return
        sheet = theme.current()
        names = max(sheet.px(_NAMES_LEAST), round(self.width() * _NAMES_SHARE))
        names = min(names, self.width() // 3)
        self.verticalHeader().setFixedWidth(names)
        width = max(_SMALLEST_CELL, (self.width() - names) // columns)
        for column in range(columns):
            self.horizontalHeader().resizeSection(column, width)
        for row in range(self._model.rowCount()):
            self.verticalHeader().resizeSection(row, sheet.px(_CELL))
        self.setFixedHeight(self.sizeHint().height())

    def _ask_day(self, index: AnyIndex) -> None:
        self.day_asked.emit(index.row(), index.column())

    def _restyle(self) -> None:
        self.setPalette(theme.palette_color("text"))
        self.verticalHeader().setFont(theme.current().font("small", strong=True))
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._lay_out()
        self.viewport().update()
