"""Readings off the card, one event per episode."""

from collections.abc import Iterable, Sequence

from tracker.domain.entries import TemperatureEntry
from tracker.domain.measurements import Temperature
from tracker.domain.wording import counted
from tracker.report.event import Event, episodes
from tracker.report.inputs import ReportInputs
from tracker.report.told import contacts_about, rules_about_readings
from tracker.report.urgency import level_of_reading, worst
from tracker.report.wording import limit_words, reading_words
from tracker.report.writers import who_wrote


def fevers(inputs: ReportInputs) -> list[Event]:
    """Return what was off the card in the days covered."""
    off_card = (
        entry
        for entry in inputs.covered(TemperatureEntry)
        if inputs.card.asks_to_call_about(entry.temperature)
    )
    return [_event(inputs, group) for group in episodes(off_card)]


def typed_once(
    inputs: ReportInputs, readings: Iterable[TemperatureEntry]
) -> list[TemperatureEntry]:
    """Return the readings without one that was typed again: of one minute, and the same number.

    Typed in °C and in °F it is still one reading.
    """
    unit = inputs.card.unit
    kept = {
        (
            each.day,
            each.at.replace(second=0, microsecond=0),
            each.temperature.shown_in(unit),
        ): each
        for each in readings
    }
    return list(kept.values())


def _event(inputs: ReportInputs, group: Sequence[TemperatureEntry]) -> Event:
    rules = rules_about_readings(inputs.library.alert_rules)
    return Event(
        entries=tuple(group),
        what=_words(inputs, typed_once(inputs, group)),
        level=worst(level_of_reading(inputs, entry) for entry in group),
        told=contacts_about(inputs, group, rules),
    )


def _words(inputs: ReportInputs, group: Sequence[TemperatureEntry]) -> str:
    card, unit = inputs.card, inputs.person.care.units.temperature
    high = [entry for entry in group if card.is_high(entry.temperature)]
    if high:
        worst_one = max(high, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"{limit_words(Temperature(card.high, card.unit), unit)} or higher"
    else:
        worst_one = min(group, key=lambda entry: entry.temperature.celsius_shown)
        limit = f"below {limit_words(Temperature(card.low, card.unit), unit)}"
    reading = reading_words(worst_one.temperature, unit) + who_wrote(inputs, worst_one)
    whose = "own card" if inputs.card_is_own else "usual limit"
    number = f"; {counted(len(group), 'such reading')}" if len(group) > 1 else ""
    days = len({entry.day for entry in group})
    if days > 1:
        number += f" on {counted(days, 'day')}"
    return f"Temperature {reading}; {whose}: {limit}{number}"
