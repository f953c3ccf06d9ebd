"""Reads limits of a number: at least, more than, at most, below."""

from tracker.clinical.reading import Table
from tracker.domain.heart_rules import Bounds


def read_bounds(table: Table, key: str) -> Bounds:
    """Return limits of a number, at least one and in order.

    Raises:
        KnowledgeError: No limit, an unknown one, or the upper one not above the lower.
    """
    with table.table(key) as limits:
        bounds = Bounds(
            at_least=limits.optional_decimal("at_least"),
            more_than=limits.optional_decimal("more_than"),
            at_most=limits.optional_decimal("at_most"),
            below=limits.optional_decimal("below"),
        )
        low = [each for each in (bounds.at_least, bounds.more_than) if each is not None]
        high = [each for each in (bounds.at_most, bounds.below) if each is not None]
        if not low + high or len(low) > 1 or len(high) > 1 or (low and high and low >= high):
            raise table.wrong(key, "one lower limit, one upper limit above it, or either")
    return bounds
