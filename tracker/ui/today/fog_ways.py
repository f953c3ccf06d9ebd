"""The buttons below the one question of a foggy day."""

from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from tracker.ui.widgets.flow_layout import FlowLayout


class FogWays(QWidget):
    """Back, on, out of it: what can be done on each page stands in the same place.

    Attributes:
        back: To the question before.
        onward: From a question that has its answer.
        measure: To the temperature, from the end.
        skip: She would rather not say.
        stop: Out to the whole page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = SecondaryButton(self.tr("Back"), "chevron-left")
        self.onward = PrimaryButton(self.tr("Next"), "chevron-right")
        self.measure = SecondaryButton(self.tr("Temperature"), "thermometer")
        self.skip = LinkButton(self.tr("I'd rather not say"), "eye")
        self.stop = LinkButton("", "close")
        flow = FlowLayout(self, gap=12)
        for button in (self.back, self.onward, self.measure, self.skip, self.stop):
            flow.addWidget(button)

    def show_for(self, *, asks: bool, answered: bool, at_end: bool) -> None:
        """Offer what goes with a question, with an answered one, and with the end."""
        self.onward.setVisible(answered)
        self.skip.setVisible(asks)
        self.measure.setVisible(at_end)
        self.stop.setText(self.tr("Show the whole day") if at_end else self.tr("Stop for now"))
