"""What was probably meant by a temperature that cannot be right: asked, never assumed."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tracker.domain.measurements import (
    Temperature,
    TemperatureUnit,
    number_and_unit,
    parse_number,
    parse_temperature,
)
from tracker.errors import NotUnderstoodError
from tracker.services.page_entry import PageReading

_WHOLE_DIGITS = {TemperatureUnit.CELSIUS: 2, TemperatureUnit.FAHRENHEIT: 3}


class Meant(NamedTuple):
    """A reading to ask back about, with the text and the unit to store if it is right."""

    reading: Temperature
    typed: str


def probably_meant(typed: str, unit: TemperatureUnit) -> Meant | None:
    """Return what to ask back for a text that is no temperature in `unit`; None without an idea.

    98.6 in a °C field was perhaps read in °F, as 98.6F was; 384 in a °C field is perhaps 38.4.
    """
    number, named = number_and_unit(typed)
    try:
        value = parse_number(number)
    except NotUnderstoodError:
        return None
    text = f"{value}"
    guesses = [(text, unit.other), (_with_mark(text, unit), unit)]
    if named is unit.other:
        guesses.insert(1, (_with_mark(text, named), named))
    for guess, guessed_unit in guesses:
        try:
            return Meant(Temperature(parse_number(guess), guessed_unit), guess)
        except NotUnderstoodError:
            continue
    return None


def wrong_readings(readings: Mapping[date, PageReading]) -> Mapping[date, Meant | None]:
    """Return the readings that cannot be right, by day, each with what to ask back."""
    wrong: dict[date, Meant | None] = {}
    for day, reading in sorted(readings.items()):
        try:
            parse_temperature(reading.typed, reading.unit)
        except NotUnderstoodError:
            wrong[day] = probably_meant(reading.typed, reading.unit)
    return wrong


def _with_mark(digits: str, unit: TemperatureUnit) -> str:
    whole = _WHOLE_DIGITS[unit]
    return f"{digits[:whole]}.{digits[whole:]}" if digits.isdigit() else digits
