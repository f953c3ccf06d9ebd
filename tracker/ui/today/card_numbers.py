"""The numbers that count for a person: her own card's, or her country's while she has none."""

from typing import NamedTuple

from tracker.clinical.library import Library
from tracker.domain.measurements import Temperature, TemperatureUnit
from tracker.domain.people import CareTeam, Contact, FeverCard
from tracker.services.companion import Companion


class CallNumbers(NamedTuple):
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
    return CallNumbers(
        call_at=_with_sign(effective_card(companion.library, care), care.units.temperature),
        own_card=care.fever_card is not None,
        line=care.contacts[0] if care.contacts else None,
        emergency=emergency_number(companion.library, care),
    )


def emergency_number(library: Library, care: CareTeam) -> str | None:
    """Return the number she typed, or her country's; None where that is not known."""
    return care.emergency_number or library.alert_rules.emergency_numbers.get(care.country)


def effective_card(library: Library, care: CareTeam) -> FeverCard:
    """Return the person's card, or the one that stands in for her country."""
    return care.fever_card or card_of_country(library, care.country)


def card_of_country(library: Library, country: str) -> FeverCard:
    """Return what counts in a country for a person without a card of her own."""
    rules = library.alert_rules.temperature
    return rules.profiles.get(country, rules.other_countries)


def _with_sign(card: FeverCard, unit: TemperatureUnit) -> str:
    return str(Temperature(card.high, card.unit).reached_in(unit))
