"""Sets, changes and removes the passphrase of a diary; a kill at any moment leaves one that opens.

Encrypting and decrypting build a second file, compare it, and give it the diary's name in one step.
Another passphrase only replaces the small key file, in one step as well.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import NotSavedError, NotUnderstoodError
from tracker.private_files import building, flush
from tracker.storage import keyring_door
from tracker.storage.backup import check_pages, flush_folder
from tracker.storage.connections import address_of, connect, encrypting, keep_alone, opened
from tracker.storage.diary_file import key_of, read_header, refuse_plain
from tracker.storage.envelope import (
    DiaryKey,
    Envelope,
    new_envelope,
    unwrap,
    unwrap_by_keyring,
    with_keyring,
    with_passphrase,
    with_recovery_key,
    without_keyring,
)
from tracker.storage.foreseen import damaged, foreseen_errors
from tracker.storage.key_places import cut_key_page, has_key_page, keep_beside, key_file_of


def encrypt(path: Path, passphrase: str) -> str:
    """Encrypt a diary that is closed and return the recovery key, which is kept nowhere.

    Copies that were made before stay readable without a passphrase.

    Raises:
        NotUnderstoodError: It is encrypted already, or the passphrase is empty.
        DiaryNotOpenedError: It is in use or damaged.
        NotSavedError: There is no room; the diary is as it was.
    """
    if read_header(path).envelope is not None:
        raise NotUnderstoodError(f"The diary {path} is encrypted already; nothing was changed.")
    envelope, key, printed = new_envelope(passphrase)
    # Two builds of SQLite in one process do not see each other's locks: ask with the plain one too.
    with foreseen_errors(path), opened(path, None) as plain:
        keep_alone(plain, path)
    with building(path) as unfinished, _exported(path, None, unfinished, key):
        refuse_plain(unfinished)
        keep_beside(path, envelope)
        unfinished.replace(path)
        flush_folder(path)
    return printed


def decrypt(path: Path, passphrase: str) -> None:
    """Take the encryption off a diary that is closed.

    Raises:
        DiaryLockedError: The passphrase is wrong.
        DiaryNotOpenedError: It is not encrypted, in use or damaged.
        NotSavedError: There is no room; the diary is as it was.
    """
    header = read_header(path)
    key = key_of(path, header, passphrase)
    with building(path) as unfinished, _exported(path, key, unfinished, None):
        unfinished.replace(path)
        flush_folder(path)
    key_file_of(path).unlink(missing_ok=True)
    if header.envelope is not None and header.envelope.keyring is not None:
        keyring_door.drop(header.envelope.file_salt)


def change_passphrase(path: Path, passphrase: str, new: str) -> None:
    """Open the diary by another passphrase from now on; older copies keep the one they had.

    Raises:
        DiaryLockedError: The passphrase is wrong.
        NotUnderstoodError: The new one is empty, or the diary is not encrypted.
        NotSavedError: The folder refused; the old one still opens it.
    """
    envelope, key = _unwrapped(path, passphrase)
    keep_beside(path, with_passphrase(envelope, key, new))
    _drop_key_page(path, key)


def change_recovery_key(path: Path, passphrase: str) -> str:
    """Return a new recovery key; the old one opens the diary no more, but older copies of it.

    Raises:
        DiaryLockedError: The passphrase is wrong.
        NotUnderstoodError: The diary is not encrypted.
        NotSavedError: The folder refused; the old one still opens it.
    """
    envelope, key = _unwrapped(path, passphrase)
    renewed, printed = with_recovery_key(envelope, key)
    keep_beside(path, renewed)
    _drop_key_page(path, key)
    return printed


def allow_keyring(path: Path, passphrase: str) -> None:
    """Let the system's keyring open the diary on this computer from now on.

    Raises:
        DiaryLockedError: The passphrase is wrong.
        NotSavedError: The keyring or the folder refused; the passphrase opens it, as before.
    """
    envelope, key = _unwrapped(path, passphrase)
    widened, secret = with_keyring(envelope, key)
    if not keyring_door.keep(key.file_salt, secret):
        raise NotSavedError(
            "The keyring of this computer took no key; your diary is as it was; go on opening it "
            "with the passphrase."
        )
    keep_beside(path, widened)


def refuse_keyring(path: Path) -> None:
    """Let only passphrase and recovery key open the diary again; copies keep what they had.

    Raises:
        NotSavedError: The folder refused.
    """
    envelope = read_header(path).envelope
    if envelope is not None and envelope.keyring is not None:
        keep_beside(path, without_keyring(envelope))
        keyring_door.drop(envelope.file_salt)


def key_by_keyring(path: Path) -> DiaryKey | None:
    """Return the key of a diary that the system's keyring opens; None where it does not."""
    if not key_file_of(path).exists():
        return None
    envelope = read_header(path).envelope
    if envelope is None or envelope.keyring is None:
        return None
    secret = keyring_door.kept(envelope.file_salt)
    return None if secret is None else unwrap_by_keyring(envelope, secret)


def _unwrapped(path: Path, passphrase: str) -> tuple[Envelope, DiaryKey]:
    envelope = read_header(path).envelope
    if envelope is None:
        raise NotUnderstoodError(f"The diary {path} is not encrypted; nothing was changed.")
    return envelope, unwrap(envelope, passphrase)


def _drop_key_page(path: Path, key: DiaryKey) -> None:
    """Cut off the page with the older wrapping that a restored diary may have after its last."""
    if has_key_page(path):
        with foreseen_errors(path), opened(path, key) as connection:
            keep_alone(connection, path)
            if has_key_page(path):
                cut_key_page(path)


@dataclass(frozen=True, slots=True)
class _Content:
    """What must be the same in two files."""

    numbers: tuple[int, int]
    rows: dict[str, int]


@contextmanager
def _exported(
    path: Path, key: DiaryKey | None, unfinished: Path, new_key: DiaryKey | None
) -> Iterator[None]:
    """Write all of a diary into another file under another key; nobody else writes meanwhile."""
    with foreseen_errors(path), closing(_sqlcipher(path, key)) as old:
        keep_alone(old, path)
        check_pages(old, path)
        content = _content(old)
        literal = "" if new_key is None else new_key.literal()
        old.execute("ATTACH DATABASE ? AS made KEY ?", (str(unfinished), literal))
        old.execute("SELECT sqlcipher_export('made')").fetchone()
        for name, number in zip(("application_id", "user_version"), content.numbers, strict=True):
            old.execute(f"PRAGMA made.{name} = {number}")
        old.execute("DETACH DATABASE made")
        with opened(unfinished, new_key) as made:
            made.execute("PRAGMA journal_mode = WAL")
            check_pages(made, unfinished)
            if _content(made) != content:
                raise damaged(unfinished)
        flush(unfinished)
        yield


def _sqlcipher(path: Path, key: DiaryKey | None) -> sqlite3.Connection:
    address = address_of(path, can_write=True)
    return encrypting(address, uri=True) if key is None else connect(address, key, uri=True)


def _content(connection: sqlite3.Connection) -> _Content:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    rows = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names from the file's own list
        for (name,) in names
    }
    return _Content((application, version), rows)
