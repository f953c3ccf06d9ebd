"""A diary file of a year with 30 heart scans and 300 blood counts: `python3 -m … FILE`."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from tracker.domain.entries import AnyEntry, LabEntry, LvefEntry, LvefMethod
from tracker.domain.people import HeartProfile, Person
from tracker.domain.regimen import Setting
from tracker.services.ports import CourseRecord, Write
from tracker.storage.opening import create_diary

START = date(2025, 6, 2)
END = datetime(2026, 6, 19, 19, 40, tzinfo=UTC)
SCANS, COUNTS = 30, 300
_NAMESPACE = UUID("b6c3bb4e-6a0a-4d0e-9a55-0f2a8a5d6a11")
_TESTS = (("neutrophils", "10^9/L"), ("platelets", "10^9/L"), ("hemoglobin", "g/dL"))
_USUAL = {"neutrophils": Decimal("3.2"), "platelets": Decimal(240), "hemoglobin": Decimal("12.1")}


def build(path: Path) -> None:
    """Write the diary; the same content every time."""
    profile = HeartProfile(lvef_lower_limit=Decimal(50), risk_factors=("hypertension",))
    person = Person(id=uuid5(_NAMESPACE, "person"), name="Many Results", heart=profile)
    course = CourseRecord(
        id=uuid5(_NAMESPACE, "course"),
        person_id=person.id,
        regimen="ddac-thp",
        setting=Setting.ADJUVANT,
        starts_on=START,
        recorded_at=END - timedelta(days=380),
    )
    entries = tuple((person.id, entry) for entry in (*_scans(), *_counts()))
    create_diary(path, Write(at=END, people=(person,), courses=(course,), entries=entries)).close()


def _scans() -> Iterator[AnyEntry]:
    for number in range(SCANS):
        percent = Decimal(64 - number % 7)
        stamp = _stamp("scan", number, START + timedelta(days=12 * number - 4))
        yield LvefEntry(**stamp, percent=percent, method=LvefMethod.ECHO)


def _counts() -> Iterator[AnyEntry]:
    for number in range(COUNTS):
        test, unit = _TESTS[number % len(_TESTS)]
        share = Decimal(60 + number * 7 % 50) / 100
        stamp = _stamp("count", number, START + timedelta(days=number // len(_TESTS) * 3))
        yield LabEntry(**stamp, test=test, value=_USUAL[test] * share, unit=unit)


def _stamp(what: str, number: int, day: date) -> dict[str, Any]:
    at = datetime.combine(day, time(10), UTC)
    entry_id = uuid5(_NAMESPACE, f"{what} {number}")
    return {"id": entry_id, "day": day, "at": at, "zone": "UTC", "by": "self"}


if __name__ == "__main__":
    build(Path(sys.argv[1]))
