"""Puts an alert into words: what was written down and when, what to do, whom to call."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from re import sub

from tracker.domain.alert_case import AlertKnowledge
from tracker.domain.alert_rules import AlertRules
from tracker.domain.anthracycline import plain
from tracker.domain.entries import Entry, SymptomEntry, TemperatureEntry, WeightEntry
from tracker.domain.measurements import (
    KILOGRAM_PER_POUND,
    Temperature,
    TemperatureUnit,
    WeightUnit,
)
from tracker.domain.people import CareTeam, Contact, FeverCard
from tracker.domain.spoken_dates import day_in_words, moment_in_words
from tracker.domain.symptoms import symptom_name
from tracker.domain.writers import SELF

_ONE_DECIMAL = Decimal("0.1")

_WORDS_OF_AN_ADVICE_LINE = ("advice", "24", "line", "hotline")


def answer_text(
    answer: SymptomEntry, better_before: SymptomEntry | None, knowledge: AlertKnowledge
) -> str:
    """Return an answer with its flags and, where it got worse, what it was before."""
    reasons = knowledge.alert_rules.texts.reasons
    definition = knowledge.symptoms.get(answer.symptom)
    key = "answer" if definition else "answer_own"
    if answer.severity is None:
        key = "answer_skipped"
    words = definition.words(answer.severity or 0) if definition else ""
    text = reasons[key].format(
        name=symptom_name(answer.symptom, knowledge.symptoms),
        severity=answer.severity,
        words=words,
        when=when_text(answer),
    )
    if definition and answer.flags:
        flags = "; ".join(definition.flag_text(flag) for flag in answer.flags)
        text = reasons["flag"].format(answer=text, flag=flags)
    if better_before is not None:
        text = reasons["worse"].format(
            answer=text,
            before=better_before.severity,
            before_day=day_in_words(better_before.day),
        )
    return text


def temperature_text(
    kind: str,
    entry: TemperatureEntry,
    card: FeverCard,
    hers: TemperatureUnit,
    knowledge: AlertKnowledge,
) -> str:
    """Return a reading as typed with its number to compare.

    Args:
        kind: high, low, raised or masked.
        entry: The reading.
        card: The numbers that count for her.
        hers: The unit of her thermometer; limits are named in it first.
        knowledge: The rules.
    """
    rules = knowledge.alert_rules
    reading = entry.temperature
    raised = Temperature(rules.temperature.raised_from_celsius, TemperatureUnit.CELSIUS)
    limits = {
        "high": _limit(Temperature(card.high, card.unit), hers, reading.unit),
        "low": _limit(Temperature(card.low, card.unit), hers, reading.unit),
        "raised": _limit(raised, hers, reading.unit),
    }
    return rules.texts.reasons[kind].format(
        value=_plain_spaces(reading),
        limit=limits.get(kind, ""),
        high=limits["high"],
        when=when_text(entry),
    )


def weight_text(later: WeightEntry, earlier: WeightEntry, knowledge: AlertKnowledge) -> str:
    """Return a weight and how much more it is than an earlier one, in the later one's unit."""
    unit = later.weight.unit
    gain = later.weight.kilograms - earlier.weight.kilograms
    if unit is WeightUnit.POUND:
        gain /= KILOGRAM_PER_POUND
    return knowledge.alert_rules.texts.reasons["weight"].format(
        value=f"{plain(later.weight.value)} {unit}",
        gain=f"{gain.quantize(_ONE_DECIMAL, ROUND_HALF_UP)} {unit}",
        before=f"{plain(earlier.weight.value)} {earlier.weight.unit}",
        before_day=day_in_words(earlier.day),
        when=when_text(later),
    )


def when_text(entry: Entry) -> str:
    """Return when an entry was written, by whom if not by her, and which other day it is about."""
    written = moment_in_words(entry.at)
    if entry.by != SELF:
        written += f", by {entry.by}"
    if entry.day == entry.at.date():
        return written
    return f"about {day_in_words(entry.day)}, written {written}"


def fill_in(text: str, care: CareTeam, rules: AlertRules) -> str:
    """Return a text with the person's own numbers in the places made for them."""
    numbers = numbers_of(care, rules)
    return sub(r"\{(\w+)\}", lambda place: numbers[place[1]], text)


def numbers_of(care: CareTeam, rules: AlertRules) -> Mapping[str, str]:
    """Return whom to call: what the person typed, else her country's, else words."""
    texts = rules.texts
    line = _advice_line(care.contacts)
    return {
        "emergency_number": care.emergency_number
        or rules.emergency_numbers.get(care.country, texts.unknown_emergency_number),
        "crisis_line": rules.crisis_lines.get(care.country, texts.unknown_crisis_line),
        "advice_line": f"{texts.unknown_advice_line} ({line.phone})"
        if line
        else texts.unknown_advice_line,
    }


def _advice_line(contacts: tuple[Contact, ...]) -> Contact | None:
    """Return the contact whose label speaks of a line to call, else the first."""
    for word in _WORDS_OF_AN_ADVICE_LINE:
        for contact in contacts:
            if word in contact.label.casefold():
                return contact
    return contacts[0] if contacts else None


def _limit(number: Temperature, hers: TemperatureUnit, read_in: TemperatureUnit) -> str:
    """Return a number of a card or a source, `100.4 °F (38.0 °C)` where both units play a part."""
    words = _plain_spaces(number.reached_in(hers))
    if number.unit is hers and read_in is hers:
        return words
    return f"{words} ({_plain_spaces(number.reached_in(hers.other))})"


def _plain_spaces(temperature: Temperature) -> str:
    return str(temperature).replace("\u00a0", " ")
