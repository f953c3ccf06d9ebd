"""The box that says that some entries have two versions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.companion import Companion
from tracker.ui.widgets.message_box import MessageBox


class VersionsNotice(MessageBox):
    """Shown while there is something to choose.

    Signals:
        changed: What one of the person's choices changed.
    """

    changed = Signal(object)

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__("info", "", parent=parent)
        self._companion = companion
        self.add_action(self.tr("Compare and choose")).clicked.connect(self._choose)
        self.hide()

    def look(self) -> None:
        """Show how many entries wait for a choice."""
        number = len(self._companion.versions.undecided())
        self.setVisible(number > 0)
        if number:
            one = self.tr("One entry has two versions")
            many = self.tr("{n} entries have two versions").format(n=f"{number:,}")
            words = self.tr(
                "Two copies of the diary say different things. What was here counts until you "
                "choose."
            )
            self.show_text(one if number == 1 else many, words)

    def _choose(self) -> None:
        from tracker.ui.importing.versions_dialog import choose_versions  # noqa: PLC0415 - seldom

        try:
            choose_versions(self._companion, self.changed.emit, self.window())
            self.look()
        except TrackerError as error:
            self.show_text(self.tr("Not saved"), str(error))
