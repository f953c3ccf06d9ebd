"""The choice between two versions of one entry, one entry after the other."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tracker.domain.entries import AnyEntry
from tracker.domain.writers import SELF
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.versions import TwoVersions
from tracker.ui import text
from tracker.ui.history.entry_rows import Definitions, entry_in_words
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


def choose_versions(companion: Companion, tell: Callable[[Changes], None], parent: QWidget) -> None:
    """Ask about each entry with two versions until none is left or the person has enough.

    Args:
        companion: One person's diary.
        tell: Hears of each choice as soon as it is stored; of nothing where nothing was chosen.
        parent: The dialogs stand over it.

    Raises:
        TrackerError: A choice was refused; those before it are stored and told.
    """
    waiting = companion.versions.undecided()
    for number, versions in enumerate(waiting):
        dialog = VersionsDialog(versions, len(waiting) - number, companion, parent)
        chosen = dialog.choice if dialog.run() else None
        if chosen is None:
            return
        tell(_stored(companion, versions, chosen))


def _stored(companion: Companion, versions: TwoVersions, chosen: int) -> Changes:
    if chosen == 0:
        return companion.versions.keep(versions.here.id)
    return companion.versions.take(versions.here.id, chosen - 1)


def version_words(entry: AnyEntry, definitions: Definitions) -> str:
    """Return one version as a line: what it says, its day and who wrote it."""
    parts = [entry_in_words(entry, definitions), text.long_day_with_year(entry.day)]
    if entry.by != SELF:
        parts.append(QCoreApplication.translate("Versions", "by {name}").format(name=entry.by))
    return text.without_overrides(" · ".join(parts))


class VersionsDialog(Dialog):
    """Shows the version that is here and those that came; nothing is chosen by itself."""

    def __init__(
        self, versions: TwoVersions, left: int, companion: Companion, parent: QWidget | None
    ) -> None:
        title = QCoreApplication.translate("Versions", "Two versions of one entry")
        accept = QCoreApplication.translate("Versions", "Keep the chosen one")
        later = QCoreApplication.translate("Versions", "Decide later")
        super().__init__(title, accept, parent, cancel_text=later)
        self._missing = MessageBox("error", self.tr("Choose one of the versions"))
        self._missing.hide()
        self._group = QButtonGroup(self)
        words = self.tr(
            "Two copies of the diary say different things. The other version stays in the "
            "history of the entry, and the choice can be taken back with Ctrl+Z."
        )
        self.body.addWidget(WrappedLabel(words))
        if left > 1:
            more = self.tr("{n} entries have two versions.").format(n=f"{left:,}")
            self.body.addWidget(WrappedLabel(more, tone="text2"))
        self._add_choices(versions, companion.library.symptoms)
        self.body.addWidget(self._missing)

    @property
    def choice(self) -> int | None:
        """0 for the version here, then those that came; None while nothing is chosen."""
        number = self._group.checkedId()
        return None if number < 0 else number

    def check(self) -> bool:
        missing = self.choice is None
        self._missing.setVisible(missing)
        return not missing

    def _add_choices(self, versions: TwoVersions, definitions: Definitions) -> None:
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        here = ChoiceCard(self.tr("In this diary"), version_words(versions.here, definitions))
        came = self.tr("Brought in on {day}")
        options = [here]
        for line in versions.arrived:
            if line.after is not None:
                title = came.format(day=text.long_day_with_year(line.at.date()))
                options.append(ChoiceCard(title, version_words(line.after, definitions)))
        for number, card in enumerate(options):
            self._group.addButton(card, number)
            column.addWidget(card)
        self.body.addWidget(cards)
