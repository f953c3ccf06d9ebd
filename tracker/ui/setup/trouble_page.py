"""What is shown when the diary cannot be opened: one sentence, and the ways out."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.ui import text
from tracker.ui.error_messages import error_text
from tracker.ui.settings.copies_card import what_it_holds
from tracker.ui.settings.state import CopyContents
from tracker.ui.setup.scrolled import fill
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


class CopyOffer(Protocol):
    """A copy that opened just now."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def made_at(self) -> datetime:
        """When it was made, local time."""

    @property
    def contents(self) -> CopyContents:
        """What it holds."""


class TroublePage(QWidget):
    """Never changes a file.

    Signals:
        retried: Open the same file once more.
        other_requested: Choose another diary file.
        new_requested: Start a new diary in another place.
        copy_chosen: The path of the copy to go back to.
        salvage_requested: Read what the damaged file still gives.
    """

    retried = Signal()
    other_requested = Signal()
    new_requested = Signal()
    copy_chosen = Signal(object)
    salvage_requested = Signal()

    def __init__(
        self,
        error: TrackerError,
        copies: Sequence[CopyOffer] = (),
        parent: QWidget | None = None,
        *,
        can_salvage: bool = False,
    ) -> None:
        super().__init__(parent)
        words = error_text(error)
        self.setWindowTitle(words.title)
        below = self.tr("Without one, save what can still be read, below.")
        said = f"{words.text} {below}" if can_salvage and not copies else words.text
        self._box = MessageBox("error", words.title, said)
        self._box.add_action(self.tr("Try again"), "undo").clicked.connect(self.retried)
        self._box.add_action(self.tr("Open another diary"), "open").clicked.connect(
            self.other_requested
        )
        self._box.add_action(self.tr("Start a new diary elsewhere"), "plus").clicked.connect(
            self.new_requested
        )
        parts: list[QWidget] = [self._box]
        if copies:
            parts.append(self._copies(copies))
        if can_salvage:
            parts.append(self._salvage(has_copies=bool(copies)))
        fill(self, parts)

    def _copies(self, copies: Sequence[CopyOffer]) -> Card:
        card = Card()
        card.add_title(self.tr("These copies of your diary open"), "save")
        words = self.tr(
            "Going back to one keeps the file that does not open, beside it, as it is now."
        )
        card.column.addWidget(WrappedLabel(words, tone="text2"))
        for copy in copies:
            day = text.long_day_with_year(copy.made_at.date())
            label = self.tr("Go back to the copy of {day}, {time}")
            card.column.addWidget(WrappedLabel(what_it_holds(copy.contents)))
            button = SecondaryButton(
                label.format(day=day, time=text.clock_time(copy.made_at)), "undo"
            )
            button.clicked.connect(partial(self.copy_chosen.emit, copy.path))
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _salvage(self, *, has_copies: bool) -> Card:
        card = Card()
        card.add_title(self.tr("Save what can still be read"))
        words = self.tr(
            "A new diary is made beside the file with all that can be read, and you see what was "
            "lost. The file itself is not changed."
        )
        first = self.tr("A copy holds more than that; try one of the copies first.")
        card.column.addWidget(WrappedLabel(f"{words} {first}" if has_copies else words))
        button = SecondaryButton(self.tr("Save what can be read"), "save")
        button.clicked.connect(self.salvage_requested)
        card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
