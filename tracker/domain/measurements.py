"""Measured values: Decimal with unit, read as typed, refused when they cannot be right."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from re import fullmatch

from tracker.errors import NotUnderstoodError

_NUMBER = r"[+-]?\d{1,9}([.,]\d{1,6})?"
_WITH_UNIT = r"(?P<number>.*\d)\s*(°\s*)?(?P<unit>[CFcf])"
_ONE_DECIMAL = Decimal("0.1")


class TemperatureUnit(StrEnum):
    """Degrees as the person's thermometer shows them."""

    CELSIUS = "degC"
    FAHRENHEIT = "degF"

    @property
    def other(self) -> "TemperatureUnit":
        """The unit that this one is not."""
        return next(each for each in TemperatureUnit if each is not self)


SIGNS = {TemperatureUnit.CELSIUS: "°C", TemperatureUnit.FAHRENHEIT: "°F"}


class WeightUnit(StrEnum):
    """Units of a bathroom scale."""

    KILOGRAM = "kg"
    POUND = "lb"


KILOGRAM_PER_POUND = Decimal("0.45359237")  # exact by definition of the pound, 1959


def parse_number(typed: str, like: str = "like 38.4 or 38,4") -> Decimal:
    """Return what was typed as a Decimal; comma and point are both decimal marks.

    Args:
        typed: As it was typed.
        like: How to type it, with the unit, as a part of the sentence that refuses.

    Raises:
        NotUnderstoodError: Not one plain number (empty, two marks, letters, `nan`, exponent).
    """
    text = typed.strip().replace("\u00a0", "").replace("\N{MINUS SIGN}", "-")
    if fullmatch(_NUMBER, text) is None or not text.isascii():
        shown = typed[:40] if typed.isprintable() else ascii(typed)[:40]
        raise NotUnderstoodError(
            f"“{shown}” is not a number the diary can read; nothing was saved; type it {like}."
        )
    return Decimal(text.replace(",", "."))


@dataclass(frozen=True, slots=True)
class Temperature:
    """A body temperature in the unit it was read in.

    Attributes:
        value: 30.0 to 45.0 in °C, 86.0 to 113.0 in °F; what cannot be a living person's is refused.
    """

    value: Decimal
    unit: TemperatureUnit

    def __post_init__(self) -> None:
        low, high = _PLAUSIBLE_TEMPERATURE[self.unit]
        if not low <= self.value <= high:
            raise NotUnderstoodError(
                f"{self.value} is not a body temperature in {self.unit_sign}; nothing was saved; "
                f"check the number and the unit (between {low} and {high} {self.unit_sign})."
            )

    @property
    def unit_sign(self) -> str:
        """The unit as people write it."""
        return SIGNS[self.unit]

    @property
    def shown(self) -> Decimal:
        """The value as shown everywhere: one decimal, half up, in the unit typed."""
        return self.value.quantize(_ONE_DECIMAL, ROUND_HALF_UP)

    @property
    def celsius_shown(self) -> Decimal:
        """The shown value in °C, one decimal; what a rule in °C compares."""
        if self.unit is TemperatureUnit.CELSIUS:
            return self.shown
        return ((self.shown - 32) * 5 / 9).quantize(_ONE_DECIMAL, ROUND_HALF_UP)

    def shown_in(self, unit: TemperatureUnit) -> Decimal:
        """Return the value as shown in `unit`, one decimal, half up."""
        if unit is self.unit:
            return self.shown
        if unit is TemperatureUnit.CELSIUS:
            return self.celsius_shown
        return (self.shown * 9 / 5 + 32).quantize(_ONE_DECIMAL, ROUND_HALF_UP)

    def reached_in(self, unit: TemperatureUnit) -> "Temperature":
        """Return the lowest reading in `unit` that reaches this one, compared as rules do.

        Readings are compared as shown, in this one's unit: 100.7 °F shows as 38.2 °C and reaches
        it, although 38.2 °C itself shows as 100.8 °F.
        """

        def reaches(value: Decimal) -> bool:
            return Temperature(value, unit).shown_in(self.unit) >= self.shown

        least, _ = _PLAUSIBLE_TEMPERATURE[unit]
        lowest = self.shown_in(unit)
        while lowest > least and reaches(lowest - _ONE_DECIMAL):
            lowest -= _ONE_DECIMAL
        while not reaches(lowest):
            lowest += _ONE_DECIMAL
        return Temperature(lowest, unit)

    def __str__(self) -> str:
        return f"{self.shown}\u00a0{self.unit_sign}"


