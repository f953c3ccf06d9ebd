"""The card that asks what to include."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.columns import Columns


class SectionsCard(Card):
    """Everything at first.

    Signals:
        changed: A part was switched on or off.
    """

    changed = Signal()

    def __init__(self, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("What to include"), "check")
        rows = Columns(share=0.5, fold_below=330)
        self._rows: dict[str, CheckRow] = {}
        for number, (key, label) in enumerate(sections):
            row = CheckRow(label)
            row.setChecked(True)
            row.toggled.connect(self.changed)
            self._rows[key] = row
            (rows.right if number % 2 else rows.left).addWidget(row)
        self.column.addWidget(rows)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the parts that are on."""
        return tuple(key for key, row in self._rows.items() if row.isChecked())
