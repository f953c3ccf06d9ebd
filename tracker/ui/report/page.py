"""Report: choose the page and what it covers, see it, save it or print it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.private_files import write_whole
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.services.printing import (
    Attachment,
    DiaryExporter,
    PreparedReport,
    ReportPrinter,
    ReportRequest,
)
from tracker.ui.draft_places import CONCERN
from tracker.ui.error_messages import error_text
from tracker.ui.keeping import KeptFields
from tracker.ui.page import Page, PageAction
from tracker.ui.report.background import Background
from tracker.ui.report.concern_card import ConcernCard
from tracker.ui.report.kind_card import KindCard
from tracker.ui.report.period_card import PeriodCard
from tracker.ui.report.preview import Preview
from tracker.ui.report.saving_card import SavingCard
from tracker.ui.report.sections_card import SectionsCard
from tracker.ui.report.state import (
    ReportDays,
    SaveForm,
    diary_file_name,
    file_name,
    page_file_name,
    report_days,
)
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.labels import Heading
from tracker.ui.widgets.message_box import MessageBox

_PREVIEW_PIXELS_PER_INCH = 120
# The first wish is met as soon as the page itself is painted; further ones wait for a pause.
_UNTIL_PAINTED_MS, _QUIET_BEFORE_PREVIEW_MS = 20, 150


@dataclass(frozen=True, slots=True)
class ReportTools:
    """What the page works with.

    Attributes:
        printer: Sets reports and sheets.
        exporter: Writes the record in other forms.
        ask_file: Asks where to save a file of this name; None when the person changed her mind.
        print_pages: Prints through the system's dialog; False when she changed her mind.
        tell: Tells all pages what was stored here, this one too.
    """

    printer: ReportPrinter
    exporter: DiaryExporter
    ask_file: Callable[[str], Path | None]
    print_pages: Callable[[QWidget, PreparedReport], bool]
    tell: Callable[[Changes], None]


class ReportPage(Page):
    """Offers pages, period and sections, shows the pages, saves and prints them."""

    def __init__(
        self, companion: Companion, tools: ReportTools, parent: QWidget | None = None
    ) -> None:
        super().__init__("Report", parent)
        self._companion, self._tools = companion, tools
        self._background = Background(self)
        self._background.made.connect(self._show_pages)
        self._background.refused.connect(self._show_no_pages)
        self._files = Background(self)
        self._files.made.connect(self._show_saved)
        self._files.refused.connect(self._show_refusal)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._set_preview)
        self._last_wish = QElapsedTimer()
        self._build()
        self._kept = KeptFields(companion.drafts, CONCERN, lambda: companion.clock().date(), self)
        self._concern.keep_with(self._kept)

    def put_back(self, begun: HalfTyped) -> None:
        self._kept.restore(begun)

    def refresh(self, changes: object | None = None) -> None:
        del changes
        concern = self._companion.diary.main_concern()
        self._concern.show_concern("" if concern is None else concern.text)
        self._period.show_days(self._days())
        in_a_row = self._last_wish.isValid() and not self._last_wish.hasExpired(
            _QUIET_BEFORE_PREVIEW_MS
        )
        self._soon.start(_QUIET_BEFORE_PREVIEW_MS if in_a_row else _UNTIL_PAINTED_MS)
        self._last_wish.start()

    def perform(self, action: PageAction) -> bool:
        if action is PageAction.SAVE:
            self._save()
        elif action is PageAction.PRINT:
            self._print()
        else:
            return False
        return True

    def settle(self) -> None:
        self._concern.flush()
        if self._soon.isActive():
            self._soon.stop()
            self._set_preview()
        self._background.wait()
        self._files.wait()
        QCoreApplication.sendPostedEvents()

    def _build(self) -> None:
        self.column.addWidget(Heading(self.tr("Report for your clinic visit"), 1))
        self._error = MessageBox("error", "")
        self._error.hide()
        self.column.addWidget(self._error)
        self._too_large = MessageBox("reminder", "")
        self._too_large.hide()
        self.column.addWidget(self._too_large)
        columns = Columns(share=0.43, fold_below=760)
        self._kind, self._concern, self._period = KindCard(), ConcernCard(), PeriodCard()
        self._sections = SectionsCard(self._tools.printer.sections())
        self._saving = SavingCard()
        # Saving comes second: what is chosen at first suits most visits.
        for card in (self._kind, self._saving, self._concern, self._period, self._sections):
            columns.left.addWidget(card)
        columns.left.addStretch(1)
        self._preview = Preview()
        columns.right.addWidget(self._preview)
        columns.right.addStretch(1)
        self.column.addWidget(columns)
        self.column.addStretch(1)
        self._kind.changed.connect(self._choose_kind)
        self._concern.said.connect(self._keep_concern)
        self._period.changed.connect(self.refresh)
        self._sections.changed.connect(self.refresh)
        self._saving.save_wanted.connect(self._save)
        self._saving.print_wanted.connect(self._print)
        self._saving.diary_wanted.connect(self._save_diary)

    def _days(self) -> ReportDays:
        return report_days(self._companion, self._period.period, self._period.dates)

    def _request(self) -> ReportRequest:
        days = self._days()
        return ReportRequest(days.since, days.until, self._sections.chosen, self._kind.kind)

    def _choose_kind(self) -> None:
        is_report = self._kind.kind.is_clinic_report
        for card in (self._concern, self._period, self._sections):
            card.setVisible(is_report)
        self._saving.offer_attachments(offered=is_report)
        self.refresh()

    def _keep_concern(self, text: str) -> None:
        try:
            saved = self._companion.diary.say_main_concern(text)
        except TrackerError as error:
            self._concern.show_error(str(error))
            return
        self._concern.show_error(None)
        self._kept.drop()
        if saved is None:
            self.refresh()
            return
        # Told, this page reads the diary again, but not while another one is shown.
        self._concern.show_concern(text)
        self._tools.tell(saved.changes)
        said = self.tr("Saved: my main concern") if text else self.tr("Taken back")
        self.say(said, self._take_back)

    def _take_back(self) -> None:
        try:
            changes = self._companion.undo_last()
        except TrackerError as error:
            self._show_refusal(error)
            return
        if changes is None:
            self.refresh()
        else:
            self._tools.tell(changes)

    def _prepared(self) -> PreparedReport | None:
        """Read what is to be printed; None where it was refused, and then it says why."""
        try:
            return self._tools.printer.prepare(self._request())
        except TrackerError as error:
            self._show_refusal(error)
            return None

    def _set_preview(self) -> None:
        self._preview.wait()
        prepared = self._prepared()
        if prepared is None:
            self._preview.show_pages(())
        else:
            self._background.start(partial(prepared.pictures, _PREVIEW_PIXELS_PER_INCH))

    def _show_pages(self, pictures: tuple[bytes, ...]) -> None:
        self._error.hide()
        self._preview.show_pages(pictures)

    def _show_no_pages(self, error: TrackerError) -> None:
        self._preview.show_pages(())
        self._show_refusal(error)

    def _show_refusal(self, error: TrackerError) -> None:
        self._saving.show_busy(busy=False)
        found = error_text(error)
        self._error.show_text(found.title, found.text)
        self._error.show()

    def _save(self) -> None:
        self._concern.flush()
        form = self._saving.form
        days = self._days()
        suggested = (
            page_file_name(self._companion, days, self._kind.kind)
            if form is SaveForm.PDF
            else file_name(self._companion, days, form)
        )
        path = self._tools.ask_file(suggested)
        if path is None:
            return
        try:
            make = self._maker(form)
        except TrackerError as error:
            self._show_refusal(error)
            return
        self._write(path, make)

    def _maker(self, form: SaveForm) -> Callable[[], bytes]:
        """Read the diary here and now; what comes back writes it beside the window."""
        person, now = self._companion.person().id, self._companion.clock()
        if form.export is not None:
            return self._tools.exporter.record(person, form.export, self._saving.choices, now)
        prepared = self._tools.printer.prepare(self._request())
        inside = self._tools.exporter.attachments(person, self._saving.attached, now)
        return partial(_pdf_with, prepared, inside)

    def _save_diary(self) -> None:
        path = self._tools.ask_file(diary_file_name(self._companion, self._days()))
        if path is None:
            return
        try:
            # Everybody's diary is read on this thread, which owns the file.
            content = self._tools.exporter.whole_diary()
            write_whole(path, content)
        except TrackerError as error:
            self._show_refusal(error)
            return
        self._show_saved(path)
        warning = self._tools.exporter.too_large_to_import(content)
        if warning is not None:
            self._too_large.show_text(self.tr("A large diary"), warning)
            self._too_large.show()

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        self._saving.show_busy(busy=True)
        self._files.start(partial(_saved, path, make))

    def _show_saved(self, path: Path) -> None:
        self._saving.show_busy(busy=False)
        self._error.hide()
        self._too_large.hide()
        self.say_saved(path)

    def _print(self) -> None:
        self._concern.flush()
        prepared = self._prepared()
        if prepared is None:
            return
        try:
            self._tools.print_pages(self, prepared)
        except TrackerError as error:
            self._show_refusal(error)


def _pdf_with(prepared: PreparedReport, inside: Callable[[], tuple[Attachment, ...]]) -> bytes:
    return prepared.pdf(inside())


def _saved(path: Path, make: Callable[[], bytes]) -> Path:
    write_whole(path, make())
    return path
