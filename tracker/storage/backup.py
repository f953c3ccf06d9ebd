"""Copies of a diary that are checked before they count."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from tracker.errors import NotSavedError, NotUnderstoodError
from tracker.storage.diary_file import read_header
from tracker.storage.files import already_there, appear, building
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


def replace_by(source: Path, target: Path, moment: datetime) -> Path | None:
    """Put a checked copy of `source` in the place of `target`.

    Returns:
        Where the diary that was there is kept; None when there was none.

    Raises:
        DiaryNotOpenedError: The source is no diary, damaged or newer than this program.
        NotSavedError: The folder is full or cannot be written.
    """
    read_header(source)
    if target.exists() and source.samefile(target):
        raise NotUnderstoodError(f"{source} is the diary itself; nothing was changed.")
    with building(target) as unfinished:
        with foreseen_errors(source), _opened(source) as old, _opened(unfinished) as new:
            _check(old, source)
            with _refusals_of(target):
                old.backup(new)
                new.execute("PRAGMA journal_mode = WAL")
        kept = _put_aside(target, moment)
        appear(unfinished, target)
    return kept


def _put_aside(target: Path, moment: datetime) -> Path | None:
    """Rename a diary with its log, so that nothing committed is lost."""
    if not target.exists():
        return None
    kept = target.with_name(f"{target.name}.before-restore.{moment:%Y%m%d-%H%M%S}")
    if kept.exists():
        raise already_there(kept)
    for ending in ("-wal", "-shm"):
        log = target.with_name(target.name + ending)
        if log.exists():
            log.rename(kept.with_name(kept.name + ending))
    return target.rename(kept)


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
