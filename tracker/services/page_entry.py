"""A diary page that was filled in with a pen, typed in: everything on it at once."""

from collections.abc import Mapping
from datetime import date

from tracker.domain.entries import AnyEntry, SymptomEntry, TemperatureEntry
from tracker.domain.measurements import TemperatureUnit, parse_temperature
from tracker.domain.symptoms import check_answer
from tracker.errors import NotUnderstoodError
from tracker.services.answers import state_of
from tracker.services.changes import SavedDay
from tracker.services.desk import Desk
from tracker.services.recording import Recorder

PageAnswers = Mapping[tuple[str, date], int | None]


class PageEntry:
    """Stores pages; one undo takes a whole page back."""

    _desk: Desk
    _recorder: Recorder

    def fill_page(
        self,
        answers: PageAnswers,
        *,
        temperatures: Mapping[date, str] | None = None,
        unit: TemperatureUnit = TemperatureUnit.CELSIUS,
        by: str | None = None,
    ) -> SavedDay:
        """Store what was typed from a page, each entry about its own day, all or nothing.

        Args:
            answers: Severity by symptom and day; None is "I'd rather not say".
            temperatures: By day, as typed.
            unit: In which all of them were read.
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
        for day, typed in (temperatures or {}).items():
            entries.append(self._reading(day, typed, unit, by))
        changes = self._recorder.replace(added=entries, removed=())
        return SavedDay(tuple(entries), changes)

    def _reading(
        self, day: date, typed: str, unit: TemperatureUnit, by: str | None
    ) -> TemperatureEntry:
        try:
            reading = parse_temperature(typed, unit)
        except NotUnderstoodError as error:
            raise NotUnderstoodError(f"{day.isoformat()}: {error}") from error
        stamp = self._recorder.stamp(day, by)
        return TemperatureEntry(**stamp, temperature=reading, typed=typed.strip())
