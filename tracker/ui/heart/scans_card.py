"""The table behind the chart, and which of its scans the others are compared with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.heart import wording
from tracker.ui.heart.scan_rows import ScanRow
from tracker.ui.heart.scans_table import ScansTable
from tracker.ui.heart.state import HeartState
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel


class ScansCard(Card):
    """All scans.

    Signals:
        removal_asked: A result is to be taken out; carries the `ScanRow`.
        start_chosen: The others are to be compared with this result; None leaves it to the rule.
    """

    removal_asked = Signal(object)
    start_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.add_title(self.tr("All scans"), "table")
        self._chosen: ScanRow | None = None
        self._rule = WrappedLabel("", "small", tone="text2")
        self._reset = LinkButton(self.tr("Let the rule choose the start again"), "undo")
        self.table = ScansTable()
        self._notes = WrappedLabel("", "small")
        self._start = LinkButton(self.tr("Count changes from this result"), "chart")
        self._remove = LinkButton(self.tr("Remove this result"), "trash")
        self._build()

    def _build(self) -> None:
        self.column.addWidget(self._rule)
        self.column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.table)
        self.column.addWidget(self._notes)
        for button in (self._start, self._remove):
            button.hide()
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.row_chosen.connect(self._choose)
        self.table.removal_asked.connect(self.removal_asked)
        self._reset.clicked.connect(lambda: self.start_chosen.emit(None))
        self._start.clicked.connect(lambda: self.start_chosen.emit(self._chosen))
        self._remove.clicked.connect(lambda: self.removal_asked.emit(self._chosen))

    def show_state(self, state: HeartState) -> None:
        """Show other rows; hidden without any."""
        self.setVisible(bool(state.rows))
        self._choose(None)
        self._rule.setText(wording.counted_from(state))
        self._reset.setVisible(state.is_chosen)
        notes = wording.notes(state.rows)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self.table.results.show_rows(state.rows)

    def _choose(self, row: ScanRow | None) -> None:
        self._chosen = row if row is not None and row.entry_id is not None else None
        self._remove.setVisible(self._chosen is not None)
        self._start.setVisible(self._chosen is not None and not self._chosen.is_baseline)
        if self._chosen is not None and self._chosen.percent is not None:
            value = wording.percent(self._chosen.percent)
            self._remove.setAccessibleName(self.tr("Remove the result {value}").format(value=value))
            self._start.setAccessibleName(
                self.tr("Count changes from the result {value}").format(value=value)
            )
