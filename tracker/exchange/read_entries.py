"""Entries, from the diary file: every kind has its own keys and no others."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from tracker.clinical.library import Library
from tracker.domain.entries import (
    KIND_OF,
    WORST_SEVERITY,
    AnswerState,
    AnyEntry,
    LabEntry,
    LvefMethod,
)
from tracker.domain.entry_words import Comparator, EnteredAs, Helped
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.symptoms import check_answer
from tracker.errors import NotUnderstoodError
from tracker.exchange.reading import Fields
from tracker.services.lab_checks import check_lab
from tracker.services.measuring import check_temperature_flags
from tracker.services.plain_entries import Plain, entry_from_plain


def read_entry(fields: Fields, library: Library) -> AnyEntry:
    """Return one entry.

    Raises:
        NotUnderstoodError: Names the place of what cannot be right.
    """
    kind = fields.known("kind", tuple(KIND_OF.values()))
    common: Plain = {
        "kind": kind,
        "id": str(fields.identity("id")),
        "day": fields.day("day").isoformat(),
        "at": fields.moment("at").isoformat(),
        "zone": _zone(fields),
        "by": fields.text("by"),
    }
    own = _READERS[kind](fields, library)
    entry = fields.made(lambda: entry_from_plain({**common, **own}))
    if isinstance(entry, LabEntry):
        fields.made(lambda: check_lab(library, entry))
    return entry


def _zone(fields: Fields) -> str:
    name = fields.text("zone")
    if not _is_zone(name) and _is_zone("Europe/Madrid"):
        raise fields.wrong("zone", "the name of a time zone was expected, like Europe/Madrid")
    return name


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _symptom(fields: Fields, library: Library) -> Plain:
    symptom = fields.text("symptom")
    flags = fields.texts("flags") or ()
    _agree(fields, "symptom", lambda: check_answer(symptom, (), library.symptoms))
    _agree(fields, "flags", lambda: check_answer(symptom, flags, library.symptoms))
    return {
        "symptom": symptom,
        "state": fields.choice("state", AnswerState),
        "severity": fields.optional_integer("severity", low=0, high=WORST_SEVERITY),
        "flags": list(dict.fromkeys(flags)),
        "note": fields.optional_text("note"),
        "entered_as": fields.optional_known("entered_as", tuple(EnteredAs)),
    }


def _temperature(fields: Fields, _library: Library) -> Plain:
    flags = fields.texts("flags") or ()
    _agree(fields, "flags", lambda: check_temperature_flags(flags))
    return {
        "value": str(fields.decimal("value")),
        "unit": fields.choice("unit", TemperatureUnit),
        "flags": list(dict.fromkeys(flags)),
        "typed": fields.optional_text("typed"),
    }


def _weight(fields: Fields, _library: Library) -> Plain:
    return {"value": str(fields.decimal("value")), "unit": fields.choice("unit", WeightUnit)}


def _pulse(fields: Fields, _library: Library) -> Plain:
    return {"value": str(fields.decimal("value"))}


def _blood_pressure(fields: Fields, _library: Library) -> Plain:
    return {
        "systolic": str(fields.decimal("systolic")),
        "diastolic": str(fields.decimal("diastolic")),
    }


def _lab(fields: Fields, library: Library) -> Plain:
    test = fields.known("test", library.labs)
    return {
        "test": test,
        "value": str(fields.decimal("value")),
        "unit": fields.known("unit", library.labs[test].units),
        "low": _text_of(fields, "low"),
        "high": _text_of(fields, "high"),
        "comparator": fields.optional_known("comparator", tuple(Comparator)),
    }


def _lvef(fields: Fields, _library: Library) -> Plain:
    return {
        "value": str(fields.decimal("value")),
        "method": fields.choice("method", LvefMethod, LvefMethod.UNKNOWN),
        "note": fields.optional_text("note"),
    }


def _medicine(fields: Fields, library: Library) -> Plain:
    for_symptom = fields.optional_text("for_symptom")
    if for_symptom is not None:
        check = for_symptom
        _agree(fields, "for_symptom", lambda: check_answer(check, (), library.symptoms))
    return {
        "name": fields.text("name"),
        "amount": fields.optional_text("amount"),
        "for_symptom": for_symptom,
        "helped": fields.optional_known("helped", tuple(Helped)),
    }


def _question(fields: Fields, _library: Library) -> Plain:
    return {
        "text": fields.text("text"),
        "answer": fields.optional_text("answer"),
        "main_concern": fields.boolean("main_concern", default=False),
    }


def _note(fields: Fields, _library: Library) -> Plain:
    return {"text": fields.text("text")}


def _contact(fields: Fields, _library: Library) -> Plain:
    alerts = fields.texts("alerts")
    return {
        "who": fields.text("who"),
        "text": fields.optional_text("text"),
        "alerts": None if alerts is None else list(alerts),
    }


def _appointment(fields: Fields, _library: Library) -> Plain:
    return {"title": fields.text("title"), "starts_at": fields.moment("starts_at").isoformat()}


_READERS: dict[str, Callable[[Fields, Library], Plain]] = {
    "symptom": _symptom,
    "temperature": _temperature,
    "weight": _weight,
    "pulse": _pulse,
    "blood-pressure": _blood_pressure,
    "lab": _lab,
    "lvef": _lvef,
    "medicine": _medicine,
    "question": _question,
    "note": _note,
    "contact": _contact,
    "appointment": _appointment,
}


def _text_of(fields: Fields, key: str) -> str | None:
    value = fields.optional_decimal(key)
    return None if value is None else str(value)


def _agree(fields: Fields, key: str, check: Callable[[], Any]) -> None:
    """Refuse, with the place of a key, what a check refuses."""
    try:
        check()
    except NotUnderstoodError as error:
        raise fields.wrong(key, str(error).partition(";")[0].rstrip(".")) from None
