"""What the main window knows about a page, and what a page may ask of the window."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from tracker.ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:  # the first paint does without drafts and what they stand on
    from tracker.services.drafts import HalfTyped


class PageAction(Enum):
    """A key of the keyboard map that belongs to the page, not to the window."""

    CHECK_IN = auto()
    MORE = auto()
    TEMPERATURE = auto()
    NOTE = auto()
    UNDO = auto()
    SAVE = auto()
    PRINT = auto()


class Message(NamedTuple):
    """One line for the toast.

    Attributes:
        undo: Takes the last change back; the line offers it.
        file: A file that was saved; the line offers to show it in its folder.
    """

    text: str
    undo: Callable[[], None] | None = None
    file: Path | None = None


class Page(QWidget):
    """One destination: a scrolling column that rebuilds what it shows from the services.

    Add widgets to `self.column`; override `refresh`, and `perform` for keys.

    Signals:
        said: A `Message` for the toast; one without words takes it away.
        page_requested: The id of another page to go to.
        call_info_requested: Open "When to call".
        urgent_changed: An urgent card came or went; the window asks for its frame anew.
        back_requested: Go to the destination that was open before this page.
        begun_elsewhere: Something that was half typed on another page is wanted back; carries
            the id of that page and the `HalfTyped`.
    """

    said = Signal(object)
    page_requested = Signal(str)
    call_info_requested = Signal()
    urgent_changed = Signal()
    back_requested = Signal()
    begun_elsewhere = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._beside: tuple[QWidget | None, QWidget | None] = (None, None)
        self.setAccessibleName(name)
        self.scroll_area = PageScroll(self)
        self.column: QVBoxLayout = self.scroll_area.column
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroll_area)

    def refresh(self, changes: object | None = None) -> None:
        """Show the diary as it is now; `changes` is None when everything may be different."""

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001, N802 - as Qt calls it
        if not self.isVisible():  # a page that is left passes the keyboard on in this way as well
            return super().focusNextPrevChild(next_)
        from tracker.ui.widgets.tab_order import (  # noqa: PLC0415 - at first Tab
            can_have_keyboard,
            follow_layout,
        )

        follow_layout(self)
        used = QApplication.focusWidget()
        if used is not None and self.isAncestorOf(used) and not can_have_keyboard(used):
            self._hold_for(used)
            return True
        return self._go_on_beside(next_) or super().focusNextPrevChild(next_)

    def _hold_for(self, gone: QWidget) -> None:
        """Hold the keyboard where what had it went or rests, as a button that has done its work.

        Qt would give it to what comes next, often to "Undo": a key pressed twice must press
        nothing else.
        """
        from tracker.ui.widgets.tab_order import stops_beside  # noqa: PLC0415 - with keys alone

        self._beside = stops_beside(self, gone)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_beside(self, next_: bool) -> bool:  # noqa: FBT001 - as Qt says it
        """Go on where something went while it had the keyboard; False where nothing did."""
        from tracker.ui.widgets.tab_order import can_have_keyboard  # noqa: PLC0415 - as above

        stop = self._beside[next_] if self.hasFocus() else None
        self._beside = (None, None)
        if stop is None or not isValid(stop) or not can_have_keyboard(stop):
            return False
        reason = Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        return True

    def take_keyboard(self) -> None:
        """Give the keyboard to what the page was opened for; most pages leave it where it is."""

    @property
    def place(self) -> str:
        """Where in the page the person is, as `show_place` takes it; "" where it has no places."""
        return ""

    def show_place(self, place: str) -> None:
        """Go to a place inside the page; a page without places stays as it is."""

    def put_back(self, begun: "HalfTyped") -> None:
        """Ask again what was half typed here, as it stood; most pages leave that to Today."""

    def settle(self) -> None:
        """Finish what runs beside the window; before the diary closes and before a picture."""

    def perform(self, action: PageAction) -> bool:
        """Do what a key asks for; False when this page has no use for it."""
        del action
        return False

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a line in the toast; it stays until closed or replaced."""
        self.said.emit(Message(text, undo))

    def say_saved(self, file: Path) -> None:
        """Say where a file is now, and offer to show it there."""
        self.said.emit(Message(self.tr("Saved: {path}").format(path=file), file=file))


class PageDescriptor(NamedTuple):
    """A page that is not built before it is first shown.

    Attributes:
        in_navigation: Whether it is one of the destinations; else links lead to it.
    """

    id: str
    label: str
    icon: str
    build: Callable[[], Page]
    in_navigation: bool = True
