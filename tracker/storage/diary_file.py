"""What can be told about a diary file from its first bytes, before SQLite touches it."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from tracker.errors import DiaryLockedError, DiaryNotOpenedError
from tracker.open_files import reading
from tracker.private_files import DATABASE_START
from tracker.storage.envelope import DiaryKey, Envelope, Secret, unwrap
from tracker.storage.key_places import SALT_LENGTH, envelope_of, key_file_of
from tracker.storage.version import APPLICATION_ID, SCHEMA_VERSION

_HEADER_LENGTH = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


class Header(NamedTuple):
    """The numbers at the start of a diary file.

    Attributes:
        schema_version: Which tables it has; `SCHEMA_VERSION` is what this program writes; None for
            an encrypted file, which says so only when opened.
        envelope: The wrapped key; None for a file that is not encrypted.
    """

    schema_version: int | None
    envelope: Envelope | None = None


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
    if not first.startswith(DATABASE_START):
        return _encrypted(path, first)
    if len(first) < _HEADER_LENGTH or int.from_bytes(first[_APPLICATION_ID]) != APPLICATION_ID:
        raise _no_diary(path)
    version = int.from_bytes(first[_USER_VERSION])
    refuse_newer(path, version)
    return Header(version)


def refuse_newer(path: Path, version: int) -> None:
    """Refuse tables that this program does not know.

    Raises:
        DiaryNotOpenedError: Made by a newer version.
    """
    if version > SCHEMA_VERSION:
        raise DiaryNotOpenedError(
            f"The diary {path} was made by a newer version of this program; nothing was changed; "
            "open it with that version."
        )


def key_of(path: Path, header: Header, passphrase: Secret | None) -> DiaryKey | None:
    """Return the key of an encrypted diary; None for one that is not encrypted.

    Raises:
        DiaryLockedError: No passphrase was given, or a wrong one.
        DiaryNotOpenedError: A passphrase was given for a diary that is not encrypted.
    """
    if header.envelope is None:
        if passphrase is not None:
            raise DiaryNotOpenedError(
                f"{path} is not encrypted, but a passphrase was given; nothing was changed; check "
                "the name, or open it without a passphrase."
            )
        return None
    if passphrase is None:
        raise DiaryLockedError(
            f"The diary {path} is encrypted; nothing was changed; open it with its passphrase "
            "(--passphrase-file FILE)."
        )
    if isinstance(passphrase, str):
        return unwrap(header.envelope, passphrase)
    if passphrase.file_salt != header.envelope.file_salt:
        raise DiaryLockedError(
            f"{path} was locked at another time than the diary that is open; nothing was changed; "
            "open it by itself, with the passphrase it had."
        )
    return passphrase


def is_encrypted(path: Path) -> bool:
    """Return whether the file is anything but plain SQLite; reads its first bytes."""
    return not _first_bytes(path).startswith(DATABASE_START)


def refuse_plain(path: Path) -> None:
    """Refuse to go on with a file that was opened with a key and can be read without one.

    Raises:
        DiaryNotOpenedError: It starts like a plain database.
    """
    if not is_encrypted(path):
        raise DiaryNotOpenedError(
            f"{path} should be encrypted and is not, so the program stopped; nothing was changed; "
            "do not write in it, and go back to a backup."
        )


def _encrypted(path: Path, first: bytes) -> Header:
    envelope = envelope_of(path, first[:SALT_LENGTH])
    if envelope is not None:
        return Header(None, envelope)
    if key_file_of(path).exists():
        raise DiaryNotOpenedError(
            f"The diary {path} and its key file {key_file_of(path).name} do not belong together, "
            "or one of them is damaged; nothing was changed; go back to a backup."
        )
    raise _no_diary(path)


def identity_of(path: Path | str) -> tuple[int, int] | None:
    """Return what tells a file from another of its name; None where there is no file."""
    if isinstance(path, str):
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


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
        with reading(path) as file:
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
        f"{path} is not a diary of this program, or it is encrypted and its key file "
        f"{key_file_of(path).name} is missing; nothing was changed; check the name."
    )
