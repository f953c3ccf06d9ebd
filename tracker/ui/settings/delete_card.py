"""Settings, Privacy: deletes everything, after the person has typed that she means it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.ui.settings.state import DiaryCopies
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


class DeleteEverythingDialog(Dialog):
    """Closes with its answer only when the words were typed."""

    def __init__(self, copies: Sequence[Path], parent: QWidget | None = None) -> None:
        title = self.tr("Delete your diary?")
        super().__init__(title, self.tr("Delete everything"), parent, danger=True)
        self._words = self.tr("delete everything")
        all_of_it = self.tr(
            "All people, treatments, entries, drafts, the bin and all history in this diary are "
            "written over and removed. Nothing brings them back."
        )
        self.body.addWidget(WrappedLabel(all_of_it))
        many = self.tr("Also delete the {n} copies that this program made and can reach now")
        one = self.tr("Also delete the copy that this program made and can reach now")
        self._with_copies = CheckRow((one if len(copies) == 1 else many).format(n=len(copies)))
        self._with_copies.setVisible(bool(copies))
        self.body.addWidget(self._with_copies)
        left = self.tr(
            "Copies on a stick that is not plugged in, copies you made yourself, and exports and "
            "reports you saved stay where they are. Delete those by hand."
        )
        self.body.addWidget(WrappedLabel(left, tone="text2"))
        self._typed = TextField(self.tr("To go on, type: {words}").format(words=self._words))
        self.body.addWidget(self._typed)
        # Enter in the field must not be enough.
        self.accept_button.setAutoDefault(False)
        self.accept_button.setDefault(False)
        self.reject_button.setDefault(True)

    @property
    def with_copies(self) -> bool:
        """Whether the copies go too."""
        return self._with_copies.isChecked()

    def check(self) -> bool:
        if " ".join(self._typed.text.split()).casefold() == self._words:
            return True
        self._typed.show_error(
            self.tr("Type the words “{words}” to delete.").format(words=self._words)
        )
        return False


class DeleteCard(Card):
    """The last card of its section."""

    def __init__(self, copies: DiaryCopies, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._copies = copies
        self._failure = MessageBox("error", "")
        self._failure.hide()
        self.add_title(self.tr("Delete everything"))
        words = self.tr("Deletes the whole diary from this computer. You are asked once more.")
        button = SecondaryButton(self.tr("Delete everything"), "alert")
        button.clicked.connect(self._ask)
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        self.column.addWidget(self._failure)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        dialog = DeleteEverythingDialog(self._copies.all_copies(), self.window())
        if not dialog.run():
            return
        try:
            self._copies.delete_everything(with_copies=dialog.with_copies)
        except TrackerError as error:
            self._failure.show_text(self.tr("Nothing was deleted"), str(error))
            self._failure.show()
