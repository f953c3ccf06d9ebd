"""The diary as tables for spreadsheets: one row per entry, or one row per day.

RFC 4180: commas, quotes where needed, CRLF; UTF-8. A cell without a value means not known.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from typing import Any

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import (
    AnyEntry,
    AppointmentEntry,
    BloodPressureEntry,
    ContactEntry,
    LabEntry,
    LvefEntry,
    MedicineEntry,
    NoteEntry,
    PulseEntry,
    QuestionEntry,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
    kind_of,
)
from tracker.domain.trends import standing_answers
from tracker.exchange.csv_cells import guarded
from tracker.services.whole_record import WholeRecord

COLUMNS = (
    "day",
    "moment",
    "kind",
    "name",
    "value",
    "unit",
    "severity",
    "state",
    "cycle",
    "cycle day",
    "by",
    "note",
)
"""The columns of the contract; names and order are fixed."""

DAY_COLUMNS = ("day", "cycle", "cycle day")
"""The first columns of the table with a row per day; a column for each symptom follows."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What a kind of entry puts into the columns of its own."""

    name: str = ""
    value: str = ""
    unit: str = ""
    severity: str = ""
    state: str = ""
    note: str | None = None


def entries_table(record: WholeRecord) -> str:
    """Return one row per entry, by moment.

    `name` is the symptom, blood test, method of a heart scan, medicine, person told or title;
    `value` what was measured or taken. What has no column of its own stands where the kind leaves
    one free: flags of a symptom, `copied` or `all-none`, and alerts told in `value`, flags of a
    temperature, the range of a lab slip and what a medicine was for in `note`, whether it helped in
    `state`, the answer to a question in `value`.
    """
    rows = (_entry_row(entry, record.cycle_on(entry.day)) for entry in record.entries)
    return _table(COLUMNS, rows)


def days_table(record: WholeRecord) -> str:
    """Return one row per day from the first answer to the last, and one column per symptom.

    A cell holds the standing severity; it is empty where nobody answered and where it was skipped.
    """
    answers = standing_answers(each for each in record.entries if isinstance(each, SymptomEntry))
    answered = {symptom for symptom, _ in answers}
    known = [symptom for symptom in record.library.symptoms if symptom in answered]
    symptoms = (*known, *sorted(answered.difference(known)))
    rows = (
        (
            *_place(day, record.cycle_on(day)),
            *(_severity(answers.get((symptom, day))) for symptom in symptoms),
        )
        for day in _days(sorted({day for _, day in answers}))
    )
    return _table((*DAY_COLUMNS, *map(guarded, symptoms)), rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _entry_row(entry: AnyEntry, cycle: CycleSpan | None) -> tuple[str, ...]:
    own = _OWN[type(entry)](entry)
    day, number, cycle_day = _place(entry.day, cycle)
    return (
        day,
        entry.at.isoformat(),
        kind_of(entry),
        guarded(own.name),
        guarded(own.value),
        own.unit,
        own.severity,
        own.state,
        number,
        cycle_day,
        guarded(entry.by),
        guarded(own.note or ""),
    )


def _place(day: date, cycle: CycleSpan | None) -> tuple[str, str, str]:
    if cycle is None:
        return (day.isoformat(), "", "")
    return (day.isoformat(), str(cycle.cycle), str(cycle.cycle_day(day)))


def _days(answered: Sequence[date]) -> Iterable[date]:
    if answered:
        day = answered[0]
        while day <= answered[-1]:
            yield day
            day += _ONE_DAY


def _severity(answer: SymptomEntry | None) -> str:
    return "" if answer is None or answer.severity is None else str(answer.severity)


def _symptom(entry: SymptomEntry) -> _Own:
    return _Own(
        name=entry.symptom,
        value=" ".join((*entry.flags, *_word(entry.entered_as))),
        severity=_severity(entry),
        state=entry.state.value,
        note=entry.note,
    )


def _temperature(entry: TemperatureEntry) -> _Own:
    reading = entry.temperature
    flags = " ".join(entry.flags)
    return _Own(name="temperature", value=_text(reading.value), unit=reading.unit.value, note=flags)


def _lab(entry: LabEntry) -> _Own:
    ends = (("low", entry.low), ("high", entry.high))
    printed = [f"{end} {_text(value)}" for end, value in ends if value is not None]
    sign = entry.comparator.value if entry.comparator else ""
    return _Own(
        name=entry.test,
        value=f"{sign}{_text(entry.value)}",
        unit=entry.unit,
        note=", ".join(printed),
    )


def _blood_pressure(entry: BloodPressureEntry) -> _Own:
    both = f"{_text(entry.systolic_mmhg)}/{_text(entry.diastolic_mmhg)}"
    return _Own(name="blood-pressure", value=both, unit="mmHg")


def _contact(entry: ContactEntry) -> _Own:
    return _Own(name=entry.who, value=" ".join(entry.alerts or ()), note=entry.text)


_OWN: dict[type, Callable[[Any], _Own]] = {
    SymptomEntry: _symptom,
    TemperatureEntry: _temperature,
    WeightEntry: lambda entry: _Own(
        name="weight", value=_text(entry.weight.value), unit=entry.weight.unit.value
    ),
    PulseEntry: lambda entry: _Own(name="pulse", value=_text(entry.beats_per_minute), unit="/min"),
    BloodPressureEntry: _blood_pressure,
    LabEntry: _lab,
    LvefEntry: lambda entry: _Own(
        name=entry.method.value, value=_text(entry.percent), unit="%", note=entry.note
    ),
    MedicineEntry: lambda entry: _Own(
        name=entry.name,
        value=entry.amount or "",
        state="".join(_word(entry.helped)),
        note=entry.for_symptom,
    ),
    QuestionEntry: lambda entry: _Own(value=entry.answer or "", note=entry.text),
    NoteEntry: lambda entry: _Own(note=entry.text),
    ContactEntry: _contact,
    AppointmentEntry: lambda entry: _Own(name=entry.title, value=entry.starts_at.isoformat()),
}


def _word(said: StrEnum | None) -> tuple[str, ...]:
    return () if said is None else (said.value,)


def _text(value: Decimal) -> str:
    return f"{value:f}"
