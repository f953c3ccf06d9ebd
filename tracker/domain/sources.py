"""Where a clinical fact comes from."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class SeenHow(StrEnum):
    """How far a fact was checked against its issuer's own text."""

    SEEN = "seen"
    SEEN_IN_COPY = "seen-in-copy"
    RECALLED = "recalled"


class Source(NamedTuple):
    """One published text that a rule or a fact rests on.

    Attributes:
        url: None when the text has no public address.
        where: The place in it: section, table, page.
        checked_on: The day somebody compared our data with it.
    """

    id: str
    title: str
    publisher: str
    published: str
    url: str | None
    where: str
    seen: SeenHow
    checked_on: date
