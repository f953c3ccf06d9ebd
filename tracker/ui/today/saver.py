"""Stores what a person does on the page, and keeps the way back and the way to try again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

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
        self._told_later = Changes()
        self._said_later: Callable[[], None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    def store(self, action: Callable[[], Stored], said: Words, *, soon: bool = False) -> None:
        """Store, then tell everybody and offer the way back.

        Args:
            action: Stores, and returns after the commit.
            said: What the toast says about it.
            soon: Tell the others, and say so, when the window is idle: quick taps do not wait.

        Raises:
            TrackerError: Nothing was stored.
        """
        result = action()
        changes = result if isinstance(result, Changes) else result.changes
        self._again = None
        self.stored.emit()
        self._told_later |= changes
        tell = self.plainly_said if changes == Changes() else self.said
        self._said_later = lambda: tell.emit(said(result))
        if soon:
            self._soon.start()
        else:
            self._tell()

    def tell(self, changes: Changes) -> None:
        """Tell everybody about something that another part of the window stored."""
        self._told_later |= changes
        self._tell()

    def attempt(self, action: Callable[[], Stored], said: Words, *, soon: bool = False) -> bool:
        """Store; where that is refused, say so and keep the way to try again."""
        try:
            self.store(action, said, soon=soon)
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
        self._told_later |= changes
        self._said_later = lambda: self.plainly_said.emit(self.tr("Taken back"))
        self._tell()

    def _tell(self) -> None:
        changes, self._told_later = self._told_later, Changes()
        say, self._said_later = self._said_later, None
        if changes != Changes():
            self._notifier.tell(changes)
        if say is not None:
            say()
