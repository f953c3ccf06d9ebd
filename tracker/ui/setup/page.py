"""The first start: seven steps, then a diary; nothing is stored before the last one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.clinical.library import Library
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.ui import theme
from tracker.ui.day_order import write_days_as_in
from tracker.ui.error_messages import error_text
from tracker.ui.recovery_key import RecoveryKeyDialog
from tracker.ui.setup.care_step import CareStep
from tracker.ui.setup.check_step import CheckStep
from tracker.ui.setup.dates_step import DatesStep
from tracker.ui.setup.heart_step import HeartStep
from tracker.ui.setup.medicines_step import MedicinesStep
from tracker.ui.setup.person_step import PersonStep
from tracker.ui.setup.state import SetupAnswers, Step
from tracker.ui.setup.step_form import StepForm
from tracker.ui.setup.step_list import StepList
from tracker.ui.setup.surgery_step import SurgeryStep
from tracker.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.page_scroll import PageScroll

_LIST_FROM_EFF = 1000
_WIDEST = 808
_ORDER = tuple(Step)


class SetupPage(QWidget):
    """One question at a time.

    Args:
        create: Makes the diary from the answers and returns the recovery key of an encrypted one,
            None for one that is not; its refusal is shown and the answers stay.

    Signals:
        finished: The diary is there.
        other_requested: There is a diary already, from another computer or as a copy.
    """

    finished = Signal()
    other_requested = Signal()

    def __init__(
        self,
        library: Library,
        today: date,
        create: Callable[[SetupAnswers], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._today, self._create = library, today, create
        self._answers = SetupAnswers()
        self._step = Step.YOU
        self._forms: dict[Step, StepForm] = {}
        self._back_to_check = False
        self.setAccessibleName(self.tr("First start"))
        self._list = StepList(
            self.tr("Chemo Tracker"),
            self._names(),
            self.tr("Saved on this computer only, when you finish."),
        )
        self._count = WrappedLabel(style="small", tone="text2", strong=True)
        self._title = WrappedLabel(style="display")
        self._hint = WrappedLabel(tone="text2")
        self.scroll_area = PageScroll(self, max_width=_WIDEST)
        self._place = QVBoxLayout()
        self._go_on = PrimaryButton(self.tr("Continue"))
        self._back = SecondaryButton(self.tr("Back"), "chevron-left")
        self._skip = LinkButton(self.tr("I don't know yet"))
        self._other = LinkButton(self.tr("I have a diary already"), "open")
        self._build()
        theme.current().changed.connect(self._fit)
        self.show_step(Step.YOU)

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return self._step

    @property
    def answers(self) -> SetupAnswers:
        """What was answered so far."""
        return self._answers

    def show_answers(self, answers: SetupAnswers) -> None:
        """Go on from answers that were given before."""
        self._answers = answers
        self.show_step(self._step)

    def show_step(self, step: Step) -> None:
        """Ask the question of a step."""
        for form in self._forms.values():
            form.hide()
        self._step = step
        form = self._form(step)
        form.show_answers(self._answers)
        self._show_words()
        form.show()
        form.focus()
        index = _ORDER.index(step)
        self._list.set_current(index)
        self._back.setVisible(index > 0)
        self._skip.setVisible(form.can_skip)
        self._other.setVisible(index == 0)
        last = step is Step.CHECK
        self._go_on.setText(self.tr("Start my diary") if last else self.tr("Continue"))
        self.scroll_area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_field = isinstance(QApplication.focusWidget(), QLineEdit)
        if on_field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._continue()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _form(self, step: Step) -> StepForm:
        if step not in self._forms:
            form = self._make(step)
            form.edited.connect(self._show_words)
            if isinstance(form, CheckStep):
                form.change_requested.connect(self._change)
            self._forms[step] = form
            self._place.addWidget(form)
        return self._forms[step]

    def _make(self, step: Step) -> StepForm:
        makers: dict[Step, Callable[[], StepForm]] = {
            Step.YOU: PersonStep,
            Step.SURGERY: SurgeryStep,
            Step.MEDICINES: lambda: MedicinesStep(self._library),
            Step.DATES: lambda: DatesStep(self._library, self._today),
            Step.CARE_TEAM: lambda: CareStep(self._library),
            Step.HEART: lambda: HeartStep(self._today),
            Step.CHECK: lambda: CheckStep(self._library),
        }
        return makers[step]()

    def _continue(self) -> None:
        form = self._form(self._step)
        try:
            self._answers = form.take(self._answers)
        except NotUnderstoodError:
            return
        write_days_as_in(self._answers.country)
        if isinstance(form, CheckStep):
            self._finish(form)
        else:
            self._go_forward()

    def _leave_open(self) -> None:
        self._answers = self._form(self._step).skip(self._answers)
        self._go_forward()

    def _go_forward(self) -> None:
        if self._back_to_check and self._answers_fit():
            self._back_to_check = False
            self.show_step(Step.CHECK)
            return
        following = _ORDER[_ORDER.index(self._step) + 1]
        if following is Step.DATES and self._answers.regimen is None:
            following = Step.CARE_TEAM
        self.show_step(following)

    def _go_back(self) -> None:
        before = _ORDER[_ORDER.index(self._step) - 1]
        if before is Step.DATES and self._answers.regimen is None:
            before = Step.MEDICINES
        self.show_step(before)

    def _change(self, step: Step) -> None:
        self._back_to_check = True
        self.show_step(step)

    def _answers_fit(self) -> bool:
        """Say whether a changed answer left no later question open."""
        answers = self._answers
        return answers.regimen is None or answers.starts_on is not None or self._step is Step.DATES

    def _finish(self, form: CheckStep) -> None:
        try:
            recovery_key = self._create(self._answers)
        except TrackerError as error:
            words = error_text(error)
            form.show_refusal(words.title, words.text)
            return
        if recovery_key is not None:
            RecoveryKeyDialog.tell(recovery_key, self)
        self.finished.emit()

    def _show_words(self) -> None:
        form = self._form(self._step)
        number = _ORDER.index(self._step) + 1
        words = self.tr("Step {number} of {count}")
        self._count.setText(words.format(number=number, count=len(_ORDER)))
        self._title.setText(form.title())
        self._hint.setText(form.explanation())
        self._hint.setVisible(bool(form.explanation()))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self.scroll_area, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=10)
        for button in (self._go_on, self._back, self._skip, self._other):
            flow.addWidget(button)
        column = self.scroll_area.column
        for label in (self._count, self._title, self._hint):
            column.addWidget(label)
        column.addLayout(self._place)
        column.addWidget(buttons)
        self._go_on.clicked.connect(self._continue)
        self._back.clicked.connect(self._go_back)
        self._skip.clicked.connect(self._leave_open)
        self._other.clicked.connect(self.other_requested)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("You"),
            self.tr("Surgery"),
            self.tr("Medicines"),
            self.tr("Dates"),
            self.tr("Care team"),
            self.tr("Heart"),
            self.tr("Check"),
        )

    def _fit(self) -> None:
        self._list.setVisible(theme.current().eff(self.width()) >= _LIST_FROM_EFF)
