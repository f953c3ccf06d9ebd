"""Columns of text that line up."""

from collections.abc import Iterable, Sequence


def aligned(rows: Iterable[Sequence[str]], *, indent: int = 2) -> list[str]:
    """Return one line per row; each column is as wide as its widest cell."""
    table = [tuple(row) for row in rows]
    if not table:
        return []
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    return [
        (
            " " * indent
            + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    ]
