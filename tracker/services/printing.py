"""What the window needs of whoever sets reports and writes exports; tests fit as well."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple, Protocol
from uuid import UUID


class PageKind(StrEnum):
    """What can be printed; the words are those of the command line."""

    ONE_PAGE = "one-page"
    LONG = "long"
    HEART = "heart"
    PLAN = "plan"
    BLANK = "blank"

    @property
    def is_clinic_report(self) -> bool:
        """Whether it has a period, sections and files inside it."""
        return self in {PageKind.ONE_PAGE, PageKind.LONG}


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What is to be printed.

    Attributes:
        since: First day, included; None: since the last visit.
        until: Last day, included; None: today.
        sections: Ids of the parts to print; None: all.
        kind: The one page for the clinic, its long form, or a sheet of its own.
    """

    since: date | None = None
    until: date | None = None
    sections: tuple[str, ...] | None = None
    kind: PageKind = PageKind.ONE_PAGE


class AttachedForm(StrEnum):
    """In which form one person's diary may be put inside a report."""

    JSON = "json"
    FHIR = "fhir"


class Attachment(NamedTuple):
    """A file inside a PDF, for computers; UTF-8 text.

    Attributes:
        about: What it is, in words a person reads.
    """

    name: str
    media_type: str
    about: str
    content: bytes


class PreparedReport(Protocol):
    """Everything that one report says, read from the diary; setting it may run in a thread."""

    def pdf(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return the whole report as one PDF, with these files inside it."""

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page of the same report."""


class ReportPrinter(Protocol):
    """Reads what a report says from one person's diary."""

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Return id and label of the parts that can be left out, in their order on paper."""

    def prepare(self, request: ReportRequest) -> PreparedReport:
        """Read the diary as it is now; quick, and on the thread that owns the diary."""


class ExportForm(StrEnum):
    """For whom one person's record is written out."""

    TABLE = "csv"
    FHIR = "fhir"
    CALENDAR = "ics"


class ExportChoices(NamedTuple):
    """What can be chosen about an export.

    Attributes:
        a_row_per_day: Of the table: days and symptoms alone, instead of every entry.
        details: Of the calendar: what each day is for; without them nobody else can tell.
        check_in_at: Of the calendar: when to be reminded every day; None: not at all.
        check_in_ends: Of the calendar: an earlier reminder goes from where it was taken over.
    """

    a_row_per_day: bool = False
    details: bool = False
    check_in_at: time | None = None
    check_in_ends: bool = False


class DiaryExporter(Protocol):
    """Puts the diary into files for others; what comes back is not yet on the disk."""

    def whole_diary(self) -> bytes:
        """Return the diary of everybody, for another computer, as the JSON of the contract."""

    def too_large_to_import(self, content: bytes) -> str | None:
        """Return a sentence where no program would read that diary in again."""

    def record(
        self, person_id: UUID, form: ExportForm, choices: ExportChoices, now: datetime
    ) -> Callable[[], bytes]:
        """Read what one person has in the diary; what comes back writes it, in any thread."""

    def attachments(
        self, person_id: UUID, forms: Sequence[AttachedForm], now: datetime
    ) -> Callable[[], tuple[Attachment, ...]]:
        """Read the same for files inside a report; what comes back writes them, in any thread."""


class ShownTable(NamedTuple):
    """Rows as they stand on the screen; an empty cell is not known, never zero."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class TableWriter(Protocol):
    """Turns what is on the screen into a file for spreadsheets."""

    def table(self, shown: ShownTable) -> bytes:
        """Return the rows with nothing in them that a spreadsheet would compute."""
