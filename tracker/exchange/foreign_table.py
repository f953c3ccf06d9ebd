"""Reads tables of other programs: whatever separates their cells, in the usual encodings."""

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

from tracker.domain.entry_checks import LONGEST_TEXT
from tracker.errors import NotUnderstoodError
from tracker.exchange.csv_cells import unguarded
from tracker.open_files import reading
from tracker.services.foreign_symptoms import ForeignTable

_LARGEST = 10_000_000
_MOST_ROWS = 50_000
_MOST_COLUMNS = 200
_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 20
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_table(path: Path) -> ForeignTable:
    """Return a table whose first row names its columns.

    Raises:
        NotUnderstoodError: The file cannot be read, is too large, or is no table; names the row.
    """
    try:
        size = path.stat().st_size
        with reading(path) as file:
            content = file.read() if size <= _LARGEST else b""
    except OSError as error:
        raise _refused(f"{path} cannot be read ({error.strerror})") from None
    if size > _LARGEST:
        raise _refused(f"{path} has {size / 1e6:,.0f} MB, and a table at most {_LARGEST / 1e6:.0f}")
    return table_of(_text(content))


def table_of(text: str) -> ForeignTable:
    """Return the table that a text holds.

    Raises:
        NotUnderstoodError: It is no table; names the row.
    """
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise _refused(f"Line {line}: this is not text")
    rows: list[tuple[int, tuple[str, ...]]] = []
    columns: tuple[str, ...] = ()
    number = 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if number == 1:
                columns = _names(cells)
            elif any(cell.strip() for cell in cells):
                rows.append((number, _fitted(cells, len(columns), number)))
            if len(rows) > _MOST_ROWS:
                raise _refused(f"The table has more than {_MOST_ROWS:,} rows")
    except csv.Error as error:
        raise _refused(f"Row {number + 1}: this is no table ({error})") from None
    if len(columns) < 2 or not rows:  # noqa: PLR2004 - a day and an answer
        raise _refused("The file has no columns and rows that could be told apart")
    return ForeignTable(columns, tuple(rows))


def _text(content: bytes) -> str:
    if content.startswith(_UTF16_MARKS):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What older office programs write; the preview shows whether it is right.
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """Return the sign that parts most of the first rows into equally many cells."""
    first = [line[:LONGEST_TEXT] for line in text.splitlines()[:_LOOKED_AT]]

    def alike(separator: str) -> tuple[int, int]:
        lengths = Counter(len(cells) for cells in csv.reader(first, delimiter=separator))
        cells, rows = max(lengths.items(), key=lambda each: (each[0] > 1, each[1], each[0]))
        return (rows if cells > 1 else 0, cells)

    return max(_SEPARATORS, key=alike) if first else ","


def _names(cells: list[str]) -> tuple[str, ...]:
    if len(cells) > _MOST_COLUMNS:
        raise _refused(f"The table has more than {_MOST_COLUMNS} columns")
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = " ".join(unguarded(cell).split())[:60] or f"Column {place}"
        names.append(name if name not in names else f"{name} ({place})")
    return tuple(names)


def _fitted(cells: list[str], width: int, number: int) -> tuple[str, ...]:
    texts = [unguarded(cell) for cell in cells]
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise _refused(f"Row {number}: a text has at most {LONGEST_TEXT:,} characters")
    return (*texts[:width], *[""] * (width - len(texts)))


def _refused(problem: str) -> NotUnderstoodError:
    return NotUnderstoodError(
        f"{problem}; nothing was brought in; save the table as CSV and try again."
    )
