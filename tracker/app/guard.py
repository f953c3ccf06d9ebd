"""Who may see the diary: what opens it, and the lock page in front of it.

Built after the first paint, and nothing of it for a diary without a passphrase but this object.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tracker.errors import DiaryLockedError, TrackerError
from tracker.services.start import StartOptions
from tracker.ui.settings.window_settings import WindowSettingsFile

if TYPE_CHECKING:
    from tracker.app.clipboard_watch import ClipboardWatch
    from tracker.app.lock_screen import IdleWatch, LockScreen
    from tracker.app.session import Session
    from tracker.app.system_lock import SystemLock
    from tracker.storage.envelope import Secret
    from tracker.ui.main_window import MainWindow
    from tracker.ui.setup.locked_numbers import LockedNumbers

_AFTER_THE_PAGES_MS = 500


class Guard(QObject):
    """Keeps what opens the diary: the words that were typed until it is open, then its key alone.

    Args:
        show: Puts a window on the screen in the place of the one that is there.

    Signals:
        secret_given: Something was typed that may open the diary; try it.
        other_requested: Choose another diary file.
    """

    secret_given = Signal()
    other_requested = Signal()

    def __init__(
        self,
        options: StartOptions,
        settings: WindowSettingsFile,
        show: Callable[..., None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._options, self._settings, self._show = options, settings, show
        self._secret: Secret | None = None
        self._session: Session | None = None
        self._window: QWidget | None = None
        self._screen: LockScreen | None = None
        self._idle: IdleWatch | None = None
        self._system: SystemLock | None = None
        self._clipboard: ClipboardWatch | None = None
        self._later = QTimer(self, singleShot=True, interval=_AFTER_THE_PAGES_MS)
        self._later.timeout.connect(self._watch_more)

    def secret(self, path: Path) -> "Secret | None":
        """Return what may open the diary; None where nothing is known.

        Raises:
            NotUnderstoodError: The passphrase's file cannot be read.
        """
        if self._secret is None and self._options.passphrase_file is not None:
            from tracker.storage.sessions import passphrase_of  # noqa: PLC0415 - seldom needed

            self._secret = passphrase_of(self._options)
            # Read once: from now on the window may set another passphrase, or none.
            self._options = self._options._replace(passphrase_file=None)
        if self._secret is None and not self._options.sample:
            self._secret = _from_keyring(path)
        return self._secret

    def remember(self, secret: "Secret | None") -> None:
        """Open the diary by this from now on."""
        self._secret = secret

    def watch(self, session: "Session", window: "MainWindow") -> None:
        """Stand in front of a diary that is open now; from here on its key is enough."""
        self._secret, self._session, self._window = session.key, session, window
        if self._screen is not None:
            self._screen.done()
        if session.is_encrypted:
            window.offer_lock(self.lock)
            self.count_minutes()
        self._later.start()

    def count_minutes(self) -> None:
        """Count the idle minutes from now, where the open diary has a passphrase."""
        if self._session is None or not self._session.is_encrypted:
            return
        if self._idle is None:
            from tracker.app.lock_screen import IdleWatch  # noqa: PLC0415 - encrypted ones alone

            self._idle = IdleWatch(self)
            self._idle.idle.connect(self.lock)
        self._idle.watch(self._settings.settings.lock_minutes)

    def lock(self) -> None:
        """Put the lock page in front of an encrypted diary; its window keeps what was typed."""
        session, window = self._session, self._window
        if session is None or window is None or not session.is_encrypted:
            return
        screen = self._lock_screen()
        if screen.is_up:
            return
        if self._idle is not None:
            self._idle.stop()
        try:
            numbers = session.numbers()
        except TrackerError:  # a file that is away just now is no reason to stay open
            numbers = self._kept_numbers()
        screen.cover(window, numbers)
        if self._clipboard is not None:
            self._clipboard.clear()

    def ask(self, error: DiaryLockedError, on_screen: QWidget | None) -> None:
        """Ask for the passphrase of a diary that did not open."""
        refusal = None if self._secret is None else str(error)
        self._secret = None
        self._lock_screen().ask(refusal, on_screen, self._kept_numbers())

    def let_go(self) -> None:
        """Forget the open diary; its key stays until another is asked for."""
        self._session, self._window = None, None
        self._later.stop()
        if self._clipboard is not None:
            self._clipboard.clear()
        if self._idle is not None:
            self._idle.stop()
        if self._screen is not None:
            self._screen.let_go()

    def _watch_more(self) -> None:
        """Watch what need not be watched before the first page is there."""
        if self._clipboard is None:
            from tracker.app.clipboard_watch import ClipboardWatch  # noqa: PLC0415 - not at once

            self._clipboard = ClipboardWatch(QApplication.clipboard(), self)
        encrypted = self._session is not None and self._session.is_encrypted
        if encrypted and self._system is None:
            from tracker.app.system_lock import system_lock  # noqa: PLC0415 - encrypted ones alone

            self._system = system_lock(self)
            self._system.locked.connect(self.lock)

    def _take(self, words: str) -> None:
        screen = self._lock_screen()
        if not screen.is_up or self._session is None:
            self._secret = words
            self.secret_given.emit()
            return
        try:
            self._session.check_passphrase(words)
        except TrackerError as error:
            screen.refuse(str(error))
            return
        screen.uncover()
        self.count_minutes()

    def _lock_screen(self) -> "LockScreen":
        if self._screen is None:
            from tracker.app.lock_screen import LockScreen  # noqa: PLC0415 - encrypted ones alone

            self._screen = LockScreen(self._show, self)
            self._screen.passphrase_given.connect(self._take)
            self._screen.other_requested.connect(self.other_requested)
        return self._screen

    def _kept_numbers(self) -> "LockedNumbers":
        from tracker.ui.setup.locked_numbers import (  # noqa: PLC0415 - encrypted ones alone
            LockedNumbers,
        )

        settings = self._settings.settings
        if not settings.number_while_locked:
            return LockedNumbers()
        return LockedNumbers(settings.locked_phone, settings.locked_emergency)


def _from_keyring(path: Path) -> "Secret | None":
    from tracker.storage.key_places import key_file_of  # noqa: PLC0415 - after the first paint

    if not key_file_of(path).exists():
        return None
    from tracker.storage.rekeying import key_by_keyring  # noqa: PLC0415 - encrypted ones alone

    try:
        return key_by_keyring(path)
    except TrackerError:  # opening it says what is wrong
        return None
