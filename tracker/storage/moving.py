"""Brings a diary over from another computer: one file, which keeps its passphrase."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import DiaryNotOpenedError
from tracker.open_files import copy_content
from tracker.private_files import building
from tracker.storage.backup import check_pages, refusals_of, written_logs
from tracker.storage.connections import opened
from tracker.storage.diary_file import read_header
from tracker.storage.envelope import Envelope
from tracker.storage.files import already_there, appear, make_private_folder
from tracker.storage.foreseen import damaged, foreseen_errors, in_use
from tracker.storage.key_places import append_key_page, cut_key_page, has_key_page

_ONLY_THE_OWNER = 0o600


def bring_over(source: Path, target: Path) -> None:
    """Copy a diary or a copy of one to where this computer has its own; nothing is there yet.

    What lies beside the source comes along in the one file: what was written last and stands in a
    log, and the key file. The source and what lies beside it are only read. Of an encrypted one the
    pages are checked when its passphrase opens it.

    Raises:
        DiaryNotOpenedError: The source is no diary, damaged, in use or newer than this program, or
            it is encrypted and was not closed.
        NotUnderstoodError: There is a diary already.
        NotSavedError: The folder is full or cannot be written.
    """
    header = read_header(source)
    if target.exists():
        raise already_there(target)
    make_private_folder(target.parent)
    with building(target) as unfinished:
        with _standing_still(source):
            logs = _full_logs(source)
            if logs and header.envelope is not None:
                raise _not_closed(source, logs[0])
            _take(source, logs, unfinished)
        if header.envelope is None:
            _gather(unfinished, source, target)
        else:
            _complete(unfinished, header.envelope, source)
        appear(unfinished, target)


@contextmanager
def _standing_still(source: Path) -> Iterator[None]:
    """Refuse what is written to meanwhile: a copy of it would be of two moments.

    Raises:
        DiaryInUseError: Somebody else has it open.
    """
    before = _stamps(source)
    yield
    if _stamps(source) != before:
        raise in_use(source)


def _stamps(source: Path) -> list[tuple[str, int, int]]:
    found = ((each, each.stat()) for each in (source, *_full_logs(source)))
    return [(each.name, stat.st_size, stat.st_mtime_ns) for each, stat in found]


def _full_logs(source: Path) -> tuple[Path, ...]:
    """Return the logs that hold what the file itself may not.

    Raises:
        DiaryNotOpenedError: One cannot be read.
    """
    try:
        return written_logs(source)
    except OSError as error:
        raise DiaryNotOpenedError(
            f"What lies beside {source} and belongs to it cannot be read ({error.strerror}); "
            "nothing was changed; check that you may read it."
        ) from None


def _not_closed(source: Path, log: Path) -> DiaryNotOpenedError:
    """Return the error for what was written last and is locked outside of the file."""
    return DiaryNotOpenedError(
        f"The diary {source} was not closed, so what was written last is still in {log.name} "
        "beside it; nothing was changed; open and close it on its own computer, or save it there "
        "for another computer, and choose it again."
    )


def _take(source: Path, logs: Iterable[Path], unfinished: Path) -> None:
    """Copy the file, and its logs under the names that SQLite looks for."""
    copy_content(source, unfinished)
    for log in logs:
        taken = unfinished.with_name(unfinished.name + log.name.removeprefix(source.name))
        taken.touch(_ONLY_THE_OWNER)
        shutil.copyfile(log, taken)


def _gather(unfinished: Path, source: Path, target: Path) -> None:
    """Put what stands in the logs into the file, and check what then stands on the disk."""
    with foreseen_errors(source):
        with refusals_of(target), opened(unfinished, None) as copy:
            if copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] != 0:
                raise in_use(target)
        with opened(unfinished, None, can_write=False) as copy:
            check_pages(copy, source)


def _complete(unfinished: Path, envelope: Envelope, source: Path) -> None:
    """Put the key into the file itself; one that stands there may be older than the one beside."""
    if has_key_page(unfinished):
        cut_key_page(unfinished)
    append_key_page(unfinished, envelope)
    if not has_key_page(unfinished):  # cut off within a page, so the key could not be found
        raise damaged(source)
