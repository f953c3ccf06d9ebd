"""What can be done with the treatment that the Today page names: given, or on another date."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.domain.schedule import VisitStatus
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.page import Page
from tracker.ui.today.side_cards import ComingUpCard

if TYPE_CHECKING:
    from tracker.ui.plan.dose_actions import DoseActions
    from tracker.ui.plan.treatment_days import TreatmentAt

Tell = Callable[[Changes, str], None]
"""Takes what changed, and what is said of it."""


class NextTreatment(QObject):
    """Stores it without a way over the Plan page; reads that page's modules when asked.

    Args:
        page: The dialogs stand over it.
        tell: Takes what was stored.
        card: Shows the treatment, and asks.
    """

    def __init__(self, page: Page, companion: Companion, tell: Tell, card: ComingUpCard) -> None:
        super().__init__(page)
        self._page, self._companion = page, companion
        self._tell, self._card = tell, card
        card.change_requested.connect(self._ask_where_to)
        card.given_requested.connect(self._give)

    def _give(self) -> None:
        treatment = self._treatment()
        if treatment is not None:
            self._doses().give(treatment)

    def _ask_where_to(self) -> None:
        treatment = self._treatment()
        if treatment is None:
            self._page.page_requested.emit("plan")
        else:
            self._doses().ask_where_to(treatment)

    def _treatment(self) -> "TreatmentAt | None":
        """Return the treatment that the card shows, while it is planned."""
        from tracker.ui.plan.treatment_days import treatment_days  # noqa: PLC0415 - when asked

        days = treatment_days(self._companion.plan.all(), self._companion.library.drugs)
        planned = (each for each in days if each.status is VisitStatus.PLANNED)
        return next((each for each in planned if each.on == self._card.shown_day), None)

    def _doses(self) -> "DoseActions":
        from tracker.ui.plan.dose_actions import DoseActions  # noqa: PLC0415 - when asked

        return DoseActions(self._page, self._companion, self._tell, self._page.say)
