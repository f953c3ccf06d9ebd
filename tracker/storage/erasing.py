"""Deletes a whole diary: writes over what it holds, then removes the file and what belongs to it.

What a disk keeps of a file that is gone is beyond any program: a flash memory writes to other
places than it is told. An encrypted diary is safe from that, for its key goes first.
"""

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tracker.errors import NotSavedError
from tracker.private_files import logs_of
from tracker.storage import keyring_door
from tracker.storage.connections import opened
from tracker.storage.dated_copies import copies_in
from tracker.storage.diary_file import can_write, key_of, read_header
from tracker.storage.envelope import DiaryKey, Secret
from tracker.storage.foreseen import foreseen_errors, in_use
from tracker.storage.guards import NAMES
from tracker.storage.key_places import key_file_of

_KEPT_BESIDE = re.compile(r"\.before-(restore|version-\d+)\.\d{8}-\d{6}(-\d+)?")


def copies_of(path: Path, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the copies of a diary that this program made: dated ones, and those kept beside it."""
    dated = [copy.path for folder in folders for copy in copies_in(folder, path)]
    with suppress(OSError):
        dated += [each for each in path.parent.iterdir() if _was_kept(each, path)]
    return tuple(sorted(dated))


def erase(path: Path, passphrase: Secret | None = None) -> None:
    """Delete a diary that this program has let go of; killed in between, it is there or empty.

    Raises:
        DiaryLockedError: It is encrypted, and the passphrase is missing or wrong.
        DiaryNotOpenedError: Somebody else has it open; nothing was deleted.
        NotSavedError: The folder refused.
    """
    if not can_write(path):
        raise NotSavedError(
            f"Nothing was deleted: {path} and its folder cannot be written; check that you may "
            "write there."
        )
    header = read_header(path)
    empty(path, key_of(path, header, passphrase))
    if header.envelope is not None and header.envelope.keyring is not None:
        keyring_door.drop(header.envelope.file_salt)
    _shred(key_file_of(path))
    _remove(path)


def empty(path: Path, key: DiaryKey | None) -> None:
    """Take all rows out of a diary and write over where they stood.

    Raises:
        DiaryNotOpenedError: Somebody else has it open, or it is damaged; nothing was deleted.
    """
    with foreseen_errors(path), opened(path, key) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA secure_delete = ON")
        if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] != 0:
            raise in_use(path)
        connection.execute("BEGIN EXCLUSIVE")
        for name in NAMES:
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        for name in _tables(connection):
            connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 - names from the file's own list
        connection.execute("INSERT INTO diary (number, revision) VALUES (1, 0)")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def remove_copies(copies: Iterable[Path]) -> tuple[Path, ...]:
    """Write over and remove copies; return those that could not be removed."""
    left = []
    for copy in copies:
        try:
            _shred(copy)
            _shred(key_file_of(copy))
            _remove(copy)
        except NotSavedError:
            left.append(copy)
    return tuple(left)


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables, those that point to others first."""
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    last = ["entry", "course", "person"]
    return [
        *(name for name in names if name not in last),
        *(each for each in last if each in names),
    ]


def _was_kept(path: Path, diary: Path) -> bool:
    ending = path.name.removeprefix(diary.name)
    return ending != path.name and _KEPT_BESIDE.fullmatch(ending) is not None


def _shred(path: Path) -> None:
    """Write zeros over a file that is there.

    Raises:
        NotSavedError: It cannot be written.
    """
    if not path.exists():
        return
    try:
        with path.open("r+b") as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(bytes(min(left, 1024 * 1024)))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _not_removed(path, error) from None


def _remove(path: Path) -> None:
    for each in (*logs_of(path), key_file_of(path), path):
        try:
            each.unlink(missing_ok=True)
        except OSError as error:
            raise _not_removed(each, error) from None


def _not_removed(path: Path, error: OSError) -> NotSavedError:
    return NotSavedError(
        f"{path} could not be removed ({error.strerror}); what it held may still be there; "
        "remove it by hand."
    )
