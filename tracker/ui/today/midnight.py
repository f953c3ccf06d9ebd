"""Notices that a new day has begun while the window stayed open."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_AT_THE_CLOCK_MS = 60_000


class Midnight(QObject):
    """Looks at the clock once a minute.

    Signals:
        passed: The day is another one than at the last look.
    """

    passed = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day: date = clock().date()
        self._timer = QTimer(self, interval=_LOOK_AT_THE_CLOCK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Compare the clock with the last look."""
        day = self._clock().date()
        if day != self._day:
            self._day = day
            self.passed.emit()
