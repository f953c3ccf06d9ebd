"""One number for one symptom on one cycle day over several cycles."""

from collections.abc import Iterable
from enum import StrEnum


class Summary(StrEnum):
    """How several cycles become one number."""

    WORST = "worst"
    MEDIAN = "median"


def summary_of(severities: Iterable[int | None], how: Summary) -> int | None:
    """Return one severity for those of several cycles; None where nobody answered.

    The median of an even number of answers is the higher of the two in the middle, so that it is
    an answer somebody gave and never makes little of one.
    """
    answered = sorted(each for each in severities if each is not None)
    if not answered:
        return None
    return answered[-1] if how is Summary.WORST else answered[len(answered) // 2]
