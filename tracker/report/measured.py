"""Lab values as on the slips, weight, blood pressure and pulse."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.entries import (
    BloodPressureEntry,
    LabEntry,
    PulseEntry,
    WeightEntry,
)
from tracker.report.content import AppendixPart, CountTable, Fact
from tracker.report.inputs import ReportInputs
from tracker.report.wording import more_of, named_day, typed

_MOST_DAYS = 3
_UNIT_SIGNS = {"10^9/L": "10⁹/L", "cells/uL": "cells/µL", "umol/L": "µmol/L"}


def measured(inputs: ReportInputs) -> tuple[CountTable | None, tuple[AppendixPart, ...]]:
    """Return the table of the last three lab days, and earlier ones; None when there is nothing."""
    labs = inputs.covered(LabEntry)
    days = sorted({entry.day for entry in labs})
    shown, earlier = days[-_MOST_DAYS:], days[:-_MOST_DAYS]
    remarks = (*_weights(inputs), *_pressures(inputs), *_pulses(inputs))
    if not labs and not remarks:
        return None, ()
    table = CountTable(
        days=tuple(named_day(day, inputs.year) for day in shown),
        rows=tuple(_rows(inputs, labs, shown)),
        more=more_of(len(earlier), "lab day"),
        remarks=remarks,
    )
    old_values = tuple(_lab_fact(inputs, entry) for entry in labs if entry.day in earlier)
    return table, (AppendixPart("Earlier lab values", old_values),) if old_values else ()


def _rows(
    inputs: ReportInputs, labs: Sequence[LabEntry], days: Sequence[date]
) -> list[tuple[str, ...]]:
    rows = []
    shown = [entry for entry in labs if entry.day in days]
    for test in inputs.library.labs:
        of_test = [entry for entry in shown if entry.test == test]
        if not of_test:
            continue
        units = {entry.unit for entry in of_test}
        name = inputs.library.labs[test].name
        label = f"{name}, {_unit(units.pop())}" if len(units) == 1 else name
        with_unit = label == name
        cells = (
            ", ".join(
                _lab_words(entry, with_unit=with_unit) for entry in of_test if entry.day == day
            )
            for day in days
        )
        rows.append((label, *cells))
    return rows


def _lab_words(entry: LabEntry, *, with_unit: bool) -> str:
    words = f"{entry.comparator or ''}{typed(entry.value)}"
    if with_unit:
        words += f" {_unit(entry.unit)}"
    if entry.low is not None and entry.value < entry.low:
        words += " (low)"
    if entry.high is not None and entry.value > entry.high:
        words += " (high)"
    return words


def _lab_fact(inputs: ReportInputs, entry: LabEntry) -> Fact:
    name = inputs.library.labs[entry.test].name
    return Fact(named_day(entry.day, inputs.year), f"{name} {_lab_words(entry, with_unit=True)}")


def _unit(unit: str) -> str:
    return _UNIT_SIGNS.get(unit, unit)


def _weights(inputs: ReportInputs) -> list[str]:
    weights = inputs.covered(WeightEntry)
    if not weights:
        return []

    def words(entry: WeightEntry) -> str:
        number = f"{typed(entry.weight.value)} {entry.weight.unit}"
        return f"{number} on {named_day(entry.day, inputs.year)}"

    ordered = sorted(weights, key=lambda entry: (entry.day, entry.at))
    first = f" ({words(ordered[0])})" if len(ordered) > 1 else ""
    return [f"Weight {words(ordered[-1])}{first}."]


def _pressures(inputs: ReportInputs) -> list[str]:
    pressures = inputs.covered(BloodPressureEntry)
    if not pressures:
        return []

    def words(entry: BloodPressureEntry) -> str:
        number = f"{typed(entry.systolic_mmhg)}/{typed(entry.diastolic_mmhg)} mm Hg"
        return f"{number} on {named_day(entry.day, inputs.year)}"

    highest = max(pressures, key=lambda entry: entry.systolic_mmhg)
    latest = pressures[-1]
    more = "" if highest is latest else f", highest {words(highest)}"
    return [f"Blood pressure {words(latest)}{more}."]


def _pulses(inputs: ReportInputs) -> list[str]:
    pulses = inputs.covered(PulseEntry)
    if not pulses:
        return []
    latest = pulses[-1]
    when = named_day(latest.day, inputs.year)
    return [f"Pulse {typed(latest.beats_per_minute)} per minute on {when}."]
