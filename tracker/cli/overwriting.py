"""What is written over: at a terminal what gets a yes, in a script what this program wrote."""

import sys
from pathlib import Path

from tracker.errors import NotUnderstoodError
from tracker.private_files import open_file_behind, refuse_a_diary


def refuse_overwriting(path: Path, *, wanted: bool) -> None:
    """Ask when a file of that name is there and somebody can answer; else spare what is not ours.

    Args:
        path: Where something is about to be written.
        wanted: Whether the command itself says that the file may go.

    Raises:
        NotUnderstoodError: It is a diary, the answer was not yes, or nobody could be asked about a
            file that this program did not write.
    """
    if not path.is_file() or open_file_behind(path) is not None:
        return
    refuse_a_diary(path)
    if wanted:
        return
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        _ask(path)
    elif not _is_ours(path):
        raise NotUnderstoodError(
            f"{path} is there already and is no report or export of this program; it was not "
            "touched; choose another name, or add --overwrite."
        )


def _ask(path: Path) -> None:
    sys.stderr.write(f"There is a file {path} already. Replace it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise NotUnderstoodError(
            f"{path} was left as it is; nothing was written; choose another name."
        )


def _is_ours(path: Path) -> bool:
    # Nearly always the name is a new one.
    from tracker.cli.own_files import is_written_by_us  # noqa: PLC0415

    try:
        return is_written_by_us(path)
    except OSError:
        return False
