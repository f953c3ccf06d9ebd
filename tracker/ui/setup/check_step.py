"""Step 7: every answer in one list, each with the way back to it; and a passphrase is offered."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.clinical.library import Library
from tracker.domain.measurements import Temperature
from tracker.domain.regimen import Regimen
from tracker.errors import NotUnderstoodError
from tracker.ui import text, theme
from tracker.ui.setup.countries import country_name
from tracker.ui.setup.passphrase_offer import PassphraseOffer
from tracker.ui.setup.regimen_cards import rhythm
from tracker.ui.setup.state import SetupAnswers, Step
from tracker.ui.setup.step_form import StepForm
from tracker.ui.today.card_numbers import card_of_country
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.message_box import MessageBox

Line = tuple[str, str, Step]


def _tr(source: str) -> str:
    return QCoreApplication.translate("CheckStep", source)


class CheckStep(StepForm):
    """The last look before the diary is made.

    Signals:
        change_requested: A `Step` to go back to.
    """

    change_requested = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._card = Card()
        self._refusal = MessageBox("error", "")
        self._refusal.hide()
        self.column.addWidget(self._refusal)
        self.column.addWidget(self._card)
        self._offer = PassphraseOffer()
        self.column.addWidget(self._offer)

    def title(self) -> str:
        return self.tr("Check your answers")

    def show_answers(self, answers: SetupAnswers) -> None:
        self._refusal.hide()
        empty(self._card.column)
        for label, value, step in summary(answers, self._library):
            row = _AnswerRow(label, value, step)
            row.change_requested.connect(self.change_requested)
            self._card.column.addWidget(row)

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        return replace(answers, passphrase=self._offer.take())

    def show_refusal(self, title: str, sentence: str) -> None:
        """Say why no diary was made; the answers stay."""
        self._refusal.show_text(title, sentence)
        self._refusal.show()


class _AnswerRow(QWidget):
    change_requested = Signal(object)

    def __init__(self, label: str, value: str, step: Step) -> None:
        super().__init__()
        self._step = step
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(WrappedLabel(label, strong=True), 3)
        row.addWidget(WrappedLabel(value), 5)
        change = LinkButton(self.tr("Change"))
        change.setAccessibleName(self.tr("Change: {what}").format(what=label))
        change.clicked.connect(self._change)
        row.addWidget(change)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        rule = QRectF(0, self.height() - 1, self.width(), 1)
        painting.begin(self).fillRect(rule, theme.current().tokens("border"))

    def _change(self) -> None:
        self.change_requested.emit(self._step)


def summary(answers: SetupAnswers, library: Library) -> Sequence[Line]:
    """Return label, answer and step of everything that was asked."""
    unknown = _tr("Not known yet")
    return (
        (_tr("Diary for"), _who(answers), Step.YOU),
        (_tr("Country"), country_name(answers.country), Step.YOU),
        (_tr("Operation"), _operation(answers, unknown), Step.SURGERY),
        (_tr("Treatment"), _treatment(answers, library) or unknown, Step.MEDICINES),
        (
            _tr("First treatment"),
            text.long_day_with_year(answers.starts_on) if answers.starts_on else unknown,
            Step.DATES,
        ),
        (_tr("Advice line"), text.whole(answers.line or ""), Step.CARE_TEAM),
        (_tr("Call if temperature is"), _card(answers, library), Step.CARE_TEAM),
        (_tr("First heart scan"), _scan(answers) or _tr("None yet"), Step.HEART),
    )


def _who(answers: SetupAnswers) -> str:
    if answers.writer is None:
        return answers.name
    return _tr("{name}, written by {writer}").format(name=answers.name, writer=answers.writer)


def _operation(answers: SetupAnswers, unknown: str) -> str:
    day = text.long_day_with_year(answers.surgery_on) if answers.surgery_on else unknown
    if answers.before_surgery:
        return _tr("After chemotherapy: {day}").format(day=day)
    return day


def _treatment(answers: SetupAnswers, library: Library) -> str:
    if answers.regimen is None:
        return ""
    regimen = (
        answers.regimen
        if isinstance(answers.regimen, Regimen)
        else library.regimens[answers.regimen]
    )
    return f"{regimen.short_name}, {rhythm(regimen.phases[0])}"


def _card(answers: SetupAnswers, library: Library) -> str:
    card = answers.card or card_of_country(library, answers.country or "")
    try:
        number = str(Temperature(card.high, card.unit).reached_in(answers.unit))
    except NotUnderstoodError:
        return ""
    if answers.card is None:
        return _tr("{number} or higher (usual here, not your own number)").format(number=number)
    return _tr("{number} or higher").format(number=number)


def _scan(answers: SetupAnswers) -> str:
    if answers.scan_percent is None or answers.scan_on is None:
        return ""
    return f"{answers.scan_percent}%, {text.long_day_with_year(answers.scan_on)}"
