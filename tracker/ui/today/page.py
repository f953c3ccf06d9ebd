"""The Today page: connects what is tapped and typed with the diary, and shows what it says."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui import theme
from tracker.ui.draft_places import ANSWER, CONTACT, OWN_SYMPTOM, SAID
from tracker.ui.notifier import Notifier
from tracker.ui.page import Page, PageAction
from tracker.ui.today.answering import Answering
from tracker.ui.today.asking import Asking
from tracker.ui.today.draft_keeper import DraftKeeper
from tracker.ui.today.fog_mode import FogMode
from tracker.ui.today.helping import Helping
from tracker.ui.today.midnight import Midnight
from tracker.ui.today.next_treatment import NextTreatment
from tracker.ui.today.outlook import Foretold, Outlook
from tracker.ui.today.rows import own_symptoms
from tracker.ui.today.saver import Saver
from tracker.ui.today.state import TodayState, today_state
from tracker.ui.today.taking import Taking
from tracker.ui.today.telling import Telling
from tracker.ui.today.view import TodayView
from tracker.ui.today.waiting import Waiting
from tracker.ui.today.watch import Watch
from tracker.ui.why_dialog import WhyDialog

_COMPACT_BELOW_EFF = 500
_CHECK_IN_FIRST_FROM = 1.75


class TodayPage(Page):
    """One day of the diary: today, or a day before that the person opened."""

    def __init__(
        self,
        companion: Companion,
        notifier: Notifier,
        watch: Watch,
        one_at_a_time: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Today", parent)
        self._companion, self._watch = companion, watch
        self._opened: date | None = None
        self._outlook = Outlook(companion)
        self._own: dict[date, tuple[str, ...]] = {}
        self._state: TodayState | None = None
        unit = watch.person().care.units.temperature
        self._view = TodayView(self.column, unit, companion.library)
        self._saver = Saver(companion.diary, notifier, self)
        self._asking = Asking(self, companion, self._saver)
        self._telling = Telling(self, companion, self._saver, watch)
        self._asking.also_puts_back(CONTACT, self._telling.ask_contact)
        self._asking.also_puts_back(SAID, self._telling.put_back)
        self._asking.also_puts_back(ANSWER, self._telling.put_back)
        self._asking.also_puts_back(OWN_SYMPTOM, self._add_own)
        asks_one = self._view.fog.isVisible
        self._answering = Answering(companion, self._saver, self, asks_one)
        self._helping = Helping(companion, self._saver, self._view.put_beside, self)
        self._taking = Taking(companion, self._saver, self._view, self, self)
        self._taking.refused.connect(self.scroll_area.show_all_of)
        self._fog_mode = FogMode(self._view, one_at_a_time, self._shown, self)
        self._drafts = DraftKeeper(companion, self._view, self._asking.put_back, self, self)
        self._drafts.before_putting_back(self._fog_mode.stop)
        self._drafts.begun_elsewhere.connect(self.begun_elsewhere)
        self._drafts.put_aside.connect(self.say)
        NextTreatment(self, companion, self._tell_of_treatment, self._view.coming)
        self._waiting = Waiting(self._view, lambda: bool(self._answering.unsaved), self)
        self._midnight = Midnight(companion.clock, self)
        self._connect()

    @property
    def view(self) -> TodayView:
        """The cards of the page."""
        return self._view

    @property
    def day(self) -> date:
        """The opened day; today unless the person opened an earlier one."""
        return self._opened or self._companion.clock().date()

    def open_day(self, day: date) -> None:
        """Open a day up to today; a later one opens today."""
        today = self._companion.clock().date()
        self._drafts.leave_for(min(day, today))
        self._opened = day if day < today else None
        self.refresh()
        self._drafts.come_to_day()
        self._fog_mode.keep_keyboard()

    def take_keyboard(self) -> None:
        self._fog_mode.take_keyboard()

    def refresh(self, changes: object | None = None) -> None:
        self._watch.look()
        day = self.day
        self._asking.set_day(day)
        self._answering.set_day(day)
        if day not in self._own:
            self._own[day] = own_symptoms(self._companion, day)
        had_card, used = self._view.urgent.card is not None, self.scroll_area.used_in_sight()
        is_today = self._opened is None
        foretold = self._outlook.foretold(changes) if is_today else Foretold()
        own = self._own[day]
        state = today_state(self._companion, self._watch, day, own, foretold.symptoms)
        self._state = state
        self._view.show_state(state, self._watch.numbers())
        self._view.outlook.show_lines(foretold.lines)
        self._helping.ask(state.unsaid_medicines)
        self._fog_mode.apply()
        self._drafts.offer()
        self._show_unsaved()
        if self._view.urgent.card is not None and not had_card:
            self.scroll_area.verticalScrollBar().setValue(0)
        else:
            self.scroll_area.keep_in_sight(used)

    def settle(self) -> None:
        self._drafts.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    def perform(self, action: PageAction) -> bool:
        doing = {**self._fog_mode.keys, PageAction.UNDO: self._saver.undo}.get(action)
        if doing is None:
            return False
        doing()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        view, asking, answering = self._view, self._asking, self._answering
        for dialogs in (asking, self._telling):
            dialogs.closed.connect(view.begun.forget_what_is_done)
        answering.saved.connect(self._show_saved)
        answering.not_saved.connect(self._show_unsaved)
        answering.refused.connect(self.refresh)
        self._saver.said.connect(self._say_with_undo)
        self._saver.plainly_said.connect(self.say)
        self._saver.failed.connect(self._show_failure)
        self._saver.stored.connect(view.failure.hide)
        view.header.opened.connect(self.open_day)
        view.retry_button.clicked.connect(answering.try_again)
        view.urgent.called.connect(self._note_the_call)
        view.urgent.copied.connect(self._say_copied)
        view.urgent.why_requested.connect(self._show_why)
        view.status.plan_requested.connect(asking.ask_plan)
        view.checkin.answered.connect(answering.answer)
        view.checkin.cleared.connect(answering.clear)
        view.checkin.skipped.connect(answering.skip)
        view.checkin.flagged.connect(self._flag)
        view.fog.answered.connect(answering.answer)
        view.fog.skipped.connect(answering.skip)
        view.fog.flagged.connect(self._flag)
        view.fog.same_requested.connect(self._copy_in_fog)
        view.fog.none_requested.connect(self._mark_none_in_fog)
        view.checkin.same_requested.connect(self._copy_yesterday)
        view.checkin.none_requested.connect(self._mark_none)
        view.checkin.own_requested.connect(self._add_own)
        view.checkin.skip_requested.connect(self._ask_what_to_skip)
        view.heart.record_requested.connect(asking.ask_scan)
        view.heart.booked_requested.connect(asking.ask_booked)
        view.note.weight_requested.connect(asking.ask_weight)
        view.note.medicine_requested.connect(asking.ask_medicine)
        view.note.pressure_requested.connect(asking.ask_pressure)
        view.note.count_requested.connect(asking.ask_count)
        view.note.contact_requested.connect(self._telling.ask_contact)
        view.questions.answer_requested.connect(self._telling.ask_about)
        view.logged.asked_about.connect(self._telling.ask_about)
        view.logged.remove_requested.connect(self._remove)
        self._midnight.passed.connect(self._begin_new_day)
        theme.current().changed.connect(self._fit)

    def _flag(self, symptom: str, flags: tuple[str, ...]) -> None:
        row = next(row for row in self._shown().rows if row.symptom == symptom)
        self._answering.flag(row, flags)

    def _copy_yesterday(self) -> None:
        self._answering.copy_yesterday(self._shown().rows)

    def _mark_none(self) -> None:
        self._answering.mark_none(self._view.checkin.visible_symptoms)

    def _copy_in_fog(self) -> None:
        asked = set(self._view.fog.symptoms)
        self._answering.copy_yesterday([r for r in self._shown().rows if r.symptom in asked])

    def _mark_none_in_fog(self) -> None:
        self._answering.mark_none(self._view.fog.symptoms)

    def _show_saved(self, symptom: str) -> None:
        self._view.checkin.show_saved(symptom, self._companion.clock())

    def _add_own(self, begun: HalfTyped | None = None) -> None:
        symptom = self._asking.own_symptom(begun)
        if symptom is None:
            return
        day = self.day
        self._own[day] = tuple(dict.fromkeys((*self._own.get(day, ()), symptom)))
        self.refresh()
        block = self._view.checkin.block(symptom)
        if block is not None:
            block.focus()

    def _ask_what_to_skip(self) -> None:
        open_rows = [(row.symptom, row.name) for row in self._shown().rows if not row.answer]
        visible = set(self._view.checkin.visible_symptoms)
        asked = [each for each in open_rows if each[0] in visible]
        if not asked:
            self.say(self.tr("Everything on the screen is answered"))
            return
        for symptom in self._asking.to_skip(asked):
            if not self._answering.skip(symptom):
                return

    def _note_the_call(self) -> None:
        urgent = self._shown().urgent
        line = self._watch.numbers().line
        who = line.label if line is not None else self.tr("my team")
        rules = [alert.rule for alert in urgent.alerts] if urgent is not None else None
        self._saver.attempt(
            partial(self._companion.safety.told, who, alerts=rules),
            lambda _: self.tr("Noted: you have called. It goes in your report."),
        )

    def _show_why(self) -> None:
        urgent = self._shown().urgent
        if urgent is not None:
            WhyDialog.ask(urgent.alerts, self)

    def _remove(self, entry_id: str) -> None:
        remove = partial(self._companion.diary.remove, UUID(entry_id))
        self._saver.attempt(remove, lambda _: self.tr("Removed"))

    def _tell_of_treatment(self, changes: Changes, said: str) -> None:
        self._saver.tell(changes)
        self._say_with_undo(said)

    def _say_with_undo(self, text: str) -> None:
        self.say(text, self._saver.undo)

    def _show_failure(self, error: TrackerError) -> None:
        self._view.show_failure(error)
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show_unsaved(self) -> None:
        unsaved = dict(self._answering.unsaved)
        if unsaved:
            self._view.fog.keep_unsaved(unsaved, self.tr("Not saved"))
        for symptom, severity in unsaved.items():
            block = self._view.checkin.block(symptom)
            if block is not None:
                block.keep_unsaved(severity, self.tr("Not saved"))
        self._waiting.look()

    def _shown(self) -> TodayState:
        if self._state is None:
            self.refresh()
        if self._state is None:
            raise RuntimeError("the page shows nothing yet")
        return self._state

    def _say_copied(self) -> None:
        self.say(self.tr("Number copied"))

    def _begin_new_day(self) -> None:
        self.refresh()
        self.urgent_changed.emit()

    def _fit(self) -> None:
        # That of the window: a message at its bottom must not change what stands above.
        low = theme.current().eff(self.window().height()) < _COMPACT_BELOW_EFF
        self._view.status.set_compact(on=low)
        self._view.put_check_in_first(on=theme.current().text_scale >= _CHECK_IN_FIRST_FROM)


def build_page(
    companion: Companion, notifier: Notifier, watch: Watch, one_at_a_time: Callable[[], bool]
) -> TodayPage:
    """Return the page; it reads the diary when it is first shown."""
    return TodayPage(companion, notifier, watch, one_at_a_time)
