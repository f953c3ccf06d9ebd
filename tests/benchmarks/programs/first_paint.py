"""Waits for the first paint of a window that is being shown."""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Notes when a window was first painted, or anything in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at_ns = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at_ns:
            self.at_ns = time.time_ns()
        return super().eventFilter(watched, event)


def show_until_painted(window: QWidget) -> int:
    """Show the window, return the moment of its first paint in nanoseconds."""
    paint = FirstPaint(window)
    window.show()
    while not paint.at_ns:
        QApplication.processEvents()
    return paint.at_ns
