"""A table that shows all its rows at once and leaves out columns rather than cut a cell."""

from PySide6.QtCore import QAbstractItemModel, QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tracker.ui import theme
from tracker.ui.widgets.viewports import own_viewport

_ROW = 40


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


class FittedTable(QTableView):
    """The page scrolls, not the table; arrows move by row.

    Args:
        rows: The model; its fonts are those of the cells.
        left_out_first: Columns to leave out where there is no room, least needed first.
    """

    def __init__(
        self,
        rows: QAbstractItemModel,
        left_out_first: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        own_viewport(self)
        self._left_out_first = left_out_first
        rows.setParent(self)
        self.setModel(rows)
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
        rows.modelReset.connect(self._fit)
        theme.current().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave out what matters less until nothing has to be cut, and share the room left."""
        columns = list(range(self.model().columnCount()))
        needed = [self._needed(column) for column in columns]
        room = self.width()  # without a frame and a scroll bar all of it
        for column in self._left_out_first:
            if sum(needed[each] for each in columns) > room:
                columns.remove(column)
        spare = max(0, room - sum(needed[each] for each in columns)) // len(columns)
        for column, width in enumerate(needed):
            self.setColumnHidden(column, column not in columns)
            self.setColumnWidth(column, width + spare)

    def _needed(self, column: int) -> int:
        """Return the width of the longest cell or head; all in the fonts of the small text."""
        rows = self.model()
        strong = QFontMetricsF(theme.current().font("small", strong=True))
        texts = [str(rows.headerData(column, Qt.Orientation.Horizontal))]
        texts += [str(rows.index(row, column).data()) for row in range(rows.rowCount())]
        widest = max(strong.horizontalAdvance(text) for text in texts)
        return round(widest) + theme.current().px(14)

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
        self.setFixedHeight((self.model().rowCount() + 1) * row)
        self.horizontalHeader().setFixedHeight(row)
        self._fit_columns()
