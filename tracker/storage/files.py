"""The folder of the diary, and the names of its new files."""

import os
from contextlib import suppress
from pathlib import Path

from tracker.errors import NotSavedError, NotUnderstoodError
from tracker.private_files import flush

_FOLDER_OF_THE_OWNER = 0o700


def make_private_folder(folder: Path) -> None:
    """Make the program's own data folder where it is missing; only its owner may look inside.

    Raises:
        NotSavedError: It cannot be made.
    """
    try:
        folder.mkdir(mode=_FOLDER_OF_THE_OWNER, parents=True, exist_ok=True)
    except OSError as error:
        raise NotSavedError(
            f"Not saved: the folder {folder} cannot be made ({error.strerror}); "
            "nothing was changed; name another one."
        ) from None


def free_name(path: Path) -> Path:
    """Return the path, or one with a number after it where a file has the name already."""
    number = 1
    found = path
    while found.exists() or found.is_symlink():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found


def already_there(path: Path) -> NotUnderstoodError:
    """Return the error for a new file whose name is taken."""
    return NotUnderstoodError(
        f"There is a file {path} already; it was not touched; choose another name, or open it."
    )


def appear(unfinished: Path, path: Path) -> None:
    """Give the finished file its name; a file that took the name meanwhile stays as it is.

    Raises:
        NotUnderstoodError: There is a file of that name.
    """
    flush(unfinished)
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise already_there(path) from None
    except OSError:
        # No hard links here (some USB sticks): the check before is the best that can be had.
        if path.exists():
            raise already_there(path) from None
        unfinished.rename(path)
    with suppress(OSError):  # a folder cannot be flushed on every system
        flush(path.parent)
