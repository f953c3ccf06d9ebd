"""The window built anew with the person where she was."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tracker.app.keyboard_place import KeyboardPlace
from tracker.ui.main_window import MainWindow

_LOOK_AGAIN_MS = 20


def in_same_place(window: Callable[[], QWidget | None], build: Callable[[], None]) -> None:
    """Build the window anew and open the page, and the place in it, that were open before.

    The keyboard goes on where it was: a name that is ended with Tab may be why all is built anew.
    A mouse that is pressed comes first: what was left for it may be why all is built anew, and
    the button it is on must still be there when it is released.
    """
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        QTimer.singleShot(_LOOK_AGAIN_MS, partial(in_same_place, window, build))
        return
    before = window()
    page_id, place = "", ""
    keyboard = None if before is None else KeyboardPlace.in_window(before)
    if isinstance(before, MainWindow) and before.current_page_id:
        page_id = before.current_page_id
        place = before.page(page_id).place
    build()
    after = window()
    if isinstance(after, MainWindow) and page_id:
        after.show_page(page_id, place)
        if keyboard is not None:
            keyboard.go_on_in(after)
