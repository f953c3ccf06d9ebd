"""People and courses as rows, and back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import (
    CareTeam,
    Contact,
    FeverCard,
    HeartProfile,
    LabelRegion,
    Person,
    Radiotherapy,
    Surgery,
    Units,
)
from tracker.domain.regimen import Setting
from tracker.services.custom_regimen import as_plain, from_plain
from tracker.services.ports import CourseRecord

Row = Mapping[str, Any]


def row_of_person(person: Person) -> dict[str, Any]:
    """Return the values of the person's own row."""
    care, heart, card = person.care, person.heart, person.care.fever_card
    radiotherapy = person.radiotherapy
    factors = heart.risk_factors
    return {
        "id": str(person.id),
        "name": person.name,
        "born_on": _day_text(person.born_on),
        "country": care.country,
        "temperature_unit": care.units.temperature.value,
        "weight_unit": care.units.weight.value,
        "fever_high": None if card is None else f"{card.high:f}",
        "fever_low": None if card is None else f"{card.low:f}",
        "fever_unit": None if card is None else card.unit.value,
        "emergency_number": care.emergency_number,
        "heart_label": heart.label.value,
        "lvef_lower_limit": _number_text(heart.lvef_lower_limit),
        "risk_factors": None if factors is None else json.dumps(factors),
        "radiotherapy_from": _day_text(radiotherapy.starts_on) if radiotherapy else None,
        "radiotherapy_to": _day_text(radiotherapy.ends_on) if radiotherapy else None,
        "is_sample": person.is_sample,
        "baseline_entry": None if heart.baseline_entry is None else str(heart.baseline_entry),
    }


def rows_of_contacts(person: Person) -> list[dict[str, Any]]:
    """Return one row per phone number, in the person's order."""
    return [
        {
            "person_id": str(person.id),
            "position": position,
            "label": contact.label,
            "phone": contact.phone,
        }
        for position, contact in enumerate(person.care.contacts)
    ]


def rows_of_surgeries(person: Person) -> list[dict[str, Any]]:
    """Return one row per operation, in the order typed."""
    return [
        {
            "person_id": str(person.id),
            "position": position,
            "on_day": surgery.on.isoformat(),
            "name": surgery.name,
            "definitive": surgery.definitive,
        }
        for position, surgery in enumerate(person.surgeries)
    ]


def people_of_rows(
    people: Iterable[Row], contacts: Sequence[Row], surgeries: Sequence[Row]
) -> tuple[Person, ...]:
    """Return the people of these rows and of the rows that belong to them."""
    return tuple(
        _person_of_rows(
            row,
            [each for each in contacts if each["person_id"] == row["id"]],
            [each for each in surgeries if each["person_id"] == row["id"]],
        )
        for row in people
    )


def _person_of_rows(row: Row, contacts: Iterable[Row], surgeries: Iterable[Row]) -> Person:
    return Person(
        id=UUID(row["id"]),
        name=row["name"],
        born_on=_day(row["born_on"]),
        care=_care(row, contacts),
        heart=_heart(row),
        surgeries=tuple(
            Surgery(date.fromisoformat(each["on_day"]), each["name"], bool(each["definitive"]))
            for each in surgeries
        ),
        radiotherapy=_radiotherapy(row),
        is_sample=bool(row["is_sample"]),
    )


def _care(row: Row, contacts: Iterable[Row]) -> CareTeam:
    card = None
    if row["fever_unit"] is not None:
        unit = TemperatureUnit(row["fever_unit"])
        card = FeverCard(Decimal(row["fever_high"]), Decimal(row["fever_low"]), unit)
    return CareTeam(
        country=row["country"],
        units=Units(TemperatureUnit(row["temperature_unit"]), WeightUnit(row["weight_unit"])),
        fever_card=card,
        emergency_number=row["emergency_number"],
        contacts=tuple(Contact(each["label"], each["phone"]) for each in contacts),
    )


def _heart(row: Row) -> HeartProfile:
    limit, factors = row["lvef_lower_limit"], row["risk_factors"]
    chosen = row["baseline_entry"]
    return HeartProfile(
        label=LabelRegion(row["heart_label"]),
        lvef_lower_limit=None if limit is None else Decimal(limit),
        risk_factors=None if factors is None else tuple(json.loads(factors)),
        baseline_entry=None if chosen is None else UUID(chosen),
    )


def _radiotherapy(row: Row) -> Radiotherapy | None:
    starts_on = _day(row["radiotherapy_from"])
    return None if starts_on is None else Radiotherapy(starts_on, _day(row["radiotherapy_to"]))


def row_of_course(record: CourseRecord) -> dict[str, Any]:
    """Return the values of a course's row."""
    custom = None if record.custom is None else as_plain(record.custom)
    return {
        "id": str(record.id),
        "person_id": str(record.person_id),
        "regimen": record.regimen,
        "setting": record.setting.value,
        "starts_on": record.starts_on.isoformat(),
        "resumes_on": _day_text(record.resumes_on),
        "custom": None if custom is None else json.dumps(custom, ensure_ascii=False),
        "recorded_at": record.recorded_at.isoformat(),
    }


def course_of_row(row: Row) -> CourseRecord:
    """Return the course of a row."""
    custom = row["custom"]
    return CourseRecord(
        id=UUID(row["id"]),
        person_id=UUID(row["person_id"]),
        regimen=row["regimen"],
        setting=Setting(row["setting"]),
        starts_on=date.fromisoformat(row["starts_on"]),
        resumes_on=_day(row["resumes_on"]),
        custom=None if custom is None else from_plain(json.loads(custom)),
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number_text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
