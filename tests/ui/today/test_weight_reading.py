"""What is offered in the place of a weight that is a surprise."""

from decimal import Decimal

import pytest

from tracker.domain.measurements import Weight, WeightUnit
from tracker.ui.today.weight_reading import weight_meant

KG, LB = WeightUnit.KILOGRAM, WeightUnit.POUND


def weight(text):
    value, unit = text.split()
    return Weight(Decimal(value), WeightUnit(unit))


@pytest.mark.parametrize(
    ("typed", "unit", "last", "meant"),
    [
        ("154", KG, "70.2 kg", "154 lb"),
        ("70", LB, "154 lb", "70 kg"),
        ("702", KG, "70.2 kg", "70.2 kg"),
        ("702", KG, None, "70.2 kg"),
        ("702", LB, "70.2 kg", None),
        ("1548", LB, None, "154.8 lb"),
        ("1548", LB, "154 lb", "154.8 lb"),
        ("1002", KG, "101 kg", "100.2 kg"),
        ("984", LB, "99 lb", "98.4 lb"),
        ("90", KG, "70.2 kg", None),
        ("7", KG, None, None),
        ("heavy", KG, "70.2 kg", None),
        ("", KG, None, None),
    ],
)
def test_another_unit_or_a_lost_point_is_offered_where_it_is_near_her_last_weight(
    typed, unit, last, meant
):
    found = weight_meant(typed, unit, weight(last) if last else None)

    assert found == (weight(meant) if meant else None)
