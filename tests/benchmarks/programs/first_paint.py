"""Tells when a window that was shown is first painted."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Prints the milliseconds since `begun_ns` when its window is painted, and ends the program."""

    def __init__(self, window: QWidget, begun_ns: int) -> None:
        super().__init__(window)
        self._begun_ns = begun_ns
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._begun_ns:
            print((time.time_ns() - self._begun_ns) / 1e6)
            self._begun_ns = 0
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)
