"""Files for their owner alone, under their final name only when whole."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import NotSavedError, NotUnderstoodError
from tracker.open_files import reading

DATABASE_START = b"SQLite format 3\x00"
"""The first bytes of every database of SQLite that is not encrypted."""
KEY_ENDING = ".key"
_LOG_ENDINGS = ("-wal", "-shm", "-journal")
_ONLY_THE_OWNER = 0o600
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY
_MOST_LINKS = 40
_OWN_OPEN_FILES = re.compile(r"/dev/fd|/proc/(?:[0-9]+/task/)?[0-9]+/fd")


@contextmanager
def building(path: Path) -> Iterator[Path]:
    """Give a new empty file beside `path` that only its owner may read; it goes if unused.

    Raises:
        NotSavedError: The folder is missing, full or cannot be written.
    """
    with _naming(path) as unfinished:
        os.close(os.open(unfinished, _NEW, _ONLY_THE_OWNER))
        yield unfinished


@contextmanager
def _naming(path: Path) -> Iterator[Path]:
    """Give a name beside `path` that nobody has; what is there under it at the end goes."""
    unfinished = path.with_name(f".{path.name}.{os.urandom(4).hex()}.unfinished")
    try:
        yield unfinished
    except OSError as error:
        raise NotSavedError(
            f"Not saved: {path} cannot be written ({error.strerror}); your diary is safe; "
            "check that the folder is there and that you may write to it."
        ) from None
    finally:
        for each in (unfinished, *logs_of(unfinished)):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def logs_of(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may keep beside a database; they need not be there."""
    return tuple(path.with_name(path.name + ending) for ending in _LOG_ENDINGS)


def remove_unfinished(path: Path) -> None:
    """Remove what a killed process had begun to build in the place of a file that is ours alone.

    Of an encrypted diary that was being decrypted, that can be most of it, for everybody to read.
    """
    endings = "|".join(_LOG_ENDINGS)
    named = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.unfinished({endings})?")
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

    A file of that name is replaced; a link stays, and what it leads to is replaced. A device, and
    what this process has open, like /dev/stdout, is written to as it is.

    Raises:
        NotUnderstoodError: The name is that of a diary, which is never written over.
        NotSavedError: The folder is missing, full or cannot be written.
    """
    number = open_file_behind(path)
    if number is not None or (path.exists() and not path.is_file()):
        _write_through(path, number, content)
        return
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    refuse_a_diary(path)
    with _naming(path) as unfinished:
        if not _written_without_a_name(unfinished, content):
            with os.fdopen(os.open(unfinished, _NEW, _ONLY_THE_OWNER), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        unfinished.replace(path)
        with suppress(OSError):  # a folder cannot be flushed on every system
            flush(path.parent)


def open_file_behind(path: Path) -> int | None:
    """Return the number of the open file that a name like /dev/stdout stands for; None: a file.

    Behind such a name may lie a file, too: a name of its own beside it would be made in /dev.
    """
    at = path.absolute()
    for _ in range(_MOST_LINKS):
        folder = os.path.realpath(at.parent)
        if at.name.isdecimal() and _OWN_OPEN_FILES.fullmatch(folder) is not None:
            return int(at.name)
        if not at.is_symlink():
            return None
        at = Path(folder, at.readlink())
    return None


def _written_without_a_name(path: Path, content: bytes) -> bool:
    """Write a file that gets its name only when whole, so that a kill leaves nothing of it.

    Linux can; False elsewhere, and where the disk cannot.
    """
    flags = getattr(os, "O_TMPFILE", None)
    if flags is None:
        return False
    try:
        number = os.open(path.parent, flags | os.O_WRONLY, _ONLY_THE_OWNER)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(number)
            os.link(f"/proc/self/fd/{number}", path)
    except OSError:
        return False
    return True


def _write_through(path: Path, number: int | None, content: bytes) -> None:
    try:
        # Opened by its name anew, a file would be written from its start, over what is there.
        with path.open("wb") if number is None else os.fdopen(os.dup(number), "wb") as file:
            file.write(content)
    except OSError as error:
        raise NotSavedError(
            f"Not saved: {path} cannot be written ({error.strerror}); nothing was changed; "
            "name a file."
        ) from None


def refuse_a_diary(path: Path) -> None:
    """Refuse a database, and an encrypted diary, which is known by the key beside it alone.

    Raises:
        NotUnderstoodError: It is one; nothing was done.
    """
    is_one = path.is_file() and path.with_name(path.name + KEY_ENDING).is_file()
    with suppress(OSError), reading(path) as file:
        is_one = is_one or file.read(len(DATABASE_START)) == DATABASE_START
    if is_one:
        raise NotUnderstoodError(
            f"{path} is a diary or another database; it was not touched; choose another name."
        )
