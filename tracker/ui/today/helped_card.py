"""Asks later, with one tap, whether a medicine helped."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.entries import MedicineEntry
from tracker.domain.entry_words import Helped
from tracker.ui import text
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import WrappedLabel

CHOICES = ((Helped.YES, "Yes"), (Helped.A_LITTLE, "A little"), (Helped.NO, "No"))


class HelpedCard(Card):
    """One line and three buttons for each medicine; nobody has to answer.

    Signals:
        said: The `MedicineEntry` and the `Helped` that was chosen.
    """

    said = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("Did it help?"), "tablet")
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)
        self._shown: dict[MedicineEntry, QWidget] = {}

    def show_medicines(self, medicines: Sequence[tuple[MedicineEntry, str]]) -> None:
        """Ask about these, each with its name in words; hidden while there is none."""
        self.setVisible(bool(medicines))
        wanted = {medicine for medicine, _ in medicines}
        for gone in [each for each in self._shown if each not in wanted]:
            row = self._shown.pop(gone)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for medicine, name in medicines:
            if medicine not in self._shown:
                self._shown[medicine] = self._make_row(medicine, name)
                self._rows.addWidget(self._shown[medicine])

    def _make_row(self, medicine: MedicineEntry, name: str) -> QWidget:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        when = f"{text.short_day(medicine.day)}, {text.clock_time(medicine.at)}"
        column.addWidget(WrappedLabel(name, strong=True))
        column.addWidget(WrappedLabel(when, "small", tone="text2"))
        answers = QWidget()
        flow = FlowLayout(answers)
        for helped, word in CHOICES:
            button = SecondaryButton(QCoreApplication.translate("Today", word))
            button.setAccessibleName(
                self.tr("{medicine}, did it help? {answer}").format(
                    medicine=name, answer=button.shown_text
                )
            )
            button.clicked.connect(partial(self.said.emit, medicine, helped))
            flow.addWidget(button)
        column.addWidget(answers)
        return row
