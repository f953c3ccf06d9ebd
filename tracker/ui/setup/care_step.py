"""Step 5: who to call, and the numbers on the person's own card."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.clinical.library import Library
from tracker.errors import NotUnderstoodError
from tracker.ui.settings.card_form import CardForm
from tracker.ui.setup.state import SetupAnswers
from tracker.ui.setup.step_form import StepForm
from tracker.ui.today.card_numbers import card_of_country
from tracker.ui.widgets.fields import TextField

_FEWEST_DIGITS = 3


class CareStep(StepForm):
    """The number is asked for and never assumed; so is the card."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._line = TextField(
            self.tr("24-hour advice line"),
            hint=self.tr("It is on your alert card. We show it on every screen."),
            width=320,
        )
        self._team = TextField(self.tr("Team or unit"), hint=self.tr("If you like"), width=440)
        self._card = CardForm()
        for part in (self._line, self._team, self._card):
            self.column.addWidget(part)

    def title(self) -> str:
        return self.tr("Who do you call if you feel unwell?")

    def show_answers(self, answers: SetupAnswers) -> None:
        self._line.set_text(answers.line or "")
        self._team.set_text(answers.unit_name or "")
        fallback = card_of_country(self._library, answers.country or "")
        self._card.show_card(answers.card, answers.unit, fallback, asked=answers.card_asked)

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        line = self._line.text
        if sum(letter.isdigit() for letter in line) < _FEWEST_DIGITS:
            sentence = self.tr("Type the number you were given to call day and night")
            self._line.show_error(sentence)
            raise NotUnderstoodError(sentence)
        self._line.show_error(None)
        return replace(
            answers,
            line=line,
            unit_name=self._team.text or None,
            card=self._card.take(),
            card_asked=True,
            temperature_unit=self._card.unit,
        )

    def focus(self) -> None:
        self._line.editor.setFocus(Qt.FocusReason.TabFocusReason)
