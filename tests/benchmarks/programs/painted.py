"""Notes when something on a page was painted."""

import time

from PySide6.QtCore import QEvent, QObject


class Painted(QObject):
    """Watches a widget; `times` are the moments of its paints."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() is QEvent.Type.Paint:
            self.times.append(time.perf_counter())
        return False
