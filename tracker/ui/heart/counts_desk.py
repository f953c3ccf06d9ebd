"""Connects the blood counts of the Heart page with the diary."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.draft_places import COUNT
from tracker.ui.error_messages import error_text
from tracker.ui.heart import counts_wording as wording
from tracker.ui.heart.count_dialog import CountDialog, TypedCount
from tracker.ui.heart.counts_card import CountsCard
from tracker.ui.heart.counts_state import CountChoice, CountRow, counts_state
from tracker.ui.keeping import DraftPlace, run_kept


class CountsDesk(QObject):
    """Stores and takes out values, and remembers which test is looked at.

    Args:
        tell: Announces what was stored, with an undo.
        say: Shows a refusal.
    """

    def __init__(
        self,
        companion: Companion,
        card: CountsCard,
        *,
        tell: Callable[[Changes, str], None],
        say: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._companion, self._card, self._window = companion, card, window
        self._tell, self._say = tell, say
        self._choice = CountChoice()
        card.add_asked.connect(self._ask)
        card.choice_changed.connect(self._choose)
        card.removal_asked.connect(self._remove)

    def refresh(self) -> None:
        """Show the values as they are now."""
        self._card.show_state(counts_state(self._companion, self._choice))

    def _choose(self, choice: CountChoice) -> None:
        self._choice = choice
        self.refresh()

    def _ask(self, test: str) -> None:
        units = {value.entry.test: value.entry.unit for value in self._companion.heart.counts()}
        today, labs = self._companion.clock().date(), self._companion.library.labs
        dialog = CountDialog(today, labs, units, self._store, self._window)
        if test:
            dialog.choose(test)
        run_kept(dialog, DraftPlace(self._companion.drafts, COUNT, lambda: today))

    def _store(self, typed: TypedCount) -> None:
        saved = self._companion.diary.lab(
            typed.test,
            typed.value,
            typed.unit,
            low=typed.low,
            high=typed.high,
            comparator=typed.comparator,
            day=typed.day,
        )
        self._choice = CountChoice(typed.test)
        name = self._companion.library.labs[typed.test].name
        shown = f"{typed.comparator or ''}{typed.value} {wording.unit(typed.unit)}"
        self._tell(saved.changes, self.tr("Saved: {test} {value}").format(test=name, value=shown))

    def _remove(self, row: CountRow) -> None:
        try:
            changes = self._companion.diary.remove(row.entry_id)
        except TrackerError as error:
            self._say(error_text(error).text)
            return
        self._tell(changes, self.tr("Removed: {value}").format(value=wording.value(row)))
