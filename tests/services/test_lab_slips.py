"""Numbers and units as they stand on lab slips of all countries."""

from decimal import Decimal

import pytest

from tests.services.test_symptom_diary import refused


@pytest.mark.parametrize(
    ("test", "typed", "unit"),
    [
        ("platelets", "1,250", "10^9/L"),
        ("platelets", "1.250", "10^9/L"),
        ("nt-probnp", "1,125", "ng/L"),
    ],
)
def test_a_mark_that_may_part_thousands_is_asked_back(diary, test, typed, unit):
    decimal, thousands = (
        typed.replace(",", ".").rstrip("0"),
        typed.replace(",", "").replace(".", ""),
    )

    said = refused(lambda: diary.lab(test, typed, unit))
    refused(lambda: diary.lab(test, "200", unit, high=typed))

    assert f"can be {decimal} or {thousands}; nothing was saved" in said
    assert diary.entries() == ()


@pytest.mark.parametrize(
    ("test", "typed", "unit"),
    [
        ("creatinine", "1,125", "mg/dL"),
        ("neutrophils", "0,850", "10^9/L"),
        ("neutrophils", "1500", "cells/uL"),
        ("hemoglobin", "12,35", "g/dL"),
    ],
)
def test_a_mark_that_can_only_be_a_decimal_one_is_taken(diary, test, typed, unit):
    diary.lab(test, typed, unit)

    assert [entry.value for entry in diary.entries()] == [Decimal(typed.replace(",", "."))]


@pytest.mark.parametrize(
    ("test", "typed", "stored"),
    [
        ("platelets", "95,000", "95"),
        ("platelets", "95.000", "95"),
        ("neutrophils", "1.500", "1.5"),
        ("platelets", "95", "95"),
        ("neutrophils", "1.50", "1.50"),
    ],
)
def test_no_zeros_are_kept_that_look_like_thousands(diary, test, typed, stored):
    diary.lab(test, typed, "10^9/L", low="150.000" if test == "platelets" else None)

    (entry,) = diary.entries()
    assert str(entry.value) == stored
    assert str(entry.low) in {"150", "None"}


def test_a_count_per_microliter_typed_as_thousands_per_liter_is_asked_back(diary):
    said = refused(lambda: diary.lab("platelets", "95000", "10^9/L"))

    assert "it looks like cells/uL" in said
    diary.lab("platelets", "95,000", "cells/uL")
    assert [entry.value for entry in diary.entries()] == [95000]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        *((each, "10^9/L") for each in ("K/uL", "K/µL", "k/mcL", "thousand/µL", "10³/µL")),
        *((each, "10^9/L") for each in ("x10^3/uL", "×10⁹/L", "10*9/L", "10e9/L", "10^3 / μL")),
        *((each, "cells/uL") for each in ("cells/µL", "/uL", "cells/mm³", "/mm3", "cells/mcL")),
    ],
)
def test_a_unit_may_be_typed_as_it_stands_on_the_slip(diary, written, stored):
    diary.lab("platelets", "2000", written)

    assert [entry.unit for entry in diary.entries()] == [stored]


def test_a_unit_that_nobody_knows_is_named_as_it_was_typed(diary):
    assert "“K/mL” is not a unit of Platelets" in refused(
        lambda: diary.lab("platelets", "95", "K/mL")
    )


@pytest.mark.parametrize(
    ("test", "typed", "value"), [("platelets", "150,000", 150000), ("neutrophils", "1,500", 1500)]
)
def test_a_mark_that_can_only_part_thousands_is_taken_as_that(diary, test, typed, value):
    diary.lab(test, typed, "cells/uL")

    assert [entry.value for entry in diary.entries()] == [value]


def test_a_range_of_one_number_is_a_range(diary):
    diary.lab("creatinine", "80", "umol/L", low="90", high="90")

    assert "lower end of the range" in refused(
        lambda: diary.lab("creatinine", "80", "umol/L", low="91", high="90")
    )
    assert len(diary.entries()) == 1
