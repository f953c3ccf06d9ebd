"""Ready-made people, courses and diaries: a test names only what it is about."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.entries import LvefEntry, LvefMethod, SymptomEntry, TemperatureEntry
from tracker.domain.measurements import Temperature, TemperatureUnit
from tracker.domain.people import Person, Surgery
from tracker.domain.regimen import Setting
from tracker.services.answers import state_of
from tracker.services.companion import Companion
from tracker.services.ports import CourseRecord, Storage, Write

ZONE = "Europe/Madrid"
SUMMER = timezone(timedelta(hours=2))
NOW = datetime(2026, 5, 12, 20, 0, tzinfo=SUMMER)
PERSON_ID = UUID("11111111-1111-4111-8111-111111111111")


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


def a_person(**changes: Any) -> Person:
    return Person(**{"id": PERSON_ID, "name": "Ana Sample", **changes})


def a_course(regimen: str = "tchp", **changes: Any) -> CourseRecord:
    values: dict[str, Any] = {
        "id": uuid4(),
        "person_id": PERSON_ID,
        "regimen": regimen,
        "setting": Setting.ADJUVANT,
        "starts_on": date(2026, 5, 4),
        "recorded_at": NOW - timedelta(days=30),
    }
    return CourseRecord(**{**values, **changes})


def an_answer(symptom: str = "nausea", severity: int | None = 2, **changes: Any) -> SymptomEntry:
    values = {**_stamp(), "symptom": symptom, "severity": severity, "state": state_of(severity)}
    return SymptomEntry(**_with(values, changes))


def a_temperature(celsius: str = "37.0", **changes: Any) -> TemperatureEntry:
    reading = Temperature(Decimal(celsius), TemperatureUnit.CELSIUS)
    return TemperatureEntry(**_with({**_stamp(), "temperature": reading}, changes))


def an_lvef(percent: str = "60", **changes: Any) -> LvefEntry:
    values = {**_stamp(), "percent": Decimal(percent), "method": LvefMethod.ECHO}
    return LvefEntry(**_with(values, changes))


def a_companion(
    *,
    storage: Storage | None = None,
    clock: Clock | None = None,
    regimen: str | None = "tchp",
    person: Person | None = None,
) -> Companion:
    """Return the services of a person six days after her second week began, surgery in March."""
    storage = storage or MemoryStorage()
    person = person or a_person(surgeries=(Surgery(date(2026, 4, 1)),))
    courses = () if regimen is None else (a_course(regimen, person_id=person.id),)
    storage.apply(Write(at=NOW, people=(person,), courses=courses))
    return Companion(storage, library(), clock or Clock(), person.id)


def _stamp() -> dict[str, Any]:
    return {"id": uuid4(), "at": NOW, "zone": ZONE, "by": "self"}


def _with(values: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    together = {**values, **changes}
    together.setdefault("day", together["at"].date())
    return together
