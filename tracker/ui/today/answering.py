"""Stores what is answered in the check-in, and remembers what could not be stored."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from tracker.services.changes import Saved, SavedDay
from tracker.services.companion import Companion
from tracker.ui.today import answer_words
from tracker.ui.today.rows import RowState
from tracker.ui.today.saver import Saver, Stored

_SEVERE = 3


class Answering(QObject):
    """One day's answers, from the list of symptoms or from one symptom at a time.

    Signals:
        saved: The id of a symptom whose answer is on the disk.
        not_saved: Some answer is only on the screen.
        refused: The diary keeps what it had; the screen must show that again.
    """

    saved = Signal(str)
    not_saved = Signal()
    refused = Signal()

    def __init__(
        self,
        companion: Companion,
        saver: Saver,
        parent: QObject,
        one_at_a_time: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._companion, self._saver, self._one_at_a_time = companion, saver, one_at_a_time
        self._day = companion.clock().date()
        self._unsaved: dict[tuple[date, str], int] = {}

    def set_day(self, day: date) -> None:
        """Say which day is open."""
        self._day = day

    @property
    def unsaved(self) -> Mapping[str, int]:
        """The answers about the opened day that are only on the screen, by symptom."""
        return {symptom: n for (day, symptom), n in self._unsaved.items() if day == self._day}

    def answer(self, symptom: str, severity: int) -> None:
        """Store an answer of 0 to 4."""
        store = partial(self._companion.diary.answer, symptom, severity, day=self._day)
        if self._saver.attempt(store, self._answer_said, soon=True):
            self._unsaved.pop((self._day, symptom), None)
            self.saved.emit(symptom)
        else:
            self._unsaved[self._day, symptom] = severity
        if self.unsaved:
            self.not_saved.emit()

    def clear(self, symptom: str) -> None:
        """Take the answer away."""
        self._unsaved.pop((self._day, symptom), None)
        clear = partial(self._companion.diary.clear, symptom, self._day)
        if not self._saver.attempt(clear, lambda _: self.tr("Answer taken away")):
            self.refused.emit()

    def skip(self, symptom: str) -> bool:
        """Store that the person would rather not say; False when that was refused."""
        skip = partial(self._companion.diary.answer, symptom, None, day=self._day)
        return self._saver.attempt(skip, self._answer_said, soon=True)

    def flag(self, row: RowState, flags: tuple[str, ...]) -> None:
        """Store the same answer with these details."""
        severity = row.answer.severity if row.answer else None
        answer = self._companion.diary.answer
        self._saver.attempt(
            partial(answer, row.symptom, severity, day=self._day, flags=flags), self._answer_said
        )

    def copy_yesterday(self, rows: Sequence[RowState]) -> None:
        """Copy what has no answer yet; severe answers are asked anew."""
        waiting = [row for row in rows if row.yesterday and not row.answer]
        severe = [r.name for r in waiting if r.yesterday and (r.yesterday.severity or 0) >= _SEVERE]
        symptoms = [row.symptom for row in waiting]
        self._saver.attempt(
            partial(self._companion.diary.same_as_yesterday, self._day, symptoms),
            lambda stored: answer_words.copied_line(_count(stored), severe),
        )

    def mark_none(self, symptoms: Sequence[str]) -> None:
        """Answer 0 where there is no answer yet."""
        self._saver.attempt(
            partial(self._companion.diary.all_absent, self._day, symptoms),
            lambda stored: self.tr("Marked none: {n}").format(n=_count(stored)),
        )

    def try_again(self) -> None:
        """Store what was refused."""
        waiting = self.unsaved
        for symptom, severity in waiting.items():
            self.answer(symptom, severity)
        if not waiting:
            self._saver.try_again()

    def _answer_said(self, stored: Stored) -> str:
        """Return what to say; nothing where the next question says it, and Back leads back."""
        if self._one_at_a_time():
            return ""
        entry = stored.entry if isinstance(stored, Saved) else None
        return answer_words.saved_entry(entry, self._companion.library.symptoms)


def _count(stored: Stored) -> int:
    return len(stored.entries) if isinstance(stored, SavedDay) else 0
