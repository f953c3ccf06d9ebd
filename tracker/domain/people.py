"""The person whose diary it is, her care team and what her own card says."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from tracker.domain.measurements import Temperature, TemperatureUnit, WeightUnit
from tracker.errors import NotUnderstoodError

_SATURDAY = 5
_MOST_VISITS = 60


class LabelRegion(StrEnum):
    """Whose drug label counts first for this person."""

    US = "US"
    EU = "EU"


@dataclass(frozen=True, slots=True)
class Units:
    """Units in which a person reads her thermometer and scale."""

    temperature: TemperatureUnit = TemperatureUnit.CELSIUS
    weight: WeightUnit = WeightUnit.KILOGRAM


@dataclass(frozen=True, slots=True)
class FeverCard:
    """The two numbers on the person's own alert card: call at or above `high`, and below `low`."""

    high: Decimal
    low: Decimal
    unit: TemperatureUnit

    def __post_init__(self) -> None:
        Temperature(self.high, self.unit)
        Temperature(self.low, self.unit)
        if self.low >= self.high:
            raise NotUnderstoodError(
                "The lower number of the card must be below the higher one; nothing was saved."
            )

    def is_high(self, reading: Temperature) -> bool:
        """Return whether a reading, as shown in the card's unit, reaches the upper number."""
        return reading.shown_in(self.unit) >= self.high

    def is_low(self, reading: Temperature) -> bool:
        """Return whether a reading, as shown in the card's unit, lies below the lower number."""
        return reading.shown_in(self.unit) < self.low

    def asks_to_call_about(self, reading: Temperature) -> bool:
        """Return whether the card asks to call because of a reading."""
        return self.is_high(reading) or self.is_low(reading)


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number with what it is for; both are free text as the person typed them."""

    label: str
    phone: str


@dataclass(frozen=True, slots=True)
class CareTeam:
    """Who to call and by which card.

    Attributes:
        country: ISO 3166-1 alpha-2.
        fever_card: None when no card was typed; then the country's profile counts.
        emergency_number: None when unknown; then the country's is shown.
    """

    country: str = "US"
    units: Units = field(default_factory=Units)
    fever_card: FeverCard | None = None
    emergency_number: str | None = None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class HeartProfile:
    """What the heart rules need to know once.

    Attributes:
        lvef_lower_limit: The hospital's own lower limit of normal in percent; None when not known.
        risk_factors: Ids of HFA-ICOS factors; empty means none, None means not asked.
        baseline_entry: The scan that the person chose as the one to count from; None leaves it to
            the rule, and so does one that is no longer in the diary.
    """

    label: LabelRegion = LabelRegion.US
    lvef_lower_limit: Decimal | None = None
    risk_factors: tuple[str, ...] | None = None
    baseline_entry: UUID | None = None


@dataclass(frozen=True, slots=True)
class Surgery:
    """One operation; the window of 4 to 6 weeks counts from the definitive one."""

    on: date
    name: str | None = None
    definitive: bool = True


@dataclass(frozen=True, slots=True)
class Radiotherapy:
    """The days of radiotherapy, both included; `ends_on` None while not known."""

    starts_on: date
    ends_on: date | None = None

    def __post_init__(self) -> None:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise NotUnderstoodError("Radiotherapy cannot end before it starts; nothing was saved.")

    @classmethod
    def of_visits(cls, starts_on: date, visits: int) -> "Radiotherapy":
        """Return the days of so many visits, one each Monday to Friday; holidays are not known.

        Raises:
            NotUnderstoodError: Fewer than 1 or more than 60 visits.
        """
        if not 1 <= visits <= _MOST_VISITS:
            raise NotUnderstoodError(
                f"{visits} visits of radiotherapy cannot be right; nothing was saved; "
                f"type 1 to {_MOST_VISITS}."
            )
        on, left = starts_on, visits - 1
        while left:
            on += timedelta(days=1)
            left -= on.weekday() < _SATURDAY
        return cls(starts_on, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person's profile.

    Attributes:
        is_sample: An invented person; said on every page and every print.
    """

    id: UUID
    name: str
    born_on: date | None = None
    care: CareTeam = field(default_factory=CareTeam)
    heart: HeartProfile = field(default_factory=HeartProfile)
    surgeries: tuple[Surgery, ...] = ()
    radiotherapy: Radiotherapy | None = None
    is_sample: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise NotUnderstoodError("A diary needs a name; nothing was saved; type any name.")

    @property
    def definitive_surgery(self) -> Surgery | None:
        """The latest definitive operation; None when none is known."""
        definitive = [surgery for surgery in self.surgeries if surgery.definitive]
        return max(definitive, key=lambda surgery: surgery.on, default=None)
