"""Settings, Privacy and data: bring in a diary, or symptoms that another program kept."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.errors import NotUnderstoodError, StoppedError, TrackerError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.settings.state import DiaryFile
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox

if TYPE_CHECKING:  # few import
    from tracker.services.arriving_plans import PlanChanged
    from tracker.services.exchanging import Arrival

EVERYTHING = Changes(
    profile=True,
    plan=True,
    symptoms=True,
    measurements=True,
    heart=True,
    notes=True,
    contacts=True,
)


class ImportCard(Card):
    """Asks for a file, brings it in, and says what was added and what has two versions.

    Signals:
        changed: What the import changed, or one choice between two versions.
    """

    changed = Signal(object)

    def __init__(
        self, file: DiaryFile, companion: Companion, parent: QWidget | None = None
    ) -> None:
        super().__init__("plain", parent)
        self._file, self._companion = file, companion
        self._failure = MessageBox("error", "")
        self._left = MessageBox("info", "")
        self._success = MessageBox("ok", "")
        self._choose = self._success.add_action(self.tr("Compare and choose"))
        self._choose.clicked.connect(self._compare)
        self._answer: UUID | None = None
        self._build()

    def look_again(self) -> None:
        """Take back what was said of answers that are no longer there, as after undo."""
        if self._answer is None:
            return
        try:
            self._companion.diary.entry(self._answer)
        except NotUnderstoodError:
            self._forget()

    def bring_in_diary(self, path: Path) -> None:
        """Add a diary file, all or nothing."""
        self._forget()
        try:
            arriving = self._agreed_to(path)
        except StoppedError as stopped:
            self._refuse(self.tr("Stopped"), str(stopped))
        except TrackerError as error:
            self._refuse(self.tr("Nothing was brought in"), str(error))
        else:
            if arriving.waits:
                self._leave()
                return
            self._succeed(arriving)
            self.changed.emit(EVERYTHING)

    def _agreed_to(self, path: Path) -> "Arrival":
        """Bring a diary in; what it changes of plans is shown first, and waits where it is left.

        Raises:
            TrackerError: Refused or stopped; nothing was stored.
        """
        from tracker.ui.importing.plan_changes_dialog import PlanChangesDialog  # noqa: PLC0415
        from tracker.ui.importing.working import Working  # noqa: PLC0415 - few import

        title, now = self.tr("Bringing the diary in"), self._companion.clock()
        drugs = self._companion.library.drugs
        agreed: tuple[PlanChanged, ...] = ()
        while True:
            work = partial(self._file.bring_in, path, now, agreed)
            arriving = Working.carry_out(title, work, self.window())
            agreed = arriving.plans_changed
            if not arriving.waits or not PlanChangesDialog.ask(agreed, drugs, self.window()):
                return arriving

    def bring_in_symptoms(self, path: Path) -> None:
        """Ask which column is which, show what comes of it, and add it in one step."""
        from tracker.ui.importing.mapping_dialog import bring_in_table  # noqa: PLC0415

        self._forget()
        try:
            brought = bring_in_table(path, self._file, self._companion, self.window())
        except TrackerError as error:
            self._refuse(self.tr("Nothing was brought in"), str(error))
            return
        if brought is not None:
            self._show_success(self.tr("Brought in"), brought.words, two_versions=False)
            self._answer = brought.first
            self.changed.emit(brought.changes)

    def _build(self) -> None:
        self.add_title(self.tr("Bring something in"))
        words = self.tr(
            "A diary that was saved as JSON, on this computer or on another one. What is here "
            "stays; what is missing is added. Or a table (CSV) of symptoms from another program."
        )
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        for box in (self._failure, self._left, self._success):
            box.hide()
            self.column.addWidget(box)
        for label, act in (
            (self.tr("Bring in a diary (JSON)"), self._ask_diary),
            (self.tr("Bring in symptoms from a table (CSV)"), self._ask_table),
        ):
            button = SecondaryButton(label)
            button.clicked.connect(act)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask_diary(self) -> None:
        path = self._asked(self.tr("Diary (*.json)"))
        if path is not None:
            self.bring_in_diary(path)

    def _ask_table(self) -> None:
        path = self._asked(self.tr("Table (*.csv *.tsv *.txt)"))
        if path is not None:
            self.bring_in_symptoms(path)

    def _asked(self, kind: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self.window(), "", "", kind)
        return Path(chosen) if chosen else None

    def _compare(self) -> None:
        from tracker.ui.importing.versions_dialog import choose_versions  # noqa: PLC0415

        self._failure.hide()
        try:
            choose_versions(self._companion, self.changed.emit, self.window())
            self._choose.setVisible(bool(self._companion.versions.undecided()))
        except TrackerError as error:
            self._failure.show_text(self.tr("Not saved"), str(error))
            self._failure.show()

    def _succeed(self, arriving: "Arrival") -> None:
        from tracker.services.arrival_words import two_sided, what_arrived  # noqa: PLC0415 - as above

        words = " ".join((what_arrived(arriving), *two_sided(arriving)))
        two_versions = bool(arriving.write.arrived_versions)
        self._show_success(self.tr("Brought in"), words, two_versions=two_versions)

    def _leave(self) -> None:
        words = self.tr("The plan and all else stays as it is. The file can be brought in later.")
        self._left.show_text(self.tr("Nothing was brought in"), words)
        self._left.show()

    def _show_success(self, title: str, words: str, *, two_versions: bool) -> None:
        self._failure.hide()
        self._choose.setVisible(two_versions and bool(self._companion.versions.undecided()))
        self._success.show_text(title, words)
        self._success.show()

    def _forget(self) -> None:
        """Say nothing of what was brought in, or refused, before."""
        self._answer = None
        for box in (self._failure, self._left, self._success):
            box.hide()

    def _refuse(self, title: str, words: str) -> None:
        self._success.hide()
        self._failure.show_text(title, words)
        self._failure.show()
