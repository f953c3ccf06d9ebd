"""Copies of a diary that are checked before they count."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from tracker.errors import DiaryInUseError, NotSavedError, NotUnderstoodError, TrackerError
from tracker.open_files import copy_content
from tracker.private_files import building, flush, logs_of
from tracker.storage.connections import keep_alone, opened
from tracker.storage.diary_file import can_write, key_of, read_header, refuse_plain
from tracker.storage.envelope import DiaryKey, Envelope, Secret
from tracker.storage.files import appear, free_name
from tracker.storage.foreseen import damaged, database_errors, foreseen_errors
from tracker.storage.key_places import append_key_page, key_file_of

_HEAD = 8


def copy_verified(source: Path, target: Path, key: DiaryKey | None = None) -> None:
    """Copy a diary, with all that was committed, and check the copy; the original is not touched.

    The copy is complete in one file, encrypted like the original, readable by its owner alone, and
    appears whole or not at all.

    Raises:
        DiaryNotOpenedError: The diary is damaged or in use.
        NotUnderstoodError: There is a file of the target's name already.
        NotSavedError: The target's folder is missing, full or cannot be written.
    """
    header = read_header(source)
    with building(target) as unfinished:
        _copy(source, unfinished, target, key)
        _complete(unfinished, header.envelope)
        appear(unfinished, target)


def replace_by(
    source: Path, target: Path, moment: datetime, passphrase: Secret | None = None
) -> Path | None:
    """Put a checked copy of `source` in the place of `target`.

    Returns:
        Where the diary that was there is kept; None when there was none.

    Raises:
        DiaryLockedError: The source is encrypted, and the passphrase is missing or wrong.
        DiaryNotOpenedError: The source is no diary, damaged or newer than this program.
        NotUnderstoodError: The source is the diary itself.
        NotSavedError: The folder is full or cannot be written.
    """
    header = read_header(source)
    key = key_of(source, header, passphrase)
    if target.exists() and source.samefile(target):
        raise NotUnderstoodError(f"{source} is the diary itself; nothing was changed.")
    with building(target) as unfinished:
        _copy(source, unfinished, target, key)
        _complete(unfinished, header.envelope)
        if not target.exists():
            appear(unfinished, target)
            return None
        name = f"{target.name}.before-restore.{moment:%Y%m%d-%H%M%S}"
        # A script gives one moment to all that it does.
        kept = free_name(target.with_name(name))
        flush(unfinished)
        with _gathered(target, passphrase):
            _keep(target, kept)
            unfinished.replace(target)
    flush_folder(target)
    return kept


def flush_folder(path: Path) -> None:
    """Make a new name last through a power cut; a folder cannot be flushed on every system."""
    with suppress(OSError):
        flush(path.parent)


def _copy(source: Path, unfinished: Path, target: Path, key: DiaryKey | None) -> None:
    with (
        foreseen_errors(source),
        opened(source, key, can_write=can_write(source)) as old,
        opened(unfinished, key) as new,
        refusals_of(target),
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode = WAL")
    # Opened anew, so that what is checked is what stands on the disk. A copy is the same to the
    # byte, so damage in it is damage of the original.
    with foreseen_errors(source), opened(unfinished, key, can_write=False) as copy:
        check_pages(copy, source)
    if key is not None:
        refuse_plain(unfinished)


def _complete(unfinished: Path, envelope: Envelope | None) -> None:
    if envelope is not None:
        append_key_page(unfinished, envelope)


@contextmanager
def _gathered(target: Path, passphrase: Secret | None) -> Iterator[None]:
    """Have the whole present state in its one file; a damaged one stays in the files it has.

    Raises:
        DiaryNotOpenedError: Somebody else has it open.
    """
    try:
        key = key_of(target, read_header(target), passphrase)
    except TrackerError:
        yield
        return
    if not _reads(target, key):
        yield
        return
    with foreseen_errors(target), opened(target, key) as connection:
        keep_alone(connection, target)
        yield


def _reads(target: Path, key: DiaryKey | None) -> bool:
    try:
        with foreseen_errors(target), opened(target, key) as connection:
            check_pages(connection, target)
    except DiaryInUseError:
        raise
    except TrackerError:
        return False
    return True


def _keep(target: Path, kept: Path) -> None:
    """Give the present state a second name, its log first, and let the log go from the first."""
    second_name(key_file_of(target), key_file_of(kept))
    for log in written_logs(target):
        second_name(log, kept.with_name(kept.name + log.name.removeprefix(target.name)))
    second_name(target, kept)
    for log in logs_of(target):
        # A log that stayed would be played over the restored diary.
        log.unlink(missing_ok=True)


def written_logs(path: Path) -> tuple[Path, ...]:
    """Return the logs that hold what the file itself may not.

    Their index is made anew by whoever reads them. It is not even opened here: SQLite has its locks
    on it, and closing it would take them away.

    Raises:
        OSError: One cannot be read.
    """
    logs = (each for each in logs_of(path) if not each.name.endswith("-shm"))
    return tuple(each for each in logs if not _is_spent(each))


def _is_spent(log: Path) -> bool:
    """Return whether nothing is left in a log: SQLite wipes its head when a change is done."""
    try:
        with log.open("rb") as file:
            return not any(file.read(_HEAD))
    except FileNotFoundError:
        return True


def second_name(path: Path, name: Path) -> None:
    """Give a file another name as well; a copy where the disk has no such thing."""
    if not path.exists():
        return
    try:
        os.link(path, name)
    except OSError:
        copy_content(path, name)
        name.chmod(0o600)
        flush(name)


@contextmanager
def refusals_of(target: Path) -> Iterator[None]:
    """Say of the new file, not of the one that is read, that it cannot be written.

    Raises:
        NotSavedError: Its disk is full or refuses.
    """
    try:
        yield
    except database_errors() as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise
        raise NotSavedError(
            f"Not saved: {target} cannot be written ({error}); nothing was changed; "
            "make some room or choose another place."
        ) from None


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Read every page of the tables; `check` compares the indexes as well, which takes longer.

    Raises:
        DiaryNotOpenedError: One of them is damaged.
    """
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged(path)
