"""Runs one piece of work beside the window; a newer one takes the place of an older one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from tracker.errors import TrackerError


class _Signals(QObject):
    finished = Signal(int, object)
    refused = Signal(int, object)


class _Work(QRunnable):
    def __init__(self, number: int, make: Callable[[], object]) -> None:
        super().__init__()
        self._number, self._make = number, make
        self.signals = _Signals()

    @Slot()
    def run(self) -> None:
        try:
            made = self._make()
        except TrackerError as error:
            self.signals.refused.emit(self._number, error)
        else:
            self.signals.finished.emit(self._number, made)


class Background(QObject):
    """Does the latest thing asked for; what was asked for before is dropped when it arrives.

    Signals:
        made: The latest work is done; carries what it returned.
        refused: It was refused; carries the `TrackerError`.
    """

    made = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._latest = 0

    def start(self, make: Callable[[], object]) -> None:
        """Begin a piece of work; `make` touches no widget."""
        self._latest += 1
        self._pool.clear()
        work = _Work(self._latest, make)
        work.signals.finished.connect(self._finish)
        work.signals.refused.connect(self._refuse)
        self._pool.start(work)

    def wait(self) -> None:
        """Return when nothing is running any more; called before the diary is closed."""
        self._pool.clear()
        self._pool.waitForDone()

    def _finish(self, number: int, made: object) -> None:
        if number == self._latest:
            self.made.emit(made)

    def _refuse(self, number: int, error: object) -> None:
        if number == self._latest:
            self.refused.emit(error)
