"""Step 1: whose diary this is, who writes in it, and where she is treated."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from tracker.errors import NotUnderstoodError
from tracker.ui import theme
from tracker.ui.setup.countries import COUNTRIES
from tracker.ui.setup.state import SetupAnswers
from tracker.ui.setup.step_form import StepForm
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.choices import ChoiceCards
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.field_parts import ErrorLine
from tracker.ui.widgets.fields import SelectField, TextField
from tracker.ui.widgets.labels import WrappedLabel

_COUNTRY_WIDTH = 440


class PersonStep(StepForm):
    """Name, writer, country, date of birth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = TextField(
            self.tr("Your name"),
            hint=self.tr("It stands on your report. A first name is enough."),
            width=440,
        )
        self._me = ChoiceCard(self.tr("I write it myself"))
        self._somebody = ChoiceCard(
            self.tr("I write it for somebody else"), self.tr("Each entry says who wrote it")
        )
        self._writer = TextField(self.tr("Your own name, as the one who writes"), width=440)
        self._country = SelectField(self.tr("Country you are treated in"), COUNTRIES)
        self._country_error = ErrorLine()
        self._born = DateInput(
            self.tr("Date of birth"), hint=self.tr("If you like: it counts in the heart risk.")
        )
        self._build()
        self._somebody.toggled.connect(self._show_writer)

    def title(self) -> str:
        return self.tr("Who is this diary for?")

    def explanation(self) -> str:
        return self.tr("Everything stays on this computer. There is no account.")

    def show_answers(self, answers: SetupAnswers) -> None:
        self._name.set_text(answers.name)
        self._somebody.setChecked(answers.writer is not None)
        self._me.setChecked(answers.writer is None and bool(answers.name))
        self._writer.set_text(answers.writer or "")
        self._writer.setVisible(answers.writer is not None)
        self._country.choose(answers.country or _country_of_this_computer())
        self._born.set_day(answers.born_on)

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        name = self._checked(self._name, self.tr("Type a name; any name will do"))
        writer = None
        if self._somebody.isChecked():
            writer = self._checked(self._writer, self.tr("Type your own name as well"))
        country = self._country.choice
        if country is None:
            sentence = self.tr("Choose a country: it decides the emergency number shown")
            self._country_error.show_error(sentence)
            raise NotUnderstoodError(sentence)
        self._country_error.show_error(None)
        return replace(answers, name=name, writer=writer, country=country, born_on=self._born.day())

    def focus(self) -> None:
        self._name.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _checked(self, field: TextField, sentence: str) -> str:
        field.show_error(None if field.text else sentence)
        if not field.text:
            raise NotUnderstoodError(sentence)
        return field.text

    def _show_writer(self) -> None:
        self._writer.setVisible(self._somebody.isChecked())

    def _build(self) -> None:
        cards = ChoiceCards(self.tr("Who writes in it"))
        cards.column.addWidget(self._me)
        cards.column.addWidget(self._somebody)
        parts = (
            self._name,
            WrappedLabel(self.tr("Who writes in it?"), strong=True),
            cards,
            self._writer,
            self._country_error,
            self._country,
            self._born,
        )
        for part in parts:
            self.column.addWidget(part)
        self._country.editor.setMaximumWidth(theme.current().px(_COUNTRY_WIDTH))
        self._writer.hide()


def _country_of_this_computer() -> str | None:
    name = QLocale().name()
    code = name.partition("_")[2]
    return code if code in dict(COUNTRIES) else None
