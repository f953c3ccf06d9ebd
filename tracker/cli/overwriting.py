"""A file is written over only after a yes at the terminal; a script means what it says."""

import sys
from pathlib import Path

from tracker.errors import NotUnderstoodError
from tracker.private_files import open_file_behind


def ask_before_overwriting(path: Path) -> None:
    """Ask when a file of that name is there and somebody can answer.

    Raises:
        NotUnderstoodError: The answer was not yes.
    """
    if not path.is_file() or open_file_behind(path) is not None:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    sys.stderr.write(f"There is a file {path} already. Replace it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise NotUnderstoodError(
            f"{path} was left as it is; nothing was written; choose another name."
        )
