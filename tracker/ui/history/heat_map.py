"""The heat map: cycle days across, symptoms down, a number in every cell that was answered."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.ui import theme
from tracker.ui.history.heat_headers import CornerWords, DayHeader, HeatNameHeader
from tracker.ui.history.heat_model import AnyIndex, HeatMapModel
from tracker.ui.history.heat_state import HeatMapState, number_of
from tracker.ui.widgets import painting
from tracker.ui.widgets.viewports import own_viewport

_CELL = 33
_AROUND_A_DIGIT = 6
_NAMES_SHARE = 0.19
_NAMES_LEAST = 120
_GAP = 2
_LEAST_SECTION = 8


class _CellPainter(QStyledItemDelegate):
    """Draws a cell: color and number together, a dotted outline where no severity was given.

    In it stands "–" where she would rather not say.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, HeatMapModel)  # noqa: S101 - the view is given no other model
        sheet = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(_rect_of(option)).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        cell = model.cell(index)
        severity = cell.severity
        if severity is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(sheet.tokens("control"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect, 6, 6)
            painter.setPen(sheet.tokens("text2"))
            painter.setFont(sheet.font("tiny", strong=True))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), number_of(cell))
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


class HeatMap(QTableView):
    """The table itself: as high as its rows, as wide as its place, moved through by arrow keys.

    In the narrowest windows its days scroll sideways, so that none of them is out of reach.

    Signals:
        cell_chosen: The current cell changed; carries row and column.
        day_asked: Enter or a double click on a cell; carries row and column.
    """

    cell_chosen = Signal(int, int)
    day_asked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self._scrolls = False
        self._model = HeatMapModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CellPainter(self))
        self.setHorizontalHeader(DayHeader(self))
        self.setVerticalHeader(HeatNameHeader(self))
        # Qt paints a button into the corner whatever it is told, so words stand over it.
        self._corner = CornerWords(self)
        self._name_corner()
        self.setAccessibleName(self.tr("Side effects by day of the cycle; higher is worse"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(_LEAST_SECTION)
        self.verticalHeader().setMinimumSectionSize(_LEAST_SECTION)
        self.activated.connect(self._ask_day)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _name_corner(self) -> None:
        """Let the button under the words say them too; it has nothing to select."""
        self.setCornerButtonEnabled(False)
        corner = self.findChild(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(corner, QAbstractButton):
            corner.setAccessibleName(self.tr("Day of cycle"))

    @property
    def shown(self) -> HeatMapState:
        """What is shown."""
        return self._model.state

    def show_state(self, state: HeatMapState) -> None:
        """Show another heat map; nothing is selected in it."""
        self._model.show_state(state)
        self._lay_out()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid() or previous.isValid():  # neither is while the model is put in
            self.viewport().update()
        if current.isValid():
            self.cell_chosen.emit(current.row(), current.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        rows = self._model.rowCount() * theme.current().px(_CELL)
        bar = self.horizontalScrollBar().sizeHint().height() if self._scrolls else 0
        return QSize(400, rows + self.horizontalHeader().sizeHint().height() + 2 + bar)

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
        digit = painting.text_width(sheet.font("tiny", strong=True), "0")
        room, least = (self.width() - names) // columns, round(digit) + _AROUND_A_DIGIT
        self._scrolls = room < least
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(on if self._scrolls else off)
        width = max(least, room)
        for column in range(columns):
            self.horizontalHeader().resizeSection(column, width)
        for row in range(self._model.rowCount()):
            self.verticalHeader().resizeSection(row, sheet.px(_CELL))
        self._corner.setGeometry(0, 0, names, self.horizontalHeader().sizeHint().height())
        self._corner.raise_()
        self.setFixedHeight(self.sizeHint().height())

    def _ask_day(self, index: AnyIndex) -> None:
        self.day_asked.emit(index.row(), index.column())

    def _restyle(self) -> None:
        palette = theme.palette_color("text")
        palette.setColor(QPalette.ColorRole.Base, theme.current().tokens("surface"))
        palette.setColor(QPalette.ColorRole.Window, theme.current().tokens("surface"))
        self.setPalette(palette)
        self._lay_out()
        self.viewport().update()
