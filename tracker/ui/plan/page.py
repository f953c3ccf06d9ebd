"""The Plan page: connects timeline, calendar and cards with the plan service."""

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.course import DoseTarget, Reason
from tracker.domain.expected import Expected
from tracker.errors import TrackerError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui import text
from tracker.ui.error_messages import error_text
from tracker.ui.notifier import Notifier
from tracker.ui.page import Page, PageAction
from tracker.ui.plan.appointment_dialog import AppointmentDialog
from tracker.ui.plan.course_actions import CourseActions
from tracker.ui.plan.day_card import DayView
from tracker.ui.plan.dialogs import StopDialog
from tracker.ui.plan.dose_actions import DoseActions
from tracker.ui.plan.expected_days import WhyTheseDaysDialog, usual_on
from tracker.ui.plan.plan_printing import PlanPrinting, PlanTools
from tracker.ui.plan.state import PlanState, plan_state
from tracker.ui.plan.treatment_actions import TreatmentActions
from tracker.ui.plan.view import PlanView


class PlanPage(Page):
    """Treatment from surgery to the last dose.

    Signals:
        day_opened: The check-in of a day is wanted; carries the `date`.
    """

    day_opened = Signal(object)

    def __init__(
        self,
        companion: Companion,
        notifier: Notifier,
        tools: PlanTools | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Plan", parent)
        self._companion, self._notifier = companion, notifier
        self._state: PlanState | None = None
        self._can_undo = False
        self.view = PlanView(self.column)
        self._courses = CourseActions(self, companion, self._tell)
        self._doses = DoseActions(self, companion, self._tell, self.say)
        self._connect()
        if tools is not None:
            self._offer_paper(PlanPrinting(self, tools))

    def refresh(self, changes: object | None = None) -> None:
        if isinstance(changes, Changes) and not _concerns_plan(changes):
            self._show_day(self.view.calendar_card.calendar.day)
            return
        self._state = plan_state(self._companion)
        self.view.show_state(self._state)
        self._show_day(self.view.calendar_card.calendar.day)

    def perform(self, action: PageAction) -> bool:
        if action is not PageAction.UNDO or not self._can_undo:
            return False
        self._take_back()
        return True

    def _connect(self) -> None:
        view = self.view
        view.calendar_card.day_chosen.connect(self._show_day)
        view.calendar_card.day_opened.connect(self._open_day)
        view.day_card.opened.connect(self._open_day)
        view.day_card.why_asked.connect(self._explain_days)
        for card in (view.day_card, view.today_card, view.next_card, view.unmarked_card):
            card.actions_added.connect(self._connect_actions)
        noting, courses = view.noting_card, self._courses
        noting.appointment_asked.connect(self._ask_for_appointment)
        noting.omission_asked.connect(self._ask_about_omission)
        noting.stop_asked.connect(self._ask_about_stop)
        noting.surgery_asked.connect(courses.ask_about_surgery)
        noting.operation_asked.connect(courses.ask_for_operation)
        noting.version_asked.connect(courses.ask_for_version)
        noting.replacement_asked.connect(courses.ask_for_replacement)
        noting.addition_asked.connect(courses.ask_for_addition)
        noting.radiotherapy_asked.connect(courses.ask_for_radiotherapy)
        view.empty.acted.connect(self._go_to_settings)

    def _offer_paper(self, printing: PlanPrinting) -> None:
        card, calendar = self.view.dates_card, self.view.calendar_card.calendar
        card.offer_paper()
        card.month_print_asked.connect(lambda: printing.print_dates(calendar.day))
        card.print_asked.connect(lambda: printing.print_dates(None))
        card.save_asked.connect(printing.save)

    def _connect_actions(self, actions: TreatmentActions) -> None:
        actions.given.connect(self._doses.give)
        actions.given_otherwise.connect(self._doses.ask_how_given)
        actions.left_out.connect(self._doses.ask_why_left_out)
        actions.move_asked.connect(self._doses.ask_where_to)
        actions.typed_day_let_go.connect(self._doses.let_go)

    def _show_day(self, day: date | None) -> None:
        state = self._state
        if state is None or day is None:
            return
        written = None
        if day <= state.today:
            written = len(self._companion.diary.entries(since=day, until=day))
        shown = (state.upcoming, state.unmarked)
        others = tuple(each for each in state.treatments_on(day) if each not in shown)
        cell = state.calendar.day(day)
        self.view.day_card.show_day(
            DayView(
                day=cell,
                treatments=others,
                today=state.today,
                written=written,
                expected=usual_on(self._companion, day),
            )
        )

    def _ask_about_omission(self) -> None:
        if self._state is not None and self._state.upcoming is not None:
            self._doses.ask_why_left_out(self._state.upcoming)

    def _ask_about_stop(self) -> None:
        if self._state is None:
            return
        planned = [each for each in self._state.days if each.on >= self._state.today]
        tracks = tuple(
            dict.fromkeys(aim.track for each in planned for aim in each.aims if aim.track)
        )

        def stop(target: DoseTarget, on: date, reason: Reason) -> None:
            said = self.tr("The stop from {day} is noted").format(day=text.short_day(on))
            self._tell(self._companion.plan.stop(target, on, reason), said)

        StopDialog(tracks, self._state.today, stop, self).ask()

    def _ask_for_appointment(self) -> None:
        day = self.view.calendar_card.calendar.day or self._companion.clock().date()

        def add(title: str, on: date, at: time) -> None:
            starts_at = datetime.combine(on, at, tzinfo=self._companion.clock().tzinfo)
            saved = self._companion.diary.appointment(title, starts_at)
            said = self.tr("Added: {title}, {day}").format(title=title, day=text.short_day(on))
            self._tell(saved.changes, said)

        AppointmentDialog(day, add, self).ask()

    def _tell(self, changes: Changes, said: str) -> None:
        self._can_undo = True
        self._notifier.tell(changes)
        self.say(said, self._take_back)

    def _take_back(self) -> None:
        self._can_undo = False
        try:
            changes = self._companion.undo_last()
        except TrackerError as error:
            self.say(error_text(error).text)
            return
        if changes is not None:
            self._notifier.tell(changes)
            self.say(self.tr("Taken back"))

    def _explain_days(self, expected: tuple[Expected, ...]) -> None:
        WhyTheseDaysDialog.ask(expected, self._companion.library.sources, self)

    def _open_day(self, day: date) -> None:
        if day <= self._companion.clock().date():
            self.day_opened.emit(day)

    def _go_to_settings(self) -> None:
        self.page_requested.emit("settings")


def _concerns_plan(changes: Changes) -> bool:
    return changes.plan or changes.heart or changes.profile or changes.notes


def build_page(
    companion: Companion, notifier: Notifier, tools: PlanTools | None = None
) -> PlanPage:
    """Return the page; it reads the diary when it is first shown. Without tools it cannot print."""
    return PlanPage(companion, notifier, tools)
