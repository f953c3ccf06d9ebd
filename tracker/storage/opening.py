"""Opens a diary file, or makes a new one whole; never an empty one by accident."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, insert

from tracker.services.ports import Write
from tracker.storage.diary_file import can_write, read_header
from tracker.storage.engine import file_engine, memory_engine
from tracker.storage.files import already_there, appear, building
from tracker.storage.foreseen import damaged, foreseen_errors
from tracker.storage.sql_storage import SqlStorage
from tracker.storage.tables import APPLICATION_ID, SCHEMA_VERSION, diary, metadata
from tracker.storage.writing import store

# Larger files (more than a year of answers) are checked in full by `check` alone: it takes longer
# than a start may take, and a damaged page is found when it is read.
_CHECKED_AT_EACH_START = 4 * 1024 * 1024


def open_diary(path: Path, *, moment: datetime) -> SqlStorage:
    """Open the diary that is there; an older one is upgraded after a copy was made.

    Args:
        path: The file.
        moment: Now; names the copy that an upgrade makes.

    Raises:
        DiaryNotOpenedError: Missing, empty, damaged, no diary, newer, or in use; its bytes are
            unchanged.
        NotSavedError: An upgrade is needed and there is no room for it.
    """
    header = read_header(path)
    writable = can_write(path)
    if header.schema_version < SCHEMA_VERSION:
        # Alembic costs more than opening a diary, and nearly every start needs no upgrade.
        from tracker.storage.upgrading import upgrade  # noqa: PLC0415

        upgrade(path, header.schema_version, moment)
    engine = file_engine(path, can_write=writable)
    with foreseen_errors(path), engine.connect() as connection:
        small = path.stat().st_size <= _CHECKED_AT_EACH_START
        looked = "PRAGMA quick_check(1)" if small else "SELECT 'ok' FROM diary"
        found = connection.exec_driver_sql(looked).scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if found != "ok" or version != SCHEMA_VERSION:
        engine.dispose()
        raise damaged(path)
    return SqlStorage(engine, path, can_write=writable)


def create_diary(path: Path, write: Write) -> SqlStorage:
    """Make a new diary with its first content; the file appears whole or not at all.

    Raises:
        NotUnderstoodError: There is a file of that name already.
        NotSavedError: The folder is missing or cannot be written.
    """
    if path.exists() or path.is_symlink():
        raise already_there(path)
    with building(path) as unfinished:
        engine = file_engine(unfinished)
        with foreseen_errors(path):
            _lay_foundation(engine)
            with engine.begin() as connection:
                store(connection, write)
        engine.dispose()
        appear(unfinished, path)
    return SqlStorage(file_engine(path), path)


def memory_diary(write: Write) -> SqlStorage:
    """Return a diary that is kept nowhere, with this content."""
    engine = memory_engine()
    _lay_foundation(engine)
    storage = SqlStorage(engine, "in memory")
    storage.apply(write)
    return storage


def _lay_foundation(engine: Engine) -> None:
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
        connection.execute(insert(diary).values(number=1, revision=0))
