"""The small questions of the Today page, each in a dialog of its own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tracker.domain.symptoms import OWN_PREFIX, check_answer
from tracker.errors import NotUnderstoodError
from tracker.ui.keeping import DraftPlace, KeptDialog, run_kept
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel


class OwnSymptomDialog(KeptDialog):
    """Asks what to call a symptom that the list does not have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add your own"), self.tr("Add"), parent, width=520)
        self._name = TextField(
            self.tr("What would you call it?"),
            hint=self.tr("In your own words, for example cold sore"),
        )
        self.body.addWidget(self._name)
        self.typed = {"name": self._name}

    @classmethod
    def ask(cls, place: DraftPlace, parent: QWidget | None = None) -> str | None:
        """Return the name; None when it was cancelled."""
        dialog = cls(parent)
        return dialog._name.text if run_kept(dialog, place) else None

    def check(self) -> bool:
        if not self._name.text:
            self._name.show_error(self.tr("Type a word or two"))
            return False
        try:
            check_answer(f"{OWN_PREFIX}{self._name.text}", (), {})
        except NotUnderstoodError as error:
            self._name.show_error(str(error))
            return False
        return True


class SkipDialog(Dialog):
    """Asks which questions a person would rather leave open."""

    def __init__(self, symptoms: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("I'd rather not say"), self.tr("Save"), parent, width=520)
        words = self.tr("Choose what you would rather not answer. It counts as asked, not as none.")
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        self._rows = {symptom: CheckRow(name) for symptom, name in symptoms}
        for row in self._rows.values():
            self.body.addWidget(row)

    @classmethod
    def ask(
        cls, symptoms: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> tuple[str, ...]:
        """Return the chosen symptom ids; none when it was cancelled."""
        dialog = cls(symptoms, parent)
        if not dialog.run():
            return ()
        return tuple(symptom for symptom, row in dialog._rows.items() if row.isChecked())
