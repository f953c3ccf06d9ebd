"""What the window needs of whoever sets the clinic report; `report` fits, and so do tests."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What a report is to cover.

    Attributes:
        since: First day, included; None: since the last visit.
        until: Last day, included; None: today.
        sections: Ids of the parts to print.
    """

    since: date | None
    until: date | None
    sections: tuple[str, ...]


class PreparedReport(Protocol):
    """Everything that one report says, read from the diary; setting it may run in a thread."""

    def pdf(self) -> bytes:
        """Return the whole report as one PDF."""

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page of the same report."""


class ReportPrinter(Protocol):
    """Reads what a report says from one person's diary."""

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Return id and label of the parts that can be left out, in their order on paper."""

    def prepare(self, request: ReportRequest) -> PreparedReport:
        """Read the diary as it is now; quick, and on the thread that owns the diary."""


class DiaryExporter(Protocol):
    """Puts the whole diary into one file for another computer."""

    def whole_diary(self) -> bytes:
        """Return the diary as the JSON of the contract."""
