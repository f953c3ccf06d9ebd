"""Codes of shared terminologies that stand beside our own words when a diary is exchanged."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SeenTimes(StrEnum):
    """In how many independent published files the code was seen with this meaning."""

    ONCE = "seen-once"
    TWICE = "seen-twice"


@dataclass(frozen=True, slots=True)
class Code:
    """One code.

    Attributes:
        system: Address of the code system.
        display: The words of the code system itself, never ours.
        ucum: The unit of a measured value in UCUM; None where the code is about no measurement.
    """

    system: str
    code: str
    display: str
    ucum: str | None
    seen: SeenTimes


CodesById = Mapping[str, tuple[Code, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """All codes by what they are for; an id without a code is exchanged as text alone.

    Attributes:
        measurements: temperature, weight, pulse, blood-pressure, systolic, diastolic, lvef,
            lvef-echo, her2-status, symptom-present, symptom-absent, symptom-severity.
        labs: By test id.
        symptoms: By symptom id.
        severity: By level, `"0"` to `"3"`; no code means level 4 as we word it.
        conditions: breast-cancer, her2-positive.
        drugs: By drug id.
    """

    measurements: CodesById
    labs: CodesById
    symptoms: CodesById
    severity: CodesById
    conditions: CodesById
    drugs: CodesById
