"""Who wrote an answer or a reading, where it was not the person herself."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.domain.entries import Entry, SymptomEntry
from tracker.domain.wording import counted
from tracker.domain.writers import SELF
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import listed

_LONGEST_NAME = 40
_MOST_NAMES = 3


def writer_of(entry: Entry) -> str | None:
    """Return the name of who wrote an entry; None for the person herself."""
    return None if entry.by == SELF else shortened(entry.by, _LONGEST_NAME)


def writers_among(entries: Iterable[Entry]) -> str:
    """Return the names of those who wrote one of these for her; three at most, the rest counted."""
    names = sorted({name for each in entries if (name := writer_of(each))})
    left = len(names) - _MOST_NAMES
    return listed([*names[:_MOST_NAMES], *([counted(left, "other")] if left > 0 else [])])


def who_wrote(inputs: ReportInputs, entry: Entry) -> str:
    """Return ` (Tom wrote this; the patient said 1)`; nothing for what she wrote herself."""
    return who_wrote_these(inputs, (entry,))


def who_wrote_these(inputs: ReportInputs, entries: Sequence[Entry]) -> str:
    """Return the same of several days: ` (Tom wrote 2 of these; the patient said 3 on 1 day)`."""
    by_others = [entry for entry in entries if writer_of(entry)]
    if not by_others:
        return ""
    which = "this" if len(entries) == 1 else "all of these"
    if len(by_others) < len(entries):
        which = f"{len(by_others)} of these"
    own = Counter(filter(None, (_her_own(inputs, entry) for entry in by_others)))
    said = [
        number if len(entries) == 1 else f"{number} on {counted(days, 'day')}"
        for number, days in sorted(own.items())
    ]
    beside = f"; the patient said {listed(said)}" if said else ""
    return f" ({writers_among(by_others)} wrote {which}{beside})"


def _her_own(inputs: ReportInputs, entry: Entry) -> str | None:
    """Return what she herself answered last where it differs, `nothing` for a skip."""
    if not isinstance(entry, SymptomEntry):
        return None
    own = inputs.own_answers.get((entry.symptom, entry.day))
    if own is None or own.severity == entry.severity:
        return None
    return "nothing" if own.severity is None else str(own.severity)
