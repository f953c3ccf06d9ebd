"""Connections that tell which file SQLite has open, so that nobody takes its locks away."""

import sqlite3
from functools import cache
from pathlib import Path
from types import ModuleType

from tracker.open_files import Identity, hold, let_go

_SECONDS_TO_WAIT_FOR_A_WRITER = 3.0


def connected(module: ModuleType, address: str, *, uri: bool) -> sqlite3.Connection:
    """Return a connection without transactions of its own.

    Args:
        module: Which SQLite makes it: Python's own, or the one that encrypts.
        address: The file's name, or its address where `uri` is set.
        uri: Whether `address` is one.
    """
    connection: sqlite3.Connection = module.connect(
        address,
        uri=uri,
        timeout=_SECONDS_TO_WAIT_FOR_A_WRITER,
        isolation_level=None,
        check_same_thread=False,
        factory=_held_kind(module),
    )
    return connection


@cache
def _held_kind(module: ModuleType) -> type[sqlite3.Connection]:
    """Return connections of a module that hold their file until they are closed or forgotten."""
    kind: type[sqlite3.Connection] = module.Connection

    class Held(kind):  # type: ignore[valid-type, misc]  # known at run time alone
        _identity: Identity | None = None

        def __init__(self, *settings: object, **named: object) -> None:
            super().__init__(*settings, **named)
            # The name that SQLite found the file by; a diary in memory has none.
            name = self.execute("PRAGMA database_list").fetchone()[2]
            self._identity = hold(Path(name)) if name else None

        def close(self) -> None:
            super().close()
            identity, self._identity = self._identity, None
            if identity is not None:
                let_go(identity)

        def __del__(self) -> None:
            if self._identity is not None:
                self.close()

    return Held
