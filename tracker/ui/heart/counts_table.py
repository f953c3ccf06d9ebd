"""The values of one blood test as a table: what the chart shows, and what no cycle holds."""

from PySide6.QtWidgets import QWidget

from tracker.ui import text
from tracker.ui.heart import counts_wording as wording
from tracker.ui.heart.counts_state import CountRow
from tracker.ui.heart.results_table import ResultsModel, ResultsTable

_LEFT_OUT_FIRST = (5, 4, 3, 2)


class CountsModel(ResultsModel):
    """One row for each value, newest first."""

    strong = (0, 1)

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Date"),
            self.tr("Result"),
            self.tr("Slip's range"),
            self.tr("Against it"),
            self.tr("Cycle day"),
            self.tr("Noted by"),
        )

    def words(self, row: CountRow) -> tuple[str, ...]:
        return (
            f"{text.short_day(row.on)}{text.NBSP}{row.on.year}",
            wording.value(row),
            wording.slip_range(row.low, row.high),
            wording.against(row.against),
            wording.cycle_day(row),
            row.by,
        )


class CountsTable(ResultsTable):
    """All values of one test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CountsModel(), _LEFT_OUT_FIRST, parent)
        self.setAccessibleName(self.tr("All results of this blood test"))
