"""Asks what a letter says of one anthracycline dose."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.ui import text
from tracker.ui.heart.anthracycline_state import LetterDose
from tracker.ui.keeping import KeptDialog
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField


class LetterDialog(KeptDialog):
    """Stores one amount when it is accepted; no dose is chosen beforehand where there are several.

    Args:
        store: Stores the amount; a refusal is shown at the number and the text stays.
    """

    def __init__(
        self,
        doses: Sequence[LetterDose],
        store: Callable[[LetterDose, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("What the letter says"), self.tr("Save amount"), parent, width=600)
        self._doses, self._keep = doses, store
        self._dose = SelectField(
            self.tr("Which dose"),
            [(_key(dose), self._name(dose)) for dose in doses],
        )
        if len(doses) == 1:
            self._dose.choose(_key(doses[0]))
        self._amount = NumberField(
            self.tr("Amount"),
            unit="mg/m²",
            hint=self.tr(
                "Per square meter, not the whole amount in mg. The diary only adds it up."
            ),
        )
        about = self.tr("The dose is noted as given on that day.")
        for widget in (self._dose, self._amount, WrappedLabel(about, "small", tone="text2")):
            self.body.addWidget(widget)
        self._amount.edited.connect(self._forget_refusal)
        self.typed = {"amount": self._amount}
        self.chosen = {"dose": self._dose}

    def choose(self, place: int) -> None:
        """Show a dose as chosen, counted from 0."""
        self._dose.choose(_key(self._doses[place]))

    def check(self) -> bool:
        choice = self._dose.choice
        if choice is None:
            self._amount.show_error(self.tr("Choose the dose first."))
            return False
        try:
            chosen = next(dose for dose in self._doses if _key(dose) == choice)
            self._keep(chosen, self._amount.text)
        except TrackerError as error:
            self._amount.show_error(str(error))
            return False
        return True

    def _name(self, dose: LetterDose) -> str:
        words = self.tr("{drug}, dose {n}, {day}").format(
            drug=dose.name, n=dose.number, day=text.short_day(dose.on)
        )
        if dose.mg_m2 is None:
            return words
        return self.tr("{dose}: {amount} mg/m²").format(dose=words, amount=f"{dose.mg_m2:f}")

    def _forget_refusal(self, typed: str) -> None:
        del typed
        self._amount.show_error(None)


def _key(dose: LetterDose) -> str:
    """Name a dose so that it is the same one at the next start."""
    return f"{dose.course_id} {dose.drug} {dose.number}"
