"""Words and appointments: questions, notes, medicines, who was told, visits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from tracker.domain.entries import (
    AppointmentEntry,
    ContactEntry,
    MedicineEntry,
    NoteEntry,
    QuestionEntry,
)
from tracker.domain.entry_words import Helped
from tracker.domain.symptoms import check_answer
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Saved
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery
from tracker.services.recording import Recorder


class Writing:
    """Stores what was written or arranged."""

    _desk: Desk
    _recorder: Recorder

    def medicine(
        self,
        name: str,
        *,
        amount: str | None = None,
        for_symptom: str | None = None,
        day: date | None = None,
        by: str | None = None,
    ) -> Saved:
        """Store a medicine that was taken; free text, never checked."""
        if for_symptom is not None:
            check_answer(for_symptom, (), self._desk.library.symptoms)
        stamp = self._recorder.stamp(day, by)
        return self._recorder.save(
            MedicineEntry(**stamp, name=name, amount=amount or None, for_symptom=for_symptom)
        )

    def did_it_help(self, entry_id: UUID, helped: Helped | None) -> Saved:
        """Add whether a medicine helped; None takes that back. All else stays as it was.

        Raises:
            NotUnderstoodError: There is no such entry.
        """
        taken = self._recorder.find(entry_id)
        if not isinstance(taken, MedicineEntry):
            raise NotUnderstoodError("This entry is not a medicine; nothing was changed.")
        said = replace(taken, helped=helped)
        return Saved(said, self._recorder.change(said))

    def question(self, text: str, *, day: date | None = None, by: str | None = None) -> Saved:
        """Store a question for the next visit."""
        return self._recorder.save(QuestionEntry(**self._recorder.stamp(day, by), text=text))

    def main_concern(self) -> QuestionEntry | None:
        """Return what weighs most on the person now; None while she has not said so."""
        said = [question for question in self.questions_open() if question.main_concern]
        return said[-1] if said else None

    def say_main_concern(self, text: str, *, by: str | None = None) -> Saved | None:
        """Put this in the place of the main concern; an empty text takes it back.

        Returns None when there was none to take back.
        """
        before = self.main_concern()
        removed = () if before is None else (before,)
        words = text.strip()
        if not words:
            if before is None:
                return None
            return Saved(before, self._recorder.replace(added=(), removed=removed))
        stamp = self._recorder.stamp(None, by)
        said = QuestionEntry(**stamp, text=words, main_concern=True)
        return Saved(said, self._recorder.replace(added=(said,), removed=removed))

    def answer_question(self, entry_id: UUID, text: str) -> Saved:
        """Store what the team answered; an empty text opens the question again.

        Raises:
            NotUnderstoodError: There is no such question.
        """
        question = self._recorder.find(entry_id)
        if not isinstance(question, QuestionEntry):
            raise NotUnderstoodError("This entry is not a question; nothing was changed.")
        answered = replace(question, answer=text.strip() or None)
        return Saved(answered, self._recorder.change(answered))

    def note(self, text: str, *, day: date | None = None, by: str | None = None) -> Saved:
        """Store free text about a day."""
        return self._recorder.save(NoteEntry(**self._recorder.stamp(day, by), text=text))

    def appointment(
        self, title: str, starts_at: datetime, *, day: date | None = None, by: str | None = None
    ) -> Saved:
        """Store an appointment at a moment with offset, past or to come."""
        stamp = self._recorder.stamp(day, by)
        return self._recorder.save(AppointmentEntry(**stamp, title=title, starts_at=starts_at))

    def contact(
        self,
        who: str,
        *,
        text: str | None = None,
        alerts: Sequence[str] | None = None,
        day: date | None = None,
        by: str | None = None,
    ) -> Saved:
        """Store that the team was told.

        Args:
            who: Whom.
            text: What they said.
            alerts: Of which rules; None: of all that were shown; empty: of something else, such
                as an appointment, so that nothing counts as told.
            day: The day it is about; None: today.
            by: Who writes; None: who opened the diary.
        """
        told = None if alerts is None else tuple(alerts)
        stamp = self._recorder.stamp(day, by)
        return self._recorder.save(ContactEntry(**stamp, who=who, text=text or None, alerts=told))

    def what_they_said(self, entry_id: UUID, text: str) -> Saved:
        """Add what the team said to what they were told; moment and alerts stay as they were.

        Raises:
            NotUnderstoodError: There is no such entry.
        """
        told = self._recorder.find(entry_id)
        if not isinstance(told, ContactEntry):
            raise NotUnderstoodError("This entry is not a call to your team; nothing was changed.")
        said = replace(told, id=uuid4(), text=text.strip() or None)
        return Saved(said, self._recorder.replace(added=(said,), removed=(told,)))

    def questions_open(self) -> tuple[QuestionEntry, ...]:
        """Return the questions that have no answer yet, oldest first."""
        query = EntryQuery(kinds=("question",), written_until=self._desk.now())
        entries = self._desk.storage.entries(self._desk.person_id, query)
        return tuple(
            entry for entry in entries if isinstance(entry, QuestionEntry) and not entry.answer
        )
