"""Stores thousands of entries in the time of the database, not of SQLAlchemy."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, func, insert, select

from tracker.domain.entries import AnyEntry
from tracker.services.progress import Progress
from tracker.storage import tables
from tracker.storage.entry_rows import own_values

MANY = 200
_AT_ONCE = 2000
_WORTH_IT = 5000


def add_many(
    connection: Connection, entries: Sequence[tuple[int, AnyEntry]], progress: Progress
) -> None:
    """Append entries in this order, each with the number of its person.

    Raises:
        StoppedError: The one who looks on wants no more of it.
    """
    with _indexes_made_after(connection, len(entries)):
        for start in range(0, len(entries), _AT_ONCE):
            progress(start / len(entries))
            _add(connection, [own_values(*each) for each in entries[start : start + _AT_ONCE]])
    progress(1.0)


@contextmanager
def _indexes_made_after(connection: Connection, number: int) -> Iterator[None]:
    """Make the indexes anew at the end where most rows are new: sorting once is quicker."""
    here = connection.execute(select(func.max(tables.entry.c.number))).scalar_one() or 0
    later = tables.entry.indexes if number >= _WORTH_IT and number > here else ()
    for index in later:
        index.drop(connection)
    yield
    for index in later:
        index.create(connection)


def _add(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Store rows of all kinds together; an order of their own would not be that of the diary."""
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    into = insert(tables.entry).compile(dialect=connection.dialect, column_keys=columns)
    order = into.positiontup
    if order is None:  # a database whose driver takes values by name
        whole = dict.fromkeys(columns)
        connection.execute(insert(tables.entry), [{**whole, **row} for row in rows])
        return
    # The driver itself: SQLAlchemy would look at each row for longer than it takes to store it.
    values = [tuple(map(row.get, order)) for row in rows]
    connection.exec_driver_sql(str(into), values)
