"""What is asked back when a temperature cannot be right."""

import pytest

from tracker.domain.measurements import TemperatureUnit
from tracker.ui.today.temperature_reading import probably_meant

CELSIUS, FAHRENHEIT = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [
        ("98.6", CELSIUS, "98.6\u00a0°F"),
        ("384", CELSIUS, "38.4\u00a0°C"),
        ("1012", FAHRENHEIT, "101.2\u00a0°F"),
        ("38,2", FAHRENHEIT, "38.2\u00a0°C"),
        ("100.9F", CELSIUS, "100.9\u00a0°F"),
        ("38.3 C", FAHRENHEIT, "38.3\u00a0°C"),
        ("1009 f", CELSIUS, "100.9\u00a0°F"),
        ("38.3F", CELSIUS, "38.3\u00a0°C"),
    ],
)
def test_a_likely_reading_is_asked_back(typed: str, unit: TemperatureUnit, meant: str):
    found = probably_meant(typed, unit)

    assert found is not None
    assert str(found.reading) == meant


@pytest.mark.parametrize("typed", ["", "nan", "warm", "7", "12345", "-38"])
def test_nothing_is_guessed_from_what_could_be_anything(typed: str):
    assert probably_meant(typed, CELSIUS) is None
