"""What is shown after everything was deleted: what is gone, and what may still be somewhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.setup.scrolled import fill
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


class DeletedPage(QWidget):
    """Says the truth about old copies.

    Args:
        left: Copies that this program made and that are still there.

    Signals:
        new_requested: Begin a new diary.
        leave_requested: Close the program.
    """

    new_requested = Signal()
    leave_requested = Signal()

    def __init__(self, left: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr(
            "What it held was written over, and the file was removed. What a disk itself keeps of "
            "removed files is beyond any program."
        )
        box = MessageBox("ok", self.tr("Your diary is deleted"), words)
        box.add_action(self.tr("Close the program"), "close").clicked.connect(self.leave_requested)
        box.add_action(self.tr("Start a new diary"), "plus").clicked.connect(self.new_requested)
        fill(self, (box, self._what_is_left(left)))

    def _what_is_left(self, left: Sequence[Path]) -> Card:
        card = Card()
        card.add_title(self.tr("What this program cannot delete"))
        words = self.tr(
            "Copies on a stick that is not plugged in, copies you made yourself, and exports, "
            "reports and calendars you saved are still where you put them. Whoever finds one can "
            "read it; an encrypted copy only with its passphrase."
        )
        card.column.addWidget(WrappedLabel(words))
        if left:
            card.column.addWidget(
                WrappedLabel(self.tr("These copies are still there:"), strong=True)
            )
        for path in left:
            label = WrappedLabel(str(path), tone="text2")
            label.make_selectable()
            card.column.addWidget(label)
        return card
