"""Errors of SQLite that we foresee, as sentences for a person."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import DiaryInUseError, DiaryNotOpenedError, NotSavedError, TrackerError

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_IN_USE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_REFUSED = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
# What a function inside a statement met comes out as its words alone, as of SQLCipher's export.
_BY_WORDS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database disk image is malformed": "SQLITE_CORRUPT",
}


@contextmanager
def foreseen_errors(path: Path | str) -> Iterator[None]:
    """Turn what the disk or another program can do to us into a TrackerError.

    Raises:
        DiaryNotOpenedError: The file is in use or damaged.
        NotSavedError: The disk is full or cannot be written.
    """
    try:
        yield
    except _wrapped_errors() as error:
        if isinstance(error.orig, database_errors()):
            raise _translated(error.orig, path) from None
        raise
    except database_errors() as error:
        raise _translated(error, path) from None


def _wrapped_errors() -> tuple[type["DBAPIError"], ...]:
    """Return what SQLAlchemy raises around an error of SQLite, where it was loaded."""
    errors = sys.modules.get("sqlalchemy.exc")
    return () if errors is None else (errors.DBAPIError,)


def database_errors() -> tuple[type[Exception], ...]:
    """Return what SQLite raises, and the encrypting one as well where it was loaded."""
    encrypting = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error,) if encrypting is None else (sqlite3.Error, encrypting.Error)


def _translated(error: Exception, path: Path | str) -> Exception:
    name = getattr(error, "sqlite_errorname", "") or ""
    name = _BY_WORDS.get(str(error), name)
    if name.startswith(_IN_USE):
        return in_use(path)
    if name.startswith(_DAMAGED):
        return damaged(path)
    if name == "SQLITE_FULL":
        return NotSavedError(
            f"Not saved: the disk that holds {path} is full; what was there before is unchanged; "
            "make some room and try again."
        )
    if name.startswith(_REFUSED):
        return NotSavedError(
            f"Not saved: {path} cannot be written; what was there before is unchanged; "
            "check that the disk is there and that you may write to this folder."
        )
    return error


def in_use(path: Path | str) -> TrackerError:
    """Return the error for a diary that somebody else holds."""
    return DiaryInUseError(
        f"The diary {path} is in use by another program just now; nothing was changed; "
        "close the other program, or try again in a moment."
    )


def damaged(path: Path | str) -> TrackerError:
    """Return the error for a diary whose content cannot be trusted."""
    return DiaryNotOpenedError(
        f"The diary {path} is damaged; nothing was changed; "
        "copy the file to a safe place before anything else, then go back to a backup."
    )


def another_file(path: Path | str) -> NotSavedError:
    """Return the refusal to write to a file that nobody would find under its name."""
    return NotSavedError(
        f"Not saved: the diary {path} was moved, removed or replaced while it was "
        "open; what was saved before is unchanged; open the diary again."
    )


def cannot_write(path: Path | str) -> NotSavedError:
    """Return the refusal to write where the file or its folder is read-only."""
    return NotSavedError(
        f"Not saved: {path} cannot be written; what was there before is unchanged; "
        "check that you may write to this file and its folder."
    )
