"""One question at a time or the whole page: which of the two Today shows."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from tracker.ui.page import PageAction
from tracker.ui.today.state import TodayState
from tracker.ui.today.view import TodayView


class FogMode(QObject):
    """Shows one question at a time where the settings ask for it, until the person stops it.

    Args:
        view: The cards of the page.
        wanted: What the settings say now.
        shown: What the page shows now.
        parent: The page.
    """

    def __init__(
        self,
        view: TodayView,
        wanted: Callable[[], bool],
        shown: Callable[[], TodayState],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view, self._wanted, self._shown = view, wanted, shown
        self._stopped = False
        view.fog.stopped.connect(self.stop)
        view.fog.temperature_requested.connect(self.focus_temperature)
        view.fog.field_wanted.connect(view.temperature.field.focus)
        view.temperature.stored.connect(view.fog.go_on_from_temperature)
        view.resume_button.clicked.connect(self._go_on)

    @property
    def keys(self) -> dict[PageAction, Callable[[], None]]:
        """What the keys do that lead to a place on the page."""
        return {
            PageAction.CHECK_IN: self.focus_check_in,
            PageAction.TEMPERATURE: self.focus_temperature,
            PageAction.NOTE: self.focus_note,
            PageAction.MORE: self.show_more,
        }

    def apply(self) -> None:
        """Show the page as the settings and the person want it."""
        wanted = self._wanted()
        self._stopped = self._stopped and wanted
        asks = wanted and not self._stopped
        self._view.show_one_at_a_time(self._shown(), on=asks, offered=wanted)

    def stop(self) -> None:
        """Show the whole page."""
        if self._wanted():
            self._stopped = True
            self.apply()

    def take_keyboard(self) -> None:
        """Give the keyboard to the question, or to the first open symptom: digits answer it.

        Not below a red card: that is to be read first, and the symptom may be out of sight. And
        never to what has its answer: the next digit would write over it.
        """
        view = self._view
        if not view.fog.isHidden():
            view.fog.focus_question(ring=False)
            return
        rests = view.urgent.card is None and view.checkin.rest_on_first()
        if not rests and self._is_in_check_in():
            view.header.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_keyboard(self) -> None:
        """After another day was opened, leave it at no symptom that has its answer there."""
        if not self._view.fog.isHidden() or self._is_in_check_in():
            self.take_keyboard()

    def _is_in_check_in(self) -> bool:
        holder = QApplication.focusWidget()
        return holder is not None and self._view.checkin.isAncestorOf(holder)

    def focus_check_in(self) -> None:
        """Give the keyboard to the question, or to the first symptom of the list."""
        if self._view.fog.isHidden():
            self._view.checkin.focus_first()
        else:
            self._view.fog.focus_question()

    def focus_temperature(self) -> None:
        """Give the keyboard to the temperature, on its own page where the foggy day has one."""
        if not self._view.fog.isHidden() and self._view.fog.temperature.asked:
            self._view.fog.ask_temperature()
            return
        self.stop()
        self._view.temperature.field.focus()

    def focus_note(self) -> None:
        """Give the keyboard to the note."""
        self.stop()
        self._view.note.focus()

    def show_more(self) -> None:
        """Show all side effects and give the keyboard to the first that was not shown."""
        self.stop()
        self._view.checkin.show_more()

    def _go_on(self) -> None:
        self._stopped = False
        self.apply()
        self._view.fog.focus_question()
