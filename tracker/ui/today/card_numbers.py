"""The numbers that count for a person: her own card's, or her country's while she has none."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.measurements import Temperature, TemperatureUnit
from tracker.domain.people import CareTeam, Contact, FeverCard
from tracker.services.companion import Companion


@dataclass(frozen=True, slots=True)
class CallNumbers:
    """Whom to call, and from which temperature on.

    Attributes:
        call_at: The upper number in the person's unit, as it is shown.
        own_card: False while the country's number stands in.
        line: The number she typed first; None while there is none.
        emergency: The emergency number; None where the country's is not known.
    """

    call_at: str
    own_card: bool
    line: Contact | None
    emergency: str | None


def call_numbers(companion: Companion) -> CallNumbers:
    """Return the numbers of the person whose diary it is."""
    care = companion.person().care
    rules = companion.library.alert_rules
    return CallNumbers(
        call_at=shown_high(effective_card(companion, care), care.units.temperature),
        own_card=care.fever_card is not None,
        line=care.contacts[0] if care.contacts else None,
        emergency=care.emergency_number or rules.emergency_numbers.get(care.country),
    )


def effective_card(companion: Companion, care: CareTeam) -> FeverCard:
    """Return the person's card, or the one that stands in for her country."""
    if care.fever_card is not None:
        return care.fever_card
    rules = companion.library.alert_rules.temperature
    return rules.profiles.get(care.country, rules.other_countries)


def shown_high(card: FeverCard, unit: TemperatureUnit) -> str:
    """Return the upper number of a card in a unit, with its sign."""
    return _shown(card.high, card.unit, unit)


def shown_low(card: FeverCard, unit: TemperatureUnit) -> str:
    """Return the lower number of a card in a unit, with its sign."""
    return _shown(card.low, card.unit, unit)


def _shown(value: Decimal, unit: TemperatureUnit, wanted: TemperatureUnit) -> str:
    number = Temperature(value, unit).shown_in(wanted)
    return str(Temperature(number, wanted))
