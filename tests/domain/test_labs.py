"""Blood tests: exact conversion, and values that are asked back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.clinical.library import library
from tracker.domain.labs import LabTest
from tracker.errors import NotUnderstoodError


def _test(test_id: str) -> LabTest:
    return library().labs[test_id]


@pytest.mark.parametrize(
    ("test_id", "typed", "unit", "wanted", "shown"),
    [
        ("neutrophils", "1500", "cells/uL", "10^9/L", "1.50"),
        ("neutrophils", "0.8", "10^9/L", "cells/uL", "800"),
        ("platelets", "150", "10^9/L", "cells/uL", "150000"),
        ("hemoglobin", "12.5", "g/dL", "g/L", "125"),
        ("hemoglobin", "10", "g/dL", "mmol/L", "6.2"),
        ("hemoglobin", "8", "g/dL", "mmol/L", "5.0"),
        ("bilirubin", "1", "mg/dL", "umol/L", "17"),
        ("bilirubin", "2", "mg/dL", "umol/L", "34"),
        ("creatinine", "1", "mg/dL", "umol/L", "88"),
        ("creatinine", "88.4", "umol/L", "mg/dL", "1.00"),
        ("troponin", "14", "ng/L", "pg/mL", "14.0"),
    ],
)
def test_a_value_can_be_shown_in_another_unit(test_id, typed, unit, wanted, shown):
    assert str(_test(test_id).shown_in(Decimal(typed), unit, wanted)) == shown


def test_a_value_in_its_own_unit_is_shown_as_it_was_typed():
    assert str(_test("neutrophils").shown_in(Decimal("0.80"), "10^9/L", "10^9/L")) == "0.80"


def test_half_a_step_is_shown_upward():
    assert _test("hemoglobin").shown_in(Decimal("8.45"), "g/dL", "g/L") == Decimal(85)


@given(value=st.decimals("0.1", "1000", places=3), data=st.data())
def test_going_to_another_unit_and_back_loses_nothing(value, data):
    test = data.draw(st.sampled_from(list(library().labs.values())))
    here, there = (data.draw(st.sampled_from(sorted(test.units))) for _ in range(2))

    factor = test.exact(Decimal(1), there, here)

    assert test.exact(value, here, there) * factor == test.exact(value, here, here)


@pytest.mark.parametrize(
    ("test_id", "typed", "unit", "looks_like"),
    [
        ("neutrophils", "1500", "10^9/L", "cells/uL"),
        ("neutrophils", "1.5", "cells/uL", "10^9/L"),
        ("platelets", "150", "cells/uL", "10^9/L"),
        ("hemoglobin", "125", "g/dL", "g/L"),
        ("hemoglobin", "12.5", "g/L", "g/dL"),
        ("creatinine", "0.9", "umol/L", "mg/dL"),
        ("creatinine", "80", "mg/dL", "umol/L"),
    ],
)
def test_a_value_that_looks_like_another_unit_is_asked_back(test_id, typed, unit, looks_like):
    with pytest.raises(NotUnderstoodError, match="looks like") as refusal:
        _test(test_id).check(Decimal(typed), unit)

    assert looks_like in str(refusal.value)


@pytest.mark.parametrize("test_id", list(library().labs))
def test_the_ends_of_what_can_be_are_taken_and_a_step_beyond_is_asked_back(test_id):
    test = _test(test_id)
    for unit in test.units.values():
        test.check(unit.lowest, unit.id)
        test.check(unit.highest, unit.id)
        test.check(Decimal(0), unit.id)
        for beyond in (unit.lowest / 2, unit.highest + 1, Decimal(-1)):
            with pytest.raises(NotUnderstoodError):
                test.check(beyond, unit.id)


def test_a_unit_of_another_test_is_refused_with_those_that_fit():
    with pytest.raises(NotUnderstoodError, match="it is given in g/dL, g/L, mmol/L"):
        _test("hemoglobin").check(Decimal(12), "10^9/L")


def test_a_conversion_to_a_unit_that_does_not_belong_is_refused():
    with pytest.raises(NotUnderstoodError, match="is not a unit of"):
        _test("neutrophils").shown_in(Decimal(1), "10^9/L", "g/L")


def test_what_a_label_prints_for_the_day_of_a_dose_names_drug_and_number_and_whose_counts():
    docetaxel = next(each for each in library().counts_before_a_dose if each.drug == "docetaxel")

    assert docetaxel.at_least == Decimal("1.5")
    assert "docetaxel" in docetaxel.sentence
    assert "Your team" in docetaxel.sentence
