"""One run of the window: first paint, then the diary; set-up or trouble where there is none."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tracker.app.destinations import empty_frame, unopened
from tracker.app.first_paint import FirstPaint
from tracker.app.screen import has_screen, without_screen
from tracker.errors import DiaryEmptyError, DiaryLockedError, TrackerError
from tracker.services.start import StartOptions
from tracker.storage.places import default_data_folder, diary_path
from tracker.system_libraries import require_for_window
from tracker.ui import theme
from tracker.ui.main_window import USUAL, MainWindow
from tracker.ui.notifier import Notifier
from tracker.ui.page import Message
from tracker.ui.settings.look import dress
from tracker.ui.settings.window_settings import WindowSettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from threading import Thread

    from tracker.app.copies import OpenDiaryCopies
    from tracker.app.guard import Guard
    from tracker.app.session import Session
    from tracker.app.without_diary import WithoutDiary
    from tracker.storage.envelope import Secret

_SETTINGS_NAME = "window.json"
_READY_AFTER = 100  # milliseconds, as the next: Today is painted by then
_COPY_AFTER = 3_000
_LOOK_AGAIN = 600_000
_ASK_COPYING = 500


def run(options: StartOptions) -> int:
    """Show the window until it is closed and return the exit code.

    Raises:
        TrackerError: There is no screen, and what can be done without one was refused.
    """
    if not has_screen():
        return without_screen(options)
    require_for_window()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = theme.new_application()
    app.setApplicationDisplayName("")
    program = Program(options)
    program.start()
    code = app.exec()
    program.close()
    return code


class Program(QObject):
    """Owns the window that is on the screen, and what is open behind it."""

    def __init__(self, options: StartOptions) -> None:
        super().__init__()
        self._options = options
        folder = options.data_folder or default_data_folder()
        kept = None if options.sample else folder / _SETTINGS_NAME
        self._settings = WindowSettingsFile(kept)
        self._path = diary_path(options.diary, options.data_folder)
        self._window: QWidget | None = None
        self._shell: MainWindow | None = None
        self._session: Session | None = None
        self._guard: Guard | None = None
        self._pages: WithoutDiary | None = None
        self._warned = False
        self._copying: Thread | None = None
        self._copies: Callable[[], OpenDiaryCopies] | None = None
        self._copy_timer = QTimer(self)
        sheet = theme.current()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            sheet.apply(app)
        dress(sheet, self._settings.settings)

    @property
    def window(self) -> QWidget | None:
        """What is on the screen now."""
        return self._window

    @property
    def is_settled(self) -> bool:
        """Whether more than the window's frame shows: pages, a question, or what is wrong."""
        return self._shell is None

    def start(self) -> None:
        """Show the first window; the diary follows its first paint."""
        if self._options.sample or self._path.exists():
            self._shell = shell = MainWindow(unopened(), empty_frame, Notifier(self))
            FirstPaint(shell).painted.connect(self.open_diary)
            self._show(shell)
        else:
            self._without().show_setup()

    def open_diary(self) -> None:
        """Open the diary and put its pages on the screen."""
        from tracker.app.session import Session  # noqa: PLC0415 - SQLAlchemy, after the first paint

        _show_faults()
        self._let_go()
        shell, self._shell = self._shell, None
        try:
            secret = self._secret()
            self._session = Session(self._options, self._path, self._settings, secret)
            window = self._window_of(self._session, shell)
            window.show_page("today")
        except DiaryLockedError as error:
            self._let_go()
            self._watched().ask(error, self._window)
            return
        except DiaryEmptyError:
            self._let_go()
            self._without().finish_deleting()
            return
        except TrackerError as error:
            self._let_go()
            self._without().show_trouble(error)
            return
        self._watched().watch(self._session, window)
        if window is not shell:
            self._show(window)
        QTimer.singleShot(_READY_AFTER, self._session.load_ahead)
        from tracker.app.garbage import collect_in_this_thread  # noqa: PLC0415 - as above

        collect_in_this_thread(self)

    def close(self) -> None:
        """Let go of the diary."""
        self._let_go()

    def lock(self) -> None:
        """Put the lock page in front of an encrypted diary; its window keeps what was typed."""
        if self._guard is not None:
            self._guard.lock()

    def _secret(self) -> "Secret | None":
        return self._watched().secret(self._path)

    def _watched(self) -> "Guard":
        if self._guard is None:
            from tracker.app.guard import Guard  # noqa: PLC0415 - after the first paint

            self._guard = Guard(self._options, self._settings, self._show, self)
            self._guard.secret_given.connect(self.open_diary)
            self._guard.other_requested.connect(self._choose_other)
        return self._guard

    def _window_of(self, session: "Session", shell: MainWindow | None) -> MainWindow:
        from tracker.app.locking import LockHooks  # noqa: PLC0415 - after the first paint

        guard = self._watched()
        hooks = LockHooks(guard.remember, guard.lock, guard.count_minutes, session.numbers)
        lock = session.diary_lock(hooks)
        if lock is not None and session.is_encrypted:
            lock.renew_number()
        copies = session.copies(self._go_back, self._delete_everything)
        if copies is not None:
            # After the first pages are shown: it reads the whole diary.
            self._copy_timer.timeout.connect(session.tidy)
            self._copies = copies
            self._copy_timer.timeout.connect(self._copy_of_the_day)
            self._copy_timer.timeout.connect(self._look_again)
            self._copy_timer.start(_COPY_AFTER)
        return session.build_window(self._build_anew, lock, copies, shell)

    def _go_back(self, copy: Path) -> None:
        """Put a copy in the place of the diary; what was there is kept beside it.

        Raises:
            TrackerError: Refused; the diary is as it was.
        """
        from tracker.storage.backup import replace_by  # noqa: PLC0415 - seldom needed

        self._pause()
        replace_by(copy, self._path, self._now(), self._secret())
        QTimer.singleShot(0, self.open_diary)

    def _copy_of_the_day(self) -> None:
        if self._copies is not None:
            self._copying = self._copies().of_the_day()
            self._watch_copying()

    def _watch_copying(self) -> None:
        """Say it above the page when the copy found damage in the diary itself."""
        if self._copying is not None and self._copying.is_alive():
            QTimer.singleShot(_ASK_COPYING, self, self._watch_copying)
            return
        damage = self._copies().damage() if self._copies is not None else None
        if damage is not None and isinstance(self._window, MainWindow):
            self._window.show_error(damage)

    def _pause(self) -> None:
        if self._session is not None:
            self._session.pause()

    def _look_again(self) -> None:
        """Empty the bin of what is too old, and look out for a stick that was plugged in."""
        self._copy_timer.start(_LOOK_AGAIN)
        self._warn_of_network()
        # A moment that was only asked for must not delete what is not really old.
        if self._session is not None and self._options.now is None:
            self._session.clear_bin()

    def _warn_of_network(self) -> None:
        """Say once that the diary lies on another computer's disk."""
        from tracker.storage.network_folders import is_on_network  # noqa: PLC0415 - not at the start

        if self._warned or not isinstance(self._window, MainWindow):
            return
        self._warned = True
        if is_on_network(self._path):
            words = self.tr(
                "Your diary lies in a network folder. Open it on one computer at a time, and keep "
                "copies in another place too."
            )
            self._window.show_toast(Message(words))

    def _delete_everything(self, *, with_copies: bool) -> None:
        self._without().delete_everything(with_copies=with_copies)

    def _choose_other(self) -> None:
        self._without().choose_other()

    def _build_anew(self) -> None:
        from tracker.app.anew import in_same_place  # noqa: PLC0415 - seldom

        QTimer.singleShot(0, lambda: in_same_place(lambda: self._window, self.open_diary))

    def _now(self) -> "datetime":
        from datetime import datetime  # noqa: PLC0415 - where no diary is open yet

        return self._options.now or datetime.now().astimezone()

    def _use(self, path: Path) -> None:
        self._path = path
        self._watched().remember(None)

    def _without(self) -> "WithoutDiary":
        from tracker.app.without_diary import ProgramHooks, WithoutDiary  # noqa: PLC0415 - seldom

        _show_faults()
        if self._pages is None:
            hooks = ProgramHooks(
                path=lambda: self._path,
                use=self._use,
                open_diary=self.open_diary,
                go_back=self._go_back,
                pause=self._pause,
                let_go=self._let_go,
                passphrase=self._secret,
                remember=self._watched().remember,
                clock=self._now,
                show=self._show,
            )
            self._pages = WithoutDiary(hooks, self._settings, self)
        return self._pages

    def _show(self, window: QWidget, *, keep_before: bool = False) -> None:
        before = self._window
        self._window = window
        if not isinstance(window, MainWindow):
            from tracker.ui.one_page_window import make_window_of  # noqa: PLC0415 - seldom

            make_window_of(window)
        if before is None:
            window.resize(USUAL)
        else:
            window.setGeometry(before.geometry())
        window.show()
        if before is not None and keep_before:
            before.hide()
        elif before is not None:
            before.close()
            before.deleteLater()

    def _let_go(self) -> None:
        self._copy_timer.stop()
        self._copy_timer.deleteLater()
        self._copy_timer = QTimer(self, singleShot=True)
        if self._session is not None:
            self._session.close()
            self._session = None
        if self._guard is not None:
            self._guard.let_go()


def _show_faults() -> None:
    from tracker.ui.crash import install  # noqa: PLC0415 - its dialog comes after the first paint

    install()
