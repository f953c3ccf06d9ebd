"""The heart sheet: one page for the cardiologist, saved where the person says."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.private_files import write_whole
from tracker.ui.error_messages import error_text
from tracker.ui.heart.sheet_tools import SheetTools
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


class SheetCard(Card):
    """Buttons that print and save the page.

    Signals:
        saved: Carries the path of the file.
    """

    saved = Signal(Path)

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
        buttons = FlowLayout()
        for name, icon, act in (
            (self.tr("Print the heart sheet"), "print", self.print_sheet),
            (self.tr("Save the heart sheet"), "save", self.save),
        ):
            button = SecondaryButton(name, icon)
            button.clicked.connect(act)
            buttons.addWidget(button)
        self.column.addLayout(buttons)

    def show_day(self, today: date) -> None:
        """Name the file after this day."""
        self._today = today

    def print_sheet(self) -> None:
        """Ask for a printer and print the page as it is now."""
        self._tried(lambda: self._tools.print_pages(self, self._tools.sheet()))

    def save(self) -> None:
        """Ask for a place and save the page as it is now."""
        path = self._tools.ask_file(f"heart-sheet-{self._today:%Y-%m-%d}.pdf")
        if path is not None and self._tried(lambda: self._write(path)):
            self.saved.emit(path)

    def _write(self, path: Path) -> None:
        write_whole(path, self._tools.sheet().pdf())

    def _tried(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except TrackerError as error:
            found = error_text(error)
            self._error.show_text(found.title, found.text)
            self._error.show()
            return False
        self._error.hide()
        return True
