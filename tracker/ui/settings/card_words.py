"""The numbers of an alert card as they are shown and chosen; no Qt."""

from tracker.domain.measurements import SIGNS, Temperature, TemperatureUnit
from tracker.domain.people import FeverCard

OTHER = "other"
NO_NUMBER = "none"
_USUAL = {
    TemperatureUnit.CELSIUS: ("37.5", "38.0"),
    TemperatureUnit.FAHRENHEIT: ("99.5", "100.4"),
}


def high_choices(unit: TemperatureUnit) -> list[tuple[str, str]]:
    """Return the upper numbers that most cards carry, with their sign."""
    return [(number, f"{number}\u00a0{SIGNS[unit]}") for number in _USUAL[unit]]


def shown_high(card: FeverCard, unit: TemperatureUnit) -> str:
    """Return the upper number of a card in a unit, without its sign."""
    return str(Temperature(card.high, card.unit).reached_in(unit).value)


def shown_low(card: FeverCard, unit: TemperatureUnit) -> str:
    """Return the lower number of a card in a unit, without its sign."""
    return str(Temperature(card.low, card.unit).reached_in(unit).value)
