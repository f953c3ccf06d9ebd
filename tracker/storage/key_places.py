"""Where the wrapped key of an encrypted diary is kept.

Of a diary in use: in a small file beside it, because SQLite may write to any byte of the diary
itself. Of a copy: in one more page after its last, so that a copy is one file; SQLite neither reads
it nor minds it. Which envelope belongs to which file is told by the first bytes of the file, so no
crash between two writes can pair the wrong ones.
"""

import os
from contextlib import suppress
from pathlib import Path

from tracker.open_files import reading
from tracker.private_files import KEY_ENDING, write_whole
from tracker.storage.envelope import Envelope, envelope_bytes, read_envelope

SALT_LENGTH = 16
_PAGE = 4096
_MARK = b"chemo-tracker key page\n"
_LARGEST_KEY_FILE = 64 * 1024


def key_file_of(path: Path) -> Path:
    """Return the file beside a diary that holds its wrapped key."""
    return path.with_name(path.name + KEY_ENDING)


def envelope_of(path: Path, file_salt: bytes) -> Envelope | None:
    """Return the envelope that belongs to the file; the one beside it counts first."""
    for content in (_beside(path), _after_the_last_page(path)):
        envelope = None if content is None else read_envelope(content)
        if envelope is not None and envelope.file_salt == file_salt:
            return envelope
    return None


def keep_beside(path: Path, envelope: Envelope) -> None:
    """Keep the envelope beside the diary; an older one is replaced whole.

    Raises:
        NotSavedError: The folder refused; the older one is as it was.
    """
    write_whole(key_file_of(path), envelope_bytes(envelope))


def settle(path: Path, envelope: Envelope) -> None:
    """Keep the envelope beside a diary that is about to be written to, where it is not yet."""
    if _beside(path) != envelope_bytes(envelope):
        keep_beside(path, envelope)


def append_key_page(path: Path, envelope: Envelope) -> None:
    """Make a finished copy complete in itself."""
    page = (_MARK + envelope_bytes(envelope)).ljust(_PAGE, b"\x00")
    with path.open("ab") as file:
        file.write(page)
        file.flush()
        os.fsync(file.fileno())


def has_key_page(path: Path) -> bool:
    """Return whether the file carries its envelope after its last page."""
    return _after_the_last_page(path) is not None


def cut_key_page(path: Path) -> None:
    """Take the key page off a file that has one and that nobody else has open."""
    os.truncate(path, path.stat().st_size - _PAGE)


def _beside(path: Path) -> bytes | None:
    return _read(key_file_of(path), 0, _LARGEST_KEY_FILE)


def _after_the_last_page(path: Path) -> bytes | None:
    with suppress(OSError):
        size = path.stat().st_size
        if size >= 2 * _PAGE and size % _PAGE == 0:
            page = _read(path, size - _PAGE, _PAGE)
            if page is not None and page.startswith(_MARK):
                return page[len(_MARK) :].rstrip(b"\x00")
    return None


def _read(path: Path, start: int, length: int) -> bytes | None:
    try:
        with reading(path) as file:
            file.seek(start)
            return file.read(length)
    except OSError:
        return None
