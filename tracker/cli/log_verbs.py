"""The verb `log`: one entry each, acknowledged after it is on the disk."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.cli import typed
from tracker.cli.desk import Bench
from tracker.clinical.library import library
from tracker.domain.entries import LvefMethod, WeightEntry, kind_of
from tracker.domain.measurements import TemperatureUnit, WeightUnit, parse_weight
from tracker.domain.spoken_dates import day_in_words
from tracker.domain.symptoms import check_answer
from tracker.domain.wording import perhaps
from tracker.errors import NotUnderstoodError

if TYPE_CHECKING:
    from tracker.services.changes import Saved
    from tracker.services.companion import Companion

_SEVERITIES = {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "skip": None}
_TEMPERATURE_UNITS = {
    "C": TemperatureUnit.CELSIUS,
    "F": TemperatureUnit.FAHRENHEIT,
    "degC": TemperatureUnit.CELSIUS,
    "degF": TemperatureUnit.FAHRENHEIT,
}
_LONGEST_WRITER = 100


def do_log(bench: Bench, found: argparse.Namespace) -> None:
    """Store one entry and say so."""
    if found.by is not None and not (found.by.strip() and len(found.by) <= _LONGEST_WRITER):
        raise NotUnderstoodError("Who writes needs a short name; nothing was saved.")
    common: dict[str, Any] = {"by": found.by, "day": _day(found.day)}
    with bench.companion() as companion:
        before = _weight_to_look_at(companion, found, common["day"] or bench.now().date())
        entry = _KINDS[found.kind](companion, found, common).entry
    said = [f"Saved: {kind_of(entry)}, {day_in_words(entry.day)}."]
    if before is not None:
        said.append(
            f"It is far from {before.weight} on {day_in_words(before.day)}; if that is a slip, "
            "remove it in the window."
        )
    bench.acknowledge({"entry": str(entry.id)}, said)


def _weight_to_look_at(
    companion: "Companion", found: argparse.Namespace, day: date
) -> WeightEntry | None:
    """Return the weight that a typed one is far from; a command line cannot ask back."""
    if found.kind != "weight":
        return None
    return companion.diary.weight_far_from(
        parse_weight(found.value, _weight_unit(companion, found)), day
    )


def _day(text: str | None) -> date | None:
    return None if text is None else typed.day(text)


def _symptom(companion: "Companion", found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    if found.severity not in _SEVERITIES:
        raise NotUnderstoodError(
            f"“{found.severity[:20]}” is not a severity; nothing was saved; "
            "type 0, 1, 2, 3 or 4, or skip."
        )
    _check_symptom(found.name)
    return companion.diary.answer(
        found.name,
        _SEVERITIES[found.severity],
        flags=found.flag,
        note=typed.note(found.note),
        **common,
    )


def _check_symptom(name: str) -> None:
    check_answer(name, (), library().symptoms, where="“log symptom --help” lists them all")


def _temperature(
    companion: "Companion", found: argparse.Namespace, common: dict[str, Any]
) -> "Saved":
    own = companion.person().care.units.temperature
    unit = own if found.unit is None else _TEMPERATURE_UNITS[found.unit]
    return companion.diary.temperature(found.value, unit, flags=found.flag, **common)


def _weight(companion: "Companion", found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    return companion.diary.weight(found.value, _weight_unit(companion, found), **common)


def _weight_unit(companion: "Companion", found: argparse.Namespace) -> WeightUnit:
    own = companion.person().care.units.weight
    return own if found.unit is None else WeightUnit(found.unit)


def _pulse(companion: "Companion", found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    return companion.diary.pulse(found.value, **common)


def _blood_pressure(
    companion: "Companion", found: argparse.Namespace, common: dict[str, Any]
) -> "Saved":
    return companion.diary.blood_pressure(found.systolic, found.diastolic, **common)


def _lab(companion: "Companion", found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    return companion.diary.lab(
        found.test,
        found.value,
        found.unit,
        low=found.low,
        high=found.high,
        comparator=found.comparator,
        **common,
    )


def _lvef(companion: "Companion", found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    method, note = LvefMethod(found.method), typed.note(found.note)
    return companion.diary.lvef(found.value, method, note=note, **common)


def _medicine(companion: "Companion", found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    if found.for_symptom is not None:
        _check_symptom(found.for_symptom)
    return companion.diary.medicine(
        found.name, amount=found.amount, for_symptom=found.for_symptom, **common
    )


def _question(
    companion: "Companion", _found: argparse.Namespace, common: dict[str, Any]
) -> "Saved":
    return companion.diary.question(typed.text_from_stdin(), **common)


def _note(companion: "Companion", _found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    return companion.diary.note(typed.text_from_stdin(), **common)


def _appointment(
    companion: "Companion", found: argparse.Namespace, common: dict[str, Any]
) -> "Saved":
    starts_at = typed.moment(found.at)
    title = typed.optional_text_from_stdin() or "Appointment"
    return companion.diary.appointment(title, starts_at, **common)


def _contact(companion: "Companion", found: argparse.Namespace, common: dict[str, Any]) -> "Saved":
    known = {each.id: () for each in library().alert_rules.all_rules()}
    for rule in found.alert or ():
        if rule not in known:
            raise NotUnderstoodError(
                f"“{rule[:60]}” is not a rule of this program; nothing was saved; "
                f"{perhaps(rule[:60], known)}“--json alerts” names those that match now."
            )
    text = typed.optional_text_from_stdin()
    alerts = () if found.something_else else found.alert
    return companion.diary.contact(found.who, text=text, alerts=alerts, **common)


_KINDS: dict[str, Callable[["Companion", argparse.Namespace, dict[str, Any]], "Saved"]] = {
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
    "appointment": _appointment,
    "contact": _contact,
}
