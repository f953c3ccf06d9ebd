"""Numbers as people type them: comma or point, unit said, nothing converted in silence."""

from decimal import Decimal

import pytest
from hypothesis import given as with_any
from hypothesis import strategies as st

from tracker.domain.measurements import (
    Temperature,
    TemperatureUnit,
    Weight,
    WeightUnit,
    parse_number,
    parse_temperature,
)
from tracker.errors import NotUnderstoodError

CELSIUS, FAHRENHEIT = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT


@pytest.mark.parametrize(
    ("typed", "value"),
    [("38.4", "38.4"), ("38,4", "38.4"), (" 38,4 ", "38.4"), ("38", "38"), ("38.40", "38.40")],
)
def test_comma_and_point_are_the_same_number(typed, value):
    assert parse_number(typed) == Decimal(value)
    assert str(parse_number(typed)) == value


@pytest.mark.parametrize(
    "typed", ["", " ", "nan", "inf", "1e3", "38.4.1", "38,4,1", "1,234.5", "38 4", "x", "٣٨", "38."]
)
def test_what_is_no_plain_number_is_refused_in_one_sentence(typed):
    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        parse_number(typed)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [("30.0", CELSIUS), ("45.0", CELSIUS), ("86.0", FAHRENHEIT), ("113.0", FAHRENHEIT)],
)
def test_the_ends_of_the_plausible_range_are_accepted(typed, unit):
    assert parse_temperature(typed, unit).value == Decimal(typed)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("29.9", CELSIUS),
        ("45.1", CELSIUS),
        ("384", CELSIUS),
        ("85.9", FAHRENHEIT),
        ("113.1", FAHRENHEIT),
    ],
)
def test_what_is_no_body_temperature_is_refused(typed, unit):
    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        parse_temperature(typed, unit)


def test_fahrenheit_typed_in_a_celsius_field_is_asked_back_and_never_converted():
    with pytest.raises(NotUnderstoodError, match=r"98\.6 looks like °F"):
        parse_temperature("98.6", CELSIUS)


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("100.9F", FAHRENHEIT, "100.9"),
        ("100.9 °f", FAHRENHEIT, "100.9"),
        ("38.3C", CELSIUS, "38.3"),
        ("38,3\u00a0°C", CELSIUS, "38.3"),
        (" 38.3 ° C ", CELSIUS, "38.3"),
    ],
)
def test_the_unit_of_the_field_may_be_typed_behind_the_number(typed, unit, value):
    assert parse_temperature(typed, unit).value == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [("100.9F", CELSIUS), ("38.3C", FAHRENHEIT), ("38.3F", CELSIUS), ("98.6 c", FAHRENHEIT)],
)
def test_the_other_unit_typed_behind_the_number_is_asked_back_and_never_converted(typed, unit):
    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        parse_temperature(typed, unit)


@pytest.mark.parametrize("typed", ["C", "°C", "38.3CC", "38.3K", "F38.3", "38.3 C C"])
def test_letters_that_are_no_unit_are_refused(typed):
    with pytest.raises(NotUnderstoodError, match="not a number"):
        parse_temperature(typed, CELSIUS)


def test_celsius_typed_in_a_fahrenheit_field_is_asked_back():
    with pytest.raises(NotUnderstoodError, match=r"38\.1 looks like °C"):
        parse_temperature("38.1", FAHRENHEIT)


@pytest.mark.parametrize(
    ("value", "shown"), [("37.94", "37.9"), ("37.95", "38.0"), ("38", "38.0"), ("37.949", "37.9")]
)
def test_a_reading_is_shown_half_up_with_one_decimal(value, shown):
    temperature = Temperature(Decimal(value), CELSIUS)

    assert str(temperature.shown) == shown
    assert str(temperature) == f"{shown}\u00a0°C"


