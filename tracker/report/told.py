"""Whom somebody told of what: the contacts that belong to an event, and what was answered."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from tracker.domain.alert_rules import AlertRules
from tracker.domain.entries import ContactEntry, Entry
from tracker.domain.reported import COUNTS_FOR
from tracker.domain.symptoms import is_own
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import named_day

TOLD_WITHIN = timedelta(days=2)
_MOST_CONTACTS = 2
_LONGEST_WHO = 60
_LONGEST_WORDS = 140


class Tellable(Protocol):
    """Something that can have been told."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What it was seen in."""

    @property
    def told(self) -> tuple[ContactEntry, ...]:
        """The contacts that belong to it."""


def contacts_about(
    inputs: ReportInputs, entries: Collection[Entry], rules: frozenset[str]
) -> tuple[ContactEntry, ...]:
    """Return the contacts of the days covered that followed one of `entries` within two days.

    Args:
        inputs: The diary.
        entries: What an event was seen in, answers that were replaced later as well.
        rules: Ids of the rules about it; a contact that names rules names one of these.
    """
    found = {
        contact.id: contact
        for entry in entries
        for contact in _soon_after(inputs, entry.day)
        if is_about(contact, rules) and _followed(contact, entry)
    }
    return tuple(sorted(found.values(), key=lambda contact: (contact.at, contact.id)))


def is_about(contact: ContactEntry, rules: frozenset[str]) -> bool:
    """Return whether a call can have been about these rules; one about an appointment names none.

    One that does not say is about all that was shown.
    """
    return contact.alerts is None or not rules.isdisjoint(contact.alerts)


def _soon_after(inputs: ReportInputs, day: date) -> Iterator[ContactEntry]:
    for days in range(TOLD_WITHIN.days + 1):
        yield from inputs.contacts_by_day.get(day + timedelta(days=days), ())


def named_of(event: Tellable) -> tuple[ContactEntry, ...]:
    """Return the contacts that are named with an event: the last one alone of more than two."""
    return event.told if len(event.told) <= _MOST_CONTACTS else event.told[-1:]


def _followed(contact: ContactEntry, entry: Entry) -> bool:
    """Return whether the contact came after; what was written days later had happened before."""
    if contact.day == entry.day and not entry.days_late:
        return contact.at >= entry.at
    return entry.day <= contact.day <= entry.day + TOLD_WITHIN


def rules_about_symptom(rules: AlertRules, symptom: str) -> frozenset[str]:
    """Return the ids of all rules that an answer about a symptom can meet."""
    known = [rules.symptoms[symptom].rule] if symptom in rules.symptoms else []
    own = [rules.own_symptom.rule] if is_own(symptom) else []
    flags = [each.rule for each in rules.flags if each.symptom == symptom]
    drugs = [each.rule for each in rules.drugs if each.symptom == symptom]
    together = [
        each.rule for each in rules.companions if symptom in {each.symptom, *each.companions}
    ]
    found = (*known, *own, *flags, *drugs, *together, rules.worsening.rule, rules.adding_up.rule)
    return frozenset(rule.id for rule in found)


def rules_about_readings(rules: AlertRules) -> frozenset[str]:
    """Return the ids of all rules that a temperature can meet."""
    readings = [each.rule for each in rules.temperature.all()]
    with_fever = [each.rule for each in rules.companions if each.or_fever]
    return frozenset(rule.id for rule in (*readings, *with_fever, rules.adding_up.rule))


class ToldWords:
    """Puts contacts into words.

    What the team answered is said once: with the most urgent that was written the day before.
    """

    def __init__(self, inputs: ReportInputs, events: Sequence[Tellable]) -> None:
        self._year = inputs.year
        contacts = dict.fromkeys(contact for event in events for contact in event.told)
        self._answer_with = {contact: _home_of(contact, events) for contact in contacts}

    def of(self, event: Tellable) -> str | None:
        """Return `Told Advice line on Thu 28 May: come in.`; None where nobody was told."""
        if len(event.told) <= _MOST_CONTACTS:
            return " ".join(self._sentence(event, contact) for contact in event.told) or None
        first = named_day(event.told[0].day, self._year)
        times = f"Told {len(event.told)} times since {first}, the last time "
        return self._sentence(event, event.told[-1], times)

    def _sentence(self, event: Tellable, contact: ContactEntry, start: str = "Told ") -> str:
        words = f"{start}{shortened(contact.who, _LONGEST_WHO)} on "
        words += named_day(contact.day, self._year)
        if contact.text and self._answer_with.get(contact) is event:
            words += f": {shortened(contact.text, _LONGEST_WORDS)}"
        return f"{words.rstrip('.')}."


def not_told(inputs: ReportInputs, last: date) -> str:
    """Return that no call is noted of something that was last there on a day.

    “Yet” stands there while a call would still count for it. It speaks of the diary: somebody may
    have called and not written it down.
    """
    if last + TOLD_WITHIN < inputs.until:
        return "No call noted."
    return "No call noted yet."


def _home_of(contact: ContactEntry, events: Sequence[Tellable]) -> Tellable:
    """Return the first event written in the day before the contact, else the one written last."""
    about = [event for event in events if contact in event.told]
    last = {id(event): _written_last(contact, event) for event in about}
    fresh = (event for event in about if contact.at - last[id(event)] <= COUNTS_FOR)
    return next(fresh, None) or max(about, key=lambda event: last[id(event)])


def _written_last(contact: ContactEntry, event: Tellable) -> datetime:
    """Return when the last of an event was written before the contact, else its first."""
    moments = [entry.at for entry in event.entries]
    return max((each for each in moments if each <= contact.at), default=min(moments))
