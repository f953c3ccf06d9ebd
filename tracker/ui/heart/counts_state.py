"""What the part with the blood counts shows. No Qt, no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from tracker.domain.counts import CountInCycle, LowCountDays, low_count_days
from tracker.domain.cycles import CycleSpan
from tracker.domain.entry_words import Comparator
from tracker.domain.labs import LabTest
from tracker.domain.schedule import Plan
from tracker.domain.sources import Source
from tracker.services.companion import Companion

_CYCLES_DRAWN = 3
_JOINED_WITHIN = timedelta(days=7)


class AgainstRange(StrEnum):
    """Where a value lies against the range of its own slip."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One value as on the slip.

    Attributes:
        against: None where the slip's range is not known, or a `<` or `>` leaves it open.
        shown: In the unit chosen for the trend.
        cycle: Number in its phase; None outside any cycle.
    """

    entry_id: UUID
    on: date
    value: Decimal
    unit: str
    comparator: Comparator | None
    low: Decimal | None
    high: Decimal | None
    against: AgainstRange | None
    shown: Decimal
    cycle: int | None
    cycle_day: int | None
    by: str


@dataclass(frozen=True, slots=True)
class CountPoint:
    """One value of the trend; `row` has how it stands on the slip."""

    cycle_day: int
    row: CountRow


@dataclass(frozen=True, slots=True)
class CountLine:
    """The values of one cycle; where a week went by without one the line is broken.

    Attributes:
        pieces: Points that are joined.
        age: 0 for the latest cycle with a value.
    """

    cycle: int
    phase: str
    age: int
    pieces: tuple[tuple[CountPoint, ...], ...]


@dataclass(frozen=True, slots=True)
class PrintedCount:
    """A count that a text prints for the day of a dose, in the unit of the trend."""

    sentence: str
    drug: str
    at_least: Decimal
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsChart:
    """The trend by cycle day.

    Attributes:
        lines: Latest cycle first; none before the first cycle.
        low_days: Cycle days on which counts are usually low.
        low: Lower end of the range on the latest slip that has one.
    """

    unit: str
    last_day: int
    lines: tuple[CountLine, ...]
    low_days: LowCountDays | None
    low: Decimal | None
    high: Decimal | None
    printed: tuple[PrintedCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsState:
    """The part.

    Attributes:
        tests: Id and name of the tests that have a value.
        test: The one shown; None before the first value.
        rows: Its values, newest first.
    """

    today: date
    tests: tuple[tuple[str, str], ...]
    test: LabTest | None
    chart: CountsChart | None
    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class CountChoice:
    """What the person chose to see; None leaves it to the rule."""

    test: str | None = None
    unit: str | None = None


def counts_state(companion: Companion, choice: CountChoice) -> CountsState:
    """Return the part; the first test with a value is shown, in the unit of its latest slip."""
    values, labs = companion.heart.counts(), companion.library.labs
    present = {value.entry.test for value in values}
    tests = tuple((test, labs[test].name) for test in labs if test in present)
    today = companion.clock().date()
    if not tests:
        return CountsState(today=today, tests=(), test=None, chart=None, rows=())
    wanted = choice.test if choice.test in present else None
    test = labs[wanted or tests[0][0]]
    of_test = tuple(value for value in values if value.entry.test == test.id)
    wanted_unit = choice.unit if choice.unit in test.units else None
    unit = wanted_unit or of_test[-1].entry.unit
    person = companion.person().name
    rows = tuple(_row(value, test, unit, person) for value in of_test)
    return CountsState(
        today=today,
        tests=tests,
        test=test,
        chart=_chart(companion, test, unit, tuple(zip(of_test, rows, strict=True))),
        rows=rows[::-1],
    )


def _row(value: CountInCycle, test: LabTest, unit: str, person: str) -> CountRow:
    entry = value.entry
    return CountRow(
        entry_id=entry.id,
        on=entry.day,
        value=entry.value,
        unit=entry.unit,
        comparator=entry.comparator,
        low=entry.low,
        high=entry.high,
        against=_against(value),
        shown=test.shown_in(entry.value, entry.unit, unit),
        cycle=value.span.cycle if value.span else None,
        cycle_day=value.cycle_day,
        by=person if entry.by == "self" else entry.by,
    )


def _against(value: CountInCycle) -> AgainstRange | None:
    entry = value.entry
    may_be_lower = entry.comparator is Comparator.BELOW
    may_be_higher = entry.comparator is Comparator.ABOVE
    if entry.low is not None and entry.value < entry.low and not may_be_higher:
        return AgainstRange.BELOW
    if entry.high is not None and entry.value > entry.high and not may_be_lower:
        return AgainstRange.ABOVE
    if entry.low is None and entry.high is None:
        return None
    open_below = entry.low is not None and may_be_lower
    open_above = entry.high is not None and may_be_higher
    return None if open_below or open_above else AgainstRange.WITHIN


def _chart(
    companion: Companion,
    test: LabTest,
    unit: str,
    values: tuple[tuple[CountInCycle, CountRow], ...],
) -> CountsChart:
    spans = list(dict.fromkeys(value.span for value, _ in reversed(values) if value.span))
    spans = spans[:_CYCLES_DRAWN]
    plans = companion.plan.all()
    lines = tuple(
        CountLine(
            span.cycle, span.phase, age, _pieces(row for value, row in values if value.span == span)
        )
        for age, span in enumerate(spans)
    )
    low, high = _latest_range(test, unit, values)
    return CountsChart(
        unit=unit,
        last_day=_last_day(spans, values),
        lines=lines,
        low_days=low_count_days(plans, spans),
        low=low,
        high=high,
        printed=_printed(companion, test, unit, plans),
    )


def _pieces(rows: Iterable[CountRow]) -> tuple[tuple[CountPoint, ...], ...]:
    pieces: list[list[CountPoint]] = []
    for row in rows:
        if row.cycle_day is None:
            continue
        point = CountPoint(row.cycle_day, row)
        if pieces and row.on - pieces[-1][-1].row.on <= _JOINED_WITHIN:
            pieces[-1].append(point)
        else:
            pieces.append([point])
    return tuple(tuple(piece) for piece in pieces)


def _last_day(spans: list[CycleSpan], values: tuple[tuple[CountInCycle, CountRow], ...]) -> int:
    lengths = [span.planned_days for span in spans]
    days = [row.cycle_day for value, row in values if row.cycle_day and value.span in spans]
    return max([*lengths, *days], default=1)


def _latest_range(
    test: LabTest, unit: str, values: tuple[tuple[CountInCycle, CountRow], ...]
) -> tuple[Decimal | None, Decimal | None]:
    for value, _ in reversed(values):
        entry = value.entry
        if entry.low is not None or entry.high is not None:
            ends = (entry.low, entry.high)
            low, high = (
                None if end is None else test.shown_in(end, entry.unit, unit) for end in ends
            )
            return low, high
    return None, None


def _printed(
    companion: Companion, test: LabTest, unit: str, plans: tuple[Plan, ...]
) -> tuple[PrintedCount, ...]:
    """Return the counts that texts print for the drugs of the person's plans."""
    library = companion.library
    drugs = {drug for plan in plans for drug in plan.course.regimen.drugs}
    return tuple(
        PrintedCount(
            sentence=row.sentence,
            drug=library.drugs[row.drug].name,
            at_least=test.shown_in(row.at_least, row.unit, unit),
            source=library.sources[row.source],
        )
        for row in library.counts_before_a_dose
        if row.test == test.id and row.drug in drugs
    )
