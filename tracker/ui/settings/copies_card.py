"""Settings, Privacy: the copies of the diary, a rehearsal of going back, and going back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.errors import TrackerError
from tracker.ui import text
from tracker.ui.settings.state import CopyContents, DiaryCopies
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


def what_it_holds(contents: CopyContents) -> str:
    """Return what a copy holds, as one sentence."""
    many = QCoreApplication.translate("Copies", "{n} entries").format(n=f"{contents.entries:,}")
    entries = QCoreApplication.translate("Copies", "1 entry") if contents.entries == 1 else many
    if contents.last_day is None:
        return QCoreApplication.translate("Copies", "It holds {entries}.").format(entries=entries)
    return QCoreApplication.translate("Copies", "It holds {entries}, the last of {day}.").format(
        entries=entries, day=text.long_day_with_year(contents.last_day)
    )


class GoBackDialog(Dialog):
    """Says what the copy holds before anything is changed."""

    @staticmethod
    def ask(contents: CopyContents, parent: QWidget) -> bool:
        """Return whether the person wants this copy in the place of her diary."""
        return GoBackDialog(contents, parent).run()

    def __init__(self, contents: CopyContents, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Copies", "Go back to this copy?")
        accept = QCoreApplication.translate("Copies", "Go back to this copy")
        super().__init__(title, accept, parent)
        words = self.tr(
            "What was written after it is no longer in the diary. The diary as it is now is kept "
            "beside it, under another name."
        )
        self.body.addWidget(WrappedLabel(what_it_holds(contents), strong=True))
        self.body.addWidget(WrappedLabel(words))


class CopiesCard(Card):
    """Where the copies are, and whether they open."""

    def __init__(self, copies: DiaryCopies, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._copies = copies
        self._state = WrappedLabel(tone="text2")
        self._second = WrappedLabel(tone="text2")
        self._failure = MessageBox("error", "")
        self._success = MessageBox("ok", "")
        self._build()
        self.show_values()

    def show_values(self) -> None:
        """Show the latest copy and the second folder."""
        latest, folder = self._copies.latest(), self._copies.second_folder()
        none = self.tr("There is no copy yet.")
        last = self.tr("The latest copy is of {day}: {path}")
        self._state.setText(
            none
            if latest is None
            else last.format(day=text.long_day_with_year(latest[0].date()), path=latest[1])
        )
        only = self.tr("A copy on another disk or a USB stick survives the loss of this computer.")
        both = self.tr("Copies are kept in {folder} as well, whenever it is there.")
        self._second.setText(only if folder is None else both.format(folder=folder))
        trouble = self._copies.trouble()
        if trouble is not None:
            self._refuse(trouble)

    def _build(self) -> None:
        self.add_title(self.tr("Copies of the diary"))
        words = self.tr(
            "One copy is made each day you open the diary: the last 10 stay, then one for each of "
            "7 days, 8 weeks and 12 months. Each is opened and checked."
        )
        for box in (self._failure, self._success):
            box.hide()
        for part in (
            WrappedLabel(words, tone="text2"), self._state, self._second,
            self._failure, self._success,
        ):  # fmt: skip
            self.column.addWidget(part)
        for label, act in (
            (self.tr("Make a copy now"), self._make),
            (self.tr("Try whether the latest copy opens"), self._rehearse),
            (self.tr("Keep copies in another folder too"), self._choose),
            (self.tr("Go back to a copy"), self._restore),
        ):
            button = SecondaryButton(label)
            button.clicked.connect(act)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _make(self) -> None:
        self._tell(self.tr("A copy was made"), self._copies.make_now)

    def _rehearse(self) -> None:
        self._tell(self.tr("The latest copy opened"), self._copies.rehearse)

    def _tell(self, title: str, act: Callable[[], CopyContents]) -> None:
        try:
            contents = act()
        except TrackerError as error:
            self._refuse(str(error))
            return
        self._failure.hide()
        self._success.show_text(title, what_it_holds(contents))
        self._success.show()
        self.show_values()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.window())
        if folder:
            try:
                self._copies.choose_folder(Path(folder))
            except TrackerError as error:
                self._refuse(str(error))
            self.show_values()

    def _restore(self) -> None:
        latest = self._copies.latest()
        start = "" if latest is None else str(latest[1].parent)
        chosen, _ = QFileDialog.getOpenFileName(self.window(), "", start)
        if chosen:
            self.offer(Path(chosen))

    def offer(self, copy: Path) -> None:
        """Say what a copy holds, and go back to it when the person says so."""
        try:
            contents = self._copies.contents(copy)
            if GoBackDialog.ask(contents, self.window()):
                self._copies.go_back(copy)
        except TrackerError as error:
            self._refuse(str(error))

    def _refuse(self, sentence: str) -> None:
        self._success.hide()
        self._failure.show_text(self.tr("This did not work"), sentence)
        self._failure.show()
