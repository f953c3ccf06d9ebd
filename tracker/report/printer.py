"""The report as the window asks for it: what can be left out, and a report ready to be set."""

from dataclasses import dataclass

from tracker.report.clinic_report import parse_sections
from tracker.report.content import ReportContent, Section
from tracker.report.from_diary import build_report
from tracker.report.typesetting import render_pdf, render_png
from tracker.services.companion import Companion
from tracker.services.printing import ReportRequest

_LABELS = {
    Section.MATTERS_MOST: "What matters most",
    Section.QUESTIONS: "My questions",
    Section.SIDE_EFFECTS: "Side effects",
    Section.TEMPERATURES: "Temperatures",
    Section.TREATMENT: "Treatment given",
    Section.HEART: "Heart scans",
    Section.COUNTS: "Blood counts",
    Section.NOTES: "My notes",
}


@dataclass(frozen=True, slots=True)
class TypesetReport:
    """A report whose words are fixed; setting it needs no diary and may run in a thread."""

    content: ReportContent

    def pdf(self) -> bytes:
        """Return the whole report as one PDF."""
        return render_pdf(self.content)

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page of the same report."""
        return tuple(render_png(self.content, pixels_per_inch=pixels_per_inch))


class ClinicReportPrinter:
    """Reads what a report says from one person's diary."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Return id and label of the parts that can be left out, in their order on paper."""
        return tuple((section.value, label) for section, label in _LABELS.items())

    def prepare(self, request: ReportRequest) -> TypesetReport:
        """Read the diary as it is now.

        Raises:
            NotUnderstoodError: Days that cannot be covered, or an unknown section.
        """
        sections = parse_sections(",".join(request.sections)) if request.sections else ()
        content = build_report(
            self._companion, since=request.since, until=request.until, sections=sections
        )
        return TypesetReport(content)
