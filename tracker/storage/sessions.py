"""Opens the diary that the start options of the command line mean."""

import os
import sys
from datetime import datetime
from pathlib import Path

from tracker.errors import DiaryNotOpenedError, NotUnderstoodError
from tracker.services.sample import sample_write
from tracker.services.start import StartOptions
from tracker.storage.opening import memory_diary, open_diary
from tracker.storage.places import diary_path
from tracker.storage.sql_storage import SqlStorage


def open_storage(options: StartOptions, now: datetime) -> SqlStorage:
    """Open the diary, or the sample in memory.

    Raises:
        DiaryNotOpenedError: Missing, damaged, newer, no diary, or in use.
        NotUnderstoodError: A passphrase was named; this version has no encrypted diaries.
    """
    if options.passphrase_file is not None:
        raise NotUnderstoodError(
            "Encrypted diaries are not there yet in this version; nothing was done; "
            "leave --passphrase-file out."
        )
    if options.sample:
        return memory_diary(sample_write())
    return open_diary(diary_path(options.diary, options.data_folder), moment=now)


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
