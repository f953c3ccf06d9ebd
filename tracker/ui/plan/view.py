"""The first screen of the Plan page."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from tracker.domain.schedule import StartInWindow
from tracker.ui.plan import timeline_words
from tracker.ui.plan.first_state import FirstState
from tracker.ui.plan.timeline import TimelineChart, TimelineLegend
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.empty_state import EmptyState
from tracker.ui.widgets.labels import Heading, WrappedLabel


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
        self._past_surgery = WrappedLabel("", tone="warnText", strong=True)
        for widget in (self.chart, self.legend, self._start, self._past_surgery):
            self.column.addWidget(widget)

    def show_state(self, state: FirstState) -> None:
        """Show the plan."""
        self._title.setText(_timeline_title(state))
        self._regimens.setText("\n".join(regimen.name for regimen in state.regimens))
        self.chart.show_timeline(state.timeline)
        self.legend.show_marks(timeline_words.legend(state.timeline))
        note = _start_note(state)
        self._start.setText(note)
        self._start.setVisible(bool(note))
        self._past_surgery.setText("\n".join(state.past_surgery))
        self._past_surgery.setVisible(bool(state.past_surgery))


class PlanView:
    """The first screen: the timeline, or that there is no plan yet."""

    def __init__(self, column: QVBoxLayout) -> None:
        title = Heading(_tr("Your plan"), 1)
        self.timeline_card = TimelineCard()
        self.empty = EmptyState(
            "plan",
            _tr("No plan yet"),
            _tr("Your dates will show here once a treatment is set up."),
            _tr("Set up your treatment"),
        )
        for widget in (title, self.empty, self.timeline_card):
            column.addWidget(widget)
        self.show_state(None)

    def show_state(self, state: FirstState | None) -> None:
        """Show the plan, or that there is none yet."""
        self.empty.setVisible(state is None)
        self.timeline_card.setVisible(state is not None)
        if state is not None:
            self.timeline_card.show_state(state)


def _timeline_title(state: FirstState) -> str:
    """Return the title of the first card."""
    one_year = any(lane.one_year for lane in state.timeline.lanes)
    if one_year and state.timeline.surgeries and state.surgery_first:
        return _tr("From surgery to one year")
    return _tr("From the first dose to one year") if one_year else _tr("Your treatment")


def _start_note(state: FirstState) -> str:
    """Return a sentence about a start outside the usual days; empty where there is none to say."""
    wait = state.timeline.wait
    outside = state.start_in_window not in (None, StartInWindow.INSIDE)
    if wait is None or not outside or wait.starts_on < state.today:
        return ""
    return _tr(
        "The first dose is {days} days after surgery. Usual is 28 to 42 days. "
        "Ask your team if you are not sure about the day."
    ).format(days=wait.days)
