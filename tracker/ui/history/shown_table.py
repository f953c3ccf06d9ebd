"""What a view shows as plain rows, to be saved for a spreadsheet. No Qt."""

from collections.abc import Iterable
from decimal import Decimal

from tracker.services.printing import ShownTable
from tracker.ui.history.heat_state import HeatMapState
from tracker.ui.history.table_state import EntryRow
from tracker.ui.history.trend_state import TrendState

__all__ = ["ShownTable", "entry_table", "heat_table", "trend_table"]


def heat_table(state: HeatMapState) -> ShownTable:
    """Return a row per symptom or cycle, a column per cycle day; empty is not answered."""
    return ShownTable(
        ("", *(f"day {label}" for label in state.columns)),
        tuple(
            (row.name, *("" if cell.severity is None else str(cell.severity) for cell in row.cells))
            for row in state.rows
        ),
    )


def trend_table(state: TrendState) -> ShownTable:
    """Return a row per cycle day."""
    columns = ("cycle day", state.cycle, "average of earlier cycles", "lowest", "highest")
    return ShownTable(
        columns,
        tuple(
            tuple(
                _number(each) for each in (day.day, day.now, day.average, day.lowest, day.highest)
            )
            for day in state.comparison.days
        ),
    )


def entry_table(rows: Iterable[EntryRow]) -> ShownTable:
    """Return a row per entry with the words of the table on the screen."""
    columns = ("day", "what", "answer", "note", "who wrote it")
    return ShownTable(
        columns,
        tuple((row.day.isoformat(), row.what, row.value, row.note, row.by) for row in rows),
    )


def _number(value: Decimal | int | None) -> str:
    if value is None:
        return ""
    return f"{round(Decimal(value), 2).normalize():f}"
