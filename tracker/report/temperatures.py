"""Temperatures against the card: a summary, then the readings that match it."""

from collections.abc import Sequence

from tracker.domain.entries import ContactEntry, TemperatureEntry
from tracker.domain.wording import counted
from tracker.report.content import AppendixPart, Fact, Lines
from tracker.report.fevers import typed_once
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.told import TOLD_WITHIN, is_about, rules_about_readings
from tracker.report.wording import card_words, more_of, named_day, reading_words
from tracker.report.writers import who_wrote

_MOST_LINES = 5
_LONGEST_WHO = 40
_LONGEST_WORDS = 140
_AFTER_MEDICINE = "after-fever-medicine"


def temperatures(inputs: ReportInputs) -> tuple[Lines, tuple[AppendixPart, ...]]:
    """Return the section, and the readings off the card that have no room on the first page."""
    readings = typed_once(inputs, inputs.covered(TemperatureEntry))
    off_card = [each for each in readings if inputs.card.asks_to_call_about(each.temperature)]
    lines = [_line(inputs, each) for each in reversed(off_card)]
    shown, rest = lines[:_MOST_LINES], lines[_MOST_LINES:]
    section = Lines(
        " ".join(filter(None, (_summary(inputs, readings, len(off_card)), _before(inputs)))),
        tuple(shown),
        more_of(len(rest), "reading"),
    )
    appendix = (AppendixPart("Earlier readings off the card", tuple(rest)),) if rest else ()
    return section, appendix


def _summary(inputs: ReportInputs, readings: Sequence[TemperatureEntry], off_card: int) -> str:
    if not readings:
        return "No temperature was written down in these days."
    unit = inputs.person.care.units.temperature
    own = "the numbers of my own card"
    whose = own if inputs.card_is_own else "the usual numbers: no card was typed"
    number = "None" if off_card == 0 else f"{off_card:,}"
    highest = max(readings, key=lambda each: each.temperature.celsius_shown)
    return (
        f"{number} of {counted(len(readings), 'reading')} "
        f"at {card_words(inputs.card, unit)}, {whose}. "
        f"Highest {reading_words(highest.temperature, unit)} "
        f"on {named_day(highest.day, inputs.year)}."
    )


def _before(inputs: ReportInputs) -> str:
    """Return the latest reading off the card before the days covered, with what was done."""
    earlier = [entry for entry in inputs.earlier if isinstance(entry, TemperatureEntry)]
    off_card = [
        entry
        for entry in typed_once(inputs, earlier)
        if inputs.card.asks_to_call_about(entry.temperature)
    ]
    if not off_card:
        return ""
    latest = max(off_card, key=lambda entry: (entry.day, entry.temperature.celsius_shown))
    reading = reading_words(latest.temperature, inputs.person.care.units.temperature)
    number = f"{counted(len(off_card), 'reading')} off the card, " if len(off_card) > 1 else ""
    latest_words = "the latest " if number else ""
    when = named_day(latest.day, inputs.year)
    sentence = f"Before these days: {number}{latest_words}{reading} on {when}"
    rules = rules_about_readings(inputs.library.alert_rules)
    told = [
        entry
        for entry in inputs.earlier
        if isinstance(entry, ContactEntry)
        and latest.day <= entry.day <= latest.day + TOLD_WITHIN
        and is_about(entry, rules)
    ]
    if told:
        sentence += f"; told {shortened(told[0].who, _LONGEST_WHO)}"
        sentence += f": {shortened(told[0].text, _LONGEST_WORDS)}" if told[0].text else ""
    return f"{sentence.rstrip('.')}."


def _line(inputs: ReportInputs, entry: TemperatureEntry) -> Fact:
    when = f"{named_day(entry.day, inputs.year)}"
    if entry.at.date() == entry.day:
        when += f", {entry.at:%H:%M}"
    words = reading_words(entry.temperature, inputs.person.care.units.temperature)
    if _AFTER_MEDICINE in entry.flags:
        words += " after a fever medicine"
    words += who_wrote(inputs, entry)
    return Fact(when, words)
