"""What the Report page offers: the period, how much of it is answered, a name for the file."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from re import sub

from tracker.domain.cycles import where_on
from tracker.services.companion import Companion
from tracker.services.printing import ExportForm, PageKind
from tracker.services.report_period import usual_start


class Period(StrEnum):
    """Which days a report covers."""

    SINCE_VISIT = "since-visit"
    CYCLE = "cycle"
    DATES = "dates"


class SaveForm(StrEnum):
    """What the button saves: the report, or one person's record for other programs."""

    PDF = "pdf"
    TABLE = "csv"
    FHIR = "fhir"
    CALENDAR = "ics"

    @property
    def export(self) -> ExportForm | None:
        """The form of the record; None for the report."""
        return None if self is SaveForm.PDF else ExportForm(self.value)


_ENDINGS = {
    SaveForm.PDF: ".pdf",
    SaveForm.TABLE: ".csv",
    SaveForm.FHIR: "-fhir.json",
    SaveForm.CALENDAR: ".ics",
}


_PAGE_WORDS = {
    PageKind.LONG: "long",
    PageKind.HEART: "heart-sheet",
    PageKind.PLAN: "plan",
    PageKind.BLANK: "blank-page",
}


@dataclass(frozen=True, slots=True)
class ReportDays:
    """The days a report covers, both included, and how many of them hold an entry."""

    since: date
    until: date
    days_with_entries: int

    @property
    def days(self) -> int:
        """All days of the period."""
        return (self.until - self.since).days + 1


def report_days(
    companion: Companion, period: Period, dates: tuple[date, date] | None = None
) -> ReportDays:
    """Return the days of a period; chosen dates are brought into order and end today at latest."""
    today = companion.clock().date()
    if period is Period.DATES and dates is not None:
        since, until = min(dates), min(max(dates), today)
        since = min(since, until)
    else:
        since, until = _start(companion, period, today), today
    logged = companion.diary.days_logged(since, until)
    return ReportDays(since, until, len(logged))


def _start(companion: Companion, period: Period, today: date) -> date:
    plan = companion.plan.current()
    where = where_on(plan, today) if plan is not None else None
    if period is Period.CYCLE and where is not None:
        return where.span.starts_on
    return usual_start(companion.plan.all(), today)


def file_name(companion: Companion, days: ReportDays, form: SaveForm = SaveForm.PDF) -> str:
    """Return a name that sorts by day and holds nothing but the person's own name."""
    return _stem(companion, days) + _ENDINGS[form]


def page_file_name(companion: Companion, days: ReportDays, kind: PageKind) -> str:
    """Return such a name for a page to print."""
    what = "" if kind is PageKind.ONE_PAGE else f"-{_PAGE_WORDS[kind]}"
    return f"{_stem(companion, days)}{what}.pdf"


def diary_file_name(companion: Companion, days: ReportDays) -> str:
    """Return such a name for the diary of everybody."""
    return _stem(companion, days) + ".json"


def _stem(companion: Companion, days: ReportDays) -> str:
    name = sub(r"[^\w-]+", "-", companion.person().name).strip("-") or "diary"
    return f"{name}-{days.until:%Y-%m-%d}"
