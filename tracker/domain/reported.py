"""Which answers count now: those that stand for their day and were written in the last 24 hours."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from tracker.domain.entries import AnyEntry, Entry, SymptomEntry
from tracker.domain.trends import standing_answers

COUNTS_FOR = timedelta(hours=24)


def counts_at(entry: Entry, now: datetime, span: timedelta = COUNTS_FOR) -> bool:
    """Return whether an entry counts: from its moment to `span` after it, both included."""
    return entry.at <= now <= entry.at + span


def counting_answers(entries: Iterable[AnyEntry], now: datetime) -> tuple[SymptomEntry, ...]:
    """Return the answers that stand for their day and count, in the order they were written."""
    # What replaces a counting answer was written after it, so it counts as well.
    counting = [
        entry for entry in entries if isinstance(entry, SymptomEntry) and counts_at(entry, now)
    ]
    return tuple(sorted(standing_answers(counting).values(), key=lambda answer: answer.at))


def reported_now(
    entries: Iterable[AnyEntry], symptoms: Collection[str], now: datetime
) -> tuple[str, ...]:
    """Return those of `symptoms`, in their order, that are present in a counting answer."""
    present = {each.symptom for each in counting_answers(entries, now) if each.severity}
    return tuple(symptom for symptom in symptoms if symptom in present)
