"""Reads the worked examples beside this file into diaries."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from tests.domain.diary_builders import US_CARD, a_course, a_person, heart_profile, stamp
from tracker.domain.course import CourseEvent, DoseTarget, Given, Omitted, Reason
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import (
    AnswerState,
    AnyEntry,
    LvefEntry,
    LvefMethod,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.measurements import Temperature, TemperatureUnit, Weight, WeightUnit
from tracker.domain.people import FeverCard
from tracker.domain.regimen import Track


def worked_examples(name: str) -> list[dict[str, Any]]:
    """Return the examples of one file; `because` counts the entries of all people from 0."""
    text = (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)


def diary_of(example: dict[str, Any]) -> PersonDiary:
    """Return the diary of the first person; entry n has the id UUID(int=n)."""
    person = example["people"][0]
    card = person.get("card", ...)
    return PersonDiary(
        a_person(
            country=person.get("country", "US"),
            card=US_CARD if card is ... else _card(card),
            born_on=person.get("born_on", "1975-06-15"),
            heart=heart_profile(
                person.get("label", "US"),
                person.get("limit", "50"),
                tuple(person.get("risk_factors", ())),
            ),
        ),
        tuple(
            a_course(each["regimen"], each["starts_on"], map(_event, each["events"]))
            for each in person["courses"]
        ),
        tuple(sorted(_entries(person["entries"]), key=lambda entry: entry.at)),
    )


def _card(card: dict[str, str] | None) -> FeverCard | None:
    if card is None:
        return None
    return FeverCard(Decimal(card["high"]), Decimal(card["low"]), TemperatureUnit(card["unit"]))


def _event(event: dict[str, Any]) -> CourseEvent:
    track = Track(event["track"]) if "track" in event else None
    target = DoseTarget(event.get("drug"), track)
    if event["kind"] == "omitted":
        return Omitted(target, event["cycle"], Reason.HEART_RESULT)
    dose = event.get("dose_mg_m2")
    on = date.fromisoformat(event["on"])
    return Given(target, event["cycle"], on, None if dose is None else Decimal(dose))


def _entries(entries: list[dict[str, Any]]) -> Iterator[AnyEntry]:
    for number, entry in enumerate(entries):
        common = stamp(entry["at"], entry.get("day"), UUID(int=number))
        flags = tuple(entry.get("flags", ()))
        match entry["kind"]:
            case "symptom":
                severity = entry["severity"]
                yield SymptomEntry(
                    **common,
                    symptom=entry["symptom"],
                    severity=severity,
                    state=AnswerState.PRESENT if severity else AnswerState.ABSENT,
                    flags=flags,
                )
            case "temperature":
                reading = Temperature(Decimal(entry["value"]), TemperatureUnit(entry["unit"]))
                yield TemperatureEntry(**common, temperature=reading, flags=flags)
            case "weight":
                yield WeightEntry(
                    **common, weight=Weight(Decimal(entry["value"]), WeightUnit(entry["unit"]))
                )
            case "lvef":
                method = LvefMethod(entry["method"])
                yield LvefEntry(**common, percent=Decimal(entry["value"]), method=method)
