"""Keeping others away from an open diary: the lock page, and when it comes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.setup.lock_page import LockPage
from tracker.ui.setup.locked_numbers import LockedNumbers
from tracker.ui.widgets.dialog import Dialog

_MINUTE = 60_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Tells when nobody used the window for so many minutes; watches encrypted diaries alone.

    It looks at the windows of the system, where keys and the mouse arrive. At the application it
    would be asked about each of the 4,000 events of a page as well, which took half as long again.

    Signals:
        idle: Nobody did anything.
    """

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._counts = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._look_at)

    def watch(self, minutes: int) -> None:
        """Begin anew; 0 never locks."""
        self.stop()
        if minutes > 0:
            self._counts = True
            self._timer.start(minutes * _MINUTE)
            for window in QGuiApplication.topLevelWindows():
                self._look_at(window)

    def stop(self) -> None:
        """Watch no longer."""
        self._counts = False
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count again from the start at every key and every move of the mouse."""
        del watched
        if self._counts and event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False

    def _look_at(self, window: QWindow | None) -> None:
        """Look at a window too; a dialog that opens later gets the focus. None: all lost it."""
        if self._counts and window is not None:
            window.installEventFilter(self)


class LockScreen(QObject):
    """Shows the lock page: before a diary is open, or in front of the window of an open one.

    Args:
        show: Puts a window on the screen in the place of the one that is there.

    Signals:
        passphrase_given: What was typed.
        other_requested: Choose another diary file.
    """

    passphrase_given = Signal(str)
    other_requested = Signal()

    def __init__(self, show: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._page: LockPage | None = None
        self._behind: QWidget | None = None
        self._dialogs: list[Dialog] = []

    @property
    def is_up(self) -> bool:
        """Whether the window of an open diary waits behind the lock page."""
        return self._behind is not None

    def cover(self, window: QWidget, numbers: LockedNumbers) -> None:
        """Hide the window behind the lock page, and its dialogs with what is typed in them."""
        for each in QApplication.topLevelWidgets():
            if each is window or not each.isVisible():
                continue
            if isinstance(each, Dialog):
                each.hide()
                self._dialogs.append(each)
            else:  # a menu, or a dialog of the system that asks for a file
                each.close()
        self._behind = window
        self._page = self._new_page(numbers)
        self._show(self._page, keep_before=True)

    def uncover(self) -> None:
        """Show the window that waits, with its dialogs.

        Raises:
            RuntimeError: None does.
        """
        if self._behind is None:
            raise RuntimeError
        window, self._behind = self._behind, None
        self._forget_page()
        self._show(window)
        dialogs, self._dialogs = self._dialogs, []
        for each in sorted(dialogs, key=_depth):
            each.show()

    def ask(self, refusal: str | None, on_screen: QWidget | None, numbers: LockedNumbers) -> None:
        """Ask for the passphrase of a diary that is not open; None: for the first time."""
        if self._page is None or self._page is not on_screen:
            self._page = self._new_page(numbers)
            self._show(self._page)
        if refusal is not None:
            self._page.refuse(refusal)

    def refuse(self, sentence: str) -> None:
        """Say why it does not open."""
        if self._page is not None:
            self._page.refuse(sentence)

    def let_go(self) -> None:
        """Forget the window that waits: its diary is closed."""
        dialogs, self._dialogs = self._dialogs, []
        for each in dialogs:
            each.reject()
        if self._behind is not None:
            self._behind.deleteLater()
            self._behind = None

    def done(self) -> None:
        """Let go of the page and of what was typed in it: the diary is open."""
        self._forget_page()

    def _forget_page(self) -> None:
        if self._page is not None:
            self._page.forget()
            self._page = None

    def _new_page(self, numbers: LockedNumbers) -> LockPage:
        page = LockPage(numbers)
        page.passphrase_given.connect(self.passphrase_given)
        page.other_requested.connect(self.other_requested)
        return page


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())
