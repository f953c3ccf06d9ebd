"""Hears on Windows that the session leaves its screen or the computer goes to sleep.

The messages are those of WTSRegisterSessionNotification (wtsapi32) and WM_POWERBROADCAST, as
Microsoft's reference of the Windows API names and numbers them.
"""

from collections.abc import Callable
from ctypes import CDLL, c_int, c_uint32, c_void_p
from ctypes.wintypes import MSG
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QWindow

from tracker.app.system_locks.listener import LockListener

_MESSAGE_KINDS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")
_WM_WTSSESSION_CHANGE, _WM_POWERBROADCAST = 0x02B1, 0x0218
_PBT_APMSUSPEND = 0x0004
_WTS_CONSOLE_DISCONNECT, _WTS_REMOTE_DISCONNECT, _WTS_SESSION_LOCK = 0x2, 0x4, 0x7
_NOTIFY_FOR_THIS_SESSION = 0
_GO_ON = (False, 0)

_LEAVES_THE_SCREEN = frozenset(
    {
        (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK),
        # Another account took the screen, or a remote desktop was left: only a password leads back.
        (_WM_WTSSESSION_CHANGE, _WTS_CONSOLE_DISCONNECT),
        (_WM_WTSSESSION_CHANGE, _WTS_REMOTE_DISCONNECT),
        (_WM_POWERBROADCAST, _PBT_APMSUSPEND),
    }
)


def leaves_the_screen(message: int, w_param: int) -> bool:
    """Tell whether a window's message says that nobody is at the screen any more.

    Args:
        message: The number of the message (WM_…).
        w_param: Its first parameter: which change of the session, or of the power.
    """
    return (message, w_param) in _LEAVES_THE_SCREEN


def session_library() -> Any:
    """Return wtsapi32.

    Raises:
        OSError: This system has none.
    """
    # Not WinDLL, which differs on 32-bit Windows alone, where Qt 6 does not run.
    return CDLL("wtsapi32")


class WindowsListener(LockListener):
    """Hears what Windows tells a hidden window of its own.

    Its own, because the handle of a window that is shown may be made anew. It must not be a
    message-only one: sleep is told to windows of the top level alone.

    Args:
        library: Gives wtsapi32, or what stands in for it.
    """

    def __init__(
        self, parent: QObject | None = None, library: Callable[[], Any] = session_library
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._window: QWindow | None = None
        self._filter: _MessageFilter | None = None
        self._unregister: Callable[[c_void_p], object] | None = None

    def listen(self) -> None:
        """Hear sleep, and where the library agrees the lock as well.

        Raises:
            OSError: There is no such library; sleep is heard all the same.
            AttributeError: The library lacks a function; sleep is heard all the same.
        """
        self._window = QWindow()
        self._window.create()
        self._filter = _MessageFilter(self.locked.emit)
        _application().installNativeEventFilter(self._filter)
        register, unregister = _session_functions(self._library())
        if register(self._handle(), _NOTIFY_FOR_THIS_SESSION):
            self._unregister = unregister

    def close(self) -> None:
        """Hear no more; the window goes last, as the system asks."""
        if self._unregister is not None:
            self._unregister(self._handle())
            self._unregister = None
        if self._filter is not None:
            _application().removeNativeEventFilter(self._filter)
            self._filter = None
        if self._window is not None:
            self._window.destroy()
            self._window = None

    def _handle(self) -> c_void_p:
        return c_void_p(None if self._window is None else int(self._window.winId()))


class _MessageFilter(QAbstractNativeEventFilter):
    """Reads every message of this program's windows and keeps none from Qt."""

    def __init__(self, tell: Callable[[], object]) -> None:
        super().__init__()
        self._tell = tell

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> tuple[bool, int]:
        if event_type in _MESSAGE_KINDS and (address := _address(message)):
            told = MSG.from_address(address)
            if leaves_the_screen(told.message, told.wParam):
                self._tell()
        return _GO_ON


def _address(pointer: Any) -> int:
    """Return where a pointer of Qt points, 0 for nowhere.

    It is a wrapped one where the stubs say int, which must not be asked whether it is true; a null
    pointer comes as None.
    """
    return 0 if pointer is None else int(pointer)


def _session_functions(library: Any) -> tuple[Any, Any]:
    register = library.WTSRegisterSessionNotification
    register.argtypes, register.restype = [c_void_p, c_uint32], c_int
    unregister = library.WTSUnRegisterSessionNotification
    unregister.argtypes, unregister.restype = [c_void_p], c_int
    return register, unregister


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("The messages of windows are heard by a running program alone.")
    return application
