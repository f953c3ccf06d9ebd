"""What is typed and not saved: while it waits the page says nothing about the rules."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from tracker.ui.today.view import TodayView


class Waiting(QObject):
    """A 38.3 that waits for "Yes" matches no rule, and saying so beside it would calm wrongly.

    Args:
        view: The cards of the page.
        unsaved: Whether an answer is only on the screen.
        parent: The page.
    """

    def __init__(self, view: TodayView, unsaved: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._unsaved = view, unsaved
        view.temperature.field.editor.textChanged.connect(self.look)
        view.begun.changed.connect(self.look)

    def look(self) -> None:
        """Say what stands on the page now."""
        typed = bool(self._view.temperature.field.text)
        offered = not self._view.begun.isHidden()
        self._view.checkin.show_waiting(on=typed or offered or self._unsaved())
