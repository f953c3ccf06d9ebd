"""What a diary page on paper asks about: the same when it is printed and when it is typed in."""

from collections.abc import Sequence
from datetime import date, timedelta

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import SymptomEntry
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.services.history import spans_of

MOST_SYMPTOMS = 8
_MOST_ROWS, _MOST_ROWS_WITH_LONG_NAMES = 10, 9
LONG_NAME = 20
"""Letters of a name that needs two lines of its row."""
_REMEMBERED = timedelta(days=42)
_LONGEST_SHOWN = timedelta(days=28)


def paper_cycles(companion: Companion) -> tuple[CycleSpan, ...]:
    """Return the cycles up to the next one, the latest first; empty without a plan."""
    today = companion.clock().date()
    spans = spans_of(companion.plan.all())
    begun = [span for span in spans if span.starts_on <= today]
    coming = [span for span in spans if span.starts_on > today][:1]
    return tuple(reversed([*begun, *coming]))


def paper_cycle(companion: Companion, starts_on: date) -> CycleSpan:
    """Return the cycle that begins on this day.

    Raises:
        NotUnderstoodError: None does.
    """
    for span in paper_cycles(companion):
        if span.starts_on == starts_on:
            return span
    raise NotUnderstoodError(
        f"No cycle begins on {starts_on.isoformat()}; nothing was printed; choose a cycle."
    )


def paper_days(span: CycleSpan) -> tuple[date, ...]:
    """Return the days of a page: whole weeks over the cycle's length, at most four of them."""
    length = min(span.ends_on - span.starts_on + timedelta(days=1), _LONGEST_SHOWN)
    weeks = -(-max(length.days, span.planned_days) // 7)
    return tuple(span.starts_on + timedelta(days=number) for number in range(weeks * 7))


def paper_symptoms(companion: Companion, span: CycleSpan) -> tuple[str, ...]:
    """Return ids of at most eight symptoms: first of the check-in, then those felt of late.

    The order is that of the check-in of the cycle's first day, own symptoms last.
    """
    rows = companion.diary.checkin(span.starts_on)
    until = min(span.ends_on, companion.clock().date())
    entries = companion.diary.entries(until - _REMEMBERED, until, ("symptom",))
    felt = [each.symptom for each in entries if isinstance(each, SymptomEntry) and each.severity]
    often = sorted(dict.fromkeys(felt), key=lambda each: -felt.count(each))
    first = [row.symptom.id for row in rows if row.first]
    chosen = list(dict.fromkeys((*first, *often)))[:MOST_SYMPTOMS]
    order = {row.symptom.id: place for place, row in enumerate(rows)}
    return tuple(sorted(chosen, key=lambda each: order.get(each, len(order))))


def own_word_rows(names: Sequence[str]) -> int:
    """Return how many rows below these names are left for words of one's own."""
    long = any(len(name) > LONG_NAME for name in names)
    return max(0, (_MOST_ROWS_WITH_LONG_NAMES if long else _MOST_ROWS) - len(names))
