"""Prints the plan, or one month of it, and saves it as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.printing import PreparedReport
from tracker.ui.error_messages import error_text


@dataclass(frozen=True, slots=True)
class PlanTools:
    """What the page needs of the program around it.

    Attributes:
        sheet: Sets the dates of the month that a day lies in; None: of the whole plan.
        ask_file: Asks for a place to save; None when the person changed her mind.
        print_pages: Prints lying pages; False when the person changed her mind.
    """

    sheet: Callable[[date | None], PreparedReport]
    ask_file: Callable[[str], Path | None]
    print_pages: Callable[[QWidget, PreparedReport], bool]


class PlanPrinting(QObject):
    """Says in a sentence what could not be printed or saved."""

    def __init__(self, page: QWidget, tools: PlanTools, say: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._tools, self._say = page, tools, say

    def print_dates(self, month: date | None) -> None:
        """Print the month that a day lies in; None: the whole plan."""
        try:
            self._tools.print_pages(self._page, self._tools.sheet(month))
        except TrackerError as error:
            self._say(error_text(error).text)

    def save(self) -> None:
        """Save the whole plan as a PDF where the person says."""
        from tracker.ui.report.saving import save_file  # noqa: PLC0415 - when asked

        path = self._tools.ask_file("treatment-plan.pdf")
        if path is None:
            return
        try:
            save_file(path, self._tools.sheet(None).pdf())
        except TrackerError as error:
            self._say(error_text(error).text)
            return
        self._say(self.tr("Saved: {path}").format(path=path))
