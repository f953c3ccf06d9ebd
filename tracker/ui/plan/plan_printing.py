"""Prints the plan, or one month of it, and saves it as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.private_files import write_whole
from tracker.services.printing import PreparedReport
from tracker.ui.error_messages import error_text
from tracker.ui.page import Page


@dataclass(frozen=True, slots=True)
class PlanTools:
    """What the page needs of the program around it.

    Attributes:
        sheet: Sets the dates of the month that a day lies in; None: of the whole plan.
        ask_file: Asks for a place to save; None when the person changed her mind.
        print_pages: Prints through the system's dialog; False when the person changed her mind.
    """

    sheet: Callable[[date | None], PreparedReport]
    ask_file: Callable[[str], Path | None]
    print_pages: Callable[[QWidget, PreparedReport], bool]


class PlanPrinting(QObject):
    """Says in a sentence what could not be printed or saved."""

    def __init__(self, page: Page, tools: PlanTools) -> None:
        super().__init__(page)
        self._page, self._tools = page, tools

    def print_dates(self, month: date | None) -> None:
        """Print the month that a day lies in; None: the whole plan."""
        try:
            self._tools.print_pages(self._page, self._tools.sheet(month))
        except TrackerError as error:
            self._page.say(error_text(error).text)

    def save(self) -> None:
        """Save the whole plan as a PDF where the person says."""
        path = self._tools.ask_file("treatment-plan.pdf")
        if path is None:
            return
        try:
            write_whole(path, self._tools.sheet(None).pdf())
        except TrackerError as error:
            self._page.say(error_text(error).text)
            return
        self._page.say_saved(path)
