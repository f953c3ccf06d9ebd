"""SQLAlchemy's engine for a diary; only what changes one needs it."""

import sqlite3
from collections.abc import Callable
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from tracker.storage.envelope import DiaryKey

WRITES = "chemo_tracker_writes"


def engine_over(
    creator: Callable[[], sqlite3.Connection], key: DiaryKey | None, *, only_one: bool
) -> Engine:
    """Return an engine over connections that are set already.

    Args:
        creator: Opens one.
        key: Whose diary it is; says which of the two SQLite modules makes the connections.
        only_one: There is one connection and never a second, as for a diary in memory.
    """
    poolclass: Any = StaticPool if only_one else QueuePool
    # hide_parameters: health values never reach a traceback.
    engine = create_engine(
        "sqlite://",
        creator=creator,
        poolclass=poolclass,
        module=_module_for(key),
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _module_for(key: DiaryKey | None) -> ModuleType | None:
    if key is None:
        return None
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - encrypted diaries alone

    module: ModuleType = dbapi2
    return module


def _begin(connection: Connection) -> None:
    """Take the write lock at once where an action writes, so that it fails before it has begun."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
