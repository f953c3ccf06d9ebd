"""Who wrote an answer or a reading, where it was not the person herself."""

from collections.abc import Iterable

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
    writer = writer_of(entry)
    if writer is None:
        return ""
    return f" ({writer} wrote this{_beside_her_own(inputs, entry)})"


def _beside_her_own(inputs: ReportInputs, entry: Entry) -> str:
    if not isinstance(entry, SymptomEntry):
        return ""
    own = inputs.own_answers.get((entry.symptom, entry.day))
    if own is None or own.severity == entry.severity:
        return ""
    return f"; the patient said {'nothing' if own.severity is None else own.severity}"
