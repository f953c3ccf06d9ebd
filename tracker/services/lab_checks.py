"""Whether a lab value can be what the slip says."""

from tracker.clinical.library import Library
from tracker.domain.entries import LabEntry
from tracker.errors import NotUnderstoodError


def check_lab(library: Library, entry: LabEntry) -> None:
    """Refuse a lab value whose test, unit or size cannot be right.

    Raises:
        NotUnderstoodError: Names what does not fit and what would.
    """
    test = library.labs.get(entry.test)
    if test is None:
        raise NotUnderstoodError(
            f"“{entry.test[:80]}” is not a lab test this diary knows; nothing was saved; "
            f"it knows {', '.join(library.labs)}."
        )
    for value in (entry.value, entry.low, entry.high):
        if value is not None:
            test.check(value, entry.unit)
    if entry.low is not None and entry.high is not None and entry.low > entry.high:
        raise NotUnderstoodError(
            "The lower end of the range is above the upper end; nothing was saved; "
            "check the two numbers."
        )
