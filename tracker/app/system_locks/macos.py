"""Hears on macOS that the screen was locked.

The system posts `com.apple.screenIsLocked` to all programs of the session; CoreFoundation's
notification center hands it on, in the run loop that Qt runs on as well.
"""

from collections.abc import Callable
from ctypes import CDLL, CFUNCTYPE, c_char_p, c_long, c_uint32, c_void_p
from typing import Any

from PySide6.QtCore import QObject

from tracker.app.system_locks.listener import LockListener

_CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_SCREEN_IS_LOCKED = b"com.apple.screenIsLocked"
_UTF8 = 0x08000100
_DELIVER_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately: in the background too

# Center, observer, name of the notification, object, details: all CoreFoundation's own.
_Callback = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)

_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "CFStringCreateWithCString": (c_void_p, [c_void_p, c_char_p, c_uint32]),
    "CFNotificationCenterGetDistributedCenter": (c_void_p, []),
    "CFNotificationCenterAddObserver": (
        None,
        [c_void_p, c_void_p, _Callback, c_void_p, c_void_p, c_long],
    ),
    "CFNotificationCenterRemoveEveryObserver": (None, [c_void_p, c_void_p]),
    "CFRelease": (None, [c_void_p]),
}


def core_foundation() -> Any:
    """Return CoreFoundation.

    Raises:
        OSError: This system has none.
    """
    return CDLL(_CORE_FOUNDATION)


class MacListener(LockListener):
    """Hears the notification center of the session.

    Args:
        library: Gives CoreFoundation, or what stands in for it.
    """

    def __init__(
        self, parent: QObject | None = None, library: Callable[[], Any] = core_foundation
    ) -> None:
        super().__init__(parent)
        self._library = library
        # Kept as long as the system may call it: it holds a bare pointer.
        self._callback = _Callback(self._hear)
        self._foundation: Any = None
        self._center: int | None = None

    def listen(self) -> None:
        """Hear from now on; nothing where the system has no such center.

        Raises:
            OSError: There is no CoreFoundation.
            AttributeError: It lacks a function.
        """
        foundation = self._library()
        for name, (result, arguments) in _SIGNATURES.items():
            function = getattr(foundation, name)
            function.restype, function.argtypes = result, arguments
        center = foundation.CFNotificationCenterGetDistributedCenter()
        name = foundation.CFStringCreateWithCString(None, _SCREEN_IS_LOCKED, _UTF8)
        if not name:
            return
        if center:
            foundation.CFNotificationCenterAddObserver(
                center, id(self), self._callback, name, None, _DELIVER_AT_ONCE
            )
            self._foundation, self._center = foundation, center
        foundation.CFRelease(name)  # the center keeps its own

    def close(self) -> None:
        """Hear no more."""
        if self._center is not None:
            self._foundation.CFNotificationCenterRemoveEveryObserver(self._center, id(self))
            self._foundation, self._center = None, None

    def _hear(self, *_: object) -> None:
        # Nothing else is asked for, so whatever comes is the lock.
        self.locked.emit()
