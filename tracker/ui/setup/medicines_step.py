"""Step 3: which treatment, by the name on the consent form, or typed by hand."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.clinical.library import Library
from tracker.domain.regimen import Regimen
from tracker.errors import NotUnderstoodError
from tracker.services.custom_regimen import CUSTOM
from tracker.ui.setup.custom_form import CustomForm
from tracker.ui.setup.regimen_cards import drugs_line
from tracker.ui.setup.state import MAIN_REGIMENS, SetupAnswers
from tracker.ui.setup.step_form import StepForm
from tracker.ui.setup.version_form import VersionForm
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.choices import ChoiceCards
from tracker.ui.widgets.field_parts import ErrorLine


class MedicinesStep(StepForm):
    """Cards for the treatments that the program knows; the usual ones come first."""

    can_skip = True

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._cards = ChoiceCards(self.tr("Treatment"))
        self._by_regimen: dict[str, ChoiceCard] = {}
        self._custom = CustomForm(library.drugs)
        self._differs = LinkButton(self.tr("My team gives it in another way"), "plan")
        self._version = VersionForm(library.drugs)
        self._own: tuple[ChoiceCard, Regimen] | None = None
        self._error = ErrorLine()
        self._more = LinkButton("", "chevron-down")
        for regimen_id in MAIN_REGIMENS:
            self._add_card(regimen_id)
        self._something_else = ChoiceCard(
            self.tr("Something else"), self.tr("Pick medicines one by one")
        )
        self._cards.column.addWidget(self._something_else)
        others = len(library.regimens) - len(self._by_regimen)
        self._more.setText(self.tr("Show {n} more treatments").format(n=others))
        self._more.clicked.connect(self._show_more)
        self._something_else.toggled.connect(self._show_custom)
        self.column.addWidget(self._error)
        self.column.addWidget(self._cards)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._custom)
        self.column.addWidget(self._differs, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._version)
        self._differs.clicked.connect(self._show_version)
        self._version.edited.connect(self.edited)
        for part in (self._custom, self._differs, self._version):
            part.hide()

    def title(self) -> str:
        return self.tr("Which treatment are you having?")

    def explanation(self) -> str:
        return self.tr(
            "The name is on your treatment plan or consent form. "
            "It decides which side effects we ask about."
        )

    def show_answers(self, answers: SetupAnswers) -> None:
        if isinstance(answers.regimen, Regimen) and len(answers.regimen.phases) > 1:
            self._show_own(answers.regimen)
        elif isinstance(answers.regimen, Regimen):
            self._something_else.setChecked(True)
            self._custom.show_regimen(answers.regimen)
        elif answers.regimen is not None:
            if answers.regimen not in self._by_regimen:
                self._show_more()
            self._by_regimen[answers.regimen].setChecked(True)

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        regimen = self._chosen()
        if regimen is None:
            sentence = self.tr("Choose one, or “I don't know yet”")
            self._error.show_error(sentence)
            raise NotUnderstoodError(sentence)
        self._error.show_error(None)
        if regimen == CUSTOM:
            return replace(answers, regimen=self._custom.take())
        if isinstance(regimen, Regimen):
            return replace(answers, regimen=self._version.version())
        known = self._library.regimens[regimen]
        if answers.setting not in known.settings:
            sentence = (
                self.tr("This one is given after surgery; choose another, or go back one step")
                if answers.before_surgery
                else self.tr("This one is given before surgery; choose another, or go back")
            )
            self._error.show_error(sentence)
            raise NotUnderstoodError(sentence)
        if self._version.isHidden():
            return replace(answers, regimen=regimen)
        version = self._version.version()
        return replace(answers, regimen=regimen if version is known else version)

    def skip(self, answers: SetupAnswers) -> SetupAnswers:
        return replace(answers, regimen=None)

    def _chosen(self) -> str | Regimen | None:
        if self._something_else.isChecked():
            return CUSTOM
        if self._own is not None and self._own[0].isChecked():
            return self._own[1]
        chosen = (key for key, card in self._by_regimen.items() if card.isChecked())
        return next(chosen, None)

    def _show_own(self, regimen: Regimen) -> None:
        """Show a version that was typed before, as a treatment of its own."""
        if self._own is None:
            card = ChoiceCard(regimen.short_name, drugs_line(regimen, self._library.drugs))
            self._cards.column.addWidget(card)
            card.toggled.connect(self._follow_choice)
            self._own = (card, regimen)
        self._own = (self._own[0], regimen)
        self._own[0].setChecked(True)
        self._show_version()

    def _show_version(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen == CUSTOM:
            return
        known = chosen if isinstance(chosen, Regimen) else self._library.regimens[chosen]
        self._version.show_regimen(known)
        self._version.show()
        self._differs.hide()
        self.edited.emit()

    def _follow_choice(self) -> None:
        """Offer to change the treatment that is chosen; what was typed about another one goes."""
        chosen = self._chosen()
        self._version.hide()
        self._differs.setVisible(chosen is not None and chosen != CUSTOM)

    def _add_card(self, regimen_id: str) -> None:
        regimen = self._library.regimens[regimen_id]
        card = ChoiceCard(regimen.short_name, drugs_line(regimen, self._library.drugs))
        card.toggled.connect(self._follow_choice)
        self._by_regimen[regimen_id] = card
        self._cards.column.insertWidget(len(self._by_regimen) - 1, card)

    def _show_more(self) -> None:
        for regimen_id in self._library.regimens:
            if regimen_id not in self._by_regimen and regimen_id != CUSTOM:
                self._add_card(regimen_id)
        self._more.hide()

    def _show_custom(self) -> None:
        self._custom.setVisible(self._something_else.isChecked())
        self.edited.emit()
