"""Report: choose what it covers, see it, save it or print it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from tracker.errors import NotUnderstoodError, TrackerError
from tracker.services.companion import Companion
from tracker.services.printing import (
    DiaryExporter,
    ExportForm,
    ReportPrinter,
    ReportRequest,
)
from tracker.ui.page import Page, PageAction
from tracker.ui.report.background import Background
from tracker.ui.report.preview import Preview
from tracker.ui.report.saving import save_file
from tracker.ui.report.saving_card import SavingCard
from tracker.ui.report.state import (
    Period,
    ReportDays,
    SaveForm,
    diary_file_name,
    file_name,
    report_days,
)
from tracker.ui.text import long_day_with_year
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.message_box import MessageBox

_PREVIEW_PIXELS_PER_INCH = 144
_PRINT_PIXELS_PER_INCH = 300
_QUIET_BEFORE_PREVIEW_MS = 150

AskFile = Callable[[QWidget, str, str], Path | None]


@dataclass(frozen=True, slots=True)
class ReportTools:
    """What the page works with: who sets reports, who exports, how a file is asked for."""

    printer: ReportPrinter
    exporter: DiaryExporter
    ask_file: AskFile


def ask_file(parent: QWidget, suggested: str, kind: str) -> Path | None:
    """Ask for a place to save; None when the person changed her mind."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "", suggested, kind)
    return Path(chosen) if chosen else None


