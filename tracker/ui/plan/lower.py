"""The cards of the Plan page below its timeline; made when the timeline is on the screen."""

from PySide6.QtWidgets import QVBoxLayout

from tracker.ui.plan.calendar_card import CalendarCard
from tracker.ui.plan.dates_table import DatesCard
from tracker.ui.plan.day_card import DayCard
from tracker.ui.plan.side_cards import ChangesCard, NotingCard, TreatmentCard
from tracker.ui.plan.state import PlanState
from tracker.ui.widgets.columns import Columns

_SHARE, _FOLD_BELOW = 0.66, 800


class LowerCards:
    """The month, the day that is chosen in it, and what can be done and noted."""

    def __init__(self, column: QVBoxLayout) -> None:
        self.calendar_card = CalendarCard()
        self.day_card = DayCard()
        self.today_card = TreatmentCard()
        self.unmarked_card = TreatmentCard()
        self.next_card = TreatmentCard()
        self.changes_card, self.noting_card = ChangesCard(), NotingCard()
        self.dates_card = DatesCard()
        self._columns = Columns(_SHARE, _FOLD_BELOW)
        self._columns.left.addWidget(self.calendar_card)
        self._columns.left.addStretch(1)
        for card in (
            self.day_card,
            self.today_card,
            self.next_card,
            self.unmarked_card,
            self.changes_card,
            self.noting_card,
        ):
            self._columns.right.addWidget(card)
        self._columns.right.addStretch(1)
        for widget in (self._columns, self.dates_card):
            column.addWidget(widget)

    def show_state(self, state: PlanState | None) -> None:
        """Show the plan; nothing while there is none."""
        self._columns.setVisible(state is not None)
        self.dates_card.setVisible(state is not None)
        if state is None:
            return
        self.dates_card.show_state(state)
        self.calendar_card.show_calendar(state.calendar)
        is_today = state.upcoming is not None and state.upcoming.on == state.today
        self.today_card.show_treatment(state.upcoming if is_today else None, state.today)
        self.next_card.show_treatment(None if is_today else state.upcoming, state.today)
        self.unmarked_card.show_treatment(None if is_today else state.unmarked, state.today)
        self.changes_card.show_changes(state.changes)
        self.noting_card.show_possible(
            has_doses=state.upcoming is not None,
            goes_on=state.goes_on,
            has_surgery_between=state.has_surgery_between,
        )
