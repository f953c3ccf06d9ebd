"""What a copy holds, told without changing a byte of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.errors import DiaryLockedError
from tracker.storage.backup import check_pages
from tracker.storage.connections import opened
from tracker.storage.diary_file import Header, key_of, read_header
from tracker.storage.envelope import DiaryKey, Secret
from tracker.storage.foreseen import foreseen_errors


@dataclass(frozen=True, slots=True)
class Contents:
    """What a person wants to know before she goes back to a copy.

    Attributes:
        last_day: The latest day that any entry is about; None without entries.
    """

    people: int
    entries: int
    last_day: date | None


def contents_of(path: Path, key: DiaryKey | None, passphrase: Secret | None = None) -> Contents:
    """Open a copy, read every page of it and count.

    Args:
        path: A diary that nobody writes to.
        key: Of the present diary; it opens its encrypted copies.
        passphrase: For a copy that the key does not open.

    Raises:
        DiaryLockedError: It is encrypted under another key, and no right passphrase was given.
        DiaryNotOpenedError: It is no diary, damaged, or newer than this program.
    """
    header = read_header(path)
    its_key = _fitting(path, header, key, passphrase)
    with foreseen_errors(path), opened(path, its_key, can_write=False) as copy:
        check_pages(copy, path)
        people = copy.execute("SELECT count(*) FROM person").fetchone()[0]
        entries, last = copy.execute(
            "SELECT count(*), max(day) FROM entry WHERE removed_at IS NULL"
        ).fetchone()
    return Contents(people, entries, None if last is None else date.fromisoformat(last))


def _fitting(
    path: Path, header: Header, key: DiaryKey | None, passphrase: Secret | None
) -> DiaryKey | None:
    envelope = header.envelope
    if envelope is None:
        return None
    if key is not None and key.file_salt == envelope.file_salt:
        return key
    found = key_of(path, header, passphrase)
    if found is None:
        raise DiaryLockedError(str(path))
    return found
