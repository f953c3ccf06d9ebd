"""Reads `labs.toml` and its texts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from re import fullmatch

from tracker.clinical.reading import Table, read_file
from tracker.domain.drugs import DrugProfile
from tracker.domain.labs import CountBeforeDose, LabTest, LabUnit

_FRACTION = r"[1-9]\d{0,8}(/[1-9]\d{0,8})?"
_MOST_DECIMALS = 3
_UNITS = frozenset(
    ("10^9/L", "cells/uL", "g/dL", "g/L", "mmol/L", "U/L", "umol/L", "mg/dL", "ng/L", "pg/mL")
)


@dataclass(frozen=True, slots=True)
class Labs:
    """The blood tests by id, and the counts that texts print for the day of a dose."""

    tests: dict[str, LabTest]
    before_a_dose: tuple[CountBeforeDose, ...]


def read_labs(
    folder: Path, language: str, profiles: Mapping[str, DrugProfile], sources: Collection[str]
) -> Labs:
    """Return what is known about blood tests.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    with (
        read_file(folder / "labs.toml") as top,
        read_file(folder / "texts" / language / "labs.toml") as texts,
        texts.table("tests") as words,
        texts.table("before_a_dose") as phrases,
    ):
        tests = {
            each: _test(each, table, words.table(each), sources)
            for each, table in top.table("tests").by_id()
        }
        sentence = phrases.text("sentence")
        counts = tuple(
            _count(row, sentence, tests, profiles, sources) for row in top.tables("before_a_dose")
        )
    return Labs(tests, counts)


def _test(test_id: str, table: Table, words: Table, sources: Collection[str]) -> LabTest:
    units = {unit.id: unit for unit in map(_unit, table.tables("units"))}
    own = table.known("unit", units)
    if units[own].times != 1:
        raise table.wrong("unit", "a unit whose factor is 1")
    with words:
        return LabTest(
            id=test_id,
            name=words.text("name"),
            about=words.text("about"),
            unit=own,
            units=units,
            source=table.known("source", sources),
        )


def _unit(row: Table) -> LabUnit:
    times = row.text("times")
    if fullmatch(_FRACTION, times) is None:
        raise row.wrong("times", 'a whole number or a fraction in quotes, for example "1/1000"')
    unit = LabUnit(
        id=row.known("unit", _UNITS),
        times=Fraction(times),
        lowest=row.decimal("lowest"),
        highest=row.decimal("highest"),
        decimals=row.integer("decimals", low=0, high=_MOST_DECIMALS),
    )
    if not 0 < unit.lowest < unit.highest:
        raise row.wrong("highest", "a number above lowest, and lowest above zero")
    return unit


def _count(
    row: Table,
    sentence: str,
    tests: Mapping[str, LabTest],
    profiles: Mapping[str, DrugProfile],
    sources: Collection[str],
) -> CountBeforeDose:
    test = tests[row.known("test", tests)]
    drug = row.known("drug", profiles)
    unit = row.known("unit", test.units)
    at_least = row.decimal("at_least")
    if not test.units[unit].can_be(at_least):
        raise row.wrong("at_least", f"a number that can be {test.name} in {unit}")
    values = {
        "drug": profiles[drug].word,
        "test": test.name.lower(),
        "value": f"{at_least:f}",
        "unit": unit,
    }
    for name, value in values.items():
        sentence = sentence.replace(f"{{{name}}}", value)
    return CountBeforeDose(
        drug=drug,
        test=test.id,
        at_least=at_least,
        unit=unit,
        sentence=sentence,
        source=row.known("source", sources),
    )
