"""What History shows, as plain values: sentences, the heat map, the table. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.patterns import patterns_of
from tracker.domain.schedule import Plan
from tracker.domain.symptoms import symptom_name
from tracker.domain.trends import CycleWorst, History
from tracker.services.companion import Companion
from tracker.ui.history.sentences import Sentence, sentence_of

MOST_SENTENCES = 3
LONGEST_CYCLE_SHOWN = 21
SEVERITY_WORDS = ("none", "mild", "moderate", "severe", "very severe")


@dataclass(frozen=True, slots=True)
class CycleChoice:
    """One cycle that can be looked at; `index` is its place among the begun ones."""

    index: int
    label: str


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One symptom on one cycle day.

    Attributes:
        severity: The worst of the chosen cycles; None when nobody answered.
        answers: Severity in each chosen cycle that has an answer, by the cycle's label.
    """

    severity: int | None
    answers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of the heat map: a symptom, or one cycle of a symptom."""

    id: str
    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMapState:
    """The heat map.

    Attributes:
        columns: Labels of the cycle days; the last one gathers the days past the planned length.
        low_counts: First and last column index of the low-count window; None without one.
        today: Column index of today; None outside the latest cycle.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[HeatRow, ...] = ()
    low_counts: tuple[int, int] | None = None
    today: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryState:
    """All of the page.

    Attributes:
        never: Symptoms that were asked about and always answered with none.
    """

    sentences: tuple[Sentence, ...] = ()
    cycles: tuple[CycleChoice, ...] = ()
    symptoms: tuple[tuple[str, str], ...] = ()
    heat: HeatMapState = HeatMapState()
    never: tuple[str, ...] = ()
    answered: str = ""


def build_state(
    companion: Companion, chosen: Sequence[int] | None = None, symptom: str | None = None
) -> HistoryState:
    """Return what the page shows.

    Args:
        companion: The person's services.
        chosen: Places of the cycles to look at; None means all.
        symptom: Show this one cycle by cycle; None shows all symptoms.
    """
    history = companion.history.overview()
    if not history.cycles:
        return HistoryState()
    labels = _labels(history.cycles)
    places = tuple(range(len(labels))) if chosen is None else tuple(chosen)
    symptoms = _symptoms(history, companion)
    days = _shown_days(history)
    grid = _Grid(history, labels, places, days)
    answered = history.days - history.unanswered_days
    return HistoryState(
        sentences=_sentences(history, symptoms),
        cycles=tuple(CycleChoice(number, label) for number, label in enumerate(labels)),
        symptoms=tuple(each for each in symptoms if _was_felt(history, each[0])),
        heat=HeatMapState(
            columns=grid.columns,
            rows=_rows(grid, history, symptoms, symptom),
            low_counts=_low_counts(companion.plan.current(), history, days),
            today=_today(companion.clock().date(), history, days),
        ),
        never=tuple(name for each, name in symptoms if not _was_felt(history, each)),
        answered=f"{answered} of {history.days} days answered.",
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    """Reads cells out of the history for the chosen cycles."""

    history: History
    labels: tuple[str, ...]
    places: tuple[int, ...]
    days: int

    @property
    def columns(self) -> tuple[str, ...]:
        """Day 1 to the planned length, and one column for all later days where there are any."""
        numbers = tuple(str(day) for day in range(1, self.days + 1))
        late = any(day > self.days for rows in self.history.by_cycle_day.values() for day in rows)
        return (*numbers, f"{self.days + 1}+") if late else numbers

    def cell(self, symptom: str, column: int, places: tuple[int, ...]) -> HeatCell:
        """Return one cell over these cycles; the last column takes the worst of its days."""
        by_day = self.history.by_cycle_day.get(symptom, {})
        last = max(by_day, default=0)
        days = range(column + 1, (last if column >= self.days else column + 1) + 1)
        worst: dict[int, int] = {}
        for day in days:
            row = by_day.get(day, ())
            for place in places:
                severity = row[place] if place < len(row) else None
                if severity is not None:
                    worst[place] = max(severity, worst.get(place, 0))
        answers = tuple((self.labels[place], worst[place]) for place in sorted(worst))
        return HeatCell(max(worst.values(), default=None), answers)


def _rows(
    grid: _Grid, history: History, symptoms: tuple[tuple[str, str], ...], only: str | None
) -> tuple[HeatRow, ...]:
    columns = range(len(grid.columns))
    if only is not None:
        return tuple(
            HeatRow(
                str(place),
                grid.labels[place],
                tuple(grid.cell(only, column, (place,)) for column in columns),
            )
            for place in grid.places
        )
    return tuple(
        HeatRow(each, name, tuple(grid.cell(each, column, grid.places) for column in columns))
        for each, name in symptoms
        if _was_felt(history, each)
    )


def _labels(cycles: tuple[CycleWorst, ...]) -> tuple[str, ...]:
    phases = {cycle.span.phase for cycle in cycles}
    if len(phases) == 1:
        return tuple(f"Cycle {cycle.span.cycle}" for cycle in cycles)
    return tuple(f"{cycle.span.phase} {cycle.span.cycle}" for cycle in cycles)


def _symptoms(history: History, companion: Companion) -> tuple[tuple[str, str], ...]:
    """Return id and name of the answered symptoms in the fixed order of the check-in."""
    definitions = companion.library.symptoms
    order = {symptom: place for place, symptom in enumerate(definitions)}
    answered = sorted(history.by_cycle_day, key=lambda each: (order.get(each, len(order)), each))
    return tuple((each, symptom_name(each, definitions)) for each in answered)


def _was_felt(history: History, symptom: str) -> bool:
    return any(any(row) for row in history.by_cycle_day[symptom].values())


def _shown_days(history: History) -> int:
    return min(LONGEST_CYCLE_SHOWN, max(cycle.span.planned_days for cycle in history.cycles))


def _low_counts(plan: Plan | None, history: History, days: int) -> tuple[int, int] | None:
    """Return the columns of the latest cycle's low-count window."""
    if plan is None:
        return None
    span = history.cycles[-1].span
    for window in plan.windows:
        if window.what == "low-counts" and (window.phase, window.cycle) == (span.phase, span.cycle):
            first, last = span.cycle_day(window.starts_on), span.cycle_day(window.ends_on)
            return max(first, 1) - 1, min(last, days) - 1
    return None


def _today(today: date, history: History, days: int) -> int | None:
    span = history.cycles[-1].span
    if not span.starts_on <= today <= span.ends_on:
        return None
    return min(span.cycle_day(today), days + 1) - 1


def _sentences(history: History, symptoms: tuple[tuple[str, str], ...]) -> tuple[Sentence, ...]:
    """Return at most three sentences, the most telling kinds first; none where no rule fires."""
    days = history.cycles[-1].span.planned_days
    found = [
        (pattern, name)
        for symptom, name in symptoms
        for pattern in patterns_of(symptom, history.by_cycle_day[symptom], days)
    ]
    found.sort(key=lambda each: -len(each[0].severities) if not each[0].first_day else 0)
    by_symptom: dict[str, Sentence] = {}
    for pattern, name in found:
        by_symptom.setdefault(pattern.symptom, sentence_of(pattern, name))
    return tuple(by_symptom.values())[:MOST_SENTENCES]
