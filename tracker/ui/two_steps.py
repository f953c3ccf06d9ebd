"""A page in two steps: its first screen is painted before what lies below is imported and made."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tracker.ui.page import Page


class TwoStepPage(Page):
    """Override `show_lower`, and call `show_lower_soon` when the first screen shows the diary."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        # A timer and no call for later: that one would come before the first screen is painted.
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self.show_lower)

    def show_lower(self) -> None:
        """Show the diary below the first screen, making what is shown there when it is missing."""
        raise NotImplementedError

    def show_lower_soon(self) -> None:
        """Show it when the first screen is painted."""
        self._after_paint.start()

    def settle(self) -> None:
        if self._after_paint.isActive():
            self._after_paint.stop()
            self.show_lower()
