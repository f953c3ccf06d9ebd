"""Settings, Privacy: the whole diary as one file for another computer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.ui.settings.copies_card import what_it_holds
from tracker.ui.settings.state import DiaryCopies
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox

_SUGGESTED = "diary-for-another-computer.sqlite"


class TakeAlongCard(Card):
    """Makes the file and says how the other computer takes it."""

    def __init__(
        self,
        copies: DiaryCopies,
        ask_file: Callable[[str], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("plain", parent)
        self._copies, self._ask_file = copies, ask_file
        self._failure, self._success = MessageBox("error", ""), MessageBox("ok", "")
        self.add_title(self.tr("Move to another computer"))
        words = self.tr(
            "One file holds the whole diary, with its history; an encrypted diary stays encrypted. "
            "On the other computer, start this program and choose “I have a diary already”."
        )
        button = SecondaryButton(self.tr("Save the diary for another computer"), "save")
        button.clicked.connect(self._save)
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        for box in (self._failure, self._success):
            box.hide()
            self.column.addWidget(box)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _save(self) -> None:
        path = self._ask_file(_SUGGESTED)
        if path is None:
            return
        try:
            contents = self._copies.to_take_along(path)
        except TrackerError as error:
            self._success.hide()
            self._failure.show_text(self.tr("Not saved"), str(error))
            self._failure.show()
            return
        self._failure.hide()
        self._success.show_text(
            self.tr("The diary is in {path}").format(path=path), what_it_holds(contents)
        )
        self._success.show()
