"""Stores thousands of entries in the time of the database, not of SQLAlchemy."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain

from sqlalchemy import Connection, func, insert, select

from tracker.services.progress import Progress
from tracker.storage import tables
from tracker.storage.guards import NOT_REPLACED, put_aside
from tracker.storage.written_rows import Numbered, Row, WrittenRows

MANY = 200
_AT_ONCE = 2000
_WORTH_IT = 5000
_TO_A_STATEMENT = 100
_CACHE_KIB = 32_768


def add_many(connection: Connection, entries: Sequence[Numbered], progress: Progress) -> None:
    """Append entries in this order, each with the number of its person.

    Raises:
        StoppedError: The one who looks on wants no more of it.
    """
    rows = WrittenRows()
    with _room_in_memory(connection), _done_once_for_all(connection, len(entries)):
        for start in range(0, len(entries), _AT_ONCE):
            progress(start / len(entries))
            _add(connection, *rows.of(entries[start : start + _AT_ONCE]))
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


def _add(connection: Connection, columns: tuple[str, ...], rows: list[Row]) -> None:
    """Store rows of all kinds together; an order of their own would not be that of the diary."""
    if connection.dialect.paramstyle != "qmark":  # a database whose driver takes values by name
        named = [dict(zip(columns, row, strict=True)) for row in rows]
        connection.execute(insert(tables.entry), named)
        return
    # The driver itself: SQLAlchemy would look at each row for longer than it takes to store it.
    # Many rows to a statement: what SQLite prepares for its checks is prepared once for all.
    quote = connection.dialect.identifier_preparer.quote
    begin = f"INSERT INTO entry ({', '.join(map(quote, columns))}) VALUES "  # noqa: S608 - ours
    one_row = f"({', '.join('?' * len(columns))})"
    for start in range(0, len(rows), _TO_A_STATEMENT):
        part = rows[start : start + _TO_A_STATEMENT]
        places = ", ".join([one_row] * len(part))
        connection.exec_driver_sql(begin + places, tuple(chain.from_iterable(part)))
