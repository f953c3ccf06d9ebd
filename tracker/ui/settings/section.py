"""The base of the sections of Settings: cards that save each change at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.errors import TrackerError
from tracker.services.changes import Changes
from tracker.ui import theme


class Section(QWidget):
    """A column of cards.

    Signals:
        changed: What a service returned about a stored change.
        said: A line for the toast.
        page_requested: The id of a page to go to.
    """

    changed = Signal(object)
    said = Signal(str)
    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        theme.current().changed.connect(self._restyle_section)
        self._restyle_section()

    def show_values(self) -> None:
        """Show what is stored now."""

    def save(self, store: Callable[[], Changes], refuse: Callable[[str | None], None]) -> None:
        """Store a change and say so; a refusal is one sentence at its field."""
        try:
            changes = store()
        except TrackerError as error:
            refuse(str(error))
            return
        refuse(None)
        self.changed.emit(changes)
        self.said.emit(self.tr("Saved"))

    def _restyle_section(self) -> None:
        self.column.setSpacing(theme.current().space(14))
