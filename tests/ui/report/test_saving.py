"""Saving from the Report page: a form is chosen, the button says it, the file is there."""

import stat
from dataclasses import dataclass, field
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.builders import PERSON_ID, a_companion
from tracker.errors import DiaryNotOpenedError, NotUnderstoodError
from tracker.services.printing import Attachment, ExportChoices, ExportForm, PageKind
from tracker.ui import theme
from tracker.ui.page import PageAction
from tracker.ui.report.page import ReportPage, ReportTools
from tracker.ui.widgets.choice_card import CheckRow, ChoiceCard
from tracker.ui.widgets.choices import ChoiceChip
from tracker.ui.widgets.fields import TextField


@dataclass
class Prepared:
    """Its bytes say which page it is, and what is inside."""

    request: object

    def pdf(self, attachments=()):
        inside = "".join(f" with {each.name}" for each in attachments)
        return f"the page {self.request.kind}{inside}".encode()

    def pictures(self, pixels_per_inch):
        assert pixels_per_inch > 0
        return ()


@dataclass
class Printer:
    refused: PageKind | None = None

    def sections(self):
        return (("heart", "Heart scans"),)

    def prepare(self, request):
        assert request.since <= request.until
        if request.kind == self.refused:
            raise NotUnderstoodError("There is nothing to print; nothing was written; add dates.")
        return Prepared(request)


@dataclass
class Exporter:
    """Notes what is asked for; refuses when told to."""

    asked: list = field(default_factory=list)
    refuses: bool = False

    def whole_diary(self):
        return b"everybody"

    def attachments(self, person_id, forms, now):
        assert (person_id, now.tzinfo is not None) == (PERSON_ID, True)
        if self.refuses:
            raise DiaryNotOpenedError("The diary is locked; nothing was written.")
        return lambda: tuple(Attachment(f"{form}.json", "", "", b"{}") for form in forms)

    def record(self, person_id, form, choices, now):
        assert now.tzinfo is not None
        if self.refuses:
            raise DiaryNotOpenedError("The diary is locked; nothing was written.")
        self.asked.append((person_id, form, choices))
        return f"the record as {form}".encode


class Shown:
    """A Report page and the file a person names when she is asked."""

    def __init__(self, qtbot, folder):
        theme.current().apply(QApplication.instance())
        self.exporter, self.suggested, self.said = Exporter(), [], []
        self.printer, self.printed, self.told, self.files = Printer(), [], [], []
        self.path = folder / "chosen"
        tools = ReportTools(
            self.printer, self.exporter, self._ask, self._take_pages, self.told.append
        )
        self.companion = a_companion()
        self.page = ReportPage(self.companion, tools)
        self.page.said.connect(self._hear)
        qtbot.addWidget(self.page)
        self.page.resize(1052, 900)
        self.page.refresh()
        self.page.show()
        self.page.settle()

    def choose(self, title):
        (card,) = [each for each in self.page.findChildren(ChoiceCard) if each.title == title]
        card.click()

    def tick(self, words):
        (row,) = [
            each
            for each in self.page.findChildren(CheckRow)
            if each.isVisible() and words in each.text()
        ]
        row.click()

    def press(self, words):
        (button,) = [
            each for each in self.page.findChildren(QAbstractButton) if each.text() == words
        ]
        button.click()
        self.page.settle()

    def words(self):
        labels = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels)

    def chip(self, words):
        (chip,) = [each for each in self.page.findChildren(ChoiceChip) if each.text() == words]
        chip.click()
        self.page.settle()

    def concern(self):
        (field,) = [
            each
            for each in self.page.findChildren(TextField)
            if each.label.text() == "My main concern"
        ]
        return field

    def _ask(self, suggested):
        self.suggested.append(suggested)
        return self.path

    def _take_pages(self, _parent, prepared):
        self.printed.append(prepared.request.kind)
        return True

    def _hear(self, message):
        self.said.append(message.text)
        if message.file is not None:
            self.files.append(message.file)


@pytest.fixture
def shown(qtbot, tmp_path):
    return Shown(qtbot, tmp_path)


def test_the_report_is_what_is_saved_at_first(shown):
    shown.press("Save PDF")

    assert shown.path.read_bytes() == b"the page one-page"
    assert shown.suggested == ["Ana-Sample-2026-05-12.pdf"]
    assert not shown.exporter.asked


@pytest.mark.parametrize(
    ("title", "button", "form", "suggested"),
    [
        ("CSV", "Save CSV", ExportForm.TABLE, "Ana-Sample-2026-05-12.csv"),
        ("FHIR", "Save FHIR", ExportForm.FHIR, "Ana-Sample-2026-05-12-fhir.json"),
        ("Calendar", "Save calendar", ExportForm.CALENDAR, "Ana-Sample-2026-05-12.ics"),
    ],
)
def test_the_button_says_and_saves_the_form_that_is_chosen(shown, title, button, form, suggested):
    shown.choose(title)

    shown.press(button)

    assert shown.path.read_bytes() == f"the record as {form}".encode()
    assert stat.S_IMODE(shown.path.stat().st_mode) == 0o600
    assert shown.suggested == [suggested]
    assert shown.exporter.asked == [(PERSON_ID, form, ExportChoices())]
    assert shown.said == [f"Saved: {shown.path}"]
    assert shown.files == [shown.path]


def test_a_calendar_says_nothing_unless_it_is_asked_to(shown):
    shown.choose("Calendar")
    assert "“Appointment”" in shown.words()
    shown.tick("what each day is for")
    shown.tick("Remind me")

    shown.press("Save calendar")

    (asked,) = shown.exporter.asked
    assert asked[2] == ExportChoices(details=True, check_in_at=time(20))


