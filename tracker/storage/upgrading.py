"""Brings an older diary file up to date: a checked copy first, then all steps at once."""

from datetime import datetime
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from tracker.errors import DiaryNotOpenedError, NotSavedError
from tracker.storage.backup import copy_verified
from tracker.storage.connections import opened
from tracker.storage.diary_file import can_write
from tracker.storage.engine import WRITES
from tracker.storage.envelope import DiaryKey
from tracker.storage.files import free_name
from tracker.storage.foreseen import damaged, foreseen_errors
from tracker.storage.pool import connections_to
from tracker.storage.version import SCHEMA_VERSION

_STEPS = Path(__file__).with_name("migrations")


def upgrade(path: Path, version: int, moment: datetime, key: DiaryKey | None = None) -> None:
    """Upgrade the file in place; on any failure it is as it was.

    Args:
        path: The diary.
        version: The version it has now.
        moment: Now; it names the copy beside the diary, which stays.
        key: Of an encrypted diary; the copy is encrypted as well.

    Raises:
        DiaryNotOpenedError: The file is in use, damaged, or of a version that no step knows.
        NotSavedError: There is no room, or the folder cannot be written.
    """
    if not can_write(path):
        raise NotSavedError(
            f"The diary {path} comes from an older version and cannot be brought up to date, "
            "because its folder cannot be written; nothing was changed; copy it elsewhere."
        )
    name = f"{path.name}.before-version-{SCHEMA_VERSION}.{moment:%Y%m%d-%H%M%S}"
    # One that an upgrade left which was killed right after it may have the name of this second.
    copy_verified(path, free_name(path.with_name(name)), key)
    connections = connections_to(path, key)
    try:
        with foreseen_errors(path), connections.engine.connect() as connection:
            writing = connection.execution_options(**{WRITES: True})
            with writing.begin():
                run_steps(writing, version)
                _check(writing, path)
                writing.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        connections.close()
    # The version counts only once it stands in the file itself, where the next start reads it.
    with foreseen_errors(path), opened(path, key) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def run_steps(connection: Connection, version: int) -> None:
    """Carry out all steps after `version`, in the transaction that is open.

    Raises:
        DiaryNotOpenedError: No step starts from this version.
    """
    scripts = ScriptDirectory(str(_STEPS))
    steps = list(reversed(list(scripts.walk_revisions())))
    if version < 0 or version > len(steps):
        raise DiaryNotOpenedError(
            f"This diary has version {version}, which no version of this program wrote; nothing "
            "was changed."
        )
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for step in steps[version:]:
            step.module.upgrade()


def _check(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise damaged(path)
