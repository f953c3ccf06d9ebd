"""The Plan page: connects timeline, calendar and cards with the plan service."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui import text
from tracker.ui.draft_places import APPOINTMENT
from tracker.ui.error_messages import error_text
from tracker.ui.notifier import Notifier
from tracker.ui.page import PageAction
from tracker.ui.plan.first_state import FirstState, first_state
from tracker.ui.plan.view import PlanView
from tracker.ui.two_steps import TwoStepPage

if TYPE_CHECKING:
    from tracker.domain.entries import AppointmentEntry
    from tracker.domain.expected import Expected
    from tracker.ui.plan.lower import LowerCards
    from tracker.ui.plan.plan_printing import PlanTools
    from tracker.ui.plan.state import PlanState
    from tracker.ui.plan.treatment_actions import TreatmentActions


class PlanPage(TwoStepPage):
    """Treatment from surgery to the last dose.

    Signals:
        day_opened: The check-in of a day is wanted; carries the `date`.
    """

    day_opened = Signal(object)

    def __init__(
        self,
        companion: Companion,
        notifier: Notifier,
        tools: "PlanTools | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Plan", parent)
        self._companion, self._notifier = companion, notifier
        self._first: FirstState | None = None
        self._state: PlanState | None = None
        self._can_undo = False
        self._lower: LowerCards | None = None
        self._tools = tools
        self.view = PlanView(self.column)
        self.view.empty.acted.connect(self._go_to_settings)

    @property
    def cards(self) -> "LowerCards":
        """The cards below the timeline; they are made when they are first wanted."""
        if self._lower is None:
            self._lower = self._make_lower()
        return self._lower

    def _make_lower(self) -> "LowerCards":
        from tracker.ui.plan.course_actions import CourseActions  # noqa: PLC0415 - after painting
        from tracker.ui.plan.dose_actions import DoseActions  # noqa: PLC0415
        from tracker.ui.plan.lower import LowerCards  # noqa: PLC0415

        self._courses = CourseActions(self, self._companion, self._tell)
        self._doses = DoseActions(self, self._companion, self._tell, self.say)
        lower = LowerCards(self.column)
        self._connect(lower)
        if self._tools is not None:
            self._offer_paper(lower, self._tools)
        return lower

    def refresh(self, changes: object | None = None) -> None:
        if isinstance(changes, Changes) and not _concerns_plan(changes):
            if self._lower is not None:
                self._show_day(self._lower.calendar_card.calendar.day)
            return
        self._first = first_state(self._companion)
        self.view.show_state(self._first)
        if self._lower is not None:
            self.show_lower()
        elif self._first is not None:
            self.show_lower_soon()

    def show_lower(self) -> None:
        from tracker.ui.plan.state import plan_state  # noqa: PLC0415 - after the first paint

        self._state = None
        if self._first is not None:
            self._state = plan_state(self._companion, self._first)
        self.cards.show_state(self._state)
        self._show_day(self.cards.calendar_card.calendar.day)

    def perform(self, action: PageAction) -> bool:
        if action is not PageAction.UNDO or not self._can_undo:
            return False
        self._take_back()
        return True

    def _connect(self, lower: "LowerCards") -> None:
        lower.calendar_card.day_chosen.connect(self._show_day)
        lower.calendar_card.day_opened.connect(self._open_day)
        lower.day_card.opened.connect(self._open_day)
        lower.day_card.why_asked.connect(self._explain_days)
        lower.day_card.removal_asked.connect(self._remove)
        for card in (lower.day_card, lower.today_card, lower.next_card, lower.unmarked_card):
            card.actions_added.connect(self._connect_actions)
        noting, courses = lower.noting_card, self._courses
        noting.appointment_asked.connect(self._ask_for_appointment)
        noting.omission_asked.connect(self._ask_about_omission)
        noting.stop_asked.connect(courses.ask_about_stop)
        noting.surgery_asked.connect(courses.ask_about_surgery)
        noting.operation_asked.connect(courses.ask_for_operation)
        noting.version_asked.connect(courses.ask_for_version)
        noting.replacement_asked.connect(courses.ask_for_replacement)
        noting.addition_asked.connect(courses.ask_for_addition)
        noting.radiotherapy_asked.connect(courses.ask_for_radiotherapy)

    def _offer_paper(self, lower: "LowerCards", tools: "PlanTools") -> None:
        from tracker.ui.plan.plan_printing import PlanPrinting  # noqa: PLC0415 - after painting

        printing = PlanPrinting(self, tools)
        card, calendar = lower.dates_card, lower.calendar_card.calendar
        card.offer_paper()
        card.month_print_asked.connect(lambda: printing.print_dates(calendar.day))
        card.print_asked.connect(lambda: printing.print_dates(None))
        card.save_asked.connect(printing.save)

    def _connect_actions(self, actions: "TreatmentActions") -> None:
        actions.given.connect(self._doses.give)
        actions.given_otherwise.connect(self._doses.ask_how_given)
        actions.left_out.connect(self._doses.ask_why_left_out)
        actions.move_asked.connect(self._doses.ask_where_to)
        actions.typed_day_let_go.connect(self._doses.let_go)

    def _show_day(self, day: date | None) -> None:
        from tracker.ui.plan.day_card import DayView  # noqa: PLC0415 - after the first paint
        from tracker.ui.plan.expected_days import usual_on  # noqa: PLC0415

        state = self._state
        if state is None or day is None:
            return
        written = None
        if day <= state.today:
            written = len(self._companion.diary.entries(since=day, until=day))
        shown = (state.upcoming, state.unmarked)
        others = tuple(each for each in state.treatments_on(day) if each not in shown)
        cell = state.calendar.day(day)
        self.cards.day_card.show_day(
            DayView(
                day=cell,
                treatments=others,
                today=state.today,
                written=written,
                expected=usual_on(self._companion, day),
                appointments=tuple(e for e in state.appointments if e.starts_at.date() == day),
            )
        )

    def _ask_about_omission(self) -> None:
        if self._state is not None and self._state.upcoming is not None:
            self._doses.ask_why_left_out(self._state.upcoming)

    def put_back(self, begun: HalfTyped) -> None:
        from tracker.ui.plan.putting_back import PuttingBack  # noqa: PLC0415 - when asked

        if self._lower is None:
            self.show_lower()
        asks = PuttingBack(
            self._companion,
            self._courses,
            self._doses,
            self._ask_for_appointment,
            tell=self._tell,
            say=self.say,
        )
        asks.put_back(begun)

    def _ask_for_appointment(self, begun: HalfTyped | None = None) -> None:
        day = self.cards.calendar_card.calendar.day or self._companion.clock().date()

        def add(title: str, on: date, at: time) -> None:
            starts_at = datetime.combine(on, at, tzinfo=self._companion.clock().tzinfo)
            saved = self._companion.diary.appointment(title, starts_at)
            said = self.tr("Added: {title}, {day}").format(title=title, day=text.short_day(on))
            self._tell(saved.changes, said)

        from tracker.ui.keeping import DraftPlace, run_kept  # noqa: PLC0415 - when asked
        from tracker.ui.plan.appointment_dialog import AppointmentDialog  # noqa: PLC0415

        today = self._companion.clock().date()
        place = DraftPlace(self._companion.drafts, APPOINTMENT, lambda: today, begun)
        run_kept(AppointmentDialog(day, add, self), place)

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

    def _remove(self, entry: "AppointmentEntry") -> None:
        try:
            changes = self._companion.diary.remove(entry.id)
        except TrackerError as error:
            self.say(error_text(error).text)
            return
        self._tell(changes, self.tr("Removed: {title}").format(title=entry.title))

    def _explain_days(self, expected: "tuple[Expected, ...]") -> None:
        from tracker.ui.plan.why_days_dialog import WhyTheseDaysDialog  # noqa: PLC0415 - when asked

        WhyTheseDaysDialog.ask(expected, self._companion.library.sources, self)

    def _open_day(self, day: date) -> None:
        if day <= self._companion.clock().date():
            self.day_opened.emit(day)

    def _go_to_settings(self) -> None:
        self.page_requested.emit("settings")


def _concerns_plan(changes: Changes) -> bool:
    return changes.plan or changes.heart or changes.profile or changes.notes


def build_page(
    companion: Companion, notifier: Notifier, tools: "PlanTools | None" = None
) -> PlanPage:
    """Return the page; it reads the diary when it is first shown. Without tools it cannot print."""
    return PlanPage(companion, notifier, tools)
