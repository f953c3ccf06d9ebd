"""What the listeners of all systems have in common."""

from PySide6.QtCore import QObject, Signal


class LockListener(QObject):
    """Hears one system, from `listen` until `close`.

    Signals:
        locked: The screen was locked, or the computer goes to sleep. It may be told in the middle
            of the system's own call, where no window should be changed yet.
    """

    locked = Signal()

    def listen(self) -> None:
        """Begin to hear; asks nobody and waits for nobody.

        Raises:
            OSError: The system lacks the library that tells.
            AttributeError: That library lacks a function that is needed.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Hear no more; safe to call twice, and where nothing was ever heard."""
        raise NotImplementedError
