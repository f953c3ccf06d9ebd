"""Puts a file where the person chose: whole or not at all, readable by its owner alone."""

from contextlib import suppress
from os import O_CREAT, O_EXCL, O_WRONLY, fdopen, fsync
from os import open as open_file
from pathlib import Path
from secrets import token_hex

from tracker.errors import NotSavedError


def save_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`; what was there stays until the new file is whole.

    Raises:
        NotSavedError: The disk or folder refused; nothing was changed.
    """
    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        with fdopen(open_file(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        reason = error.strerror or "the disk refused"
        raise NotSavedError(
            f"The file was not saved ({reason}); your diary is safe; choose another folder."
        ) from error
