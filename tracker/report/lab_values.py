"""Lab values as on the slips: the last days as a table, the rest where it must not be missed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fractions import Fraction
from itertools import groupby

from tracker.domain.entries import LabEntry
from tracker.report.content import AppendixPart, CountTable, Fact
from tracker.report.inputs import ReportInputs
from tracker.report.wording import listed, more_of, named_day, starting_small, typed

_MOST_DAYS = 3
_UNIT_SIGNS = {"10^9/L": "10⁹/L", "cells/uL": "cells/µL", "umol/L": "µmol/L"}
# Counts of cells, and what red ones carry: treatment makes them fall.
_FALLING = ("neutrophils", "white-cells", "platelets", "hemoglobin")


def lab_values(inputs: ReportInputs) -> tuple[CountTable | None, tuple[AppendixPart, ...]]:
    """Return the table of the last three lab days, and earlier ones; None when there are none.

    Beside the table stand the lowest counts of the days covered where they have no column, and the
    latest value of each test that was not done in these days, from up to a year before.
    """
    labs = inputs.covered(LabEntry)
    days = sorted({entry.day for entry in labs})
    shown, earlier = days[-_MOST_DAYS:], days[:-_MOST_DAYS]
    beyond = (*_lowest(inputs, labs, shown), *_before(inputs, labs))
    if not labs and not beyond:
        return None, ()
    table = CountTable(
        days=tuple(named_day(day, inputs.year) for day in shown),
        rows=tuple(_rows(inputs, labs, shown)),
        more=more_of(len(earlier), "lab day"),
        beyond=beyond,
    )
    old_values = tuple(_lab_fact(inputs, entry) for entry in labs if entry.day in earlier)
    return table, (AppendixPart("Earlier lab values", old_values),) if old_values else ()


def _lowest(
    inputs: ReportInputs, labs: Sequence[LabEntry], shown: Sequence[date]
) -> tuple[str, ...]:
    """Return the lowest counts of the days covered that lie on none of the days shown."""
    found = []
    for test in _FALLING:
        of_test = [entry for entry in labs if entry.test == test]
        lowest = min(of_test, key=lambda entry: _lowest_then_latest(inputs, entry), default=None)
        if lowest is not None and lowest.day not in shown:
            found.append(lowest)
    return (f"Lowest in these days: {_named(inputs, found)}.",) if found else ()


def _lowest_then_latest(inputs: ReportInputs, entry: LabEntry) -> tuple[Fraction, bool, int]:
    """Return what sorts values in any unit; of a number, below it comes before it."""
    test = inputs.library.labs[entry.test]
    value = test.exact(entry.value, entry.unit, test.unit)
    return (value, entry.comparator != "<", -entry.day.toordinal())


def _before(inputs: ReportInputs, labs: Sequence[LabEntry]) -> tuple[str, ...]:
    """Return the latest value of each test that has none in the days covered."""
    done = {entry.test for entry in labs}
    latest: dict[str, LabEntry] = {}
    for entry in sorted(_earlier(inputs), key=lambda each: _age(inputs, each)):
        if entry.test not in done:
            latest[entry.test] = entry
    if not latest:
        return ()
    found = [latest[test] for test in inputs.library.labs if test in latest]
    nothing = "" if labs else "No blood count was written down in these days. "
    return (f"{nothing}Before these days: {_named(inputs, found)}.",)


def _earlier(inputs: ReportInputs) -> Iterable[LabEntry]:
    return (entry for entry in inputs.earlier if isinstance(entry, LabEntry))


def _age(inputs: ReportInputs, entry: LabEntry) -> tuple[date, datetime, bool]:
    """Return what sorts values by time; of one moment the test's own unit comes last."""
    return (entry.day, entry.at, entry.unit == inputs.library.labs[entry.test].unit)


def _named(inputs: ReportInputs, entries: Iterable[LabEntry]) -> str:
    """Return `neutrophils 0.4 10⁹/L and platelets 95 10⁹/L on Wed 15 April`, the latest first."""
    by_day = groupby(sorted(entries, key=_latest_day_first), key=lambda entry: entry.day)
    return "; ".join(
        f"{listed(_with_name(inputs, entry) for entry in group)} on {named_day(day, inputs.year)}"
        for day, group in by_day
    )


def _latest_day_first(entry: LabEntry) -> int:
    return -entry.day.toordinal()


def _with_name(inputs: ReportInputs, entry: LabEntry) -> str:
    name = starting_small(inputs.library.labs[entry.test].name)
    return f"{name} {_lab_words(entry, with_unit=True)}"


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
