"""All heart scans as a table: what the chart shows, in words."""

from PySide6.QtWidgets import QWidget

from tracker.ui import text
from tracker.ui.heart import wording
from tracker.ui.heart.results_table import ResultsModel, ResultsTable
from tracker.ui.heart.scan_rows import ScanRow

_LEFT_OUT_FIRST = (5, 1, 3)


class ScansModel(ResultsModel):
    """One row for each result and each check to come."""

    strong = (0, 2)

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Date"),
            self.tr("What"),
            self.tr("Result"),
            self.tr("How"),
            self.tr("Change"),
            self.tr("Noted by"),
        )

    def words(self, row: ScanRow) -> tuple[str, ...]:
        change = "" if row.change_points is None else wording.points(row.change_points)
        return (
            f"{text.short_day(row.on)}{text.NBSP}{row.on.year}",
            wording.row_role(row),
            wording.row_result(row),
            wording.row_method(row),
            change,
            row.by or "",
        )

    def tone(self, row: ScanRow) -> str:
        if row.late:
            return "warnText"
        return "text" if row.entry_id is not None else "text2"


class ScansTable(ResultsTable):
    """Results and checks to come; a check cannot be taken out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ScansModel(), _LEFT_OUT_FIRST, parent)
        self.setAccessibleName(self.tr("All heart scans"))

    def can_be_removed(self, row: ScanRow) -> bool:
        return row.entry_id is not None
