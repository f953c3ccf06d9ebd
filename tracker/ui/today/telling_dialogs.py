"""Dialogs about the team and about what helped: whom she told, what they said, did it help."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.domain.entry_words import Helped
from tracker.ui.today.helped_card import CHOICES
from tracker.ui.today.storing_dialogs import StoringDialog
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.choices import ChipGroup, ChoiceCards
from tracker.ui.widgets.fields import NoteField, TextField
from tracker.ui.widgets.labels import WrappedLabel

_HOW_SHE_IS, _SOMETHING_ELSE = "how-i-feel", "something-else"


class StoreContact(Protocol):
    """Stores whom she told, what they said, and whether it was about how she is."""

    def __call__(self, who: str, said: str, *, how_she_is: bool) -> None:
        """Store it."""


class ContactDialog(StoringDialog):
    """Asks whom she told, what about and what they said.

    What it was about is asked because a call about an appointment must not make an alert quiet.
    """

    def __init__(self, who: str, store: StoreContact, parent: QWidget | None = None) -> None:
        self._store_contact = store
        super().__init__(self.tr("Told my team"), self._store_typed, parent)
        self._who = TextField(self.tr("Whom did you tell?"))
        self._who.set_text(who)
        asked = self.tr("What was it about?")
        how_she_is = (_HOW_SHE_IS, self.tr("How I feel"))
        self._about = ChipGroup(
            asked, [how_she_is, (_SOMETHING_ELSE, self.tr("Something else, like an appointment"))]
        )
        self._not_said = WrappedLabel(tone="urgentText")
        self._not_said.hide()
        self._about.changed.connect(self._not_said.hide)
        self._said = NoteField(self.tr("What did they say?"), hint=self.tr("If you like"))
        words = self.tr(
            "If it was how you feel, alerts that are on the screen count as told. Call again if it "
            "gets worse."
        )
        asking = WrappedLabel(asked, strong=True)
        explained = WrappedLabel(words, "small", tone="text2")
        for part in (self._who, asking, self._about, self._not_said, explained, self._said):
            self.body.addWidget(part)
        self.typed = {"who": self._who, "said": self._said}
        self.chosen = {"about": self._about}

    def check(self) -> bool:
        if not self._about.choices:
            self._not_said.setText(self.tr("Choose what it was about"))
            self._not_said.show()
            return False
        return super().check()

    def show_refusal(self, sentence: str) -> None:
        self._who.show_error(sentence)

    def _store_typed(self) -> None:
        how_she_is = self._about.choices == (_HOW_SHE_IS,)
        self._store_contact(self._who.text, self._said.text, how_she_is=how_she_is)


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
