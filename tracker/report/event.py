"""One event of the days covered, and the stretches that such events come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from tracker.domain.alert_rules import AlertLevel
from tracker.domain.entries import WORST_SEVERITY, ContactEntry, Entry
from tracker.report.urgency import is_urgent

_ONE_EPISODE = timedelta(days=2)

Written = TypeVar("Written", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened once, or on days with at most one free day between them.

    Attributes:
        entries: The answers or readings that stand.
        level: The most urgent that the rules for a single answer or reading say; None: nothing.
        told: The contacts that followed it.
        symptom: None for a reading.
        severity: The worst answer; None for a reading.
        alarm: Lower for what asks for a call when it is still mild; 0 for a reading.
        later: How many later episodes of the same come before it.
    """

    entries: tuple[Entry, ...]
    what: str
    level: AlertLevel | None
    told: tuple[ContactEntry, ...]
    symptom: str | None = None
    severity: int | None = None
    alarm: int = 0
    later: int = 0

    @property
    def days(self) -> tuple[date, ...]:
        """The days it was written about, in order."""
        return tuple(sorted({entry.day for entry in self.entries}))

    @property
    def urgent(self) -> bool:
        """It asked to call now, or was an emergency."""
        return is_urgent(self.level)

    @property
    def asks_for_a_call(self) -> bool:
        """It asked to call, on that day at the latest."""
        return self.level is not None and self.level.at_least(AlertLevel.CALL_TODAY)

    @property
    def weight(self) -> tuple[int, int, int, int, int]:
        """What sorts events: the most urgent first, of one level the latest, then the worst.

        What has later episodes follows the latest of the others, or one thing would fill the page.
        A fever in treatment stands among the emergencies: it is what must not be overlooked.
        """
        is_reading = self.symptom is None
        rank = len(AlertLevel) if self.level is None else self.level.rank
        if is_reading and self.urgent:
            rank = AlertLevel.EMERGENCY.rank
        worst_first = 0 if is_reading else WORST_SEVERITY + 1 - (self.severity or 0)
        return (rank, self.later, -self.days[-1].toordinal(), worst_first, self.alarm)


def episodes(entries: Iterable[Written]) -> list[list[Written]]:
    """Return the entries in groups with at most one free day inside, in order.

    A longer span would hide that nothing of it was there for days, and credit a call to days that
    came long after it.
    """
    groups: list[list[Written]] = []
    for entry in sorted(entries, key=lambda each: (each.day, each.at)):
        if groups and entry.day - groups[-1][-1].day <= _ONE_EPISODE:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups
