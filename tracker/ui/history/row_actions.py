"""What can be done with the entry of the current row: see its history, remove it."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.flow_layout import FlowLayout


class RowActions(QWidget):
    """Two buttons below the table; hidden while no row is current.

    Signals:
        history_asked: Carries the id of the entry.
        removal_asked: Carries the id of the entry.
    """

    history_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry_id: UUID | None = None
        self._history = SecondaryButton(self.tr("What happened to this entry"), "history")
        self._remove = SecondaryButton(self.tr("Remove this entry"), "close")
        self._history.clicked.connect(self._ask_history)
        self._remove.clicked.connect(self._ask_removal)
        row = FlowLayout(self)
        row.addWidget(self._history)
        row.addWidget(self._remove)
        self.show_entry(None, "")

    def show_entry(self, entry_id: UUID | None, words: str) -> None:
        """Offer the actions for an entry, named by its words; None: for none."""
        self._entry_id = entry_id
        for button in (self._history, self._remove):
            button.setAccessibleName(f"{button.text()}: {words}")
        self.setVisible(entry_id is not None)

    def _ask_history(self) -> None:
        self.history_asked.emit(self._entry_id)

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self._entry_id)
