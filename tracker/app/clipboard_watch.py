"""Takes back what was copied out of the diary, before somebody else pastes it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

STAYS_MS = 30_000


class ClipboardWatch(QObject):
    """Clears what this program put on the clipboard after 30 seconds, if it is still there.

    What another program copied meanwhile is never touched. Text that is marked with the mouse is
    on a clipboard of its own on Linux; it goes the same way.
    """

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timers: dict[QClipboard.Mode, QTimer] = {}
        clipboard.changed.connect(self._count)

    def clear(self) -> None:
        """Clear now what is still ours: the diary is being locked or closed."""
        for mode in tuple(self._timers):
            self._clear(mode)

    def _owns(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Clipboard:
            return self._clipboard.ownsClipboard()
        return mode is QClipboard.Mode.Selection and self._clipboard.ownsSelection()

    def _count(self, mode: QClipboard.Mode) -> None:
        before = self._timers.pop(mode, None)
        if before is not None:
            before.deleteLater()
        if self._owns(mode) and self._clipboard.text(mode):
            timer = self._timers[mode] = QTimer(self, singleShot=True, interval=STAYS_MS)
            timer.timeout.connect(self._look)
            timer.start()

    def _look(self) -> None:
        for mode, timer in tuple(self._timers.items()):
            if not timer.isActive():
                self._clear(mode)

    def _clear(self, mode: QClipboard.Mode) -> None:
        self._timers.pop(mode).deleteLater()
        if self._owns(mode):
            self._clipboard.clear(mode)
