"""The heat map as plain values: symptoms or cycles down, cycle days across. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.domain.heat import Summary, summary_of
from tracker.services.printing import ShownTable
from tracker.ui.history.state import LONGEST_CYCLE_SHOWN, SEVERITY_WORDS, Reading

SKIPPED = "–"
_Row = dict[int, tuple[int | None, ...]]
_HOW = {Summary.WORST: "worst", Summary.MEDIAN: "in the middle"}


@dataclass(frozen=True, slots=True)
class HeatChoice:
    """What to show.

    Attributes:
        places: The cycles, by their place among the begun ones.
        symptom: Show this one cycle by cycle; None shows all symptoms.
        how: What one square says of several cycles.
    """

    places: tuple[int, ...]
    symptom: str | None = None
    how: Summary = Summary.WORST


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One symptom on one cycle day.

    Attributes:
        severity: Of the chosen cycles together; None when none was given.
        answers: Severity in each chosen cycle that has an answer, by the cycle's label.
        skipped: Without a severity, but she answered that she would rather not say.
    """

    severity: int | None
    answers: tuple[tuple[str, int], ...] = ()
    skipped: bool = False


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
        how: What a square says where it stands for several cycles; None where it stands for one.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[HeatRow, ...] = ()
    low_counts: tuple[int, int] | None = None
    today: int | None = None
    how: Summary | None = None

    def spoken(self, row: int, column: int) -> str:
        """Return a cell in words: "Sore mouth, day 8: worst 3, severe"."""
        cell = self.rows[row].cells[column]
        where = f"{self.rows[row].name}, day {self.columns[column]}"
        if cell.severity is None:
            return f"{where}: {'rather not say' if cell.skipped else 'not answered'}"
        which = f"{_HOW[self.how]} " if self.how is not None else ""
        return f"{where}: {which}{cell.severity}, {SEVERITY_WORDS[cell.severity]}"

    def as_table(self) -> ShownTable:
        """Return a row per symptom or cycle, a column per cycle day.

        Empty is not answered, "–" is "rather not say".
        """
        return ShownTable(
            ("", *(f"day {label}" for label in self.columns)),
            tuple((row.name, *map(number_of, row.cells)) for row in self.rows),
        )


def heat_map(reading: Reading, choice: HeatChoice) -> HeatMapState:
    """Return the heat map of the chosen cycles."""
    days = _shown_days(reading, choice.places)
    latest = len(reading.labels) - 1
    columns = _columns(reading, choice, days)
    return HeatMapState(
        columns=columns,
        rows=_rows(reading, choice, days, len(columns)),
        low_counts=_low_counts(reading, choice.places[-1], days),
        today=_today(reading, days) if latest in choice.places else None,
        how=None if choice.symptom is not None else choice.how,
    )


def number_of(cell: HeatCell) -> str:
    """Return what stands in a square."""
    if cell.severity is None:
        return SKIPPED if cell.skipped else ""
    return str(cell.severity)


def day_behind(
    reading: Reading, choice: HeatChoice, shown: HeatMapState, row: int, column: int
) -> date | None:
    """Return the calendar day that a cell of `shown` stands for; None where none is up to today.

    Of several cycles it is the latest whose answer the cell shows, else the latest answered one,
    else the latest one.
    """
    days = _shown_days(reading, choice.places)
    if choice.symptom is None:
        symptom, places = shown.rows[row].id, choice.places
    else:
        symptom, places = choice.symptom, (choice.places[row],)
    severity = shown.rows[row].cells[column].severity
    found: dict[int, date] = {}
    for place, cycle_day in _days_of_column(reading, places, days, column):
        day = reading.spans[place].starts_on + timedelta(days=cycle_day - 1)
        if day <= reading.today:
            answer = _answer(reading, symptom, place, cycle_day)
            given = answer is not None or day in reading.history.skipped.get(symptom, ())
            rank = 0 if not given else 1 if answer != severity else 2
            found[rank] = max(day, found.get(rank, day))
    return found[max(found)] if found else None


def _answer(reading: Reading, symptom: str, place: int, cycle_day: int) -> int | None:
    row = reading.history.by_cycle_day.get(symptom, {}).get(cycle_day, ())
    return row[place] if place < len(row) else None