@pytest.mark.parametrize(
    ("value", "celsius"), [("100.4", "38.0"), ("100.3", "37.9"), ("99.5", "37.5"), ("96.8", "36.0")]
)
def test_fahrenheit_as_celsius(value, celsius):
    temperature = Temperature(Decimal(value), FAHRENHEIT)

    assert temperature.shown_in(CELSIUS) == temperature.celsius_shown == Decimal(celsius)
    assert temperature.unit_sign == "°F"


def test_celsius_as_fahrenheit_and_as_itself():
    temperature = Temperature(Decimal("38.0"), CELSIUS)

    assert temperature.shown_in(FAHRENHEIT) == Decimal("100.4")
    assert temperature.shown_in(CELSIUS) == Decimal("38.0")


@with_any(st.decimals("30.0", "45.0", places=1))
def test_to_fahrenheit_and_back_stays_within_a_tenth(value):
    there = Temperature(value, CELSIUS).shown_in(FAHRENHEIT)

    back = Temperature(there, FAHRENHEIT).shown_in(CELSIUS)

    assert abs(back - value) <= Decimal("0.1")


def test_pounds_and_kilograms_are_exact():
    assert Weight(Decimal(154), WeightUnit.POUND).kilograms == Decimal("69.85322498")
    assert Weight(Decimal("70.2"), WeightUnit.KILOGRAM).kilograms == Decimal("70.2")
    assert Weight(Decimal(154), WeightUnit.POUND).pounds == Decimal(154)
    assert round(Weight(Decimal(70), WeightUnit.KILOGRAM).pounds, 2) == Decimal("154.32")


@pytest.mark.parametrize(("value", "unit"), [("19.9", "kg"), ("400.1", "kg"), ("44", "lb")])
def test_what_is_no_body_weight_is_refused(value, unit):
    with pytest.raises(NotUnderstoodError, match="not a body weight"):
        Weight(Decimal(value), WeightUnit(unit))


@with_any(
    st.decimals("34.0", "43.0", places=1),
    st.decimals("93.2", "109.4", places=1),
)
def test_a_limit_named_in_the_other_unit_is_reached_by_the_same_readings(celsius, fahrenheit):
    limit, reading = Temperature(celsius, CELSIUS), Temperature(fahrenheit, FAHRENHEIT)

    named = limit.reached_in(FAHRENHEIT)

    assert (reading.shown_in(CELSIUS) >= limit.value) == (reading.value >= named.value)


@pytest.mark.parametrize(
    ("number", "unit", "named"),
    [
        ("38.0", CELSIUS, "100.4"),
        ("37.5", CELSIUS, "99.5"),
        ("36.0", CELSIUS, "96.8"),
        ("38.2", CELSIUS, "100.7"),
        ("101.0", FAHRENHEIT, "38.4"),
        ("30.0", CELSIUS, "86.0"),
        ("45.0", CELSIUS, "113.0"),
        ("113.0", FAHRENHEIT, "45.0"),
        ("86.0", FAHRENHEIT, "30.0"),
    ],
)
def test_a_limit_is_named_by_the_lowest_reading_that_reaches_it(number, unit, named):
    assert Temperature(Decimal(number), unit).reached_in(unit.other).value == Decimal(named)


@pytest.mark.parametrize(
    ("kilograms", "far"),
    [("70", False), ("84", False), ("84.1", True), ("56", False), ("55.9", True)],
)
def test_more_than_a_fifth_away_is_far(kilograms, far):
    last = Weight(Decimal(70), WeightUnit.KILOGRAM)

    assert Weight(Decimal(kilograms), WeightUnit.KILOGRAM).is_far_from(last) is far


def test_two_units_are_compared_as_one() -> None:
    last = Weight(Decimal(154), WeightUnit.POUND)

    assert not Weight(Decimal(70), WeightUnit.KILOGRAM).is_far_from(last)
    assert Weight(Decimal(70), WeightUnit.POUND).is_far_from(last)
