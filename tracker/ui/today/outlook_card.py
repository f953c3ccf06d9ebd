"""The card that says what earlier cycles were like on the coming days."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty


class OutlookCard(Card):
    """Hidden while earlier cycles tell nothing about the coming days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("From your earlier cycles"), "history")
        self._sentences = QVBoxLayout()
        self.column.addLayout(self._sentences)
        note = self.tr("This is what you wrote then. This cycle can be different.")
        self.column.addWidget(WrappedLabel(note, "small", tone="text2"))
        self._shown: tuple[str, ...] = ()
        self.hide()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these sentences."""
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        empty(self._sentences)
        for line in lines:
            self._sentences.addWidget(WrappedLabel(line))
