"""What the answers say over cycles: worst, by cycle day, since the last visit; never a guess."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import SymptomDays, SymptomEntry

# Where a cycle is shorter than another; no diary reaches it.
_NO_DAY = date.max


class CycleWorst(NamedTuple):
    """The worst severity of each symptom in one cycle; a symptom nobody answered is not in it."""

    span: CycleSpan
    worst: Mapping[str, int]


class FirstFelt(NamedTuple):
    """A symptom that was felt since the last visit and on no day before it.

    Attributes:
        on: The first day it was felt.
        worst: The highest severity since the visit.
        asked_before: It had been answered with none before the visit; else nobody had asked.
    """

    on: date
    worst: int
    asked_before: bool


@dataclass(frozen=True, slots=True)
class History:
    """What History shows.

    Attributes:
        cycles: Those that have begun, in order.
        by_cycle_day: Symptom → cycle day → severity per begun cycle; None where none was given.
        skipped: Symptom → days on which she would rather not say; only symptoms that have some.
        unanswered_days: Days from the start of the course to today without any answer.
        days: From the start of the course to today, both included.
        since_visit: Worst severity per symptom since the last treatment day before today.
        last_visit_on: That treatment day; None when there was none.
        new_since_visit: Symptoms felt on that day or later and never before it; empty when the
            diary has no answer from before it.
    """

    cycles: tuple[CycleWorst, ...] = ()
    by_cycle_day: Mapping[str, Mapping[int, tuple[int | None, ...]]] = field(default_factory=dict)
    skipped: Mapping[str, frozenset[date]] = field(default_factory=dict)
    unanswered_days: int = 0
    days: int = 0
    since_visit: Mapping[str, int] = field(default_factory=dict)
    last_visit_on: date | None = None
    new_since_visit: Mapping[str, FirstFelt] = field(default_factory=dict)


def standing_answers(entries: Iterable[SymptomEntry]) -> dict[tuple[str, date], SymptomEntry]:
    """Return the answer that stands for each symptom and day: the one written last."""
    standing: dict[tuple[str, date], SymptomEntry] = {}
    for entry in entries:
        key = (entry.symptom, entry.day)
        if key not in standing or entry.at >= standing[key].at:
            standing[key] = entry
    return standing


def history(
    spans: Iterable[CycleSpan],
    answers: SymptomDays,
    today: date,
    last_visit_on: date | None,
) -> History:
    """Return the history of one person.

    Args:
        spans: All cycles of the plan.
        answers: Standing severities; None for a skip, which is an answer.
        today: The last day that exists.
        last_visit_on: The treatment day before today; None when there was none.
    """
    begun = tuple(span for span in spans if span.starts_on <= today)
    if not begun:
        return History()
    starts_on = begun[0].starts_on
    days = (today - starts_on).days + 1
    grid = _by_cycle_day(begun, answers)
    answered: set[date] = set().union(*answers.values())
    since = _felt_or_none(answers, answered, last_visit_on or starts_on, today)
    return History(
        cycles=tuple(
            CycleWorst(span, worst) for span, worst in zip(begun, _worst(grid, begun), strict=True)
        ),
        by_cycle_day=grid,
        skipped={
            symptom: frozenset(day for day, severity in given.items() if severity is None)
            for symptom, given in answers.items()
            if None in given.values()
        },
        unanswered_days=days - sum(1 for day in answered if starts_on <= day <= today),
        days=days,
        since_visit={symptom: max(found.values()) for symptom, found in since.items()},
        last_visit_on=last_visit_on,
        new_since_visit=_new(answers, answered, since, last_visit_on) if last_visit_on else {},
    )


Grid = Mapping[str, Mapping[int, tuple[int | None, ...]]]


def _by_cycle_day(spans: tuple[CycleSpan, ...], answers: SymptomDays) -> Grid:
    """Return symptom → cycle day → severity per cycle, only days with an answer in some cycle."""
    columns = _days_by_cycle_day(spans)
    grid = {symptom: _rows(columns, answers[symptom]) for symptom in sorted(answers)}
    return {symptom: rows for symptom, rows in grid.items() if rows}


def _days_by_cycle_day(spans: tuple[CycleSpan, ...]) -> dict[int, tuple[date, ...]]:
    """Return cycle day → that day of each cycle; courses side by side share their days."""
    longest = max((span.ends_on - span.starts_on).days for span in spans) + 1
    return {
        number + 1: tuple(
            day if (day := span.starts_on + timedelta(number)) <= span.ends_on else _NO_DAY
            for span in spans
        )
        for number in range(longest)
    }


def _rows(
    columns: Mapping[int, tuple[date, ...]], given: Mapping[date, int | None]
) -> dict[int, tuple[int | None, ...]]:
    rows: dict[int, tuple[int | None, ...]] = {}
    for cycle_day, days in columns.items():
        row = tuple(map(given.get, days))
        # A row of nothing but None is one of skips, or nobody answered.
        if row.count(None) < len(row) or not given.keys().isdisjoint(days):
            rows[cycle_day] = row
    return rows


def _worst(grid: Grid, spans: tuple[CycleSpan, ...]) -> tuple[dict[str, int], ...]:
    """Return the worst of each cycle, by symptom."""
    worst: tuple[dict[str, int], ...] = tuple({} for _ in spans)
    for symptom, rows in grid.items():
        for found, column in zip(worst, zip(*rows.values(), strict=True), strict=True):
            answered = [severity for severity in column if severity is not None]
            if answered:
                found[symptom] = max(answered)
    return worst


def _felt_or_none(
    answers: SymptomDays, answered: Collection[date], first: date, last: date
) -> dict[str, dict[date, int]]:
    """Return the severities by symptom and day between two days, both included; no skips."""
    days = sorted(day for day in answered if first <= day <= last)
    found: dict[str, dict[date, int]] = {}
    for symptom, given in sorted(answers.items()):
        severities = {day: each for day in days if (each := given.get(day)) is not None}
        if severities:
            found[symptom] = severities
    return found


def _new(
    answers: SymptomDays,
    answered: Collection[date],
    since: Mapping[str, Mapping[date, int]],
    visit_on: date,
) -> dict[str, FirstFelt]:
    """Return what is new; without any answer from before the visit nobody knows."""
    before = [day for day in answered if day < visit_on]
    if not any(given.get(day) is not None for given in answers.values() for day in before):
        return {}
    new: dict[str, FirstFelt] = {}
    for symptom, severities in since.items():
        felt = [day for day, severity in severities.items() if severity]
        earlier = [each for day, each in answers[symptom].items() if day < visit_on]
        if felt and not any(earlier):
            asked = any(severity is not None for severity in earlier)
            new[symptom] = FirstFelt(felt[0], max(severities.values()), asked)
    return new
