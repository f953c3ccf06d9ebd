"""Blood counts, weight, blood pressure and pulse."""

from dataclasses import replace

from tracker.domain.entries import BloodPressureEntry, PulseEntry, WeightEntry
from tracker.report.content import AppendixPart, CountTable
from tracker.report.inputs import ReportInputs
from tracker.report.lab_values import lab_values
from tracker.report.wording import named_day, typed


def measured(inputs: ReportInputs) -> tuple[CountTable | None, tuple[AppendixPart, ...]]:
    """Return the last three lab days with what was measured beside them, and earlier lab days.

    None when there is nothing, also from before the days covered.
    """
    labs, appendix = lab_values(inputs)
    remarks = (*_weights(inputs), *_pressures(inputs), *_pulses(inputs))
    if labs is None and not remarks:
        return None, ()
    table = CountTable((), ()) if labs is None else labs
    return replace(table, remarks=remarks), appendix


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
