"""Opens the bin and the history of an entry from a page."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.past.bin_dialog import BinDialog
from tracker.ui.past.history_dialog import HistoryDialog
from tracker.ui.past.wording import bin_lines, past_lines


def open_bin(companion: Companion, parent: QWidget) -> Changes:
    """Show the bin and return what was changed by putting things back."""
    changes = Changes()

    def put_back(ids: tuple[UUID, ...]) -> None:
        nonlocal changes
        changes |= companion.past.put_back(ids)

    BinDialog(lambda: bin_lines(companion), put_back, companion.past.delete_for_good, parent).run()
    return changes


def open_history(companion: Companion, entry_id: UUID, parent: QWidget) -> None:
    """Show what happened to an entry.

    Raises:
        NotUnderstoodError: It was deleted for good.
    """
    HistoryDialog.show_lines(past_lines(companion, entry_id), parent)
