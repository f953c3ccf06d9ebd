"""Milliseconds that keeping a diary safe takes.

Arguments: moment of the start (not used), `copy` or `open`, the diary file. `copy` makes a dated
copy with all its checks; `open` opens the file as each start does, with its checks.
"""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.storage.dated_copies import make_copy
from tracker.storage.opening import open_diary

_TIMES = 7
_NOW = datetime(2026, 6, 19, 20, 0, tzinfo=UTC)

_, _, _what, _diary = sys.argv
path = Path(_diary)


def copy(folder: Path, number: int) -> None:
    make_copy(path, None, folder, (_NOW + timedelta(minutes=number)).replace(tzinfo=None))


def open_once(_folder: Path, _number: int) -> None:
    open_diary(path, moment=_NOW).close()


open_diary(path, moment=_NOW).close()
with TemporaryDirectory(dir=path.parent) as folder:
    for number in range(_TIMES):
        begun = time.perf_counter()
        {"copy": copy, "open": open_once}[_what](Path(folder), number)
        print((time.perf_counter() - begun) * 1000)
