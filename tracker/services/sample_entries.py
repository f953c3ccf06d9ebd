"""What the invented person wrote: answers by cycle day, readings, scans, questions."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from tracker.domain.entries import (
    AnyEntry,
    AppointmentEntry,
    BloodPressureEntry,
    ContactEntry,
    LabEntry,
    LvefEntry,
    LvefMethod,
    MedicineEntry,
    NoteEntry,
    QuestionEntry,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.entry_words import Helped
from tracker.domain.measurements import Temperature, TemperatureUnit, Weight, WeightUnit
from tracker.services.answers import state_of

_ZONE = "America/New_York"
_SUMMER = timezone(timedelta(hours=-4))
_WINTER = timezone(timedelta(hours=-5))
_SUMMER_BEGINS = date(2026, 3, 8)
_CAREGIVER = "Tom"

# One digit per cycle day from day 1: the usual answer; cycles differ by the shift below.
_BY_CYCLE_DAY = {
    "nausea": "122211000000000000000",
    "fatigue": "123322221111100000000",
    "diarrhea": "011221110111000000000",
    "mouth-sores": "000011221110000000000",
    "taste-change": "011111111111110000000",
    "sleep-trouble": "221100000000000000000",
}
_DAYS_WITHOUT_ANSWERS = frozenset(
    date(2026, month, day)
    for month, day in (
        (2, 28), (3, 1), (3, 20), (3, 21), (4, 4), (4, 18), (4, 19), (5, 9), (5, 10), (5, 30),
        (6, 6),
    )
)  # fmt: skip
_SKIPPED = {(date(2026, 3, 12), "diarrhea"), (date(2026, 5, 20), "diarrhea")}
_TODAY_S_ANSWERS = {
    "nausea": 0,
    "fatigue": 2,
    "diarrhea": 2,
    "mouth-sores": 0,
    "numbness-tingling": 1,
    "breathlessness": 0,
}
_FIRST_CYCLES = (1, 2)
_MILDER_AT_FIRST = ("fatigue", "diarrhea", "mouth-sores")
_NUMB_FROM_CYCLE = 4
_EVENING = (19, 5)


def sample_entries(
    namespace: UUID, cycle_starts: Sequence[date], now: datetime
) -> tuple[AnyEntry, ...]:
    """Return all entries up to `now`, by moment."""
    writer = _Writer(namespace)
    entries = [
        *_answers(writer, cycle_starts, now.date()),
        *_today(writer, now),
        *_measured(writer),
        *_written(writer),
    ]
    return tuple(sorted((e for e in entries if e.at <= now), key=lambda entry: entry.at))


class _Writer:
    """Gives every entry an id of its own that is the same every time."""

    def __init__(self, namespace: UUID) -> None:
        self._namespace = namespace

    def stamp(
        self, name: str, day: date, clock: tuple[int, int] = _EVENING, by: str = "self"
    ) -> dict[str, Any]:
        """Return the common fields of an entry written on its day."""
        offset = _SUMMER if day >= _SUMMER_BEGINS else _WINTER
        at = datetime(day.year, day.month, day.day, *clock, tzinfo=offset)
        identity = uuid5(self._namespace, f"{name} {at.isoformat()}")
        return {"id": identity, "day": day, "at": at, "zone": _ZONE, "by": by}

    def answer(self, symptom: str, severity: int | None, day: date, **stamp: Any) -> SymptomEntry:
        """Return one answer."""
        return SymptomEntry(
            **self.stamp(symptom, day, **stamp),
            symptom=symptom,
            state=state_of(severity),
            severity=severity,
        )


def _answers(writer: _Writer, starts: Sequence[date], today: date) -> Iterator[AnyEntry]:
    for number, first in enumerate(starts, start=1):
        last = starts[number] if number < len(starts) else today
        for offset in range((last - first).days):
            day = first + timedelta(days=offset)
            if day not in _DAYS_WITHOUT_ANSWERS:
                yield from _answers_of(writer, number, offset, day)


def _answers_of(writer: _Writer, cycle: int, offset: int, day: date) -> Iterator[AnyEntry]:
    by = _CAREGIVER if offset == 1 and cycle in (3, 6) else "self"
    for symptom, digits in _BY_CYCLE_DAY.items():
        severity = int(digits[offset]) if offset < len(digits) else 0
        severity = _in_this_cycle(symptom, severity, cycle)
        skipped = (day, symptom) in _SKIPPED
        yield writer.answer(symptom, None if skipped else severity, day, by=by)
    if cycle >= _NUMB_FROM_CYCLE:
        yield writer.answer("numbness-tingling", 1, day, by=by)


def _in_this_cycle(symptom: str, severity: int, cycle: int) -> int:
    """Return the answer of one cycle: nausea eases, tiredness adds up."""
    if symptom == "nausea" and cycle not in _FIRST_CYCLES:
        return max(0, severity - 1)
    if symptom in _MILDER_AT_FIRST and cycle in _FIRST_CYCLES:
        return max(0, severity - 1)
    return severity


def _today(writer: _Writer, now: datetime) -> Iterator[AnyEntry]:
    for symptom, severity in _TODAY_S_ANSWERS.items():
        yield writer.answer(symptom, severity, now.date())


def _measured(writer: _Writer) -> Iterator[AnyEntry]:
    yield from _scans(writer)
    for month, day, typed, flags in (
        (2, 22, "98.4", ()), (3, 16, "98.8", ()), (4, 7, "99.1", ()), (4, 8, "101.1", ()),
        (4, 9, "99.0", ("after-fever-medicine",)), (4, 11, "98.4", ()), (5, 25, "98.6", ()),
        (6, 16, "98.9", ()), (6, 19, "98.7", ()),
    ):  # fmt: skip
        reading = Temperature(Decimal(typed), TemperatureUnit.FAHRENHEIT)
        stamp = writer.stamp("temperature", date(2026, month, day), (18, 50))
        yield TemperatureEntry(**stamp, temperature=reading, flags=flags, typed=typed)
    for month, day, pounds in (
        (2, 16, "152.4"), (3, 9, "151.0"), (3, 30, "150.2"), (4, 27, "149.6"), (5, 18, "149.2"),
        (6, 8, "148.8"), (6, 15, "148.4"),
    ):  # fmt: skip
        weight = Weight(Decimal(pounds), WeightUnit.POUND)
        yield WeightEntry(**writer.stamp("weight", date(2026, month, day), (8, 10)), weight=weight)
    for month, day, test, value, unit, low, high in (
        (2, 13, "neutrophils", "4.1", "10^9/L", "1.8", "7.7"),
        (2, 13, "hemoglobin", "13.1", "g/dL", "12.0", "15.5"),
        (4, 17, "neutrophils", "0.8", "10^9/L", "1.8", "7.7"),
        (4, 24, "neutrophils", "2.1", "10^9/L", "1.8", "7.7"),
        (4, 24, "platelets", "142", "10^9/L", "150", "400"),
        (6, 5, "neutrophils", "2.6", "10^9/L", "1.8", "7.7"),
        (6, 5, "hemoglobin", "10.9", "g/dL", "12.0", "15.5"),
    ):
        yield LabEntry(
            **writer.stamp(test, date(2026, month, day), (11, 0)),
            test=test,
            value=Decimal(value),
            unit=unit,
            low=Decimal(low),
            high=Decimal(high),
        )
    pressure = writer.stamp("blood pressure", date(2026, 6, 8), (9, 20))
    yield BloodPressureEntry(**pressure, systolic_mmhg=Decimal(124), diastolic_mmhg=Decimal(78))


def _scans(writer: _Writer) -> Iterator[AnyEntry]:
    for month, day, percent in ((2, 10, "64"), (5, 11, "61"), (6, 15, "55")):
        stamp = writer.stamp("lvef", date(2026, month, day), (10, 30))
        yield LvefEntry(**stamp, percent=Decimal(percent), method=LvefMethod.ECHO)


def _written(writer: _Writer) -> Iterator[AnyEntry]:
    called = writer.stamp("contact", date(2026, 4, 8), (19, 10), _CAREGIVER)
    text = "Went in, blood taken, antibiotics for two days, home on Friday."
    yield ContactEntry(**called, who="Advice line", text=text)
    for month, day, name, amount, symptom, helped in (
        (2, 17, "ondansetron", "8 mg", "nausea", Helped.YES),
        (3, 10, "ondansetron", "8 mg", "nausea", Helped.A_LITTLE),
        (5, 21, "loperamide", "2 mg", "diarrhea", Helped.YES),
        (6, 11, "loperamide", "2 mg", "diarrhea", None),
    ):
        stamp = writer.stamp(name, date(2026, month, day), (13, 15))
        yield MedicineEntry(**stamp, name=name, amount=amount, for_symptom=symptom, helped=helped)
    for month, day, text, answer in (
        (3, 3, "Can I have my flu shot between cycles?", "Yes, in week three."),
        (6, 10, "My fingertips tingle since April. Does it go away?", None),
        (6, 15, "Why is the heart number lower than in May?", None),
        (6, 18, "When does radiotherapy start after the last cycle?", None),
    ):
        stamp = writer.stamp("question", date(2026, month, day), (21, 0))
        yield QuestionEntry(**stamp, text=text, answer=answer)
    yield NoteEntry(
        **writer.stamp("note", date(2026, 5, 2), (20, 30)), text="First long walk since April."
    )
    yield NoteEntry(
        **writer.stamp("note", date(2026, 6, 12), (20, 15), _CAREGIVER),
        text="She slept most of the day, drank about five glasses.",
    )
    yield AppointmentEntry(
        **writer.stamp("appointment", date(2026, 6, 15), (12, 0)),
        title="Visit with the oncologist",
        starts_at=datetime(2026, 6, 26, 10, 30, tzinfo=_SUMMER),
    )
