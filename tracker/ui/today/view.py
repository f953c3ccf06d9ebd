"""All cards of the Today page in their places; shows one `TodayState`."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.clinical.library import Library
from tracker.domain.entries import TemperatureEntry
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.symptoms import is_own
from tracker.errors import TrackerError
from tracker.ui.error_messages import error_text
from tracker.ui.today import wording
from tracker.ui.today.advice_list import AdviceList
from tracker.ui.today.begun import BegunBox
from tracker.ui.today.card_numbers import CallNumbers
from tracker.ui.today.checkin_card import CheckInCard
from tracker.ui.today.day_header import DayHeader
from tracker.ui.today.entry_lines import logged_line, told_apart
from tracker.ui.today.fog_card import FogCard
from tracker.ui.today.note_card import NoteCard
from tracker.ui.today.outlook_card import OutlookCard
from tracker.ui.today.questions_card import QuestionsCard
from tracker.ui.today.rows import ROWS_AT_FIRST, RowState
from tracker.ui.today.side_cards import ComingUpCard, HeartCard, LoggedCard
from tracker.ui.today.state import TodayState
from tracker.ui.today.status_card import StatusCard
from tracker.ui.today.temperature_card import TemperatureCard
from tracker.ui.today.temperature_form import TemperatureForm
from tracker.ui.today.urgent_panel import UrgentPanel
from tracker.ui.widgets.buttons import LinkButton, PaintedButton
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.message_box import MessageBox


class TodayView:
    """Builds the cards into a column once; `show_state` may be called as often as one likes."""

    def __init__(self, column: QVBoxLayout, unit: TemperatureUnit, library: Library) -> None:
        self._library = library
        self.header = DayHeader()
        self.failure = MessageBox("error", "")
        self.retry_button: PaintedButton = self.failure.add_action(
            self.failure.tr("Try again"), "undo"
        )
        self.failure.hide()
        self.urgent = UrgentPanel()
        self.status = StatusCard()
        self.checkin = CheckInCard()
        self.fog = FogCard()
        self.fog.hide()
        self._asked_day: date | None = None
        self.resume_button = LinkButton(self.fog.tr("One question at a time"), "eye")
        self.resume_button.hide()
        self.note = NoteCard()
        self.questions = QuestionsCard()
        self.temperature, self._temperature_card = TemperatureForm(unit), TemperatureCard()
        self._temperature_card.hold(self.temperature)
        self.advice = AdviceList()
        self.outlook = OutlookCard()
        self.heart = HeartCard()
        self.coming = ComingUpCard()
        self.logged = LoggedCard()
        self._column, self._columns = column, Columns(0.65, 800)
        for card in (self.checkin, self.note, self.questions):
            self._columns.left.addWidget(card)
        side: tuple[QWidget, ...] = (self._temperature_card, self.advice, self.outlook, self.heart)
        for widget in (*side, self.coming, self.logged):
            self._columns.right.addWidget(widget)
        self.begun = BegunBox()
        for part in (self.header, self.failure, self.urgent, self.begun, self.fog):
            column.addWidget(part)
        column.addWidget(self.resume_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.status)
        column.addWidget(self._columns)

    def show_state(self, state: TodayState, numbers: CallNumbers) -> None:
        """Show a day."""
        drugs = self._library.drugs
        self.header.show_day(state.day, state.today)
        where = wording.status_title(state.status, drugs)
        self.urgent.show_urgent(state.urgent, numbers, wording.said_on_the_phone(state))
        advice = wording.status_advice(state.status, state.today, numbers.call_at)
        self.status.show_status(state.status, where, advice)
        self.status.show_strip(state.status, is_today=state.is_today)
        number = numbers.line.phone if numbers.line else None
        self.checkin.show_rows(state.rows, number)
        self.fog.show_rows(
            _rows_in_fog(state),
            asks_temperature=state.status.in_low_counts,
            taken=any(isinstance(entry, TemperatureEntry) for entry in state.logged),
        )
        self.checkin.show_texts(
            wording.checkin_title(state.day, state.today),
            state.statement,
            is_today=state.is_today,
            has_yesterday=any(row.yesterday is not None for row in state.rows),
        )
        self._show_side(state)

    def put_beside(self, card: QWidget) -> None:
        """Put a card that not every day has under the temperature."""
        below = self._columns.right.indexOf(self._temperature_card) + 1
        self._columns.right.insertWidget(below, card)

    def show_one_at_a_time(self, state: TodayState, *, on: bool, offered: bool) -> None:
        """Show one question, or the whole page with the way back to one where that is offered."""
        begins = on and (self.fog.isHidden() or state.day != self._asked_day)
        self._asked_day = state.day
        (self.fog.temperature if on else self._temperature_card).hold(self.temperature)
        self.fog.setVisible(on)
        self.resume_button.setVisible(offered and not on)
        for part in (self.status, self._columns):
            # Qt lays a part out at once when it is told to show, also one that already does.
            if part.isHidden() != on:
                part.setHidden(on)
        if begins:
            self.fog.begin(_rows_in_fog(state))

    def put_check_in_first(self, *, on: bool) -> None:
        """Put the check-in above the cycle, so that large text leaves it on the first screen."""
        self.checkin.make_room(on=on)
        left = self._columns.left
        if on == (left.indexOf(self.status) >= 0):
            return
        if on:
            left.insertWidget(left.indexOf(self.checkin) + 1, self.status)
        else:
            self._column.insertWidget(self._column.indexOf(self._columns), self.status)

    def show_failure(self, error: TrackerError) -> None:
        """Say on top of the page that something is not in the diary, and why."""
        words = error_text(error)
        self.failure.show_text(words.title, words.text)
        self.failure.show()

    def _show_side(self, state: TodayState) -> None:
        self.temperature.show_unit(state.temperature_unit)
        self.temperature.show_last(
            wording.last_temperature_line(state.last_temperature, state.today)
        )
        self.advice.show_alerts(state.other_advice)
        self.heart.setVisible(state.heart is not None)
        if state.heart is not None:
            title, words = wording.heart_reminder(state.heart, state.today)
            self.heart.show_reminder(title, words, booked=state.heart.booked_for is not None)
        self.questions.show_questions(state.questions)
        self.coming.show_next(state.status, self._library.drugs, state.appointments, state.today)
        lines = told_apart(
            [
                logged_line(entry, self._library, state.corrected.get(entry.id))
                for entry in state.logged
            ]
        )
        self.logged.show_lines(wording.logged_title(state), lines, wording.counts_line(state))


def _rows_in_fog(state: TodayState) -> tuple[RowState, ...]:
    """Return the first rows, what the page speaks of, her own: few enough for a bad day.

    On low-count days the signs of an infection as well: those are asked on every page.
    """
    first, others = state.rows[:ROWS_AT_FIRST], state.rows[ROWS_AT_FIRST:]
    low = state.status.in_low_counts
    asked = (row for row in others if row.spoken_of or is_own(row.symptom) or (low and row.now))
    return (*first, *asked)
