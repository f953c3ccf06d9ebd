"""Runs one piece of work beside the window; a newer one takes the place of an older one."""

from collections.abc import Callable
from threading import Lock, Thread

from PySide6.QtCore import QObject, Qt, Signal, Slot

from tracker.errors import TrackerError


class _Bell(QObject):
    rung = Signal(int, object, object)


# Two small objects for each window, for the whole run. Rung from a thread that outlives its window,
# a bell must still be there; and a thread that destroys one, as the end of a QRunnable of Qt's pool
# does, takes the program along with it.
_bells: list[_Bell] = []


class Background(QObject):
    """Does the latest thing asked for; what was asked for before is dropped when it arrives.

    Work that runs while the window closes is finished: Python waits for it at its end.

    Signals:
        made: The latest work is done; carries what it returned.
        refused: It was refused; carries the `TrackerError`.
    """

    made = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bell = _Bell()
        _bells.append(self._bell)
        self._bell.rung.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._one_at_a_time = Lock()
        self._threads: list[Thread] = []
        self._latest = [0]  # a thread looks at it, and must not at a window that has gone

    def start(self, make: Callable[[], object]) -> None:
        """Begin a piece of work; `make` touches no widget."""
        self._latest[0] += 1
        number, latest, bell, turn = self._latest[0], self._latest, self._bell, self._one_at_a_time

        def work() -> None:
            with turn:
                if number != latest[0]:
                    return
                try:
                    made, refusal = make(), None
                except TrackerError as error:
                    made, refusal = None, error
                bell.rung.emit(number, made, refusal)

        self._threads = [each for each in self._threads if each.is_alive()]
        self._threads.append(Thread(target=work))
        self._threads[-1].start()

    def wait(self) -> None:
        """Return when nothing is running any more; called before the diary is closed."""
        for each in self._threads:
            each.join()

    @Slot(int, object, object)
    def _tell(self, number: int, made: object, refusal: object) -> None:
        if number != self._latest[0]:
            return
        if refusal is None:
            self.made.emit(made)
        else:
            self.refused.emit(refusal)
