"""What the answers say over cycles: worst, by cycle day, since the last visit; never a guess."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import SymptomEntry


@dataclass(frozen=True, slots=True)
class CycleWorst:
    """The worst severity of each symptom in one cycle; a symptom nobody answered is not in it."""

    span: CycleSpan
    worst: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FirstFelt:
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
        by_cycle_day: Symptom → cycle day → severity per begun cycle; None where not answered.
        unanswered_days: Days from the start of the course to today without any answer.
        days: From the start of the course to today, both included.
        since_visit: Worst severity per symptom since the last treatment day before today.
        last_visit_on: That treatment day; None when there was none.
        new_since_visit: Symptoms felt on that day or later and never before it; empty when the
            diary has no answer from before it.
    """

    cycles: tuple[CycleWorst, ...] = ()
    by_cycle_day: Mapping[str, Mapping[int, tuple[int | None, ...]]] = field(default_factory=dict)
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
    answers: Mapping[tuple[str, date], int | None],
    today: date,
    last_visit_on: date | None,
) -> History:
    """Return the history of one person.

    Args:
        spans: All cycles of the plan.
        answers: Standing severity per symptom and day; None for a skip, which is an answer.
        today: The last day that exists.
        last_visit_on: The treatment day before today; None when there was none.
    """
    begun = tuple(span for span in spans if span.starts_on <= today)
    if not begun:
        return History()
    starts_on = begun[0].starts_on
    days = (today - starts_on).days + 1
    grid = _by_cycle_day(begun, answers)
    answered = {day for _, day in answers}
    since = _felt_or_none(answers, answered, last_visit_on or starts_on, today)
    return History(
        cycles=tuple(
            CycleWorst(span, worst) for span, worst in zip(begun, _worst(grid, begun), strict=True)
        ),
        by_cycle_day={
            symptom: {day: tuple(row) for day, row in sorted(rows.items())}
            for symptom, rows in sorted(grid.items())
        },
        unanswered_days=days - sum(1 for day in answered if starts_on <= day <= today),
        days=days,
        since_visit={symptom: max(found.values()) for symptom, found in since.items()},
        last_visit_on=last_visit_on,
        new_since_visit=_new(answers, answered, since, last_visit_on) if last_visit_on else {},
    )


Answers = Mapping[tuple[str, date], int | None]
Grid = Mapping[str, Mapping[int, list[int | None]]]


def _by_cycle_day(spans: tuple[CycleSpan, ...], answers: Answers) -> Grid:
    """Return symptom → cycle day → severity per cycle; five years of answers are met once."""
    places = _places(spans)
    grid: dict[str, dict[int, list[int | None]]] = {}
    for (symptom, day), severity in answers.items():
        for place, cycle_day in places.get(day, ()):
            rows = grid.get(symptom)
            if rows is None:
                rows = grid[symptom] = {}
            row = rows.get(cycle_day)
            if row is None:
                row = rows[cycle_day] = [None] * len(spans)
            row[place] = severity
    return grid


def _places(spans: tuple[CycleSpan, ...]) -> Mapping[date, list[tuple[int, int]]]:
    """Return which place and cycle day each day has; courses side by side give a day two."""
    places: dict[date, list[tuple[int, int]]] = {}
    for place, span in enumerate(spans):
        for number in range((span.ends_on - span.starts_on).days + 1):
            day = span.starts_on + timedelta(days=number)
            places.setdefault(day, []).append((place, number + 1))
    return places


def _worst(grid: Grid, spans: tuple[CycleSpan, ...]) -> tuple[dict[str, int], ...]:
    """Return the worst of each cycle, by symptom."""
    worst: tuple[dict[str, int], ...] = tuple({} for _ in spans)
    for symptom, rows in sorted(grid.items()):
        for place, column in enumerate(zip(*rows.values(), strict=True)):
            answered = [severity for severity in column if severity is not None]
            if answered:
                worst[place][symptom] = max(answered)
    return worst


def _felt_or_none(
    answers: Answers, answered: Collection[date], first: date, last: date
) -> dict[str, dict[date, int]]:
    """Return the severities by symptom and day between two days, both included; no skips."""
    days = sorted(day for day in answered if first <= day <= last)
    found: dict[str, dict[date, int]] = {}
    for symptom in sorted({symptom for symptom, _ in answers}):
        given = {day: answers.get((symptom, day)) for day in days}
        severities = {day: each for day, each in given.items() if each is not None}
        if severities:
            found[symptom] = severities
    return found


def _new(
    answers: Answers,
    answered: Collection[date],
    since: Mapping[str, Mapping[date, int]],
    visit_on: date,
) -> dict[str, FirstFelt]:
    """Return what is new; without any answer from before the visit nobody knows."""
    before = [day for day in answered if day < visit_on]
    if all(severity is None for (_, day), severity in answers.items() if day < visit_on):
        return {}
    new: dict[str, FirstFelt] = {}
    for symptom, severities in since.items():
        felt = [day for day, severity in severities.items() if severity]
        if felt and not any(answers.get((symptom, day)) for day in before):
            asked = any(answers.get((symptom, day)) is not None for day in before)
            new[symptom] = FirstFelt(felt[0], max(severities.values()), asked)
    return new
