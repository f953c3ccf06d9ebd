"""The heart sheet: one page for the cardiologist, saved where the person says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.printing import HeartSheetPrinter
from tracker.ui.error_messages import error_text
from tracker.ui.report.saving import save_file
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


@dataclass(frozen=True, slots=True)
class SheetTools:
    """What the sheet needs from outside.

    Attributes:
        ask_file: Asks where to save a file of this name; None when the person changed her mind.
    """

    printer: HeartSheetPrinter
    ask_file: Callable[[str], Path | None]


class SheetCard(Card):
    """A button that saves the page.

    Signals:
        saved: Carries the name of the file.
    """

    saved = Signal(str)

    def __init__(self, tools: SheetTools, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._tools = tools
        self._today = date.min
        self.add_title(self.tr("For your cardiologist"), "print")
        words = self.tr("One page with scans, signs, drug totals and heart blood tests.")
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        self._error = MessageBox("error", self.tr("Not saved"))
        self._error.hide()
        self.column.addWidget(self._error)
        save = SecondaryButton(self.tr("Save the heart sheet"), "save")
        save.clicked.connect(self.save)
        self.column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)

    def show_day(self, today: date) -> None:
        """Name the file after this day."""
        self._today = today

    def save(self) -> None:
        """Ask for a place and save the page as it is now."""
        path = self._tools.ask_file(f"heart-sheet-{self._today:%Y-%m-%d}.pdf")
        if path is None:
            return
        try:
            save_file(path, self._tools.printer.heart_sheet().pdf())
        except TrackerError as error:
            found = error_text(error)
            self._error.show_text(found.title, found.text)
            self._error.show()
            return
        self._error.hide()
        self.saved.emit(path.name)
