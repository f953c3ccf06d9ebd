"""What can be printed, as the window and the command line ask for it, ready to be set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tracker.errors import NotUnderstoodError
from tracker.report.clinic_report import parse_sections
from tracker.report.content import ReportContent, Section
from tracker.report.from_diary import build_report
from tracker.report.press import Press, Pressed
from tracker.report.typesetting import press_of
from tracker.services.companion import Companion
from tracker.services.paper_diary import paper_cycles
from tracker.services.printing import Attachment, PageKind, PreparedReport, ReportRequest

_LABELS = {
    Section.MATTERS_MOST: "What matters most",
    Section.QUESTIONS: "My concern and questions",
    Section.CHANGES: "What changed",
    Section.SIDE_EFFECTS: "Side effects",
    Section.TEMPERATURES: "Temperatures",
    Section.TREATMENT: "Treatment given",
    Section.HEART: "Heart scans",
    Section.COUNTS: "Blood counts",
    Section.MEDICINES: "Medicines",
    Section.NOTES: "My notes",
}


@dataclass(frozen=True, slots=True)
class TypesetReport:
    """A report whose words are fixed; setting it needs no diary and may run in a thread."""

    content: ReportContent
    long: bool = False

    def pdf(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return the whole report as one PDF, with these files inside it."""
        return self.press().pdf(attachments)

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page of the same report."""
        return self.press().pictures(pixels_per_inch)

    def press(self) -> Press:
        """Return what sets it."""
        return press_of(self.content, long=self.long)


class ClinicReportPrinter:
    """Reads what a page says from one person's diary.

    Args:
        companion: One person's diary.
        set_by: Has pages read and takes them to where they are set; None: this process.
    """

    def __init__(
        self,
        companion: Companion,
        set_by: Callable[[Callable[[], Pressed]], PreparedReport] | None = None,
    ) -> None:
        self._companion, self._set_by = companion, set_by

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Return id and label of the parts that can be left out, in their order on paper."""
        return tuple((section.value, label) for section, label in _LABELS.items())

    def prepare(self, request: ReportRequest) -> PreparedReport:
        """Read the diary as it is now.

        Raises:
            NotUnderstoodError: Days that cannot be covered, an unknown section, or nothing to
                print.
        """
        read = partial(self._read, request)
        return read() if self._set_by is None else self._set_by(read)

    def _read(self, request: ReportRequest) -> Pressed:
        match request.kind:
            case PageKind.HEART:
                from tracker.report.heart_sheet import heart_sheet  # noqa: PLC0415 - one of five

                return heart_sheet(self._companion)
            case PageKind.PLAN:
                from tracker.report.plan_sheet import plan_sheet  # noqa: PLC0415 - one of five

                return plan_sheet(self._companion)
            case PageKind.BLANK:
                return self._blank_diary()
            case PageKind.ONE_PAGE | PageKind.LONG:
                return self._clinic_report(request)

    def _clinic_report(self, request: ReportRequest) -> TypesetReport:
        chosen = request.sections
        sections = None if chosen is None else parse_sections(chosen)
        content = build_report(
            self._companion, since=request.since, until=request.until, sections=sections
        )
        return TypesetReport(content, request.kind is PageKind.LONG)

    def _blank_diary(self) -> Pressed:
        """Return the pages of the running cycle, or of the first one before it has begun."""
        from tracker.report.blank_diary import blank_diary  # noqa: PLC0415 - one of five

        cycles = paper_cycles(self._companion)
        today = self._companion.clock().date()
        begun = [span for span in cycles if span.starts_on <= today] or list(cycles)
        if not begun:
            raise NotUnderstoodError(
                "A blank diary page needs a cycle; nothing was printed; add your treatment first."
            )
        return blank_diary(self._companion, begun[0].starts_on)
