"""Opens a diary file, or makes a new one whole; never an empty one by accident."""

from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.private_files import building
from tracker.services.ports import Write
from tracker.services.progress import Progress, unwatched
from tracker.storage.connections import opened
from tracker.storage.diary_file import (
    Header,
    can_write,
    key_of,
    read_header,
    refuse_newer,
    refuse_plain,
)
from tracker.storage.envelope import DiaryKey, Envelope, Secret, new_envelope
from tracker.storage.files import already_there, appear
from tracker.storage.foreseen import damaged, foreseen_errors
from tracker.storage.key_places import keep_beside, settle
from tracker.storage.pool import Connections, connections_in_memory, connections_to
from tracker.storage.queries import Question
from tracker.storage.sql_storage import SqlStorage
from tracker.storage.version import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlalchemy import Engine

# Checking takes 10 ms for each megabyte; a start may spend 10 ms on it. A larger file is checked by
# the copy of the day, seconds later, and a damaged page is found when it is read.
_CHECKED_AT_EACH_START = 512 * 1024


def open_diary(path: Path, *, moment: datetime, passphrase: Secret | None = None) -> SqlStorage:
    """Open the diary that is there; an older one is upgraded after a copy was made.

    Args:
        path: The file.
        moment: Now; names the copy that an upgrade makes.
        passphrase: Of an encrypted diary; its recovery key serves as well, or its key itself.

    Raises:
        DiaryLockedError: It is encrypted, and the passphrase is missing or wrong.
        DiaryNotOpenedError: Missing, empty, damaged, no diary, newer, or in use; its bytes are
            unchanged.
        NotSavedError: An upgrade is needed and there is no room for it.
    """
    header = read_header(path)
    key = key_of(path, header, passphrase)
    writable = can_write(path)
    if header.envelope is not None and writable:
        settle(path, header.envelope)
    version = _version(path, header, key)
    if version < SCHEMA_VERSION:
        # Alembic costs more than opening a diary, and nearly every start needs no upgrade.
        from tracker.storage.upgrading import upgrade  # noqa: PLC0415

        upgrade(path, version, moment, key)
    connections = connections_to(path, key, can_write=writable)
    try:
        _look(connections, path)
        if key is not None:
            refuse_plain(path)
    except TrackerError:
        connections.close()
        raise
    return SqlStorage(connections, path, key, can_write=writable)


def _version(path: Path, header: Header, key: DiaryKey | None) -> int:
    if header.schema_version is not None:
        return header.schema_version
    with foreseen_errors(path), opened(path, key, can_write=can_write(path)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        raise damaged(path)
    refuse_newer(path, version)
    return version


def _look(connections: Connections, path: Path) -> None:
    with foreseen_errors(path), connections.snapshot() as diary:
        small = path.stat().st_size <= _CHECKED_AT_EACH_START
        looked = "PRAGMA quick_check(1)" if small else "SELECT 'ok' FROM diary"
        found = diary.value(Question(looked, {}))
        version = diary.value(Question("PRAGMA user_version", {}))
    if found != "ok" or version != SCHEMA_VERSION:
        raise damaged(path)


@dataclass(frozen=True, slots=True)
class NewLock:
    """How a new diary is encrypted.

    Attributes:
        recovery_key: Shown once, to be printed; it is kept nowhere.
    """

    envelope: Envelope
    key: DiaryKey
    recovery_key: str = field(repr=False)


def new_lock(passphrase: str | None) -> NewLock | None:
    """Return the lock for a new diary; None without a passphrase.

    Raises:
        NotUnderstoodError: The passphrase is empty.
    """
    return None if passphrase is None else NewLock(*new_envelope(passphrase))


def create_diary(
    path: Path, write: Write, lock: NewLock | None = None, progress: Progress = unwatched
) -> SqlStorage:
    """Make a new diary with its first content; the file appears whole or not at all.

    Raises:
        StoppedError: The one who looks on wants no more of it; nothing was made.
        NotUnderstoodError: There is a file of that name already.
        NotSavedError: The folder is missing or cannot be written.
    """
    if path.exists() or path.is_symlink():
        raise already_there(path)
    key = None if lock is None else lock.key
    with building(path) as unfinished:
        with closing(connections_to(unfinished, key)) as connections, foreseen_errors(path):
            lay_foundation(connections.engine)
            SqlStorage(connections, unfinished, key).apply(write, progress)
        if lock is not None:
            refuse_plain(unfinished)
            keep_beside(path, lock.envelope)
        appear(unfinished, path)
    return SqlStorage(connections_to(path, key), path, key)


def memory_diary(write: Write) -> SqlStorage:
    """Return a diary that is kept nowhere, with this content."""
    connections = connections_in_memory()
    lay_foundation(connections.engine)
    storage = SqlStorage(connections, "in memory")
    storage.apply(write)
    return storage


def lay_foundation(engine: "Engine") -> None:
    """Make the tables of a new diary, and what guards them, in a file that is empty."""
    # SQLAlchemy, for a new diary alone: one that is there is read without it.
    from sqlalchemy import insert  # noqa: PLC0415

    from tracker.storage.guards import GUARDS  # noqa: PLC0415
    from tracker.storage.tables import diary, metadata  # noqa: PLC0415

    raw = engine.raw_connection()
    try:
        for setting in (
            "journal_mode = WAL",
            f"application_id = {APPLICATION_ID}",
            f"user_version = {SCHEMA_VERSION}",
        ):
            raw.cursor().execute(f"PRAGMA {setting}").close()
    finally:
        raw.close()
    with engine.begin() as connection:
        metadata.create_all(connection)
        for guard in GUARDS:
            connection.exec_driver_sql(guard)
        connection.execute(insert(diary).values(number=1, revision=0))
