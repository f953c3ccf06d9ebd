"""Asks on Today whether the medicines of the last two days helped."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.domain.entries import MedicineEntry
from tracker.domain.entry_words import Helped
from tracker.services.companion import Companion
from tracker.ui.today.entry_lines import medicine_name
from tracker.ui.today.saver import Saver, Stored

if TYPE_CHECKING:
    from tracker.ui.today.helped_card import HelpedCard


class Helping(QObject):
    """Makes its card when there is first something to ask: most days there is not.

    Args:
        companion: Whose medicines they are.
        saver: Stores each answer.
        place: Puts the card onto the page.
        parent: The page.
    """

    def __init__(
        self,
        companion: Companion,
        saver: Saver,
        place: Callable[[QWidget], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._companion, self._saver, self._place = companion, saver, place
        self._card: HelpedCard | None = None

    def ask(self, medicines: Sequence[MedicineEntry]) -> None:
        """Ask about these and no others."""
        if self._card is None and medicines:
            from tracker.ui.today.helped_card import HelpedCard  # noqa: PLC0415 - when first asked

            self._card = HelpedCard()
            self._card.said.connect(self._store)
            self._place(self._card)
        if self._card is not None:
            symptoms = self._companion.library.symptoms
            self._card.show_medicines([(each, medicine_name(each, symptoms)) for each in medicines])

    def _store(self, medicine: MedicineEntry, helped: Helped) -> None:
        diary = self._companion.diary
        self._saver.attempt(lambda: diary.did_it_help(medicine.id, helped), self._said)

    def _said(self, stored: Stored) -> str:
        del stored
        return self.tr("Saved")
