"""Dates that would be others: the old one struck out, the new one bold."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.ui import text, theme
from tracker.ui.plan import wording
from tracker.ui.plan.move_state import MoveLine, MoveState
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty

_LARGEST_IN_ONE_ROW = 1.4


class MoveTable(QWidget):
    """What, the old day struck out, the new one bold; read aloud as whole sentences.

    The first few dates and the last one stand there until the person asks for all of them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: MoveState | None = None
        self._all_wanted = False
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._all = LinkButton("", "chevron-down")
        self._all.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_dates(self, state: MoveState) -> None:
        """Show these dates instead of the ones before."""
        self._state = state
        few, every = state.few_lines, state.all_lines
        lines = every if self._all_wanted else few
        empty(self._grid)
        for row, line in enumerate(lines):
            self._add_row(row, line, lines[0].was)
        self._lines.setAccessibleName(" ".join(self._spoken(line) for line in lines))
        self._all.setVisible(len(every) > len(lines))
        self._all.setText(self.tr("Show all {n} dates that change").format(n=len(every)))

    def _show_all(self) -> None:
        self._all_wanted = True
        if self._state is not None:
            self.show_dates(self._state)

    def _add_row(self, row: int, line: MoveLine, near: date) -> None:
        was = WrappedLabel(wording.day_and_year(line.was, near), tone="text2")
        now = WrappedLabel(wording.day_and_year(line.now, near), strong=True)
        for label, name in ((was, self.tr("was")), (now, self.tr("will be"))):
            label.setWordWrap(False)
            label.setAccessibleName(f"{name} {label.text()}")
        font = was.font()
        font.setStrikeOut(True)
        was.setFont(font)
        arrow = WrappedLabel("→", tone="text2")
        arrow.setWordWrap(False)
        title = WrappedLabel(wording.move_line_title(line))
        top = Qt.AlignmentFlag.AlignTop
        if theme.current().text_scale > _LARGEST_IN_ONE_ROW:
            # Two whole dates beside a name would be wider than the dialog.
            self._grid.addWidget(title, 2 * row, 0, 1, 4)
            cells, place = [was, arrow, now], 2 * row + 1
        else:
            cells, place = [title, was, arrow, now], row
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, place, column, top)

    def _spoken(self, line: MoveLine) -> str:
        return self.tr("{what}: from {was} to {now}.").format(
            what=wording.move_line_title(line),
            was=text.long_day(line.was),
            now=text.long_day(line.now),
        )

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(theme.current().space(14))
        self._grid.setVerticalSpacing(theme.current().space(6))
