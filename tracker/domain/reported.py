"""Which answers count now: those that stand for their day and were written in the last 24 hours."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from operator import attrgetter

from tracker.domain.entries import AnyEntry, Entry, SymptomEntry
from tracker.domain.trends import standing_answers

COUNTS_FOR = timedelta(hours=24)


def counts_at(entry: Entry, now: datetime, span: timedelta = COUNTS_FOR) -> bool:
    """Return whether an entry counts: from its moment to `span` after it, both included."""
    return entry.at <= now <= entry.at + span


def counting(entries: Sequence[AnyEntry], now: datetime) -> Sequence[AnyEntry]:
    """Return those of `entries`, which are sorted by moment, that count for the usual 24 hours."""
    moment = attrgetter("at")
    first = bisect_left(entries, now - COUNTS_FOR, key=moment)
    return entries[first : bisect_right(entries, now, key=moment)]


def counting_answers(entries: Sequence[AnyEntry], now: datetime) -> tuple[SymptomEntry, ...]:
    """Return the answers that stand for their day and count, in the order they were written."""
    # What replaces a counting answer was written after it, so it counts as well.
    answers = [entry for entry in counting(entries, now) if isinstance(entry, SymptomEntry)]
    return tuple(sorted(standing_answers(answers).values(), key=attrgetter("at")))


def reported_now(
    entries: Sequence[AnyEntry], symptoms: Collection[str], now: datetime
) -> tuple[str, ...]:
    """Return those of `symptoms`, in their order, that are present in a counting answer."""
    present = {each.symptom for each in counting_answers(entries, now) if each.severity}
    return tuple(symptom for symptom in symptoms if symptom in present)
