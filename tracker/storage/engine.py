"""Connections to a diary file, each set so that a saved entry survives a power cut."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from tracker.storage.sql_storage import WRITES

_SECONDS_TO_WAIT_FOR_A_WRITER = 3.0
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
)


def file_engine(path: Path, *, can_write: bool = True) -> Engine:
    """Return an engine for a file that is there already; it never makes one.

    Without the right to write, the file is read as it lies there, as from a disc.
    """
    mode = "mode=rw" if can_write else "mode=ro&immutable=1"
    address = f"{path.resolve().as_uri()}?{mode}"

    def connect() -> sqlite3.Connection:
        return _connection(address, uri=True)

    return _engine(connect, poolclass=QueuePool)


def memory_engine() -> Engine:
    """Return an engine for a diary that is gone when the program ends."""
    return _engine(lambda: _connection(":memory:", uri=False), poolclass=StaticPool)


def _connection(address: str, *, uri: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address,
        uri=uri,
        timeout=_SECONDS_TO_WAIT_FOR_A_WRITER,
        isolation_level=None,
        check_same_thread=False,
    )
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


def _engine(connect: Callable[[], sqlite3.Connection], *, poolclass: Any) -> Engine:
    # hide_parameters: health values never reach a traceback.
    engine = create_engine("sqlite://", creator=connect, poolclass=poolclass, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the write lock at once where an action writes, so that it fails before it has begun."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
