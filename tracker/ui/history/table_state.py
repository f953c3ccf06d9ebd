"""The table behind the pictures: one row per entry, newest first. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain.entries import LabEntry
from tracker.services.companion import Companion
from tracker.services.printing import ShownTable
from tracker.ui.history.entry_rows import NO_LABS, EntryRow, rows_of

_DAYS_AT_ONCE = 30


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """What the table is narrowed to.

    Attributes:
        search: Words that all stand somewhere in the row.
        least_severity: Only side effects at least so severe.
        kinds: Only entries of these kinds; empty: all.
    """

    search: str = ""
    least_severity: int | None = None
    kinds: frozenset[str] = frozenset()


class RowOrder(StrEnum):
    """What stands at the top of the table."""

    NEWEST = "newest"
    OLDEST = "oldest"
    WORST = "worst"


class EntryFeed:
    """The entries, day by day, read a month at a time so that nobody waits for years."""

    def __init__(self, companion: Companion, order: RowOrder = RowOrder.NEWEST) -> None:
        self._companion, self.order = companion, order
        days = companion.diary.days_logged(date.min, date.max)
        self._days = sorted(days, reverse=order is not RowOrder.OLDEST)
        self._place = 0
        self._kept: list[EntryRow] = []

    @property
    def at_end(self) -> bool:
        """Whether everything was read."""
        return self._place >= len(self._days)

    def read_on(self) -> tuple[EntryRow, ...]:
        """Return the rows of the next days that have entries; empty at the end.

        The worst ones are not known before the last day was read: they come all at once then.
        """
        rows = self._read_days()
        if self.order is not RowOrder.WORST:
            return rows
        self._kept += rows
        return worst_first(self._kept) if self.at_end else ()

    def _read_days(self) -> tuple[EntryRow, ...]:
        days = self._days[self._place : self._place + _DAYS_AT_ONCE]
        self._place += _DAYS_AT_ONCE
        if not days:
            return ()
        entries = self._companion.diary.entries(min(days), max(days))
        known = self._companion.library
        has_labs = any(isinstance(entry, LabEntry) for entry in entries)
        rows = rows_of(entries, known.symptoms, known.labs if has_labs else NO_LABS)
        if self.order is RowOrder.OLDEST:
            return tuple(sorted(rows, key=lambda row: row.day))
        latest_first = rows[::-1]
        return tuple(sorted(latest_first, key=lambda row: row.day, reverse=True))


def filtered(rows: Sequence[EntryRow], wanted: EntryFilter) -> tuple[EntryRow, ...]:
    """Return the rows that fit."""
    words = wanted.search.casefold().split()
    least, kinds = wanted.least_severity, wanted.kinds
    return tuple(
        row
        for row in rows
        if (least is None or (row.severity is not None and row.severity >= least))
        and (not kinds or row.kind in kinds)
        and all(word in row.searched for word in words)
    )


def worst_first(rows: Iterable[EntryRow]) -> tuple[EntryRow, ...]:
    """Return the rows by severity, what has none last; otherwise in the order they have."""
    return tuple(
        sorted(rows, key=lambda row: -1 if row.severity is None else row.severity, reverse=True)
    )


def entry_table(rows: Iterable[EntryRow]) -> ShownTable:
    """Return a row per entry with the words of the table on the screen."""
    columns = ("day", "what", "answer", "note", "who wrote it", "written")
    return ShownTable(
        columns,
        tuple(
            (
                row.day.isoformat(),
                row.what,
                row.value,
                row.note,
                row.by,
                f"{row.written:%Y-%m-%d %H:%M}",
            )
            for row in rows
        ),
    )
