"""Opens the diary that the start options of the command line mean."""

import os
import sys
from datetime import datetime
from pathlib import Path

from tracker.errors import DiaryNotOpenedError, NotUnderstoodError
from tracker.open_files import reading
from tracker.services.sample import sample_write
from tracker.services.start import StartOptions
from tracker.storage.opening import memory_diary, open_diary
from tracker.storage.places import diary_path
from tracker.storage.sql_storage import SqlStorage

_LONGEST_PASSPHRASE = 4096


def open_storage(options: StartOptions, now: datetime) -> SqlStorage:
    """Open the diary, or the sample in memory.

    Raises:
        DiaryLockedError: It is encrypted, and the passphrase is missing or wrong.
        DiaryNotOpenedError: Missing, damaged, newer, no diary, or in use.
        NotUnderstoodError: The passphrase's file cannot be read.
    """
    passphrase = passphrase_of(options)
    if options.sample:
        return memory_diary(sample_write())
    path = diary_path(options.diary, options.data_folder)
    return open_diary(path, moment=now, passphrase=passphrase)


def passphrase_of(options: StartOptions) -> str | None:
    """Return the first line of the named file; None where none is named.

    A passphrase never stands among the arguments, which other people on the computer can read.

    Raises:
        NotUnderstoodError: The file cannot be read, or it is empty.
    """
    path = options.passphrase_file
    if path is None:
        return None
    try:
        with reading(path) as file:
            content = file.read(_LONGEST_PASSPHRASE).decode("utf-8-sig")
    except (OSError, ValueError):
        raise NotUnderstoodError(
            f"The passphrase file {path} cannot be read; nothing was done; check its name."
        ) from None
    passphrase = content.partition("\n")[0].strip()
    if not passphrase:
        raise NotUnderstoodError(
            f"The passphrase file {path} has no passphrase in its first line; nothing was done; "
            "write it there."
        )
    return passphrase


def refuse_while_a_window_is_open(path: Path) -> None:
    """Refuse to put another file in the place of a diary that a window writes to.

    The window keeps a lock file beside the diary whose first line is its process.

    Raises:
        DiaryNotOpenedError: The window's process is alive.
    """
    lock = path.with_name(f".{path.name}.window-lock")
    try:
        process = int(lock.read_text(encoding="utf-8").partition("\n")[0])
    except (OSError, ValueError):
        return
    if _is_alive(process):
        raise DiaryNotOpenedError(
            f"The diary {path} is open in a window; nothing was changed; close it and try again."
        )


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":  # there, asking with signal 0 would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
