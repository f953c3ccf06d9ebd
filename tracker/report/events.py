"""Urgent and severe events of the days covered, neighboring days taken together."""

from collections import Counter
from dataclasses import replace
from uuid import UUID

from tracker.report.event import Event
from tracker.report.fevers import fevers
from tracker.report.inputs import ReportInputs
from tracker.report.severe_answers import severe_answers
from tracker.report.told import named_of


def events_of(inputs: ReportInputs) -> tuple[Event, ...]:
    """Return readings off the card, urgent answers and severe ones, the most urgent first.

    Each makes one event per episode: days with at most one free day between them. Of one urgency
    the latest episode of each symptom comes before earlier ones of any.
    """
    found = (*fevers(inputs), *severe_answers(inputs))
    latest_first = sorted(found, key=lambda event: event.weight)
    seen: Counter[tuple[str | None, int]] = Counter()
    counted = []
    for event in latest_first:
        of_one_kind = (event.symptom, event.weight[0])
        counted.append(replace(event, later=seen[of_one_kind]))
        seen[of_one_kind] += 1
    return tuple(sorted(counted, key=lambda event: event.weight))


def told_about_events(inputs: ReportInputs) -> frozenset[UUID]:
    """Return the ids of the contacts that stand with an event."""
    return frozenset(contact.id for event in events_of(inputs) for contact in named_of(event))
