"""Copies of a diary that are checked before they count."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tracker.errors import NotSavedError
from tracker.storage.diary_file import read_header
from tracker.storage.files import appear, building
from tracker.storage.foreseen import damaged, foreseen_errors

_SECONDS_TO_WAIT = 3.0


def copy_verified(source: Path, target: Path) -> None:
    """Copy a diary, with all that was committed, and check the copy; the original is not touched.

    The copy is complete in one file, readable by its owner alone, and appears whole or not at all.

    Raises:
        DiaryNotOpenedError: The diary is damaged or in use.
        NotUnderstoodError: There is a file of the target's name already.
        NotSavedError: The target's folder is missing, full or cannot be written.
    """
    read_header(source)
    with building(target) as unfinished:
        with foreseen_errors(source), _opened(source) as old, _opened(unfinished) as new:
            _check(old, source)
            with _refusals_of(target):
                old.backup(new)
                new.execute("PRAGMA journal_mode = DELETE")
                _check(new, target)
                new.execute("PRAGMA journal_mode = WAL")
        appear(unfinished, target)


def replace_by(source: Path, target: Path) -> None:
    """Put a checked copy of `source` in the place of `target`, which is kept until that moment.

    Raises:
        DiaryNotOpenedError: The source is no diary, damaged or newer than this program.
        NotSavedError: The folder is full or cannot be written.
    """
    read_header(source)
    with building(target) as unfinished:
        with foreseen_errors(source), _opened(source) as old, _opened(unfinished) as new:
            _check(old, source)
            with _refusals_of(target):
                old.backup(new)
                new.execute("PRAGMA journal_mode = WAL")
        for ending in ("-wal", "-shm"):
            target.with_name(target.name + ending).unlink(missing_ok=True)
        unfinished.replace(target)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    address = f"{path.resolve().as_uri()}?mode=rw"
    if not os.access(path.parent, os.W_OK):
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True, timeout=_SECONDS_TO_WAIT)) as connection:
        yield connection


@contextmanager
def _refusals_of(target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise NotSavedError(
            f"Not saved: {target} cannot be written ({error}); nothing was changed; "
            "make some room or choose another place."
        ) from None


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise damaged(path)
