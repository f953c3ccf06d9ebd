"""The connections of one open diary: plain ones to ask it, SQLAlchemy's engine to change it."""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.storage.connections import address_of, connect
from tracker.storage.envelope import DiaryKey
from tracker.storage.queries import Question

if TYPE_CHECKING:
    from sqlalchemy import Engine

Row = dict[str, Any]
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
)


class Snapshot:
    """One state of the diary, whatever is written meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, question: Question) -> list[Row]:
        """Return each row by the names of its columns."""
        names, rows = self.named_tuples(question)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def tuples(self, question: Question) -> list[tuple[Any, ...]]:
        """Return each row as it comes, where there are many."""
        return self._connection.execute(question.sql, question.values).fetchall()

    def named_tuples(self, question: Question) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Return the names of the columns, and each row as it comes."""
        found = self._connection.execute(question.sql, question.values)
        return [each[0] for each in found.description], found.fetchall()

    def value(self, question: Question) -> Any:
        """Return the first value of the first row.

        Raises:
            TypeError: There is no row.
        """
        return self._connection.execute(question.sql, question.values).fetchone()[0]


class Connections:
    """Opens connections when they are first needed and keeps them for the next question."""

    def __init__(
        self, make: Callable[[], sqlite3.Connection], key: DiaryKey | None, *, only_one: bool
    ) -> None:
        self._make, self._key, self._only_one = make, key, only_one
        self._idle: deque[sqlite3.Connection] = deque()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Lend a connection; a second thread, or a question within a question, gets another."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._made()
        well = False
        try:
            connection.execute("BEGIN")
            yield Snapshot(connection)
            connection.execute("COMMIT")
            well = True
        finally:
            # SQLCipher answers nothing more on a connection that has met a damaged page.
            if well:
                self._idle.append(connection)
            elif self._only_one:
                connection.rollback()
                self._idle.append(connection)
            else:
                connection.close()

    @cached_property
    def engine(self) -> "Engine":
        """SQLAlchemy's engine over connections like these."""
        # The first page asks and writes nothing; it must not wait for SQLAlchemy.
        from tracker.storage.engine import engine_over  # noqa: PLC0415

        return engine_over(self._made, self._key, only_one=self._only_one)

    def close(self) -> None:
        """Let go of the file."""
        while self._idle:
            self._idle.pop().close()
        engine = self.__dict__.pop("engine", None)
        if engine is not None:
            engine.dispose()

    def _made(self) -> sqlite3.Connection:
        connection = self._make()
        for setting in _SETTINGS:
            connection.execute(setting)
        return connection


def connections_to(
    path: Path, key: DiaryKey | None = None, *, can_write: bool = True
) -> Connections:
    """Return connections to a file that is there already; they never make one.

    Without the right to write, the file is read as it lies there, as from a disc.
    """
    address = address_of(path, can_write=can_write)
    return Connections(lambda: connect(address, key, uri=True), key, only_one=False)


def connections_in_memory() -> Connections:
    """Return the one connection to a diary that is gone when the program ends."""
    only = connect(":memory:", None, uri=False)
    return Connections(lambda: only, None, only_one=True)
