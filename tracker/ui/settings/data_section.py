"""Privacy and data."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.companion import Companion
from tracker.ui.importing.import_card import ImportCard
from tracker.ui.settings.bin_card import BinCard
from tracker.ui.settings.copies_card import CopiesCard
from tracker.ui.settings.delete_card import DeleteCard
from tracker.ui.settings.passphrase_card import PassphraseCard
from tracker.ui.settings.section import Section
from tracker.ui.settings.state import SettingsTools
from tracker.ui.settings.take_along_card import TakeAlongCard
from tracker.ui.show_in_folder import why_not_shown
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox

_SUGGESTED = "diary.json"


class DataSection(Section):
    """Where the data is, a copy of all of it, and a check."""

    def __init__(
        self, tools: SettingsTools, companion: Companion, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools, self._companion = tools, companion
        self._place = WrappedLabel(tone="text2")
        self._place.make_selectable()
        self._failure = MessageBox("error", "")
        self._success = MessageBox("ok", "")
        self._exported: Path | None = None
        self._arriving: ImportCard | None = None
        self._show_folder = self._success.add_action(self.tr("Show in folder"), "open")
        self._show_folder.clicked.connect(self._show_in_folder)
        self._build()

    def show_values(self) -> None:
        path = self._tools.file.location()
        kept = self.tr("The diary is the file {path}")
        nowhere = self.tr("This is a sample; it is kept in no file")
        self._place.setText(nowhere if path is None else kept.format(path=path))
        if self._arriving is not None:
            self._arriving.look_again()

    def _export(self) -> None:
        path = self._tools.ask_file(_SUGGESTED)
        if path is None:
            return
        try:
            warning = self._tools.file.export_json(path)
        except TrackerError as error:
            self._refuse(self.tr("No copy was made"), error)
        else:
            words = str(path) if warning is None else f"{path}\n{warning}"
            self._succeed(self.tr("Everything is in this file now"), words, path)

    def _show_in_folder(self) -> None:
        refusal = None if self._exported is None else why_not_shown(self._exported)
        if refusal is not None:
            self._success.show_text(self.tr("Saved"), refusal)

    def _check(self) -> None:
        try:
            sentence = self._tools.file.check()
        except TrackerError as error:
            self._refuse(self.tr("The check found something"), error)
        else:
            self._succeed(self.tr("Checked"), sentence)

    def _refuse(self, title: str, error: TrackerError) -> None:
        self._success.hide()
        self._failure.show_text(title, str(error))
        self._failure.show()

    def _succeed(self, title: str, words: str, file: Path | None = None) -> None:
        self._failure.hide()
        self._exported = file
        self._show_folder.setVisible(file is not None)
        self._success.show_text(title, words)
        self._success.show()

    def _build(self) -> None:
        for box in (self._failure, self._success):
            box.hide()
            self.column.addWidget(box)
        private = Card()
        private.add_title(self.tr("Your data stays on this computer"), "lock")
        words = self.tr("Nothing is sent over the internet. There is no account.")
        private.column.addWidget(WrappedLabel(words))
        private.column.addWidget(self._place)
        copy = Card()
        copy.add_title(self.tr("Take everything with you"))
        words = self.tr(
            "One file with all that is in the diary, readable by other programs. "
            "Anybody who has it can read it."
        )
        copy.column.addWidget(WrappedLabel(words, tone="text2"))
        export = SecondaryButton(self.tr("Save everything as JSON"), "save")
        export.clicked.connect(self._export)
        copy.column.addWidget(export, 0, Qt.AlignmentFlag.AlignLeft)
        sound = Card()
        sound.add_title(self.tr("Is the file sound?"))
        check = SecondaryButton(self.tr("Check the diary file"), "check")
        check.clicked.connect(self._check)
        sound.column.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(private)
        if self._tools.lock is not None:
            passphrase = PassphraseCard(self._tools.lock)
            passphrase.reopen_wanted.connect(self._tools.reopen)
            passphrase.said.connect(self.said)
            self.column.addWidget(passphrase)
        copies = self._tools.copies
        if copies is not None:
            self.column.addWidget(CopiesCard(copies))
            self.column.addWidget(TakeAlongCard(copies, self._tools.ask_file))
        self.column.addWidget(copy)
        if self._tools.file.location() is not None:  # nothing of a sample is kept
            self._arriving = ImportCard(self._tools.file, self._companion)
            self._arriving.changed.connect(self.changed)
            self.column.addWidget(self._arriving)
        bin_card = BinCard(self._companion)
        bin_card.changed.connect(self.changed)
        for card in (sound, bin_card):
            self.column.addWidget(card)
        if copies is not None:
            self.column.addWidget(DeleteCard(copies))
