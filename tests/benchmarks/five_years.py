"""A diary file of five years for two people, about 40,000 rows: `python3 -m … FILE`."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from uuid import UUID, uuid4, uuid5

from tracker.domain.entries import AnyEntry, SymptomEntry, TemperatureEntry
from tracker.domain.measurements import Temperature, TemperatureUnit
from tracker.domain.people import Person
from tracker.domain.regimen import Setting
from tracker.services.answers import state_of
from tracker.services.ports import CourseRecord, Write
from tracker.storage.opening import create_diary

END = datetime(2026, 6, 19, 19, 40, tzinfo=UTC)
DAYS = 1826
_NAMESPACE = UUID("77c04c30-44f1-4f4d-8f8c-5f2f1d8a0a51")
_SYMPTOMS = (
    "nausea", "fatigue", "diarrhea", "mouth-sores", "breathlessness",
    "numbness-tingling", "taste-change", "joint-muscle-pain", "sleep-trouble", "own:sore jaw",
)  # fmt: skip
_COURSES = (("ddac-thp", 0), ("hp-year", 434), ("t-dxd", 826), ("t-dm1", 1134), ("h-year", 1442))
_NOTED_ONE_DAY_IN, _HELPED_ONE_DAY_IN = 9, 7
_CYCLE, _BAD_DAYS = 21, 6


def build(path: Path) -> None:
    """Write the diary; the same content every time."""
    people = tuple(
        Person(id=uuid5(_NAMESPACE, name), name=name) for name in ("Five Years", "Second Person")
    )
    entries = tuple((person.id, each) for person in people for each in _entries(person.id))
    courses = tuple(each for person in people for each in _courses(person.id))
    create_diary(path, Write(at=END, people=people, courses=courses, entries=entries)).close()


def _first_day() -> date:
    return END.date() - timedelta(days=DAYS - 1)


def _courses(person_id: UUID) -> Iterator[CourseRecord]:
    for regimen, days in _COURSES:
        yield CourseRecord(
            id=uuid4(),
            person_id=person_id,
            regimen=regimen,
            setting=Setting.ADJUVANT,
            starts_on=_first_day() + timedelta(days=days),
            recorded_at=END - timedelta(days=DAYS - days),
        )


def _entries(person_id: UUID) -> Iterator[AnyEntry]:
    chance = Random(str(person_id))  # noqa: S311 - invented answers, the same every time
    for number in range(DAYS):
        day = _first_day() + timedelta(days=number)
        at = datetime.combine(day, time(19, 30), UTC)
        by = "Tom" if number % _HELPED_ONE_DAY_IN == 0 else "self"
        stamp = {"day": day, "at": at, "zone": "UTC", "by": by}
        for place, symptom in enumerate(_SYMPTOMS):
            severity = _severity(chance, number, place)
            yield SymptomEntry(
                id=uuid5(_NAMESPACE, f"{person_id} {day} {symptom}"),
                **stamp,
                symptom=symptom,
                severity=severity,
                state=state_of(severity),
                note="worse in the evening" if number % _NOTED_ONE_DAY_IN == place else None,
            )
        reading = Temperature(Decimal(chance.randint(362, 374)) / 10, TemperatureUnit.CELSIUS)
        temperature_id = uuid5(_NAMESPACE, f"{person_id} {day} temperature")
        yield TemperatureEntry(id=temperature_id, **stamp, temperature=reading)


def _severity(chance: Random, number: int, place: int) -> int | None:
    if chance.random() < 0.02:
        return None
    bad = (number - place) % _CYCLE < _BAD_DAYS
    return min(4, max(0, round(chance.gauss(2.2 if bad else 0.4, 0.7))))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
