"""What can be told about a diary file from its first bytes, before SQLite touches it."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DiaryNotOpenedError
from tracker.storage.tables import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


@dataclass(frozen=True, slots=True)
class Header:
    """The numbers at the start of a diary file.

    Attributes:
        schema_version: Which tables it has; `SCHEMA_VERSION` is what this program writes.
    """

    schema_version: int


def read_header(path: Path) -> Header:
    """Return what a diary file says of itself; changes nothing.

    Raises:
        DiaryNotOpenedError: Missing, empty, no diary, or made by a newer version.
    """
    first = _first_bytes(path)
    if not first:
        raise DiaryNotOpenedError(
            f"The diary {path} is an empty file; nothing was changed; "
            "go back to a backup, or remove the file and start a new diary."
        )
    if len(first) < _HEADER_LENGTH or not first.startswith(_MAGIC):
        raise _no_diary(path)
    if int.from_bytes(first[_APPLICATION_ID]) != APPLICATION_ID:
        raise _no_diary(path)
    version = int.from_bytes(first[_USER_VERSION])
    if version > SCHEMA_VERSION:
        raise DiaryNotOpenedError(
            f"The diary {path} was made by a newer version of this program; nothing was changed; "
            "open it with that version."
        )
    return Header(version)


def can_write(path: Path) -> bool:
    """Return whether the file and its folder, where SQLite keeps its log, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _first_bytes(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise DiaryNotOpenedError(
                f"{path} is not a file; nothing was changed; name the diary file itself."
            )
        with path.open("rb") as file:
            return file.read(_HEADER_LENGTH)
    except FileNotFoundError:
        raise DiaryNotOpenedError(
            f"There is no diary at {path}; nothing was made; "
            "check the name, or start a new diary with “init”."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise DiaryNotOpenedError(
            f"The diary {path} cannot be opened ({reason}); nothing was changed; "
            "check the name and that you may read it."
        ) from None


def _no_diary(path: Path) -> DiaryNotOpenedError:
    return DiaryNotOpenedError(
        f"{path} is not a diary of this program; nothing was changed; check the name."
    )