def _days_of_column(
    reading: Reading, places: tuple[int, ...], days: int, column: int
) -> Iterator[tuple[int, int]]:
    for place in places:
        span = reading.spans[place]
        last = span.cycle_day(span.ends_on)
        until = last if column >= days else min(column + 1, last)
        for cycle_day in range(column + 1, until + 1):
            yield place, cycle_day


def _shown_days(reading: Reading, places: tuple[int, ...]) -> int:
    return min(LONGEST_CYCLE_SHOWN, max(reading.spans[place].planned_days for place in places))


def _columns(reading: Reading, choice: HeatChoice, days: int) -> tuple[str, ...]:
    """Day 1 to the planned length, and one column for all later days where there are any."""
    numbers = tuple(str(day) for day in range(1, days + 1))
    grid = reading.history.by_cycle_day
    rows = [grid.get(choice.symptom, {})] if choice.symptom is not None else list(grid.values())
    late = any(
        any(row[place] is not None for place in choice.places)
        for by_day in rows
        for day, row in by_day.items()
        if day > days
    )
    return (*numbers, f"{days + 1}+") if late else numbers


def _rows(reading: Reading, choice: HeatChoice, days: int, columns: int) -> tuple[HeatRow, ...]:
    grid = reading.history.by_cycle_day
    if choice.symptom is not None:
        by_day = _with_late_days(dict(grid.get(choice.symptom, {})), days)
        alone = [HeatChoice((place,), choice.symptom) for place in choice.places]
        return tuple(
            HeatRow(
                str(each.places[0]),
                reading.labels[each.places[0]],
                _with_skips(_cells(reading, by_day, each, columns), reading, each, days),
            )
            for each in alone
        )
    rows = []
    for symptom, name in reading.felt_symptoms:
        cells = _cells(reading, _with_late_days(dict(grid[symptom]), days), choice, columns)
        of_it = replace(choice, symptom=symptom)
        rows.append(HeatRow(symptom, name, _with_skips(cells, reading, of_it, days)))
    return tuple(rows)


def _with_skips(
    cells: tuple[HeatCell, ...], reading: Reading, choice: HeatChoice, days: int
) -> tuple[HeatCell, ...]:
    """Mark where nothing else was answered than "rather not say" about `choice.symptom`."""
    skipped = reading.history.skipped.get(choice.symptom or "", frozenset())
    spans = [reading.spans[place] for place in choice.places] if skipped else []
    columns = {
        min(span.cycle_day(day), days + 1) - 1
        for span in spans
        for day in skipped
        if span.starts_on <= day <= span.ends_on
    }
    return tuple(
        replace(cell, skipped=True) if place in columns and cell.severity is None else cell
        for place, cell in enumerate(cells)
    )


def _with_late_days(by_day: _Row, days: int) -> _Row:
    """Put the worst of each cycle's late days into one more day."""
    late = [row for day, row in by_day.items() if day > days]
    if late:
        worst = (summary_of(column, Summary.WORST) for column in zip(*late, strict=True))
        by_day[days + 1] = tuple(worst)
    return by_day


def _cells(
    reading: Reading, by_day: _Row, choice: HeatChoice, columns: int
) -> tuple[HeatCell, ...]:
    return tuple(_cell(reading, by_day.get(column + 1, ()), choice) for column in range(columns))


def _cell(reading: Reading, row: tuple[int | None, ...], choice: HeatChoice) -> HeatCell:
    if not row:
        return _NOT_ANSWERED
    answers = tuple(
        (reading.labels[place], severity)
        for place in choice.places
        if (severity := row[place]) is not None
    )
    return HeatCell(summary_of((severity for _, severity in answers), choice.how), answers)


_NOT_ANSWERED = HeatCell(None)


def _low_counts(reading: Reading, place: int, days: int) -> tuple[int, int] | None:
    window = reading.low_count_days(place)
    if window is None or window[0] > days:
        return None
    return window[0] - 1, min(window[1], days) - 1


def _today(reading: Reading, days: int) -> int | None:
    span = reading.spans[-1]
    if not span.starts_on <= reading.today <= span.ends_on:
        return None
    return min(span.cycle_day(reading.today), days + 1) - 1
