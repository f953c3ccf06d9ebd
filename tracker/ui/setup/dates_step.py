"""Step 4: the first day of treatment, and with drugs first the day it goes on after surgery."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from tracker.clinical.library import Library
from tracker.domain.around_surgery import said_past_surgery
from tracker.domain.regimen import Setting
from tracker.domain.schedule import Plan, StartInWindow, start_window
from tracker.errors import NotUnderstoodError
from tracker.ui import text
from tracker.ui.setup.state import SetupAnswers, planned
from tracker.ui.setup.step_form import StepForm
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.message_box import MessageBox


class DatesStep(StepForm):
    """Shows at once what follows from the date."""

    can_skip = True

    def __init__(self, library: Library, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._today = library, today
        self._answers = SetupAnswers()
        self._start = DateInput(self.tr("First treatment"))
        self._resume = DateInput(
            self.tr("When does treatment go on after surgery?"),
            hint=self.tr("Leave it empty if you don't know yet."),
        )
        self._outcome = MessageBox("ok", "")
        self._past_surgery = MessageBox("reminder", "")
        for box in (self._outcome, self._past_surgery):
            box.hide()
        for part in (self._start, self._resume, self._outcome, self._past_surgery):
            self.column.addWidget(part)
        self._start.changed.connect(self._show_outcome)
        self._resume.changed.connect(self._show_outcome)

    def title(self) -> str:
        return self.tr("When is your first treatment?")

    def explanation(self) -> str:
        window = start_window(self._answers.setting, self._answers.surgery_on)
        if window is None:
            return self.tr("The day of the first infusion, planned or past.")
        words = self.tr("The usual start is between {first} and {last}.")
        return words.format(
            first=text.long_day(window.opens_on), last=text.long_day_with_year(window.closes_on)
        )

    def show_answers(self, answers: SetupAnswers) -> None:
        self._answers = answers
        self._start.set_day(answers.starts_on)
        self._resume.set_day(answers.resumes_on)
        self._resume.setVisible(answers.before_surgery)
        self._show_outcome()

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        start = self._start.day()
        if start is None:
            sentence = self.tr("Type the date, or choose “I don't know yet”")
            self._start.show_error(sentence)
            raise NotUnderstoodError(sentence)
        resume = self._resume.day() if answers.before_surgery else None
        taken = replace(answers, starts_on=start, resumes_on=resume)
        try:
            planned(taken, self._library, self._today)
        except NotUnderstoodError as error:
            self._start.show_error(str(error))
            raise
        return taken

    def skip(self, answers: SetupAnswers) -> SetupAnswers:
        return replace(answers, starts_on=None, resumes_on=None)

    def focus(self) -> None:
        self._start.focus()

    def _show_outcome(self) -> None:
        plan = self._plan_as_typed()
        self._outcome.setVisible(plan is not None)
        if plan is not None:
            self._outcome.show_text(self._headline(plan), self._details(plan))
        said = None if plan is None else said_past_surgery(plan, self._answers.surgery_on)
        self._past_surgery.setVisible(said is not None)
        if said is not None:
            self._past_surgery.show_text(self.tr("Chemotherapy after the operation"), said)

    def _plan_as_typed(self) -> Plan | None:
        try:
            start = self._start.day()
            resume = self._resume.day() if self._answers.before_surgery else None
            typed = replace(self._answers, starts_on=start, resumes_on=resume)
            return planned(typed, self._library, self._today)
        except NotUnderstoodError:
            self._start.show_error(None)
            self._resume.show_error(None)
            return None

    def _headline(self, plan: Plan) -> str:
        last = max((visit.on for visit in plan.visits), default=plan.course.starts_on)
        words = self.tr("{count} treatment days, the last planned for {day}")
        days = len({visit.on for visit in plan.visits})
        return words.format(count=days, day=text.long_day_with_year(last))

    def _details(self, plan: Plan) -> str:
        if plan.course.setting is Setting.NEOADJUVANT and plan.course.resumes_on is None:
            return self.tr(
                "The dates after surgery are placeholders until you know when treatment goes on."
            )
        return {
            StartInWindow.INSIDE: self.tr("The start is inside the usual 4 to 6 weeks."),
            StartInWindow.BEFORE: self.tr(
                "That is earlier than the usual 4 to 6 weeks after surgery. If your team gave you "
                "this date, keep it."
            ),
            StartInWindow.AFTER: self.tr(
                "That is later than the usual 4 to 6 weeks after surgery. If your team gave you "
                "this date, keep it."
            ),
            StartInWindow.LONG_AFTER: self.tr(
                "That is more than 60 days after surgery. If your team gave you this date, keep "
                "it; otherwise ask them."
            ),
            None: self.tr("Dates can change. You can move them later."),
        }[plan.start_in_window]
