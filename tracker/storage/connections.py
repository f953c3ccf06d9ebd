"""Plain connections to a diary file, with its key where it has one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tracker.errors import DiaryNotOpenedError
from tracker.storage.envelope import DiaryKey
from tracker.storage.foreseen import in_use
from tracker.storage.held_connections import connected
from tracker.storage.no_dumps import leave_no_dump


def connect(address: str, key: DiaryKey | None, *, uri: bool) -> sqlite3.Connection:
    """Return a connection without transactions of its own; the key is set, not tried.

    Raises:
        DiaryNotOpenedError: The encrypting SQLite is not what it should be.
    """
    leave_no_dump()
    if key is None:
        connection = connected(sqlite3, address, uri=uri)
    else:
        connection = encrypting(address, uri=uri)
        connection.execute(f'PRAGMA key = "{key.literal()}"')
    # What SQLite sorts or rebuilds never goes through the folder for temporary files.
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def encrypting(address: str, *, uri: bool) -> sqlite3.Connection:
    """Return a connection of SQLCipher that has no key yet.

    Raises:
        DiaryNotOpenedError: The encrypting SQLite is not what it should be.
    """
    # Loaded for encrypted diaries alone: it costs every other start 15 ms.
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    connection = connected(dbapi2, address, uri=uri)
    connection.execute("PRAGMA cipher_log_level = NONE")
    answer = connection.execute("PRAGMA cipher_version").fetchone()
    if not answer or not answer[0]:
        connection.close()
        raise DiaryNotOpenedError(
            "The part of this program that encrypts does not answer; nothing was changed; "
            "install the program again."
        )
    return connection


def address_of(path: Path, *, can_write: bool) -> str:
    """Return the address of a file that is there; without the right to write, as on a disc."""
    return f"{path.resolve().as_uri()}?{'mode=rw' if can_write else 'mode=ro&immutable=1'}"


@contextmanager
def opened(
    path: Path, key: DiaryKey | None, *, can_write: bool = True
) -> Iterator[sqlite3.Connection]:
    """Open a file that is there, for as long as the block runs."""
    address = address_of(path, can_write=can_write)
    with closing(connect(address, key, uri=True)) as connection:
        yield connection


def keep_alone(connection: sqlite3.Connection, path: Path) -> None:
    """Keep everybody else away from a diary, and all of it in its one file, until it is closed.

    Raises:
        DiaryInUseError: Somebody else has it open.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise in_use(path)
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
