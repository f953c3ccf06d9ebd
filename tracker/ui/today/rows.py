"""The rows of the check-in: what is asked on a day, why, and what was answered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from tracker.domain.alerts import Alert
from tracker.domain.checkin import CheckInRow
from tracker.domain.entries import AnswerState, SymptomEntry
from tracker.domain.symptoms import FlagDefinition, is_own, symptom_name
from tracker.domain.writers import SELF
from tracker.services.answers import DayRecord
from tracker.services.companion import Companion

ROWS_AT_FIRST = 6
OWN_LEVELS = (
    "none",
    "a little, hardly in the way",
    "clear, but I manage",
    "gets in the way of most things",
    "as bad as it can be",
)
_OWN_REMEMBERED = timedelta(days=42)


class RowState(NamedTuple):
    """One symptom of the check-in.

    Attributes:
        group: The part of the body it is listed under; "" among the first rows and for own ones.
        now: Usual on this day of the cycle, or something on the page speaks of it, so it is asked
            with the first ones.
        is_today: Whether the day before is yesterday.
        spoken_of: A forecast or an alert on the page is about it; asked on a foggy day as well.
        reason: Why it is asked: "often with docetaxel, usually days 2 to 5"; "" without a drug
            that is known for it.
        levels: Words for 0 to 4.
        flags: What can be added to an answer; empty before one of at least 1 was given.
        answer: The standing answer of the day; None when it was not asked.
        yesterday: The standing answer of the day before; None without one.
        advice: The worst alert that names this answer; None without one.
        writers: The names of who gave the answer, and of who gave the one before it; "" where the
            person alone answered.
        before: What another writer had answered; None where nobody said something else.
    """

    symptom: str
    name: str
    group: str
    reason: str
    levels: tuple[str, ...]
    flags: tuple[FlagDefinition, ...]
    answer: SymptomEntry | None
    yesterday: SymptomEntry | None
    advice: Alert | None
    now: bool = False
    spoken_of: bool = False
    is_today: bool = True
    writers: tuple[str, str] = ("", "")
    before: SymptomEntry | None = None


def own_symptoms(companion: Companion, day: date) -> tuple[str, ...]:
    """Return the person's own symptoms of the last six weeks, in the order of first use."""
    return tuple(filter(is_own, companion.diary.symptoms_answered(day - _OWN_REMEMBERED, day)))


def checkin_rows(
    companion: Companion,
    record: DayRecord,
    own: Sequence[str],
    advice: Mapping[UUID, Alert],
    spoken_of: Collection[str],
) -> tuple[RowState, ...]:
    """Return the first six, then the others by part of the body, then the person's own.

    `spoken_of` are the symptoms that something else on the page is about.
    """
    places = {symptom: place for place, symptom in enumerate(companion.library.symptoms)}
    asked = companion.diary.checkin(record.day)
    others = sorted((r for r in asked if not r.first), key=lambda row: places[row.symptom.id])
    ordered = (*(r for r in asked if r.first), *others)
    rows = [_known_row(row, record, advice, spoken_of) for row in ordered]
    hers = dict.fromkeys((*own, *filter(is_own, (*spoken_of, *record.answers))))
    rows += [_own_row(each, record, advice) for each in hers]
    if record.day < companion.clock().date():
        rows = [row._replace(is_today=False) for row in rows]
    person = companion.person().name
    return tuple(_with_writers(row, record.others_said.get(row.symptom), person) for row in rows)


def _with_writers(row: RowState, before: SymptomEntry | None, person: str) -> RowState:
    """Return the row with who answered, where somebody else did for the person."""
    if row.answer is None or (row.answer.by == SELF and before is None):
        return row

    def name(answer: SymptomEntry | None) -> str:
        return "" if answer is None else person if answer.by == SELF else answer.by

    return row._replace(writers=(name(row.answer), name(before)), before=before)


def _known_row(
    row: CheckInRow,
    record: DayRecord,
    advice: Mapping[UUID, Alert],
    spoken_of: Collection[str],
) -> RowState:
    symptom = row.symptom
    answer = record.answers.get(symptom.id)
    present = answer is not None and answer.state is AnswerState.PRESENT
    return RowState(
        symptom=symptom.id,
        name=symptom.name,
        group="" if row.first else symptom.group.name,
        reason=row.hint or "",
        levels=symptom.levels,
        flags=symptom.flags if present else (),
        answer=answer,
        yesterday=record.yesterday.get(symptom.id),
        advice=advice.get(answer.id) if answer else None,
        now=row.now or symptom.id in spoken_of,
        spoken_of=symptom.id in spoken_of,
    )


def _own_row(symptom: str, record: DayRecord, advice: Mapping[UUID, Alert]) -> RowState:
    answer = record.answers.get(symptom)
    return RowState(
        symptom=symptom,
        name=symptom_name(symptom, {}),
        group="",
        reason="",
        levels=OWN_LEVELS,
        flags=(),
        answer=answer,
        yesterday=record.yesterday.get(symptom),
        advice=advice.get(answer.id) if answer else None,
    )
