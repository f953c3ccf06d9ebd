"""Stores thousands of entries in the time of the database, not of SQLAlchemy."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, insert, select

from tracker.domain.entries import AnyEntry
from tracker.services.progress import Progress
from tracker.storage import tables
from tracker.storage.entry_rows import own_values

MANY = 200
_AT_ONCE = 2000
_WORTH_IT = 5000
_TO_A_STATEMENT = 100
_CACHE_KIB = 32_768


def add_many(
    connection: Connection, entries: Sequence[tuple[int, AnyEntry]], progress: Progress
) -> None:
    """Append entries in this order, each with the number of its person.

    Raises:
        StoppedError: The one who looks on wants no more of it.
    """
    with _room_in_memory(connection), _indexes_made_after(connection, len(entries)):
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


@contextmanager
def _room_in_memory(connection: Connection) -> Iterator[None]:
    """Keep the index of ids, which come in no order, in memory until all are stored."""
    if connection.dialect.name != "sqlite":
        yield
        return
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {int(before)}")


def _add(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Store rows of all kinds together; an order of their own would not be that of the diary."""
    named: dict[str, Any] = {}
    for row in rows:
        named |= row
    columns = tuple(named)
    into = insert(tables.entry).compile(dialect=connection.dialect, column_keys=columns)
    order = into.positiontup
    if order is None:  # a database whose driver takes values by name
        whole = dict.fromkeys(columns)
        connection.execute(insert(tables.entry), [{**whole, **row} for row in rows])
        return
    # The driver itself: SQLAlchemy would look at each row for longer than it takes to store it.
    # Many rows to a statement: what SQLite prepares for its checks is prepared once for all.
    begin, one_row = str(into).split(" VALUES ")
    for start in range(0, len(rows), _TO_A_STATEMENT):
        part = rows[start : start + _TO_A_STATEMENT]
        places = ", ".join([one_row] * len(part))
        values = chain.from_iterable(map(row.get, order) for row in part)
        connection.exec_driver_sql(f"{begin} VALUES {places}", tuple(values))
