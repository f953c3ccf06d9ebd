"""What the answers say over cycles: worst, by cycle day, since the last visit; never a guess."""

from collections.abc import Iterable, Iterator, Mapping
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
    by_day = _by_day(answers)
    starts_on = begun[0].starts_on
    days = (today - starts_on).days + 1
    unanswered = sum(
        1 for number in range(days) if starts_on + timedelta(days=number) not in by_day
    )
    return History(
        cycles=tuple(
            CycleWorst(span, _worst(by_day, span.starts_on, span.ends_on)) for span in begun
        ),
        by_cycle_day=_by_cycle_day(begun, by_day),
        unanswered_days=unanswered,
        days=days,
        since_visit=_worst(by_day, last_visit_on or starts_on, today),
        last_visit_on=last_visit_on,
        new_since_visit=_first_felt(by_day, last_visit_on, today) if last_visit_on else {},
    )


AnswersByDay = Mapping[date, list[tuple[str, int | None]]]


def _by_day(answers: Mapping[tuple[str, date], int | None]) -> AnswersByDay:
    """Return the answers of each day, so that a cycle looks at its own days alone."""
    by_day: dict[date, list[tuple[str, int | None]]] = {}
    for (symptom, day), severity in answers.items():
        by_day.setdefault(day, []).append((symptom, severity))
    return by_day


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _worst(by_day: AnswersByDay, first: date, last: date) -> dict[str, int]:
    worst: dict[str, int] = {}
    for day in _days(first, last):
        for symptom, severity in by_day.get(day, ()):
            if severity is not None:
                worst[symptom] = max(severity, worst.get(symptom, 0))
    return dict(sorted(worst.items()))


def _first_felt(by_day: AnswersByDay, visit_on: date, today: date) -> dict[str, FirstFelt]:
    """Return what is new; without any answer from before the visit nobody knows."""
    before = [answer for day, answers in by_day.items() if day < visit_on for answer in answers]
    if all(severity is None for _, severity in before):
        return {}
    felt = {symptom for symptom, severity in before if severity}
    asked = {symptom for symptom, severity in before if severity is not None}
    new: dict[str, FirstFelt] = {}
    for day in _days(visit_on, today):
        for symptom, severity in by_day.get(day, ()):
            if severity and symptom not in felt:
                first = new.get(symptom)
                worst = max(severity, first.worst if first else 0)
                on = first.on if first else day
                new[symptom] = FirstFelt(on, worst, symptom in asked)
    return dict(sorted(new.items()))


def _by_cycle_day(
    spans: tuple[CycleSpan, ...], by_day: AnswersByDay
) -> dict[str, dict[int, tuple[int | None, ...]]]:
    grid: dict[str, dict[int, list[int | None]]] = {}
    for number, span in enumerate(spans):
        for day in _days(span.starts_on, span.ends_on):
            for symptom, severity in by_day.get(day, ()):
                row = grid.setdefault(symptom, {}).setdefault(
                    span.cycle_day(day), [None] * len(spans)
                )
                row[number] = severity
    return {
        symptom: {day: tuple(row) for day, row in sorted(days.items())}
        for symptom, days in sorted(grid.items())
    }
