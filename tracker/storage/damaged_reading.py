"""Reads the rows of a damaged file, around the pages that cannot be read any more."""

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from tracker.storage.connections import address_of, connect
from tracker.storage.envelope import DiaryKey
from tracker.storage.foreseen import database_errors

Row = dict[str, Any]
_ROWS_OF_A_SMALL_PAGE = 8
_FAR = 100
_FARTHEST = 2**16


class DamagedReader:
    """Asks a damaged file; SQLCipher answers nothing more after one bad page, so it is reopened."""

    def __init__(self, path: Path, key: DiaryKey | None) -> None:
        self._address, self._key = address_of(path, can_write=True), key
        self._connection = connect(self._address, key, uri=True)

    def rows_from(self, table: Table, start: int) -> tuple[list[Row], bool]:
        """Return the rows from a number on, up to what cannot be read, and whether that came."""
        names = ", ".join(f'"{name}"' for name in self._columns_of(table))
        if not names:
            return [], False
        question = (
            f"SELECT rowid AS found_at, {names} FROM {table.name} NOT INDEXED "  # noqa: S608 - our names
            "WHERE rowid >= ? ORDER BY rowid"
        )
        found: list[Row] = []
        try:
            with closing(self._connection.execute(question, (start,))) as cursor:
                columns = [each[0] for each in cursor.description]
                found.extend(dict(zip(columns, row, strict=True)) for row in cursor)
        except database_errors():
            self._open_anew()
            return found, True
        return found, False

    def _columns_of(self, table: Table) -> list[str]:
        """Return the columns to ask for; none of a table that an older version did not have."""
        all_of_them = [column.name for column in table.columns]
        try:
            with closing(self._connection.execute(f"PRAGMA table_info({table.name})")) as cursor:
                there = {row[1] for row in cursor}
        except database_errors():
            self._open_anew()
            return all_of_them
        return [name for name in all_of_them if name in there]

    def can_read_from(self, table: Table, start: int) -> bool:
        """Say whether the first row from a number on, or the end, can be read."""
        question = (
            f"SELECT rowid FROM {table.name} NOT INDEXED "  # noqa: S608 - our own name
            "WHERE rowid >= ? ORDER BY rowid LIMIT 1"
        )
        try:
            with closing(self._connection.execute(question, (start,))) as cursor:
                cursor.fetchall()
        except database_errors():
            self._open_anew()
            return False
        return True

    def _open_anew(self) -> None:
        self.close()
        self._connection = connect(self._address, self._key, uri=True)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def rows_of(old: DamagedReader, table: Table) -> tuple[list[Row], bool]:
    """Return the rows that can be read, and whether the last of them is the last there was."""
    found: list[Row] = []
    start: int | None = 1
    while start is not None:
        rows, broke_off = old.rows_from(table, start)
        found += rows
        if not broke_off:
            return found, True
        start = _next_start(old, table, rows[-1]["found_at"] if rows else start)
    return found, False


def _next_start(old: DamagedReader, table: Table, broke_off_at: int) -> int | None:
    """Return the first number behind a damaged page from which rows can be read again."""
    step = _ROWS_OF_A_SMALL_PAGE
    before, number = broke_off_at, broke_off_at + step
    while not old.can_read_from(table, number):
        if number - broke_off_at > _FAR * step:
            step *= 2
        if step > _FARTHEST:
            return None
        before, number = number, number + step
    while number - before > 1:
        middle = (before + number) // 2
        before, number = (before, middle) if old.can_read_from(table, middle) else (middle, number)
    return number
