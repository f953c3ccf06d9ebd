"""The window around the pages: navigation, number to call, banners, toast and keys."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.errors import TrackerError
from tracker.ui import icons, theme
from tracker.ui.frame import Frame
from tracker.ui.notifier import Notifier
from tracker.ui.page import Message, Page, PageAction, PageDescriptor
from tracker.ui.widgets.banners import Banners
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.nav_button import NavMode
from tracker.ui.widgets.navigation import Navigation, person_line

if TYPE_CHECKING:
    from tracker.ui.widgets.toast import Toast

APP_NAME = "Chemo Tracker"
MINIMUM = QSize(640, 480)
USUAL = QSize(1280, 800)
_HOME = "today"
_LEARN, _LEARN_WHEN_TO_CALL = "learn", "call"
LOCK_KEYS = "Ctrl+Shift+L"
_KEYS = {
    "Ctrl+L": PageAction.CHECK_IN,
    "Ctrl+M": PageAction.MORE,
    "Ctrl+T": PageAction.TEMPERATURE,
    "Ctrl+N": PageAction.NOTE,
    "Ctrl+Z": PageAction.UNDO,
    "Ctrl+S": PageAction.SAVE,
    "Ctrl+P": PageAction.PRINT,
}
_ON_TODAY = (PageAction.CHECK_IN, PageAction.MORE, PageAction.TEMPERATURE, PageAction.NOTE)


class MainWindow(QWidget):
    """Shows one page at a time; pages are built when they are first shown.

    Args:
        pages: In the order of the navigation; those without a button there come anywhere.
        frame: Asked for what stands around the pages, at the start and after every change.
        notifier: Tells what was stored.

    Attributes:
        take_back: Takes the last change back where the open page has no way back of its own.
    """

    def __init__(
        self,
        pages: Sequence[PageDescriptor],
        frame: Callable[[], Frame],
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._descriptors = _by_id(pages)
        self._ask_frame, self._frame = frame, frame()
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current, self._before = "", _HOME
        self.take_back: Callable[[], None] | None = None
        self.setMinimumSize(MINIMUM)
        self._navigation = Navigation(APP_NAME, pages)
        self._banners = Banners()
        self._stack = QStackedWidget()
        self._stack.hide()  # until the first page is filled: shown, it would be laid out each time
        self._stage = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._toast: Toast | None = None
        self._ring = FocusRing(self)
        self._add_shortcuts()
        notifier.changed.connect(self._take_changes)
        theme.current().changed.connect(self._fit)
        self.resize(USUAL)
        self._show_frame()

    @property
    def current_page_id(self) -> str:
        """The id of the page that is open; "" before the first."""
        return self._current

    @property
    def navigation_mode(self) -> NavMode:
        """The shape of the navigation now."""
        return self._navigation.mode

    @property
    def toast(self) -> "Toast":
        """The line at the bottom."""
        if self._toast is None:
            from tracker.ui.widgets.toast import Toast  # noqa: PLC0415 - it first speaks on a page

            self._toast = Toast(self._stage)
        return self._toast

    def take_over(
        self, pages: Sequence[PageDescriptor], frame: Callable[[], Frame], notifier: Notifier
    ) -> None:
        """Show these pages from now on; those of the same ids that nobody opened stood in for them.

        So a window that was painted before the diary was read need not be built a second time.
        """
        self._descriptors, self._ask_frame = _by_id(pages), frame
        notifier.changed.connect(self._take_changes)
        self.refresh_frame()

    def page(self, page_id: str) -> Page:
        """Return a page, building it if it was never shown.

        Raises:
            KeyError: There is no such page.
        """
        if not self._pages:  # after the first paint
            self.setWindowIcon(icons.icon("logo", theme.current().tokens("primary"), 32))
        if page_id not in self._pages:
            built = self._descriptors[page_id].build()
            built.said.connect(self.show_toast)
            built.page_requested.connect(self._take_page_request)
            built.call_info_requested.connect(self.show_call_info)
            built.urgent_changed.connect(self.refresh_frame)
            built.back_requested.connect(self.go_back)
            built.begun_elsewhere.connect(self._put_back)
            self._pages[page_id] = built
            self._stack.addWidget(built)
            self._stale.add(page_id)
        return self._pages[page_id]

    def show_page(self, page_id: str, place: str = "") -> None:
        """Go to a page and, where one is named, to a place in it; an old toast goes away."""
        page = self.page(page_id)
        if page_id != self._current:
            self._dismiss_toast()
        self._current = page_id
        if self._descriptors[page_id].in_navigation:
            self._before = page_id
        self._refresh(page_id, None)
        self._stack.setCurrentWidget(page)
        self._stack.show()
        self._navigation.mark(page_id)
        self._show_urgent()
        page.take_keyboard()
        if place:
            page.show_place(place)

    def go_back(self) -> None:
        """Go to the destination that was open last."""
        self.show_page(self._before)

    def _put_back(self, page_id: str, begun: object) -> None:
        from tracker.services.drafts import HalfTyped  # noqa: PLC0415 - after the first paint

        if isinstance(begun, HalfTyped):
            self.show_page(page_id)
            self._pages[page_id].settle()
            self._pages[page_id].put_back(begun)

    def show_toast(self, message: Message) -> None:
        """Say what was done, with a way back; without words, take away what was said before."""
        self.toast.show_message(message.text, message.undo, message.file)

    def show_error(self, error: TrackerError) -> None:
        """Say above the page what could not be done; it stays until closed."""
        from tracker.ui.error_messages import error_text  # noqa: PLC0415 - seldom needed

        words = error_text(error)
        self._banners.show_error(words.title, words.text)

    def show_call_info(self) -> None:
        """Open "When to call"."""
        from tracker.ui.when_to_call import (  # noqa: PLC0415 - the first paint does without it
            WhenToCallDialog,
        )

        offered = _LEARN in self._descriptors
        if WhenToCallDialog.ask(self._frame, self, has_more=offered):
            self.show_page(_LEARN, _LEARN_WHEN_TO_CALL)

    def offer_lock(self, lock: Callable[[], None]) -> None:
        """Let the person lock the diary from every page, with a button or Ctrl+Shift+L."""
        self._navigation.offer_lock()
        self._navigation.lock_pressed.connect(lock)
        self._add_shortcut(LOCK_KEYS, None, lock)
        self._fit()

    def refresh_frame(self) -> None:
        """Ask for what stands around the pages and show it."""
        self._frame = self._ask_frame()
        self._show_frame()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss_toast()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        column = QVBoxLayout(self._stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banners)
        column.addWidget(self._stack, 1)
        self._box.addWidget(self._navigation)
        self._box.addWidget(self._stage, 1)
        self._navigation.page_chosen.connect(self._take_page_request)
        self._navigation.call_pressed.connect(self.show_call_info)
        self._banners.why_requested.connect(self._go_home)

    def _add_shortcuts(self) -> None:
        destinations = [page.id for page in self._descriptors.values() if page.in_navigation]
        for number, page_id in enumerate(destinations, start=1):
            self._add_shortcut(f"Alt+{number}", page_id, self._take_page_key)
        for keys, action in _KEYS.items():
            self._add_shortcut(keys, action, self._take_action_key)
        self._add_shortcut("F1", None, self.show_call_info)

    def _add_shortcut(self, keys: str, meaning: object, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setProperty("meaning", meaning)
        shortcut.activated.connect(slot)

    def _take_page_key(self) -> None:
        self.show_page(str(self.sender().property("meaning")))

    def _take_page_request(self, page_id: str, place: str = "") -> None:
        self.show_page(page_id, place)

    def _take_action_key(self) -> None:
        action = self.sender().property("meaning")
        toast = self._toast
        if action is PageAction.UNDO and toast is not None and toast.can_undo:
            toast.undo()
            return
        if action in _ON_TODAY and self._current != _HOME and _HOME in self._descriptors:
            self.show_page(_HOME)
        done = bool(self._current) and self._pages[self._current].perform(action)
        if action is PageAction.UNDO and not done and self.take_back is not None:
            self.take_back()

    def _dismiss_toast(self) -> None:
        if self._toast is not None:
            self._toast.dismiss()

    def _go_home(self) -> None:
        self.show_page(_HOME)

    def _take_changes(self, changes: object) -> None:
        self._stale.update(self._pages)
        self.refresh_frame()
        if self._current:
            self._refresh(self._current, changes)

    def _refresh(self, page_id: str, changes: object | None) -> None:
        if page_id not in self._stale:
            return
        try:
            self._pages[page_id].refresh(changes)
        except TrackerError as error:
            self.show_error(error)
        else:
            self._stale.discard(page_id)

    def _show_frame(self) -> None:
        sample = self.tr(" (sample)") if self._frame.sample else ""
        self.setWindowTitle(f"{APP_NAME}{sample}")
        self._navigation.show_frame(self._frame)
        self._banners.show_sample(shown=self._frame.sample)
        self._fit()
        self._show_urgent()

    def _show_urgent(self) -> None:
        urgent = None if self._current == _HOME else self._frame.urgent
        self._banners.show_urgent(urgent)

    def _fit(self) -> None:
        mode = self._navigation.mode_within(self.size())
        if mode is not self._navigation.mode:
            self._navigation.set_mode(mode)
            across = mode in (NavMode.BAR, NavMode.MENU)
            self._box.setDirection(
                QBoxLayout.Direction.TopToBottom if across else QBoxLayout.Direction.LeftToRight
            )
        apart = self._frame.logging_as is not None and mode is not NavMode.LIST
        self._banners.show_person(person_line(self, self._frame) if apart else "")


def _by_id(pages: Sequence[PageDescriptor]) -> dict[str, PageDescriptor]:
    return {page.id: page for page in pages}
