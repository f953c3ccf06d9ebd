"""Urgent and severe events of the days covered, neighboring days taken together."""

from uuid import UUID

from tracker.report.event import Event
from tracker.report.fevers import fevers
from tracker.report.inputs import ReportInputs
from tracker.report.severe_answers import severe_answers
from tracker.report.told import named_of


def events_of(inputs: ReportInputs) -> tuple[Event, ...]:
    """Return readings off the card, urgent answers and severe ones, the most urgent first.

    Each makes one event per episode: days with at most one free day between them.
    """
    found = (*fevers(inputs), *severe_answers(inputs))
    return tuple(sorted(found, key=lambda event: event.weight))


def told_about_events(inputs: ReportInputs) -> frozenset[UUID]:
    """Return the ids of the contacts that stand with an event."""
    return frozenset(contact.id for event in events_of(inputs) for contact in named_of(event))
