"""The small parts of FHIR R4 resources: words with codes beside them, quantities, dates, links.

Clinical codes come from `codes.toml` alone and units from the list below; a code is left out where
the unit does not fit what it measures, and words always stand beside a code.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from re import compile as pattern
from typing import Any
from uuid import UUID

from tracker.domain.codes import Code

Resource = dict[str, Any]

UCUM = "http://unitsofmeasure.org"
UNITS = {
    "degC": ("°C", "Cel"),
    "degF": ("°F", "[degF]"),
    "kg": ("kg", "kg"),
    "lb": ("lb", "[lb_av]"),
    "/min": ("/min", "/min"),
    "mmHg": ("mmHg", "mm[Hg]"),
    "%": ("%", "%"),
    "mg/m2": ("mg/m²", "mg/m2"),
    "10^9/L": ("10^9/L", "10*9/L"),
    "cells/uL": ("cells/µL", "{cells}/uL"),
    "g/dL": ("g/dL", "g/dL"),
    "g/L": ("g/L", "g/L"),
    "mg/dL": ("mg/dL", "mg/dL"),
    "ng/L": ("ng/L", "ng/L"),
    "pg/mL": ("pg/mL", "pg/mL"),
    "mmol/L": ("mmol/L", "mmol/L"),
    "umol/L": ("µmol/L", "umol/L"),
    "U/L": ("U/L", "U/L"),
}
"""Our unit: as people write it, and in UCUM. There are no others."""

_SAME_PROPERTY = (
    {"10*9/L", "{cells}/uL"},
    {"g/dL", "g/L", "mg/dL", "ng/L", "pg/mL"},
    {"mmol/L", "umol/L"},
    {"Cel", "[degF]"},
    {"kg", "[lb_av]"},
)
"""Units between which a code's meaning stays: a mass per volume is no amount of substance."""

_HL7 = "http://terminology.hl7.org/CodeSystem"
CATEGORIES = {
    "vital-signs": "Vital Signs",
    "laboratory": "Laboratory",
    "imaging": "Imaging",
}
"""Categories of FHIR itself; receivers sort by them."""

_NOT_TEXT = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def text(words: str | None) -> str | None:
    """Return words as FHIR can hold them; None where nothing can be read in them."""
    if words is None or not words.strip():
        return None
    return _NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", words)


def concept(words: str, codes: Iterable[Code] = ()) -> Resource:
    """Return words with the codes that mean the same."""
    coding = [{"system": code.system, "code": code.code, "display": code.display} for code in codes]
    return without_empty({"coding": coding, "text": text(words)})


def category(name: str) -> list[Resource]:
    """Return one of FHIR's own categories of observations."""
    display = CATEGORIES[name]
    coding = {"system": f"{_HL7}/observation-category", "code": name, "display": display}
    return [{"coding": [coding], "text": display}]


def active() -> Resource:
    """Return the clinical status of a condition that is being treated."""
    coding = {"system": f"{_HL7}/condition-clinical", "code": "active", "display": "Active"}
    return {"coding": [coding], "text": "Active"}


def quantity(value: Decimal, unit: str, comparator: str | None = None) -> Resource:
    """Return a value with its unit, digits as typed.

    Raises:
        KeyError: Not a unit of the list.
    """
    words, code = UNITS[unit]
    found = {"value": value, "comparator": comparator, "unit": words, "system": UCUM, "code": code}
    return without_empty(found)


def fitting(codes: Iterable[Code], unit: str) -> tuple[Code, ...]:
    """Return the codes whose meaning is measured in such a unit."""
    ucum = UNITS[unit][1]
    return tuple(
        code
        for code in codes
        if code.ucum == ucum or any({code.ucum, ucum} <= group for group in _SAME_PROPERTY)
    )


def notes(*lines: str | None) -> list[Resource]:
    """Return one annotation for each line that says something."""
    return [{"text": found} for line in lines if (found := text(line)) is not None]


def link(resource_id: UUID) -> Resource:
    """Return a reference to another resource of the same bundle."""
    return {"reference": address(resource_id)}


def address(resource_id: UUID) -> str:
    """Return the address by which a resource is known in its bundle."""
    return f"urn:uuid:{resource_id}"


def moment(at: datetime) -> str:
    """Return a moment with its offset, in UTC where the offset has seconds, which FHIR lacks."""
    offset = at.utcoffset()
    if offset is not None and offset.seconds % 60:
        at = at.astimezone(UTC)
    return at.isoformat()


def about(day: date, at: datetime) -> str:
    """Return the moment of an entry, or its day alone where it is about another day."""
    return moment(at) if at.date() == day else day.isoformat()


def without_empty(resource: Resource) -> Resource:
    """Return a resource without what is not known: FHIR holds no null and no empty list."""
    return {
        key: value
        for key, value in resource.items()
        if value or value == 0  # false and zero are known
    }
