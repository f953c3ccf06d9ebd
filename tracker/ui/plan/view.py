"""The cards of the Plan page in their places."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from tracker.ui.plan import timeline_words, wording
from tracker.ui.plan.calendar_card import CalendarCard
from tracker.ui.plan.dates_table import DatesCard
from tracker.ui.plan.day_card import DayCard
from tracker.ui.plan.side_cards import ChangesCard, NotingCard, TreatmentCard
from tracker.ui.plan.state import PlanState
from tracker.ui.plan.timeline import TimelineChart, TimelineLegend
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.empty_state import EmptyState
from tracker.ui.widgets.labels import Heading, WrappedLabel

_SHARE, _FOLD_BELOW = 0.66, 800


def _tr(words: str) -> str:
    return QCoreApplication.translate("plan", words)


class TimelineCard(Card):
    """The timeline with its title, its legend, and a word about the start where needed."""

    def __init__(self) -> None:
        super().__init__("plain")
        head = QVBoxLayout()
        head.setSpacing(2)
        self._title = Heading("", 2)
        self._regimens = WrappedLabel("", "small", tone="text2")
        head.addWidget(self._title)
        head.addWidget(self._regimens)
        self.column.addLayout(head)
        self.chart = TimelineChart()
        self.legend = TimelineLegend()
        self._start = WrappedLabel("", tone="text2")
        for widget in (self.chart, self.legend, self._start):
            self.column.addWidget(widget)

    def show_state(self, state: PlanState) -> None:
        """Show the plan."""
        self._title.setText(wording.timeline_title(state))
        self._regimens.setText("\n".join(regimen.name for regimen in state.regimens))
        self.chart.show_timeline(state.timeline)
        self.legend.show_marks(timeline_words.legend(state.timeline))
        note = wording.start_note(state)
        self._start.setText(note)
        self._start.setVisible(bool(note))


class PlanView:
    """Builds the cards into a column and hands one state to all of them."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._title = Heading(_tr("Your plan"), 1)
        self.timeline_card = TimelineCard()
        self.calendar_card = CalendarCard()
        self.day_card = DayCard()
        self.today_card = TreatmentCard()
        self.unmarked_card = TreatmentCard()
        self.next_card = TreatmentCard()
        self.changes_card, self.noting_card = ChangesCard(), NotingCard()
        self.empty = EmptyState(
            "plan",
            _tr("No plan yet"),
            _tr("Your dates will show here once a treatment is set up."),
            _tr("Set up your treatment"),
        )
        self._columns = Columns(_SHARE, _FOLD_BELOW)
        self._columns.left.addWidget(self.calendar_card)
        self._columns.left.addStretch(1)
        for card in (self.day_card, self.today_card, self.next_card, self.unmarked_card):
            self._columns.right.addWidget(card)
        for last in (self.changes_card, self.noting_card):
            self._columns.right.addWidget(last)
        self._columns.right.addStretch(1)
        self.dates_card = DatesCard()
        cards = (self._title, self.empty, self.timeline_card, self._columns, self.dates_card)
        for widget in cards:
            column.addWidget(widget)
        self.show_state(None)

    def show_state(self, state: PlanState | None) -> None:
        """Show the plan, or that there is none yet."""
        self.empty.setVisible(state is None)
        self.timeline_card.setVisible(state is not None)
        self._columns.setVisible(state is not None)
        self.dates_card.setVisible(state is not None)
        if state is None:
            return
        self.timeline_card.show_state(state)
        self.dates_card.show_state(state)
        self.calendar_card.show_calendar(state.calendar)
        is_today = state.upcoming is not None and state.upcoming.on == state.today
        self.today_card.show_treatment(state.upcoming if is_today else None, state.today)
        self.next_card.show_treatment(None if is_today else state.upcoming, state.today)
        self.unmarked_card.show_treatment(None if is_today else state.unmarked, state.today)
        self.changes_card.show_changes(state.changes)
        self.noting_card.show_possible(
            goes_on=state.upcoming is not None,
            has_surgery_between=state.has_surgery_between,
        )
