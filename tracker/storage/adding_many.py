"""Stores thousands of entries in the time of the database, not of SQLAlchemy."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain

from sqlalchemy import Connection, func, insert, select

from tracker.services.progress import Progress
from tracker.services.written_diary import OWN
from tracker.storage import tables
from tracker.storage.guards import NOT_REPLACED, put_aside
from tracker.storage.written_rows import Numbered, PartedRows, WrittenRows

MANY = 200
_AT_ONCE = 2000
_WORTH_IT = 5000
_TO_A_STATEMENT = 500
_CACHE_KIB = 32_768


def add_many(connection: Connection, entries: Sequence[Numbered], progress: Progress) -> None:
    """Append entries in this order, each with the number of its person.

    Raises:
        StoppedError: The one who looks on wants no more of it.
    """
    rows = WrittenRows()
    with (
        _room_in_memory(connection),
        _place_for_what_is_shared(connection),
        _done_once_for_all(connection, len(entries)),
    ):
        for start in range(0, len(entries), _AT_ONCE):
            progress(start / len(entries))
            _add(connection, rows.of(entries[start : start + _AT_ONCE]))
    progress(1.0)


@contextmanager
def _done_once_for_all(connection: Connection, number: int) -> Iterator[None]:
    """Spare each row what can be done for all: sorting them, asking whether they replace others.

    They replace none: they come by an INSERT that refuses an id which is there. And as it is one
    transaction, nobody else meets the file without its guard.
    """
    with ExitStack() as at_the_end:
        if number >= _WORTH_IT:
            at_the_end.enter_context(put_aside(connection, NOT_REPLACED))
            at_the_end.enter_context(_indexes_made_after(connection, number))
        yield


@contextmanager
def _indexes_made_after(connection: Connection, number: int) -> Iterator[None]:
    """Make the indexes anew at the end where most rows are new: sorting once is quicker."""
    here = connection.execute(select(func.max(tables.entry.c.number))).scalar_one() or 0
    later = tables.entry.indexes if number > here else ()
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


@contextmanager
def _place_for_what_is_shared(connection: Connection) -> Iterator[None]:
    """Make a table in memory, of this connection alone, for as long as entries are stored."""
    if connection.dialect.name != "sqlite":
        yield
        return
    columns = ", ".join(each.name for each in tables.entry.columns if each.name not in OWN)
    connection.exec_driver_sql(f"CREATE TEMP TABLE shared (place INTEGER PRIMARY KEY, {columns})")
    yield
    connection.exec_driver_sql("DROP TABLE temp.shared")


def _add(connection: Connection, rows: PartedRows) -> None:
    """Store rows of all kinds together; an order of their own would not be that of the diary."""
    if connection.dialect.name != "sqlite":
        columns = rows.own_columns + rows.columns
        named = [dict(zip(columns, row, strict=True)) for row in rows.whole()]
        connection.execute(insert(tables.entry), named)
        return
    # The driver itself: SQLAlchemy would look at each row for longer than it takes to store it.
    # What rows share is handed over once, and many rows to a statement, so that what SQLite
    # prepares for its checks is prepared once for all. CROSS JOIN keeps the order of the values.
    own, shared = ", ".join(rows.own_columns), ", ".join(rows.columns)
    written = ", ".join(f"written.{each}" for each in rows.own_columns)
    places = ", ".join("?" * (1 + len(rows.columns)))
    connection.exec_driver_sql("DELETE FROM temp.shared")
    connection.exec_driver_sql(
        f"INSERT INTO temp.shared (place, {shared}) VALUES ({places})",  # noqa: S608 - ours
        [(place, *row) for place, row in enumerate(rows.shared)],
    )
    one_row = f"({', '.join('?' * (len(rows.own_columns) + 1))})"
    for start in range(0, len(rows.own), _TO_A_STATEMENT):
        part = rows.own[start : start + _TO_A_STATEMENT]
        connection.exec_driver_sql(
            f"WITH written ({own}, place) AS (VALUES {', '.join([one_row] * len(part))}) "  # noqa: S608 - ours
            f"INSERT INTO entry ({own}, {shared}) SELECT {written}, {shared} "
            "FROM written CROSS JOIN temp.shared USING (place)",
            tuple(chain.from_iterable(part)),
        )