class ReportPage(Page):
    """Offers period and sections, shows the pages, saves and prints them."""

    def __init__(
        self, companion: Companion, tools: ReportTools, parent: QWidget | None = None
    ) -> None:
        super().__init__("Report", parent)
        self._companion, self._tools = companion, tools
        self._period = Period.SINCE_VISIT
        self._dates: tuple[date, date] | None = None
        self._background = Background(self)
        self._background.made.connect(self._show_pages)
        self._background.refused.connect(self._show_refusal)
        self._files = Background(self)
        self._files.made.connect(self._show_saved)
        self._files.refused.connect(self._show_refusal)
        self._soon = QTimer(self, singleShot=True, interval=_QUIET_BEFORE_PREVIEW_MS)
        self._soon.timeout.connect(self._set_preview)
        self._build()

    def refresh(self, changes: object | None = None) -> None:
        del changes
        days = self._days()
        text = self.tr("{since} to {until}. {logged} of {days} days have entries.")
        self._covers.setText(
            text.format(
                since=long_day_with_year(days.since),
                until=long_day_with_year(days.until),
                logged=days.days_with_entries,
                days=days.days,
            )
        )
        self._soon.start()

    def perform(self, action: PageAction) -> bool:
        if action is PageAction.SAVE:
            self._save()
        elif action is PageAction.PRINT:
            self._print()
        else:
            return False
        return True

    def settle(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._set_preview()
        self._background.wait()
        self._files.wait()
        QCoreApplication.sendPostedEvents()

    def _build(self) -> None:
        self.column.addWidget(Heading(self.tr("Report for your clinic visit"), 1))
        self._error = MessageBox("error", self.tr("Not saved"))
        self._error.hide()
        self.column.addWidget(self._error)
        columns = Columns(share=0.43, fold_below=760)
        columns.left.addWidget(self._build_period())
        columns.left.addWidget(self._build_sections())
        columns.left.addWidget(self._build_saving())
        columns.left.addStretch(1)
        self._preview = Preview()
        columns.right.addWidget(self._preview)
        columns.right.addStretch(1)
        self.column.addWidget(columns)
        self.column.addStretch(1)

    def _build_period(self) -> Card:
        card = Card()
        card.add_title(self.tr("What to cover"), "clock")
        self._periods = ChipGroup(
            self.tr("Period"),
            [
                (Period.SINCE_VISIT, self.tr("Since my last visit")),
                (Period.CYCLE, self.tr("This cycle")),
                (Period.DATES, self.tr("Choose dates")),
            ],
        )
        self._periods.choose(Period.SINCE_VISIT)
        self._periods.changed.connect(self._choose_period)
        card.column.addWidget(self._periods)
        self._chosen_dates = QWidget()
        dates = QVBoxLayout(self._chosen_dates)
        dates.setContentsMargins(0, 0, 0, 0)
        self._from, self._to = DateInput(self.tr("From")), DateInput(self.tr("To"))
        for field in (self._from, self._to):
            field.changed.connect(self._choose_dates)
            dates.addWidget(field)
        self._chosen_dates.hide()
        card.column.addWidget(self._chosen_dates)
        self._covers = WrappedLabel("", "small", tone="text2")
        card.column.addWidget(self._covers)
        return card

    def _build_sections(self) -> Card:
        card = Card()
        card.add_title(self.tr("What to include"), "check")
        rows = Columns(share=0.5, fold_below=330)
        self._sections: dict[str, CheckRow] = {}
        for number, (key, label) in enumerate(self._tools.printer.sections()):
            row = CheckRow(label)
            row.setChecked(True)
            row.toggled.connect(self._choose_sections)
            self._sections[key] = row
            (rows.right if number % 2 else rows.left).addWidget(row)
        card.column.addWidget(rows)
        return card

    def _build_saving(self) -> SavingCard:
        self._saving = SavingCard()
        self._saving.save_wanted.connect(self._save)
        self._saving.print_wanted.connect(self._print)
        self._saving.diary_wanted.connect(self._save_diary)
        return self._saving

    def _days(self) -> ReportDays:
        return report_days(self._companion, self._period, self._dates)

    def _request(self) -> ReportRequest:
        days = self._days()
        sections = tuple(key for key, row in self._sections.items() if row.isChecked())
        return ReportRequest(days.since, days.until, sections)

    def _choose_period(self, keys: tuple[str, ...]) -> None:
        self._period = Period(keys[0]) if keys else Period.SINCE_VISIT
        self._periods.choose(self._period)
        self._chosen_dates.setVisible(self._period is Period.DATES)
        self.refresh()

    def _choose_sections(self) -> None:
        self.refresh()

    def _choose_dates(self) -> None:
        try:
            since, until = self._from.day(), self._to.day()
        except NotUnderstoodError:
            return
        if since is not None and until is not None:
            self._dates = (since, until)
            self.refresh()

    def _set_preview(self) -> None:
        self._preview.wait()
        prepared = self._tools.printer.prepare(self._request())
        self._background.start(partial(prepared.pictures, _PREVIEW_PIXELS_PER_INCH))

    def _show_pages(self, pictures: tuple[bytes, ...]) -> None:
        self._error.hide()
        self._preview.show_pages(pictures)

    def _show_refusal(self, error: TrackerError) -> None:
        self._saving.show_busy(busy=False)
        self._error.show_text(self.tr("Not saved"), str(error))
        self._error.show()

    def _save(self) -> None:
        form = self._saving.form
        kinds = {
            SaveForm.PDF: self.tr("PDF (*.pdf)"),
            SaveForm.TABLE: self.tr("Table (*.csv)"),
            SaveForm.FHIR: self.tr("FHIR (*.json)"),
            SaveForm.CALENDAR: self.tr("Calendar (*.ics)"),
        }
        suggested = file_name(self._companion, self._days(), form)
        path = self._tools.ask_file(self, suggested, kinds[form])
        if path is None:
            return
        if form.export is None:
            self._write(path, self._tools.printer.prepare(self._request()).pdf)
        else:
            self._write_record(path, form.export)

    def _save_diary(self) -> None:
        suggested = diary_file_name(self._companion, self._days())
        path = self._tools.ask_file(self, suggested, self.tr("Diary (*.json)"))
        if path is not None:
            self._write(path, self._tools.exporter.whole_diary)

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            self._show_saved(_saved(path, make))
        except TrackerError as error:
            self._show_refusal(error)

    def _write_record(self, path: Path, form: ExportForm) -> None:
        """Read the diary here and now; years of it are written beside the window."""
        person, now = self._companion.person().id, self._companion.clock()
        try:
            make = self._tools.exporter.record(person, form, self._saving.choices, now)
        except TrackerError as error:
            self._show_refusal(error)
            return
        self._saving.show_busy(busy=True)
        self._files.start(partial(_saved, path, make))

    def _show_saved(self, path: Path) -> None:
        self._saving.show_busy(busy=False)
        self._error.hide()
        self.say(self.tr("Saved: {path}").format(path=path))

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        prepared = self._tools.printer.prepare(self._request())
        pages = prepared.pictures(_PRINT_PIXELS_PER_INCH)
        painter = QPainter(printer)
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            _draw_page(painter, QImage.fromData(page), printer)
        painter.end()


def _saved(path: Path, make: Callable[[], bytes]) -> Path:
    save_file(path, make())
    return path


def _draw_page(painter: QPainter, page: QImage, printer: QPrinter) -> None:
    """Fill the printable area with one page; the painter's origin is that area's corner."""
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    size = page.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(QPoint(0, 0), size), page)
