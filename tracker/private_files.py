"""Files for their owner alone, under their final name only when whole."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import NotSavedError, NotUnderstoodError

_DATABASE = b"SQLite format 3\x00"
_ONLY_THE_OWNER = 0o600


@contextmanager
def building(path: Path) -> Iterator[Path]:
    """Give a new empty file beside `path` that only its owner may read; it goes if unused.

    Raises:
        NotSavedError: The folder is missing, full or cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
        os.close(os.open(unfinished, flags, _ONLY_THE_OWNER))
        yield unfinished
    except OSError as error:
        raise NotSavedError(
            f"Not saved: {path} cannot be written ({error.strerror}); your diary is safe; "
            "check that the folder is there and that you may write to it."
        ) from None
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def remove_unfinished(path: Path) -> None:
    """Remove what a killed process had begun to build in the place of a file that is ours alone.

    Of an encrypted diary that was being decrypted, that can be most of it, for everybody to read.
    """
    named = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.unfinished(-wal|-shm|-journal)?")
    with suppress(OSError):
        for each in path.parent.iterdir():
            if named.fullmatch(each.name):
                each.unlink()


def flush(path: Path) -> None:
    """Return when a file or folder is on the disk itself."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that appears under its name only when whole, readable by its owner alone.

    A file of that name is replaced; a device like /dev/stdout is written to as it is.

    Raises:
        NotUnderstoodError: The name is that of a diary, which is never written over.
        NotSavedError: The folder is missing, full or cannot be written.
    """
    if path.exists() and not path.is_file():
        _write_through(path, content)
        return
    _refuse_a_diary(path)
    with building(path) as unfinished:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        with suppress(OSError):  # a folder cannot be flushed on every system
            flush(path.parent)


def _write_through(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(content)
    except OSError as error:
        raise NotSavedError(
            f"Not saved: {path} cannot be written ({error.strerror}); nothing was changed; "
            "name a file."
        ) from None


def _refuse_a_diary(path: Path) -> None:
    with suppress(OSError), path.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise NotUnderstoodError(
                f"{path} is a diary or another database; it was not touched; choose another name."
            )
