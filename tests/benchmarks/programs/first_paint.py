"""Tells when a window that was shown is first painted."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Prints the milliseconds from `begun_ns` until its widget is painted whole, then ends."""

    def __init__(self, window: QWidget, begun_ns: int) -> None:
        super().__init__(window)
        self._begun_ns = begun_ns
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._begun_ns:
            begun_ns, self._begun_ns = self._begun_ns, 0
            # The event comes before anything is drawn; what lies within is drawn after it.
            QTimer.singleShot(0, lambda: _tell(begun_ns))
        return super().eventFilter(watched, event)


def _tell(begun_ns: int) -> None:
    print((time.time_ns() - begun_ns) / 1e6)
    QApplication.quit()
