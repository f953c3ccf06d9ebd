"""A Report page with what it works with, and the file a person names when she is asked."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.builders import PERSON_ID, a_companion
from tracker.errors import DiaryNotOpenedError, NotUnderstoodError
from tracker.services.printing import Attachment, PageKind
from tracker.ui import theme
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
    asked: list = field(default_factory=list)

    def sections(self):
        return (("heart", "Heart scans"),)

    def prepare(self, request):
        assert request.since <= request.until
        self.asked.append(request.kind)
        if request.kind == self.refused:
            raise NotUnderstoodError("There is nothing to print; nothing was written; add dates.")
        return Prepared(request)


@dataclass
class Exporter:
    """Notes what is asked for; refuses when told to."""

    asked: list = field(default_factory=list)
    refuses: bool = False
    too_large: str | None = None

    def whole_diary(self):
        return b"everybody"

    def too_large_to_import(self, content):
        assert content == b"everybody"
        return self.too_large

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
    """A Report page and the file a person names when she is asked.

    Attributes:
        undo: Takes back what was said last; None where that offers none.
        is_current: It is the page of the window that is shown, and hears at once what was stored.
    """

    def __init__(self, qtbot, folder):
        theme.current().apply(QApplication.instance())
        self.exporter, self.suggested, self.said = Exporter(), [], []
        self.printer, self.printed, self.told, self.files = Printer(), [], [], []
        self.undo = None
        self.path, self.is_current = folder / "chosen", True
        tools = ReportTools(self.printer, self.exporter, self._ask, self._take_pages, self._tell)
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

    def _tell(self, changes):
        self.told.append(changes)
        if self.is_current:
            self.page.refresh(changes)

    def _ask(self, suggested):
        self.suggested.append(suggested)
        return self.path

    def _take_pages(self, _parent, prepared):
        self.printed.append(prepared.request.kind)
        return True

    def _hear(self, message):
        self.said.append(message.text)
        self.undo = message.undo
        if message.file is not None:
            self.files.append(message.file)
