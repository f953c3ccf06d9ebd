"""Stores what a person does on the page, and keeps the way back and the way to try again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tracker.errors import TrackerError
from tracker.services.changes import Changes, Saved, SavedDay
from tracker.services.symptom_diary import SymptomDiary
from tracker.ui.notifier import Notifier

Stored = Saved | SavedDay | Changes
Words = Callable[[Stored], str]


class Saver(QObject):
    """One action at a time, straight to the disk.

    Signals:
        said: A line for the toast, with Undo.
        plainly_said: A line for the toast; there is nothing to take back.
        failed: A `TrackerError`; nothing was stored.
        stored: Something is on the disk.
    """

    said = Signal(str)
    plainly_said = Signal(str)
    failed = Signal(object)
    stored = Signal()

    def __init__(self, diary: SymptomDiary, notifier: Notifier, parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._notifier = diary, notifier
        self._again: Callable[[], object] | None = None

    def store(self, action: Callable[[], Stored], said: Words) -> None:
        """Store, then tell everybody and offer the way back.

        Raises:
            TrackerError: Nothing was stored.
        """
        result = action()
        changes = result if isinstance(result, Changes) else result.changes
        self._again = None
        self.stored.emit()
        self._notifier.tell(changes)
        tell = self.plainly_said if changes == Changes() else self.said
        tell.emit(said(result))

    def attempt(self, action: Callable[[], Stored], said: Words) -> bool:
        """Store; where that is refused, say so and keep the way to try again."""
        try:
            self.store(action, said)
        except TrackerError as error:
            self.refuse(error, lambda: self.attempt(action, said))
            return False
        return True

    def refuse(self, error: TrackerError, again: Callable[[], object]) -> None:
        """Say that nothing was stored; `again` does the same once more."""
        self._again = again
        self.failed.emit(error)

    def try_again(self) -> None:
        """Do once more what was refused last."""
        if self._again is not None:
            self._again()

    def undo(self) -> None:
        """Take back the last thing stored in this session."""
        try:
            changes = self._diary.undo_last()
        except TrackerError as error:
            self.refuse(error, self.undo)
            return
        if changes is None:
            self.plainly_said.emit(self.tr("There is nothing to take back"))
            return
        self._notifier.tell(changes)
        self.plainly_said.emit(self.tr("Taken back"))
