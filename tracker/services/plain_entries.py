"""Entries in the plain words of the diary file: texts, whole numbers and lists alone."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from tracker.domain.entries import (
    AnswerState,
    AnyEntry,
    AppointmentEntry,
    BloodPressureEntry,
    ContactEntry,
    LabEntry,
    LvefEntry,
    LvefMethod,
    MedicineEntry,
    NoteEntry,
    PulseEntry,
    QuestionEntry,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
    kind_of,
)
from tracker.domain.entry_words import Comparator, EnteredAs, Helped
from tracker.domain.measurements import Temperature, TemperatureUnit, Weight, WeightUnit

Plain = dict[str, Any]
Word = TypeVar("Word", bound=StrEnum)


def entry_as_plain(entry: AnyEntry) -> Plain:
    """Return an entry with the keys of the diary file, in its order; values that JSON can hold."""
    return {
        "id": str(entry.id),
        "kind": kind_of(entry),
        "day": entry.day.isoformat(),
        "at": entry.at.isoformat(),
        "zone": entry.zone,
        "by": entry.by,
        **_OWN_KEYS[type(entry)](entry),
    }


def entry_from_plain(plain: Mapping[str, Any]) -> AnyEntry:
    """Return the entry; keys that are missing mean not known.

    Raises:
        NotUnderstoodError: The values cannot be right.
    """
    common = {
        "id": UUID(plain["id"]),
        "day": date.fromisoformat(plain["day"]),
        "at": datetime.fromisoformat(plain["at"]),
        "zone": plain["zone"],
        "by": plain["by"],
    }
    return _MAKERS[plain["kind"]](common, plain)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _word(kind: type[Word], text: str | None) -> Word | None:
    return None if text is None else kind(text)


def _symptom(entry: SymptomEntry) -> Plain:
    return {
        "symptom": entry.symptom,
        "state": entry.state.value,
        "severity": entry.severity,
        "flags": list(entry.flags),
        "note": entry.note,
        **_when_set("entered_as", entry.entered_as),
    }


def _when_set(key: str, word: StrEnum | None) -> Plain:
    """Return a key that readers of the first diaries do not know: only where it says something."""
    return {} if word is None else {key: word.value}


def _temperature(entry: TemperatureEntry) -> Plain:
    return {
        "value": _text(entry.temperature.value),
        "unit": entry.temperature.unit.value,
        "flags": list(entry.flags),
        "typed": entry.typed,
    }


def _lab(entry: LabEntry) -> Plain:
    return {
        "test": entry.test,
        "value": _text(entry.value),
        "unit": entry.unit,
        "low": _text(entry.low),
        "high": _text(entry.high),
        "comparator": entry.comparator.value if entry.comparator else None,
    }


def _contact(entry: ContactEntry) -> Plain:
    alerts = None if entry.alerts is None else list(entry.alerts)
    return {"who": entry.who, "text": entry.text, "alerts": alerts}


_OWN_KEYS: dict[type, Callable[[Any], Plain]] = {
    SymptomEntry: _symptom,
    TemperatureEntry: _temperature,
    WeightEntry: lambda entry: {
        "value": _text(entry.weight.value),
        "unit": entry.weight.unit.value,
    },
    PulseEntry: lambda entry: {"value": _text(entry.beats_per_minute)},
    BloodPressureEntry: lambda entry: {
        "systolic": _text(entry.systolic_mmhg),
        "diastolic": _text(entry.diastolic_mmhg),
    },
    LabEntry: _lab,
    LvefEntry: lambda entry: {
        "value": _text(entry.percent),
        "method": entry.method.value,
        **({} if entry.note is None else {"note": entry.note}),
    },
    MedicineEntry: lambda entry: {
        "name": entry.name,
        "amount": entry.amount,
        "for_symptom": entry.for_symptom,
        **_when_set("helped", entry.helped),
    },
    QuestionEntry: lambda entry: {
        "text": entry.text,
        "answer": entry.answer,
        **({"main_concern": True} if entry.main_concern else {}),
    },
    NoteEntry: lambda entry: {"text": entry.text},
    ContactEntry: _contact,
    AppointmentEntry: lambda entry: {
        "title": entry.title,
        "starts_at": entry.starts_at.isoformat(),
    },
}


def _make_symptom(common: Plain, plain: Mapping[str, Any]) -> AnyEntry:
    return SymptomEntry(
        **common,
        symptom=plain["symptom"],
        state=AnswerState(plain["state"]),
        severity=plain.get("severity"),
        flags=tuple(plain.get("flags") or ()),
        note=plain.get("note"),
        entered_as=_word(EnteredAs, plain.get("entered_as")),
    )


def _make_temperature(common: Plain, plain: Mapping[str, Any]) -> AnyEntry:
    return TemperatureEntry(
        **common,
        temperature=Temperature(Decimal(plain["value"]), TemperatureUnit(plain["unit"])),
        flags=tuple(plain.get("flags") or ()),
        typed=plain.get("typed"),
    )


def _make_lab(common: Plain, plain: Mapping[str, Any]) -> AnyEntry:
    sign = plain.get("comparator")
    return LabEntry(
        **common,
        test=plain["test"],
        value=Decimal(plain["value"]),
        unit=plain["unit"],
        low=_number(plain.get("low")),
        high=_number(plain.get("high")),
        comparator=Comparator(sign) if sign else None,
    )


def _make_contact(common: Plain, plain: Mapping[str, Any]) -> AnyEntry:
    alerts = plain.get("alerts")
    return ContactEntry(
        **common,
        who=plain["who"],
        text=plain.get("text"),
        alerts=None if alerts is None else tuple(alerts),
    )


_MAKERS: dict[str, Callable[[Plain, Mapping[str, Any]], AnyEntry]] = {
    "symptom": _make_symptom,
    "temperature": _make_temperature,
    "weight": lambda common, plain: WeightEntry(
        **common, weight=Weight(Decimal(plain["value"]), WeightUnit(plain["unit"]))
    ),
    "pulse": lambda common, plain: PulseEntry(**common, beats_per_minute=Decimal(plain["value"])),
    "blood-pressure": lambda common, plain: BloodPressureEntry(
        **common,
        systolic_mmhg=Decimal(plain["systolic"]),
        diastolic_mmhg=Decimal(plain["diastolic"]),
    ),
    "lab": _make_lab,
    "lvef": lambda common, plain: LvefEntry(
        **common,
        percent=Decimal(plain["value"]),
        method=LvefMethod(plain.get("method") or LvefMethod.UNKNOWN),
        note=plain.get("note"),
    ),
    "medicine": lambda common, plain: MedicineEntry(
        **common,
        name=plain["name"],
        amount=plain.get("amount"),
        for_symptom=plain.get("for_symptom"),
        helped=_word(Helped, plain.get("helped")),
    ),
    "question": lambda common, plain: QuestionEntry(
        **common,
        text=plain["text"],
        answer=plain.get("answer"),
        main_concern=bool(plain.get("main_concern")),
    ),
    "note": lambda common, plain: NoteEntry(**common, text=plain["text"]),
    "contact": _make_contact,
    "appointment": lambda common, plain: AppointmentEntry(
        **common,
        title=plain["title"],
        starts_at=datetime.fromisoformat(plain["starts_at"]),
    ),
}
