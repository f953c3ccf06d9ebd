"""Hears when the system locks its screen or goes to sleep, in the way of the system it runs on."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from tracker.app.system_locks.listener import LockListener


class SystemLock(QObject):
    """Tells when nobody is at the screen any more; where the system does not tell, never.

    Args:
        listener: Hears the system; None where no way is known. It becomes this object's own.

    Signals:
        locked: The screen was locked, or the computer goes to sleep. Told when the system's own
            call is over, so that windows may be hidden at once.
    """

    locked = Signal()

    def __init__(self, listener: LockListener | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = listener
        if listener is None:
            return
        listener.setParent(self)
        listener.locked.connect(self.locked, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            # Before Python goes: the system must not call what is no longer there.
            application.aboutToQuit.connect(self.close)
        try:
            listener.listen()
        except (OSError, AttributeError):  # a system that refuses: idle minutes and hand lock
            return

    def close(self) -> None:
        """Hear no more."""
        if self._listener is not None:
            self._listener.close()


def system_lock(parent: QObject | None) -> SystemLock:
    """Return what hears this computer, as far as it speaks."""
    return SystemLock(_listener_of(sys.platform), parent)


def _listener_of(platform: str) -> LockListener | None:
    """Return what hears such a system (named as in `sys.platform`); only its module is imported."""
    if platform == "linux":
        from tracker.app.system_locks.linux import LinuxListener  # noqa: PLC0415 - Linux alone

        return LinuxListener()
    if platform == "win32":
        from tracker.app.system_locks.windows import WindowsListener  # noqa: PLC0415 - there alone

        return WindowsListener()
    if platform == "darwin":
        from tracker.app.system_locks.macos import MacListener  # noqa: PLC0415 - macOS alone

        return MacListener()
    return None
