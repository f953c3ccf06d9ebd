"""The dialog for a weight; one that is a surprise is asked back before it is stored."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tracker.domain.entries import WeightEntry
from tracker.domain.measurements import Weight, WeightUnit, parse_weight
from tracker.errors import NotUnderstoodError
from tracker.ui import text
from tracker.ui.today.storing_dialogs import StoringDialog
from tracker.ui.today.weight_reading import weight_meant
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.number_field import NumberField


class WeightDialog(StoringDialog):
    """Asks for one weight.

    Args:
        unit: Of the field.
        store: Stores what was typed in a unit; refuses what cannot be right.
        look: Returns the weight that a typed one is far from; None where it is no surprise.
    """

    def __init__(
        self,
        unit: WeightUnit,
        store: Callable[[str, WeightUnit], None],
        look: Callable[[Weight], WeightEntry | None],
        parent: QWidget | None = None,
    ) -> None:
        self._unit, self._store_weight, self._look = unit, store, look
        self._right: tuple[str, WeightUnit] | None = None
        self._meant: Weight | None = None
        super().__init__(self.tr("Add weight"), self._store_typed, parent)
        self._field = NumberField(self.tr("Weight"), unit=unit.value)
        self._field.edited.connect(self._forget_question)
        self._save_meant, self._save_typed = SecondaryButton(""), SecondaryButton("")
        self._save_meant.clicked.connect(self._take_meant)
        self._save_typed.clicked.connect(self._take_typed)
        self._answers = QWidget()
        answers = FlowLayout(self._answers)
        for button in (self._save_meant, self._save_typed):
            answers.addWidget(button)
        self._answers.hide()
        self.body.addWidget(self._field)
        self.body.addWidget(self._answers)
        self.typed = {"weight": self._field}
        self._field.focus()

    def check(self) -> bool:
        return not self._asks_back() and super().check()

    def show_refusal(self, sentence: str) -> None:
        self._offer(None, weight_meant(self._field.text, self._unit, None))
        self._field.show_error(sentence)
        self._field.focus()

    def _asks_back(self) -> bool:
        """Ask about a weight far from her last one; only an answer of hers stores it."""
        if self._right is not None:
            return False
        try:
            weight = parse_weight(self._field.text, self._unit)
        except NotUnderstoodError:
            return False  # storing says why
        far = self._look(weight)
        if far is None:
            return False
        question = self.tr(
            "{weight} is far from {last} on {day}. Is it right? It is not saved yet."
        )
        self._field.show_error(
            question.format(weight=weight, last=far.weight, day=text.long_day(far.day))
        )
        self._offer(weight, weight_meant(self._field.text, self._unit, far.weight))
        self._field.focus()
        return True

    def _offer(self, typed: Weight | None, meant: Weight | None) -> None:
        self._meant = meant
        for button, weight, words in (
            (self._save_meant, meant, self.tr("I mean {weight}, save it")),
            (self._save_typed, typed, self.tr("Yes, save {weight}")),
        ):
            button.setVisible(weight is not None)
            button.setText(words.format(weight=weight))
        self._answers.setVisible(typed is not None or meant is not None)

    def _forget_question(self, typed: str) -> None:
        del typed
        self._field.show_error(None)
        self._answers.hide()

    def _take_meant(self) -> None:
        if self._meant is not None:
            self._save_as(f"{self._meant.value:f}", self._meant.unit)

    def _take_typed(self) -> None:
        self._save_as(self._field.text, self._unit)

    def _save_as(self, typed: str, unit: WeightUnit) -> None:
        self._right = typed, unit
        self.accept_button.click()
        self._right = None

    def _store_typed(self) -> None:
        self._store_weight(*(self._right or (self._field.text, self._unit)))
