"""A diary page that was filled in with a pen, typed in: everything on it at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.entries import (
    AnyEntry,
    NoteEntry,
    QuestionEntry,
    SymptomEntry,
    TemperatureEntry,
)
from tracker.domain.measurements import TemperatureUnit, number_and_unit, parse_temperature
from tracker.domain.symptoms import check_answer
from tracker.errors import NotUnderstoodError
from tracker.services.answers import state_of
from tracker.services.changes import SavedDay
from tracker.services.desk import Desk
from tracker.services.measuring import TEMPERATURE_FLAGS
from tracker.services.recording import Recorder

PageAnswers = Mapping[tuple[str, date], int | None]


@dataclass(frozen=True, slots=True)
class PageReading:
    """One temperature of a page.

    Attributes:
        typed: As it was typed.
        unit: In which it was read.
        after_medicine: Whether it came after a medicine that lowers fever.
    """

    typed: str
    unit: TemperatureUnit = TemperatureUnit.CELSIUS
    after_medicine: bool = False


@dataclass(frozen=True, slots=True)
class PageTexts:
    """What was written in words on a page, by day.

    Attributes:
        notes: About the day.
        questions: For the next visit.
    """

    notes: Mapping[date, str] = field(default_factory=dict)
    questions: Mapping[date, str] = field(default_factory=dict)


class PageEntry:
    """Stores pages; one undo takes a whole page back."""

    _desk: Desk
    _recorder: Recorder

    def fill_page(
        self,
        answers: PageAnswers,
        *,
        temperatures: Mapping[date, PageReading] | None = None,
        texts: PageTexts | None = None,
        by: str | None = None,
    ) -> SavedDay:
        """Store what was typed from a page, each entry about its own day, all or nothing.

        Args:
            answers: Severity by symptom and day; None is "I'd rather not say".
            temperatures: By day.
            texts: Notes and questions.
            by: Who types.

        Raises:
            NotUnderstoodError: One of them cannot be right; says which; nothing was saved.
        """
        entries: list[AnyEntry] = []
        for (symptom, day), severity in answers.items():
            check_answer(symptom, (), self._desk.library.symptoms)
            stamp = self._recorder.stamp(day, by)
            entries.append(
                SymptomEntry(**stamp, symptom=symptom, state=state_of(severity), severity=severity)
            )
        for day, reading in (temperatures or {}).items():
            entries.append(self._reading(day, reading, by))
        for kind, written in _by_kind(texts):
            for day, text in written.items():
                entries.append(kind(**self._recorder.stamp(day, by), text=text.strip()))
        changes = self._recorder.replace(added=entries, removed=())
        return SavedDay(tuple(entries), changes)

    def _reading(self, day: date, reading: PageReading, by: str | None) -> TemperatureEntry:
        try:
            temperature = parse_temperature(reading.typed, reading.unit)
        except NotUnderstoodError as error:
            raise NotUnderstoodError(f"{day.isoformat()}: {error}") from error
        stamp = self._recorder.stamp(day, by)
        flags = TEMPERATURE_FLAGS if reading.after_medicine else ()
        typed, _ = number_and_unit(reading.typed)
        return TemperatureEntry(**stamp, temperature=temperature, flags=flags, typed=typed)


def _by_kind(
    texts: PageTexts | None,
) -> tuple[tuple[type[NoteEntry] | type[QuestionEntry], Mapping[date, str]], ...]:
    if texts is None:
        return ()
    return ((NoteEntry, texts.notes), (QuestionEntry, texts.questions))
