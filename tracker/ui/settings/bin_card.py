"""Settings, Privacy: the way to the bin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.services.companion import Companion
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel


class BinCard(Card):
    """Opens the bin.

    Signals:
        changed: Entries were put back; carries what that changes.
    """

    changed = Signal(object)

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._companion = companion
        self.add_title(self.tr("Bin"))
        words = self.tr("What you remove can be put back for 30 days.")
        button = SecondaryButton(self.tr("Open the bin"), "open")
        button.clicked.connect(self._open)
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open(self) -> None:
        from tracker.ui.past.opening import open_bin  # noqa: PLC0415 - when asked for

        self.changed.emit(open_bin(self._companion, self.window()))
