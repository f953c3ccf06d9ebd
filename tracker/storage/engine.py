"""Connections to a diary file, each set so that a saved entry survives a power cut."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from tracker.storage.connections import address_of, connect
from tracker.storage.envelope import DiaryKey
from tracker.storage.sql_storage import WRITES

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
)


def file_engine(path: Path, key: DiaryKey | None = None, *, can_write: bool = True) -> Engine:
    """Return an engine for a file that is there already; it never makes one.

    Without the right to write, the file is read as it lies there, as from a disc.
    """
    address = address_of(path, can_write=can_write)
    return _engine(lambda: _set(connect(address, key, uri=True)), QueuePool, _module_for(key))


def memory_engine() -> Engine:
    """Return an engine for a diary that is gone when the program ends."""
    return _engine(lambda: _set(connect(":memory:", None, uri=False)), StaticPool, None)


def _module_for(key: DiaryKey | None) -> ModuleType | None:
    if key is None:
        return None
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - encrypted diaries alone

    module: ModuleType = dbapi2
    return module


def _set(connection: sqlite3.Connection) -> sqlite3.Connection:
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


def _engine(
    creator: Callable[[], sqlite3.Connection], poolclass: Any, module: ModuleType | None
) -> Engine:
    # hide_parameters: health values never reach a traceback.
    engine = create_engine(
        "sqlite://", creator=creator, poolclass=poolclass, module=module, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the write lock at once where an action writes, so that it fails before it has begun."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
