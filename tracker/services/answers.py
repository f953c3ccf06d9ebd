"""Answers about symptoms: one tap, one entry; a later answer about the same day counts instead."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from tracker.domain.entries import AnswerState, AnyEntry, MedicineEntry, SymptomEntry
from tracker.domain.entry_words import EnteredAs
from tracker.domain.symptoms import check_answer
from tracker.services.changes import Changes, Saved, SavedDay
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery
from tracker.services.recording import Recorder

_SEVERE = 3


@dataclass(frozen=True, slots=True)
class DayRecord:
    """What the diary holds about one day.

    Attributes:
        answers: The standing answer per symptom id.
        yesterday: The standing answers of the day before.
        others: All other entries about the day, by moment.
        corrected: The latest answer that said something else, by the id of the standing one.
        medicines: Taken on that day or the day before, by moment.
        others_said: The latest answer that another writer gave and that says something else than
            the standing one, per symptom id.
    """

    day: date
    answers: dict[str, SymptomEntry]
    yesterday: dict[str, SymptomEntry]
    others: tuple[AnyEntry, ...]
    corrected: dict[UUID, SymptomEntry] = field(default_factory=dict)
    medicines: tuple[MedicineEntry, ...] = ()
    others_said: dict[str, SymptomEntry] = field(default_factory=dict)


class Answers:
    """Asks and answers about symptoms."""

    _desk: Desk
    _recorder: Recorder

    def answer(  # noqa: PLR0913 - one answer has this many parts
        self,
        symptom: str,
        severity: int | None,
        *,
        day: date | None = None,
        flags: Sequence[str] = (),
        note: str | None = None,
        by: str | None = None,
    ) -> Saved:
        """Store an answer; severity 0 to 4, None for "I'd rather not say".

        Raises:
            NotUnderstoodError: Unknown symptom, flag or severity, or a day still to come.
        """
        check_answer(symptom, flags, self._desk.library.symptoms)
        stamp = self._recorder.stamp(day, by)
        return self._recorder.save(
            SymptomEntry(
                **stamp,
                symptom=symptom,
                state=state_of(severity),
                severity=severity,
                flags=tuple(dict.fromkeys(flags)),
                note=note or None,
            )
        )

    def clear(self, symptom: str, day: date) -> Changes:
        """Take all answers about this symptom and day away, as if nobody had asked."""
        answers = [entry for entry in self._answers(day, day) if entry.symptom == symptom]
        return self._recorder.replace(added=(), removed=answers)

    def day(self, day: date) -> DayRecord:
        """Return what the diary holds about a day, and the answers of the day before."""
        before = day - timedelta(days=1)
        entries = self._entries(before, day)
        answers = [entry for entry in entries if isinstance(entry, SymptomEntry)]
        of_the_day = [entry for entry in answers if entry.day == day]
        return DayRecord(
            day,
            {entry.symptom: entry for entry in of_the_day},
            {entry.symptom: entry for entry in answers if entry.day == before},
            tuple(e for e in entries if e.day == day and not isinstance(e, SymptomEntry)),
            _corrected(of_the_day),
            tuple(entry for entry in entries if isinstance(entry, MedicineEntry)),
            _others_said(of_the_day),
        )

    def same_as_yesterday(
        self,
        day: date,
        symptoms: Sequence[str],
        *,
        copy_severe: bool = False,
        by: str | None = None,
    ) -> SavedDay:
        """Copy yesterday's answers about `symptoms` that have none today.

        Severe answers (3 and 4) are left out unless `copy_severe`, so that they are asked anew.
        Flags and notes belong to their own day and are not copied. The copies say that they are.
        """
        record = self.day(day)
        answers: dict[str, int] = {}
        for symptom in symptoms:
            before = record.yesterday.get(symptom)
            if symptom in record.answers or before is None or before.severity is None:
                continue
            if before.severity < _SEVERE or copy_severe:
                answers[symptom] = before.severity
        found = self._together(day, answers, EnteredAs.COPIED, by)
        return self._save_together(found, symptoms)

    def all_absent(self, day: date, symptoms: Sequence[str], *, by: str | None = None) -> SavedDay:
        """Answer 0 for those of `symptoms` that have no answer about the day yet, and say so."""
        record = self.day(day)
        answers = {symptom: 0 for symptom in symptoms if symptom not in record.answers}
        found = self._together(day, answers, EnteredAs.ALL_NONE, by)
        return self._save_together(found, symptoms)

    def _together(
        self, day: date, answers: dict[str, int], how: EnteredAs, by: str | None
    ) -> tuple[SymptomEntry, ...]:
        for symptom in answers:
            check_answer(symptom, (), self._desk.library.symptoms)
        return tuple(
            SymptomEntry(
                **self._recorder.stamp(day, by),
                symptom=symptom,
                state=state_of(severity),
                severity=severity,
                entered_as=how,
            )
            for symptom, severity in answers.items()
        )

    def _save_together(self, entries: tuple[SymptomEntry, ...], asked: Sequence[str]) -> SavedDay:
        changes = self._recorder.replace(added=entries, removed=())
        answered = {entry.symptom for entry in entries}
        return SavedDay(entries, changes, tuple(s for s in asked if s not in answered))

    def _answers(self, since: date, until: date) -> list[SymptomEntry]:
        entries = self._entries(since, until, kinds=("symptom",))
        return [entry for entry in entries if isinstance(entry, SymptomEntry)]

    def _entries(
        self, since: date, until: date, kinds: Sequence[str] | None = None
    ) -> tuple[AnyEntry, ...]:
        query = EntryQuery(since=since, until=until, kinds=kinds, written_until=self._desk.now())
        return self._desk.storage.entries(self._desk.person_id, query)


def _corrected(answers: Sequence[SymptomEntry]) -> dict[UUID, SymptomEntry]:
    """Return which answers took the place of which, among those of one day by moment."""
    standing = {entry.symptom: entry for entry in answers}
    return {
        standing[entry.symptom].id: entry
        for entry in answers
        if entry.severity != standing[entry.symptom].severity
    }


def _others_said(answers: Sequence[SymptomEntry]) -> dict[str, SymptomEntry]:
    """Return what other writers said last, among the answers of one day by moment."""
    standing = {entry.symptom: entry for entry in answers}
    return {
        entry.symptom: entry
        for entry in answers
        if entry.by != standing[entry.symptom].by
        and entry.severity != standing[entry.symptom].severity
    }


def state_of(severity: int | None) -> AnswerState:
    """Return the answer that a severity stands for; None is a skip."""
    if severity is None:
        return AnswerState.SKIPPED
    return AnswerState.PRESENT if severity else AnswerState.ABSENT
