"""The grid of severities: worst in each cycle, and beside it day by day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import AnswerState, SymptomEntry
from tracker.domain.trends import standing_answers
from tracker.report.content import AppendixPart, Cell, Gap, GridRow, More, SymptomGrid
from tracker.report.day_columns import NO_DAYS, DayColumns, day_columns
from tracker.report.inputs import ReportInputs
from tracker.report.wording import more_of, starting_small
from tracker.report.writers import writer_of, writers_among

_MOST_ROWS = 12
_MOST_CYCLES = 8
_MOST_CYCLES_IN_APPENDIX = 18


@dataclass(frozen=True, slots=True)
class _Column:
    """One cycle and its place in the rows of the history."""

    place: int
    span: CycleSpan


def symptom_grid(inputs: ReportInputs) -> tuple[SymptomGrid, tuple[AppendixPart, ...]]:
    """Return the grid; rows and cycles without room on the first page go to the next ones."""
    severities = _Severities(inputs)
    days = day_columns(inputs)
    columns = severities.answered_columns()
    shown, earlier = columns[-_MOST_CYCLES:], columns[:-_MOST_CYCLES]
    symptoms = severities.worst_first(shown, days)
    front, rest = symptoms[:_MOST_ROWS], symptoms[_MOST_ROWS:]
    appendix: list[AppendixPart] = []
    if rest:
        appendix.append(AppendixPart("Other side effects", grid=severities.grid(rest, shown, days)))
    for start in range(0, len(earlier), _MOST_CYCLES_IN_APPENDIX):
        chunk = earlier[start : start + _MOST_CYCLES_IN_APPENDIX]
        grid = severities.grid(severities.worst_first(chunk, NO_DAYS), chunk, NO_DAYS)
        appendix.append(AppendixPart("Earlier cycles", grid=grid))
    grid = replace(
        severities.grid(front, shown, days),
        never=tuple(severities.never_felt(except_for=symptoms)),
        more=_more(len(rest), len(earlier)),
        silent_cycles=len(severities.columns) - len(columns),
    )
    return grid, tuple(appendix)


class _Severities:
    """Looks severities up by cycle and by day, nothing of it later than the last day covered."""

    def __init__(self, inputs: ReportInputs) -> None:
        begun = [span for span in inputs.spans if span.starts_on <= inputs.now.date()]
        self._inputs = inputs
        self._answers = standing_answers(
            entry for entry in inputs.entries if isinstance(entry, SymptomEntry)
        )
        self.columns = [
            _Column(place, span)
            for place, span in enumerate(begun)
            if span.starts_on <= inputs.until and span in inputs.treatment_spans
        ]

    def worst(self, symptom: str, column: _Column) -> int | None:
        """Return the worst of one cycle; None when it was never answered in it."""
        history, until = self._inputs.history, self._inputs.until
        if column.span.ends_on <= until:
            return history.cycles[column.place].worst.get(symptom)
        reached = (until - column.span.starts_on).days + 1
        rows = history.by_cycle_day.get(symptom, {}).items()
        answered = [row[column.place] for day, row in rows if day <= reached]
        return max((each for each in answered if each is not None), default=None)

    def answered_columns(self) -> list[_Column]:
        """Return the cycles with an answer, and the last one in any case."""
        symptoms = self._inputs.history.by_cycle_day
        return [
            column
            for column in self.columns
            if column is self.columns[-1]
            or any(self.worst(symptom, column) is not None for symptom in symptoms)
        ]

    def on(self, symptom: str, day: date) -> Cell:
        """Return what stands in the cell of one day."""
        if day > self._inputs.until:
            return Gap.AHEAD
        entry = self._answers.get((symptom, day))
        if entry is None:
            return Gap.UNANSWERED
        return Gap.SKIPPED if entry.severity is None else entry.severity

    def worst_first(self, columns: Sequence[_Column], days: DayColumns) -> list[str]:
        """Return the symptoms that were felt in these cycles or days, worst and latest first."""
        shown_at = {symptom: place for place, symptom in enumerate(self._inputs.symptoms)}
        known = {*self._inputs.history.by_cycle_day, *(symptom for symptom, _ in self._answers)}
        weights = {symptom: self._weight(symptom, columns, days) for symptom in known}

        def place(symptom: str) -> tuple[int, int, int, str]:
            latest, total = weights[symptom]
            return (-latest, -total, shown_at.get(symptom, len(shown_at)), symptom)

        return sorted((each for each in known if any(weights[each])), key=place)

    def _weight(
        self, symptom: str, columns: Sequence[_Column], days: DayColumns
    ) -> tuple[int, int]:
        """Return how bad it was lately, and how much over the cycles."""
        by_day = [cell for day in days.days if isinstance(cell := self.on(symptom, day), int)]
        by_cycle = [self.worst(symptom, column) or 0 for column in columns]
        return (max(by_day, default=0) or max(by_cycle[-1:], default=0), sum(by_cycle))

    def never_felt(self, *, except_for: Sequence[str]) -> list[str]:
        """Return the names of symptoms that were answered in the days covered, always with none."""
        answers = self._inputs.answers
        felt = {
            symptom for (symptom, _), entry in answers.items() if entry.state is AnswerState.PRESENT
        }
        absent = {
            symptom for (symptom, _), entry in answers.items() if entry.state is AnswerState.ABSENT
        }
        names = (self._inputs.symptom(each) for each in sorted(absent - felt - set(except_for)))
        return [starting_small(name) for name in names]

    def grid(
        self, symptoms: Sequence[str], columns: Sequence[_Column], days: DayColumns
    ) -> SymptomGrid:
        """Return the rows of these symptoms."""
        keys = [(symptom, day) for symptom in symptoms for day in days.days]
        found = (self._answers[key] for key in keys if key in self._answers)
        return SymptomGrid(
            cycles=tuple(str(column.span.cycle) for column in columns),
            cycles_title=_cycles_title([column.span for column in columns]),
            days=days.numbers,
            days_title=days.title,
            rows=tuple(self._row(symptom, columns, days) for symptom in symptoms),
            low_count_days=days.low_count_numbers,
            today=days.today,
            writers=writers_among(found),
        )

    def _row(self, symptom: str, columns: Sequence[_Column], days: DayColumns) -> GridRow:
        name = self._inputs.symptom(symptom)
        by_cycle = (self.worst(symptom, column) for column in columns)
        return GridRow(
            name=name,
            term=self._inputs.term(symptom),
            by_cycle=tuple(Gap.UNANSWERED if worst is None else worst for worst in by_cycle),
            by_day=tuple(self.on(symptom, day) for day in days.days),
            by_others=tuple(
                place
                for place, day in enumerate(days.days)
                if (entry := self._answers.get((symptom, day))) and writer_of(entry)
            ),
        )


def _cycles_title(spans: Sequence[CycleSpan]) -> str:
    phases = [(phase, list(group)) for phase, group in groupby(spans, key=lambda span: span.phase)]
    if len(phases) == 1:
        return f"Worst in {phases[0][0]} cycle"
    parts = [f"{phase} {_numbers([span.cycle for span in group])}" for phase, group in phases]
    return f"Worst in cycle: {', '.join(parts)}"


def _numbers(cycles: Sequence[int]) -> str:
    """Return `3`, `1 to 6`, or `1, 2, 5` where some are missing."""
    if len(cycles) == 1:
        return str(cycles[0])
    if cycles[-1] - cycles[0] == len(cycles) - 1:
        return f"{cycles[0]} to {cycles[-1]}"
    return ", ".join(map(str, cycles))


def _more(rows: int, cycles: int) -> tuple[More, ...]:
    earlier = (More(cycles, "earlier cycle", "earlier cycles"),) if cycles else ()
    return (*more_of(rows, "side effect"), *earlier)