_PLAUSIBLE_TEMPERATURE = {
    TemperatureUnit.CELSIUS: (Decimal("30.0"), Decimal("45.0")),
    TemperatureUnit.FAHRENHEIT: (Decimal("86.0"), Decimal("113.0")),
}


_TEMPERATURE_LIKE = {
    TemperatureUnit.CELSIUS: "in °C, like 38.1 or 38,1",
    TemperatureUnit.FAHRENHEIT: "in °F, like 100.6 or 100,6",
}


def number_and_unit(typed: str) -> tuple[str, TemperatureUnit | None]:
    """Return the number of a temperature and the unit typed behind it; None where none is.

    "100.9F", "38.3 c" and "38,3 °C" name one; what stands before it is not read here.
    """
    found = fullmatch(_WITH_UNIT, typed.strip())
    if found is None:
        return typed.strip(), None
    named = found["unit"].upper()
    return found["number"], next(unit for unit in TemperatureUnit if unit.endswith(named))


def parse_temperature(typed: str, unit: TemperatureUnit) -> Temperature:
    """Return the temperature typed for a field in `unit`; never converts silently.

    A unit typed behind the number must be that of the field.

    Raises:
        NotUnderstoodError: Not a number, or not a body temperature in that unit
            (98.6 in °C, 98.6F in °C and 384 are asked back with what they would be).
    """
    number, named = number_and_unit(typed)
    value = parse_number(number if named else typed, _TEMPERATURE_LIKE[unit])
    other = unit.other
    if named is other:
        raise NotUnderstoodError(
            f"{value} was typed in {SIGNS[other]}, but the unit says {SIGNS[unit]}; nothing was "
            f"saved; choose {SIGNS[other]} or check the number."
        )
    low, high = _PLAUSIBLE_TEMPERATURE[other]
    if low <= value <= high and not _plausible(value, unit):
        raise NotUnderstoodError(
            f"{value} looks like {SIGNS[other]}, but the unit says {SIGNS[unit]}; nothing was "
            f"saved; choose {SIGNS[other]} or check the number."
        )
    return Temperature(value, unit)


def _plausible(value: Decimal, unit: TemperatureUnit) -> bool:
    low, high = _PLAUSIBLE_TEMPERATURE[unit]
    return low <= value <= high


@dataclass(frozen=True, slots=True)
class Weight:
    """A body weight in the unit of the scale; 20 to 400 kg or the same in lb.

    What is typed has narrower limits; these are what diaries may hold since the first version.
    """

    value: Decimal
    unit: WeightUnit

    def __post_init__(self) -> None:
        if not Decimal(20) <= self.kilograms <= Decimal(400):
            raise _no_weight(self.value, self.unit)

    @property
    def kilograms(self) -> Decimal:
        """The weight in kg, unrounded."""
        if self.unit is WeightUnit.KILOGRAM:
            return self.value
        return self.value * KILOGRAM_PER_POUND

    @property
    def pounds(self) -> Decimal:
        """The weight in lb, unrounded."""
        if self.unit is WeightUnit.POUND:
            return self.value
        return self.value / KILOGRAM_PER_POUND

    def is_far_from(self, other: "Weight") -> bool:
        """Return whether it differs by more than a fifth of the other: perhaps a slip."""
        return abs(self.kilograms - other.kilograms) * 5 > other.kilograms

    def __str__(self) -> str:
        return f"{self.value:f}\u00a0{self.unit}"


_TYPED_WEIGHT = {
    WeightUnit.KILOGRAM: (Decimal(20), Decimal(350)),
    WeightUnit.POUND: (Decimal(45), Decimal(770)),
}
_WEIGHT_LIKE = {
    WeightUnit.KILOGRAM: "in kg, like 70.2 or 70,2",
    WeightUnit.POUND: "in lb, like 154.8 or 154,8",
}


def parse_weight(typed: str, unit: WeightUnit) -> Weight:
    """Return the weight typed for a field in `unit`.

    Raises:
        NotUnderstoodError: Not a number, or not between 20 and 350 kg (45 and 770 lb).
    """
    value = parse_number(typed, _WEIGHT_LIKE[unit])
    low, high = _TYPED_WEIGHT[unit]
    if not low <= value <= high:
        raise _no_weight(value, unit)
    return Weight(value, unit)


def _no_weight(value: Decimal, unit: WeightUnit) -> NotUnderstoodError:
    low, high = _TYPED_WEIGHT[unit]
    return NotUnderstoodError(
        f"{value} {unit} is not a body weight; nothing was saved; "
        f"check the number and the unit (between {low} and {high} {unit})."
    )
