"""Takes what a damaged diary still gives into a new one, and says what is missing."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Table

from tracker.errors import DiaryNotOpenedError
from tracker.open_files import copy_content, reading
from tracker.private_files import building
from tracker.storage import tables
from tracker.storage.connections import opened
from tracker.storage.damaged_reading import DamagedReader, Row, rows_of
from tracker.storage.diary_file import is_encrypted, key_of, read_header
from tracker.storage.entry_rows import entry_of_row, event_of_row
from tracker.storage.envelope import Secret
from tracker.storage.files import already_there, appear
from tracker.storage.foreseen import database_errors
from tracker.storage.key_places import keep_beside
from tracker.storage.opening import lay_foundation
from tracker.storage.person_rows import course_of_row
from tracker.storage.pool import connections_to

_READ: dict[str, Callable[[Row], object]] = {
    "entry": entry_of_row,
    "course_event": event_of_row,
    "course": course_of_row,
}
_TABLES = (
    tables.person,
    tables.contact_number,
    tables.surgery,
    tables.course,
    tables.course_event,
    tables.plan_change,
    tables.deleted_entry,
    tables.deleted_appointment,
    tables.deleted_scan,
    tables.removed_entry,
    tables.put_back,
    tables.entry,
    tables.entry_history,
)
_PAGE = 4096
_PAGE_COUNT = slice(28, 32)
_LONGER_IF_ENCRYPTED = 8
_NAME_OF_A_LOST_PERSON = "Name lost"


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries that could not be read, between two that could.

    Attributes:
        after: The day of the entry written before them; None at the start.
        before: The day of the entry written after them; None at the end.
    """

    entries: int
    after: date | None
    before: date | None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read from a damaged diary.

    Attributes:
        kept: Rows per table.
        lost: Rows per table that are known to have been there.
        gaps: Where entries are missing.
        end_is_known: False: entries after the last one that was read may be missing as well.
    """

    kept: dict[str, int]
    lost: dict[str, int]
    gaps: tuple[Gap, ...]
    end_is_known: bool


def salvage(source: Path, target: Path, passphrase: Secret | None = None) -> Salvaged:
    """Write all that can be read into a new diary; the damaged file is not touched.

    Raises:
        DiaryLockedError: It is encrypted, and the passphrase is missing or wrong.
        DiaryNotOpenedError: Nothing can be read from it.
        NotUnderstoodError: There is a file of the target's name already.
        NotSavedError: The target's folder refused.
    """
    header = read_header(source)
    key = key_of(source, header, passphrase)
    if target.exists() or target.is_symlink():
        raise already_there(target)
    with building(target) as unfinished:
        with closing(connections_to(unfinished, key)) as connections:
            lay_foundation(connections.engine)
        with _mended(source, target) as second, opened(unfinished, key) as new:
            reader = DamagedReader(second, key)
            try:
                found = _take_over(reader, new)
            finally:
                reader.close()
        if not any(found.kept.values()):
            raise DiaryNotOpenedError(
                f"Nothing can be read from {source} any more; it was not changed and nothing was "
                "made; go back to a backup."
            )
        if header.envelope is not None:
            keep_beside(target, header.envelope)
        appear(unfinished, target)
    return found


@contextmanager
def _mended(source: Path, target: Path) -> Iterator[Path]:
    """Give a second file with the same bytes, as long as its own header says it should be.

    SQLite reads nothing at all of a file that was cut off; what is missing reads as damaged.
    """
    with building(target) as second:
        copy_content(source, second)
        log = source.with_name(f"{source.name}-wal")
        if log.exists():
            shutil.copyfile(log, second.with_name(f"{second.name}-wal"))
        os.truncate(second, max(second.stat().st_size, _whole_length(second)))
        yield second


def _whole_length(path: Path) -> int:
    if is_encrypted(path):
        # An encrypted header tells nobody its length; pages after the last one do no harm.
        return -(-path.stat().st_size // _PAGE) * _PAGE * _LONGER_IF_ENCRYPTED
    with reading(path) as file:
        return int.from_bytes(file.read(_PAGE_COUNT.stop)[_PAGE_COUNT]) * _PAGE


def _take_over(old: DamagedReader, new: sqlite3.Connection) -> Salvaged:
    kept: dict[str, int] = {}
    lost: dict[str, int] = {}
    gaps: tuple[Gap, ...] = ()
    deleted: frozenset[int] = frozenset()
    end_is_known = True
    new.execute("BEGIN IMMEDIATE")
    for table in _TABLES:
        rows, ended = rows_of(old, table)
        stored = [row for row in rows if _fits(new, table, row)]
        lost[table.name] = len(rows) - len(stored)
        kept[table.name] = len(stored)
        end_is_known = end_is_known and ended
        if table is tables.deleted_entry:
            deleted = frozenset(row["number"] for row in stored)
        if table is tables.entry:
            gaps = _gaps(stored, deleted)
            lost[table.name] = sum(gap.entries for gap in gaps)
    new.execute("COMMIT")
    return Salvaged(kept, lost, gaps, end_is_known)


def _fits(new: sqlite3.Connection, table: Table, row: Row) -> bool:
    """Store a row where it still makes sense; say whether it did."""
    try:
        row = {name: value for name, value in row.items() if name != "found_at"}
        _READ.get(table.name, _anything)(row)
        if table is tables.entry:
            _have_person(new, row["person"])
        if table is tables.entry_history and not _is_there(new, tables.entry, row["entry_id"]):
            return False
        _insert(new, table, row)
    except (ValueError, TypeError, KeyError):
        return False
    except database_errors():
        return False
    return True


def _anything(row: Row) -> object:
    return row


def _have_person(new: sqlite3.Connection, number: int) -> None:
    """Keep the entries of a person whose own row is lost."""
    if new.execute("SELECT 1 FROM person WHERE number = ?", (number,)).fetchone() is None:
        row = dict.fromkeys((column.name for column in tables.person.columns), None)
        row |= {"number": number, "id": str(uuid4()), "name": _NAME_OF_A_LOST_PERSON}
        row |= {"country": "US", "temperature_unit": "degF", "weight_unit": "lb"}
        _insert(new, tables.person, {**row, "heart_label": "US", "is_sample": 0})


def _is_there(new: sqlite3.Connection, table: Table, row_id: str) -> bool:
    question = f"SELECT 1 FROM {table.name} WHERE id = ?"  # noqa: S608 - our own name
    return new.execute(question, (row_id,)).fetchone() is not None


def _insert(new: sqlite3.Connection, table: Table, row: Row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
    new.execute(statement, tuple(row.values()))


def _gaps(stored: list[Row], deleted: frozenset[int]) -> tuple[Gap, ...]:
    days = {row["number"]: date.fromisoformat(row["day"]) for row in stored}
    known = deleted | days.keys()
    missing = [number for number in range(1, max(known, default=0) + 1) if number not in known]
    runs = groupby(enumerate(missing), key=lambda pair: pair[1] - pair[0])
    gaps = []
    for _, run in runs:
        numbers = [number for _, number in run]
        gaps.append(Gap(len(numbers), days.get(numbers[0] - 1), days.get(numbers[-1] + 1)))
    return tuple(gaps)
