"""The card of the most important number of the low-count window."""

from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.card import Card


class TemperatureCard(Card):
    """Holds the form, unless a foggy day has it on a page of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("Temperature"), "thermometer")

    def hold(self, form: QWidget) -> None:
        """Take the form in."""
        self.column.addWidget(form)
