"""Blood tests: units, exact conversion, and values that cannot be right."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from tracker.errors import NotUnderstoodError

UNIT_SIGNS: Mapping[str, str] = {"10^9/L": "10⁹/L", "cells/uL": "cells/µL", "umol/L": "µmol/L"}
"""Units as slips print them, by id; those that are not here are printed as their id."""


def unit_sign(unit: str) -> str:
    """Return a unit as slips print it, for its id."""
    return UNIT_SIGNS.get(unit, unit)


def name_of_test(test: str, tests: "Mapping[str, LabTest]") -> str:
    """Return the name of a test; one that is not among `tests` by its id, as words."""
    known = tests.get(test)
    return known.name if known is not None else test.replace("-", " ").capitalize()


class LabUnit(NamedTuple):
    """One unit a test is reported in.

    Attributes:
        times: What a value in this unit is multiplied with to be in the test's own unit.
        lowest: The smallest value that can be real, zero aside.
        highest: The largest value that can be real.
        decimals: Decimal places when a converted value is shown.
    """

    id: str
    times: Fraction
    lowest: Decimal
    highest: Decimal
    decimals: int

    def can_be(self, value: Decimal) -> bool:
        """Return whether the value can be real in this unit; zero can."""
        return value == 0 or self.lowest <= value <= self.highest


class LabTest(NamedTuple):
    """One blood test.

    Attributes:
        unit: The unit that rules and trends use; one of `units`.
        units: Every unit that a slip may print, by id.
        source: Id of the source of the factors.
    """

    id: str
    name: str
    about: str
    unit: str
    units: Mapping[str, LabUnit]
    source: str

    def check(self, value: Decimal, unit: str) -> None:
        """Refuse what cannot be a real value in this unit.

        Raises:
            NotUnderstoodError: Names the unit it looks like, where there is one.
        """
        self._know(unit)
        if value >= 0 and self.units[unit].can_be(value):
            return
        fitting = [each.id for each in self.units.values() if value >= 0 and each.can_be(value)]
        looks = f"it looks like {' or '.join(fitting)}; " if fitting else ""
        raise NotUnderstoodError(
            f"{value:f} {unit} cannot be right for {self.name}; nothing was saved; "
            f"{looks}check the number and the unit on the slip."
        )

    def exact(self, value: Decimal, unit: str, wanted: str) -> Fraction:
        """Return the value in the unit `wanted`, unrounded.

        Raises:
            NotUnderstoodError: One of the units does not belong to this test.
        """
        self._know(unit)
        self._know(wanted)
        return Fraction(value) * self.units[unit].times / self.units[wanted].times

    def shown_in(self, value: Decimal, unit: str, wanted: str) -> Decimal:
        """Return the value in `wanted` as shown: half up; a value in its own unit as typed."""
        self._know(wanted)
        if unit == wanted:
            return value
        places = self.units[wanted].decimals
        steps = self.exact(value, unit, wanted) * 10**places + Fraction(1, 2)
        return Decimal(floor(steps)).scaleb(-places)

    def _know(self, unit: str) -> None:
        if unit not in self.units:
            raise NotUnderstoodError(
                f"“{unit[:40]}” is not a unit of {self.name}; nothing was saved; "
                f"it is given in {', '.join(self.units)}."
            )


class CountBeforeDose(NamedTuple):
    """A count that a text prints for the day of a dose; the person's own team's number counts.

    Attributes:
        at_least: In `unit`; the printed number is still enough.
        sentence: For people; names drug, test and number.
    """

    drug: str
    test: str
    at_least: Decimal
    unit: str
    sentence: str
    source: str