def test_a_table_can_have_a_row_for_each_day(shown):
    shown.choose("CSV")
    assert "whole diary, not only the days above" in shown.words()
    shown.tick("One row for each day")

    shown.press("Save CSV")

    (asked,) = shown.exporter.asked
    assert asked[2] == ExportChoices(a_row_per_day=True)


def test_choices_of_another_form_are_out_of_sight(shown):
    shown.choose("Calendar")
    shown.choose("PDF")

    rows = [each.text() for each in shown.page.findChildren(CheckRow) if each.isVisible()]
    assert rows == [
        "Heart scans",
        "Put my diary inside the PDF for hospital computers",
        "Put my diary inside the PDF for this program",
    ]


def test_the_keyboard_saves_what_is_chosen(shown):
    shown.choose("FHIR")

    assert shown.page.perform(PageAction.SAVE)
    shown.page.settle()

    assert shown.path.read_bytes() == b"the record as fhir"


def test_nothing_is_saved_when_no_file_is_named(shown):
    shown.path = None
    shown.choose("CSV")

    shown.press("Save CSV")

    assert not shown.exporter.asked
    assert not shown.said


def test_a_refusal_is_said_and_the_button_can_be_pressed_again(shown):
    shown.choose("CSV")
    shown.exporter.refuses = True
    shown.press("Save CSV")
    assert "The diary is locked" in shown.words()

    shown.exporter.refuses = False
    shown.path = shown.path / "nowhere"
    shown.press("Save CSV")
    assert "was not saved" in shown.words()

    shown.path = shown.path.parent
    shown.press("Save CSV")
    assert shown.path.read_bytes() == b"the record as csv"
    assert "was not saved" not in shown.words()


def test_the_whole_diary_is_another_button(shown):
    shown.press("Save the whole diary for another computer")

    assert shown.path.read_bytes() == b"everybody"
    assert shown.suggested == ["Ana-Sample-2026-05-12.json"]


@pytest.mark.parametrize(
    ("words", "kind", "suggested"),
    [
        ("Long form", PageKind.LONG, "Ana-Sample-2026-05-12-long.pdf"),
        ("Heart sheet", PageKind.HEART, "Ana-Sample-2026-05-12-heart-sheet.pdf"),
        ("My plan", PageKind.PLAN, "Ana-Sample-2026-05-12-plan.pdf"),
        ("Blank diary page", PageKind.BLANK, "Ana-Sample-2026-05-12-blank-page.pdf"),
    ],
)
def test_every_page_can_be_saved_and_printed_from_here(shown, words, kind, suggested):
    shown.chip(words)

    shown.press("Save PDF")
    shown.press("Print")

    assert shown.path.read_bytes() == f"the page {kind}".encode()
    assert shown.suggested == [suggested]
    assert shown.printed == [kind]


def test_a_sheet_of_its_own_asks_for_no_days_and_no_parts(shown):
    shown.chip("Heart sheet")

    assert "What to cover" not in shown.words()
    assert "What to include" not in shown.words()
    shown.chip("One page")
    assert "What to cover" in shown.words()


def test_the_diary_goes_inside_the_pdf_only_when_it_is_ticked(shown):
    shown.press("Save PDF")
    assert shown.path.read_bytes() == b"the page one-page"

    shown.tick("for hospital computers")
    shown.press("Save PDF")

    assert shown.path.read_bytes() == b"the page one-page with fhir.json"


def test_what_is_ticked_for_the_report_is_not_put_inside_another_sheet(shown):
    shown.tick("for this program")
    shown.chip("My plan")

    shown.press("Save PDF")

    assert shown.path.read_bytes() == b"the page plan"


def test_a_page_that_cannot_be_made_says_why_and_nothing_is_written(shown):
    shown.printer.refused = PageKind.PLAN

    shown.chip("My plan")
    assert "There is nothing to print" in shown.words()
    shown.press("Save PDF")
    shown.press("Print")

    assert not shown.path.exists()
    assert not shown.printed
    shown.chip("One page")
    assert "There is nothing to print" not in shown.words()


def test_the_main_concern_is_kept_when_the_keyboard_goes_elsewhere(shown, qtbot):
    with qtbot.waitActive(shown.page):
        shown.page.activateWindow()
    shown.concern().editor.setFocus()
    qtbot.keyClicks(shown.concern().editor, "The tingling")
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Tab)

    assert shown.companion.diary.main_concern().text == "The tingling"
    assert shown.said == ["Saved: my main concern"]
    assert len(shown.told) == 1


def test_a_concern_still_being_typed_is_kept_before_the_report_is_saved(shown, qtbot):
    qtbot.keyClicks(shown.concern().editor, "The tingling")

    shown.press("Save PDF")

    assert shown.companion.diary.main_concern().text == "The tingling"


def test_a_concern_that_cannot_be_kept_stays_in_its_field_and_says_why(shown, qtbot):
    shown.concern().editor.setText("x" * 20_001)
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)

    assert shown.companion.diary.main_concern() is None
    assert "longer than 20,000" in shown.words()
    assert len(shown.concern().text) == 20_001


def test_an_emptied_concern_is_taken_back(shown, qtbot):
    qtbot.keyClicks(shown.concern().editor, "The tingling")
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)

    shown.concern().editor.clear()
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)

    assert shown.companion.diary.main_concern() is None
    assert shown.said[-1] == "Taken back"
