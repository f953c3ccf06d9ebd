"""What a damaged diary still gave, and a list of what was lost."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui import text
from tracker.ui.setup.scrolled import fill
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


class LostEntries(Protocol):
    """Entries that could not be read, between two that could."""

    @property
    def entries(self) -> int:
        """How many."""

    @property
    def after(self) -> date | None:
        """The day of the entry before them; None at the start."""

    @property
    def before(self) -> date | None:
        """The day of the entry after them; None at the end."""


class Found(Protocol):
    """What was read from a damaged diary."""

    @property
    def kept(self) -> Mapping[str, int]:
        """Rows per table."""

    @property
    def lost(self) -> Mapping[str, int]:
        """Rows per table that are known to have been there."""

    @property
    def gaps(self) -> Sequence[LostEntries]:
        """Where entries are missing."""

    @property
    def end_is_known(self) -> bool:
        """False: later entries may be missing as well."""


class SalvagedPage(QWidget):
    """The damaged file is as it was; a new one lies beside it.

    Signals:
        opened: Go on with the new diary; carries its path.
        back_requested: Go back to the ways out of the trouble.
    """

    opened = Signal(object)
    back_requested = Signal()

    def __init__(self, found: Found, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        read = self.tr("1 entry") if found.kept["entry"] == 1 else self.tr("{n} entries")
        read = read.format(n=found.kept["entry"])
        words = self.tr(
            "{entries} could be read and are in {path} now. The damaged file was not changed; "
            "keep it."
        )
        box = MessageBox("info", self.tr("A part was saved"), words.format(entries=read, path=path))
        box.add_action(self.tr("Go on with what was saved"), "open").clicked.connect(self._open)
        box.add_action(self.tr("Back"), "undo").clicked.connect(self.back_requested)
        fill(self, (box, self._lost(found)))

    def _lost(self, found: Found) -> Card:
        card = Card()
        card.add_title(self.tr("What was lost"))
        lines = [
            self.tr("Entries between {after} and {before}: {n}").format(
                n=gap.entries,
                after=_named(gap.after, "the start"),
                before=_named(gap.before, "the end"),
            )
            for gap in found.gaps
        ]
        plan = found.lost["course"] + found.lost["course_event"]
        if plan:
            lines.append(self.tr("Parts of the treatment plan: {n}").format(n=plan))
        if found.lost["person"]:
            lines.append(self.tr("The name and the settings of a person"))
        if found.lost["entry_history"]:
            many = self.tr("Lines of the history of entries: {n}")
            lines.append(many.format(n=found.lost["entry_history"]))
        if not found.end_is_known:
            lines.append(self.tr("Later entries may be missing as well"))
        for line in lines or [self.tr("Nothing that is known of.")]:
            card.column.addWidget(WrappedLabel(line))
        return card

    def _open(self) -> None:
        self.opened.emit(self._path)


def _named(day: date | None, edge: str) -> str:
    return edge if day is None else text.long_day_with_year(day)
