"""One month of the plan on paper, as a calendar to hang up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from tracker.domain.cycles import cycle_spans
from tracker.domain.spoken_dates import WEEKDAYS, month_in_words
from tracker.report.clinic_report import paper_for
from tracker.report.plan_sheet import (
    DATES_MAY_CHANGE,
    Row,
    dated_rows,
    nothing_to_print,
    regimen_names,
    sample_mark,
)
from tracker.report.sheets import TypesetSheet
from tracker.report.wording import named_moment
from tracker.services.companion import Companion

_DAYS_OF_A_WEEK = 7
_SATURDAY = 5
_A_MONDAY = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class CellLine:
    """One thing on a day: what, and with which medicines."""

    what: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day.

    Attributes:
        cycle_day: "Day 9", or "" outside treatment.
        low_counts: Blood counts are usually low.
    """

    number: str
    in_month: bool
    cycle_day: str
    low_counts: bool
    lines: tuple[CellLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheet(TypesetSheet):
    """Everything that is printed; words only, nothing in it is markup.

    Attributes:
        low_counts: What a day of low counts says.
        sample: The mark of an invented person; None on a real diary.
        made_at: Seconds since 1970, for the same bytes from the same diary.
    """

    template: ClassVar[str] = "month.typ"
    title: str
    person: str
    regimens: str
    note: str
    low_counts: str
    paper: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    printed: str
    sample: str | None
    made_at: int


def month_sheet(companion: Companion, month: date, first_weekday: int = 0) -> MonthSheet:
    """Return the month that a day lies in.

    Args:
        companion: One person's diary.
        month: Any day of the month.
        first_weekday: Of the week where the person is; 0 is Monday.

    Raises:
        NotUnderstoodError: There is no date to print.
    """
    cells = _Cells(companion, month)
    if not cells.has_dates:
        raise nothing_to_print()
    person, now = companion.person(), companion.clock()
    weekdays = (_A_MONDAY + timedelta(days=first_weekday + n) for n in range(_DAYS_OF_A_WEEK))
    return MonthSheet(
        title=f"My plan for {month_in_words(month)}",
        person=person.name,
        regimens=regimen_names(companion),
        note=DATES_MAY_CHANGE,
        low_counts="Low counts",
        paper=paper_for(person.care.country).value,
        weekdays=tuple(WEEKDAYS[day.weekday()] for day in weekdays),
        weeks=tuple(cells.weeks(first_weekday)),
        printed=f"Printed {named_moment(now)}",
        sample=sample_mark(person),
        made_at=int(now.timestamp()),
    )


class _Cells:
    """The days of one month with what is on them."""

    def __init__(self, companion: Companion, month: date) -> None:
        self._month = month
        self._lines: dict[date, list[CellLine]] = {}
        for on, row in sorted((*dated_rows(companion), *_radiated(companion))):
            self._lines.setdefault(on, []).append(_line(row))
        plans = companion.plan.all()
        self._low = {
            on
            for plan in plans
            for window in plan.windows
            for on in _days(window.starts_on, window.ends_on)
        }
        self._cycle_days = {
            on: span.cycle_day(on)
            for plan in plans
            for span in cycle_spans(plan)
            for on in _days(span.starts_on, span.ends_on)
        }

    @property
    def has_dates(self) -> bool:
        """Whether anything is on a day of the month."""
        return any(self._is_in_month(on) for on in self._lines)

    def weeks(self, first_weekday: int) -> Iterator[tuple[Cell, ...]]:
        """Yield the weeks that have a day of the month."""
        first = self._month.replace(day=1)
        on = first - timedelta(days=(first.weekday() - first_weekday) % _DAYS_OF_A_WEEK)
        while on <= first or self._is_in_month(on):
            yield tuple(self._cell(on + timedelta(days=n)) for n in range(_DAYS_OF_A_WEEK))
            on += timedelta(days=_DAYS_OF_A_WEEK)

    def _cell(self, on: date) -> Cell:
        inside = self._is_in_month(on)
        cycle_day = self._cycle_days.get(on)
        return Cell(
            number=str(on.day),
            in_month=inside,
            cycle_day="" if cycle_day is None or not inside else f"Day {cycle_day}",
            low_counts=inside and on in self._low,
            lines=tuple(self._lines.get(on, ())) if inside else (),
        )

    def _is_in_month(self, on: date) -> bool:
        return (on.year, on.month) == (self._month.year, self._month.month)


def _line(row: Row) -> CellLine:
    _, what, medicines, state = row
    return CellLine(f"{what} ({state})" if state else what, medicines)


def _radiated(companion: Companion) -> Iterator[tuple[date, Row]]:
    """Yield the weekdays between the first and the last day; those two have lines of their own."""
    span = companion.person().radiotherapy
    if span is None or span.ends_on is None:
        return
    for on in _days(span.starts_on, span.ends_on):
        if on.weekday() < _SATURDAY and on not in {span.starts_on, span.ends_on}:
            yield on, ("", "Radiotherapy", "", "")


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
