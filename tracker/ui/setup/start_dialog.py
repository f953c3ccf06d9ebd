"""Starts a treatment in a diary that is already there: operation, medicines, dates."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.clinical.library import Library
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.ui.error_messages import error_text
from tracker.ui.setup.dates_step import DatesStep
from tracker.ui.setup.medicines_step import MedicinesStep
from tracker.ui.setup.state import SetupAnswers
from tracker.ui.setup.step_form import StepForm
from tracker.ui.setup.surgery_step import SurgeryStep
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.message_box import MessageBox

Store = Callable[[SetupAnswers], None]


@dataclass(frozen=True, slots=True)
class StartFrom:
    """What is known before the first question."""

    library: Library
    today: date
    answers: SetupAnswers


class StartPlanDialog(Dialog):
    """Asks one question after the other and stores when the last is answered.

    Args:
        store: Stores the course; its refusal is shown and the answers stay.
    """

    def __init__(self, known: StartFrom, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add a treatment"), self.tr("Continue"), parent, width=760)
        self._answers, self._store = known.answers, store
        self._forms: list[StepForm] = [
            SurgeryStep(),
            MedicinesStep(known.library),
            DatesStep(known.library, known.today),
        ]
        self._index = 0
        self._question = Heading("", 2)
        self._hint = WrappedLabel(tone="text2")
        self._refusal = MessageBox("error", "")
        self._refusal.hide()
        self._skip = LinkButton(self.tr("I don't know yet"))
        self.body.addWidget(self._question)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._refusal)
        for form in self._forms:
            form.hide()
            form.edited.connect(self._show_words)
            self.body.addWidget(form)
        self.body.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeft)
        self._skip.clicked.connect(self._leave_open)
        self._show_form()

    def check(self) -> bool:
        try:
            self._answers = self._form.take(self._answers)
        except NotUnderstoodError:
            return False
        if self._index + 1 < len(self._forms):
            self._go_on()
            return False
        try:
            self._store(self._answers)
        except TrackerError as error:
            words = error_text(error)
            self._refusal.show_text(words.title, words.text)
            self._refusal.show()
            return False
        return True

    @property
    def _form(self) -> StepForm:
        return self._forms[self._index]

    def _leave_open(self) -> None:
        self._answers = self._form.skip(self._answers)
        self._go_on()

    def _go_on(self) -> None:
        self._form.hide()
        self._index += 1
        self._show_form()

    def _show_form(self) -> None:
        form = self._form
        form.show_answers(self._answers)
        self._show_words()
        form.show()
        form.focus()
        last = self._index + 1 == len(self._forms)
        self.accept_button.setText(self.tr("Start this plan") if last else self.tr("Continue"))
        self._skip.setVisible(self._index == 0)
        self.resize(self.sizeHint())

    def _show_words(self) -> None:
        self._question.setText(self._form.title())
        self._hint.setText(self._form.explanation())
        self._hint.setVisible(bool(self._form.explanation()))
