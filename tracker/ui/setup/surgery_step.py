"""Step 2: the operation, or that the drugs come first."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.domain.regimen import Setting
from tracker.domain.schedule import start_window
from tracker.errors import NotUnderstoodError
from tracker.ui import text
from tracker.ui.setup.state import SetupAnswers, without_dates
from tracker.ui.setup.step_form import StepForm
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.message_box import MessageBox


class SurgeryStep(StepForm):
    """The day of the operation; with drugs first it may still be to come."""

    can_skip = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before_surgery = False
        self._date = DateInput(self.tr("Date of the operation"))
        self._date.label.hide()
        self._window = MessageBox("ok", "")
        self._window.hide()
        self._switch = SecondaryButton("", "arrow-right")
        self.column.addWidget(self._date)
        self.column.addWidget(self._window)
        self.column.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._date.changed.connect(self._show_window)
        self._switch.clicked.connect(self._switch_order)

    def title(self) -> str:
        if self._before_surgery:
            return self.tr("When will your operation be?")
        return self.tr("When was your operation?")

    def explanation(self) -> str:
        if self._before_surgery:
            return self.tr("Chemotherapy comes first. Leave the date empty if it is not set.")
        return self.tr("If you are having chemotherapy first, choose that below.")

    def show_answers(self, answers: SetupAnswers) -> None:
        self._before_surgery = answers.before_surgery
        self._date.set_day(answers.surgery_on)
        self._show_order()
        self._show_window()

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        day = self._date.day()
        if day is None and not self._before_surgery:
            sentence = self.tr("Type the date, or choose “I don't know yet”")
            self._date.show_error(sentence)
            raise NotUnderstoodError(sentence)
        if self._before_surgery != answers.before_surgery:
            answers = without_dates(answers)
        return replace(answers, surgery_on=day, before_surgery=self._before_surgery)

    def skip(self, answers: SetupAnswers) -> SetupAnswers:
        self._date.set_day(None)
        return replace(answers, surgery_on=None, before_surgery=self._before_surgery)

    def focus(self) -> None:
        self._date.focus()

    def _switch_order(self) -> None:
        self._before_surgery = not self._before_surgery
        self._date.set_day(None)
        self._show_order()
        self._show_window()
        self.edited.emit()

    def _show_order(self) -> None:
        self._switch.setText(
            self.tr("I had my operation first")
            if self._before_surgery
            else self.tr("Chemotherapy before surgery")
        )

    def _show_window(self) -> None:
        try:
            day = self._date.day()
        except NotUnderstoodError:
            self._date.show_error(None)
            day = None
        window = None if self._before_surgery else start_window(Setting.ADJUVANT, day)
        self._window.setVisible(window is not None)
        if window is not None:
            title = self.tr("Chemotherapy usually starts between {first} and {last}")
            self._window.show_text(
                title.format(
                    first=text.long_day(window.opens_on),
                    last=text.long_day_with_year(window.closes_on),
                ),
                self.tr(
                    "That is 4 to 6 weeks after surgery. Your team may choose a different date. "
                    "You set the real date in step 4."
                ),
            )
