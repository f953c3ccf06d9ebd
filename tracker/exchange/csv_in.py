"""Reads the tables that this program writes; strict, and each text as it was typed."""

import csv
from collections.abc import Sequence
from io import StringIO

from tracker.domain.entry_checks import LONGEST_TEXT
from tracker.errors import NotUnderstoodError
from tracker.exchange.csv_cells import unguarded
from tracker.exchange.csv_out import COLUMNS

_LONGEST_CELL = LONGEST_TEXT + 1  # the mark that guards a text


def read_entries_table(text: str) -> tuple[dict[str, str], ...]:
    """Return the rows by column name; an empty text means not known.

    Raises:
        NotUnderstoodError: Names the row that is not of this table.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows: list[dict[str, str]] = []
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            raise _wrong(1, f"the columns {', '.join(COLUMNS)} were expected")
        rows.extend(_row(cells, number) for number, cells in enumerate(reader, start=2))
    except csv.Error as error:
        raise _wrong(len(rows) + 2, f"this is no table ({error})") from None
    return tuple(rows)


def _row(cells: Sequence[str], number: int) -> dict[str, str]:
    if len(cells) != len(COLUMNS):
        raise _wrong(number, f"{len(COLUMNS)} cells were expected, and there are {len(cells)}")
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        raise _wrong(number, f"a text has at most {LONGEST_TEXT:,} characters")
    return {name: unguarded(cell) for name, cell in zip(COLUMNS, cells, strict=True)}


def _wrong(row: int, problem: str) -> NotUnderstoodError:
    return NotUnderstoodError(
        f"Row {row}: {problem}; nothing was imported; correct the file and try again."
    )
