"""Dialogs about the team and about what helped: whom she told, what they said, did it help."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.domain.entry_words import Helped
from tracker.ui.today.helped_card import CHOICES
from tracker.ui.today.storing_dialogs import StoringDialog
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.choices import ChoiceCards
from tracker.ui.widgets.fields import NoteField, TextField
from tracker.ui.widgets.labels import WrappedLabel


class ContactDialog(StoringDialog):
    """Asks whom she told and what they said."""

    def __init__(
        self, who: str, store: Callable[[str, str], None], parent: QWidget | None = None
    ) -> None:
        self._store_contact = store
        super().__init__(self.tr("Told my team"), self._store_typed, parent)
        self._who = TextField(self.tr("Whom did you tell?"))
        self._who.set_text(who)
        self._said = NoteField(self.tr("What did they say?"), hint=self.tr("If you like"))
        words = self.tr("Alerts that are on the screen count as told. Call again if it gets worse.")
        for part in (self._who, self._said, WrappedLabel(words, "small", tone="text2")):
            self.body.addWidget(part)
        self.typed = {"who": self._who, "said": self._said}

    def show_refusal(self, sentence: str) -> None:
        self._who.show_error(sentence)

    def _store_typed(self) -> None:
        self._store_contact(self._who.text, self._said.text)


class SaidDialog(StoringDialog):
    """Asks for words that belong to something that is in the diary already."""

    def __init__(
        self,
        title: str,
        about: str,
        said: str,
        store: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        self._store_words = store
        super().__init__(title, self._store_typed, parent)
        self._said = NoteField(self.tr("What did they say?"))
        self._said.set_text(said)
        self.body.addWidget(WrappedLabel(about, strong=True))
        self.body.addWidget(self._said)
        self.typed = {"said": self._said}

    def show_refusal(self, sentence: str) -> None:
        self._said.show_error(sentence)

    def _store_typed(self) -> None:
        self._store_words(self._said.text)


class HelpedDialog(StoringDialog):
    """Asks whether a medicine helped; the answer is judged by nobody."""

    def __init__(
        self, about: str, store: Callable[[Helped], None], parent: QWidget | None = None
    ) -> None:
        self._store_helped = store
        super().__init__(self.tr("Did it help?"), self._store_typed, parent)
        self._answers = {
            helped: ChoiceCard(QCoreApplication.translate("Today", word))
            for helped, word in CHOICES
        }
        choices = ChoiceCards(self.tr("Did it help?"))
        for card in self._answers.values():
            choices.column.addWidget(card)
        self._refusal = WrappedLabel(tone="urgentText")
        self._refusal.hide()
        for part in (WrappedLabel(about, strong=True), choices, self._refusal):
            self.body.addWidget(part)

    def check(self) -> bool:
        if not any(card.isChecked() for card in self._answers.values()):
            self.show_refusal(self.tr("Choose one answer"))
            return False
        return super().check()

    def show_refusal(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()

    def _store_typed(self) -> None:
        self._store_helped(next(each for each, card in self._answers.items() if card.isChecked()))
