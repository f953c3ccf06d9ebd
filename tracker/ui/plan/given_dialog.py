"""Asks how a treatment day went where one click does not say it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QWidget

from tracker.domain.course import Reason
from tracker.errors import NotUnderstoodError
from tracker.ui import text
from tracker.ui.plan import wording
from tracker.ui.plan.dialogs import ReasonChips, RecordingDialog
from tracker.ui.plan.treatment_days import TreatmentAt
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel

_LATER = "later"


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """How it went.

    Attributes:
        left_out: Ids of drugs that were not given, with the reason; None: given another day.
        note: What was different, in the person's own words; None where nothing was.
    """

    on: date
    left_out: Mapping[str, Reason | None] = field(default_factory=dict)
    note: str | None = None


class GivenDialog(RecordingDialog):
    """Asks on which day a dose was given, what of it was not, and what was different."""

    def __init__(
        self,
        treatment: TreatmentAt,
        give: Callable[[GivenAnswer], None],
        parent: QWidget | None = None,
    ) -> None:
        name = wording.treatment(treatment.name)
        title = self.tr("How was {name} given?").format(name=name)
        super().__init__(title, self.tr("Save"), parent)
        self._give = give
        planned = self.tr("Planned for {day}.").format(day=text.long_day_with_year(treatment.on))
        self._day = DateInput(self.tr("Day it was given"))
        self._day.set_day(treatment.on)
        self._drugs = {
            drug: CheckRow(words)
            for drug, words in treatment.drugs.items()
            if len(treatment.drugs) > 1
        }
        self._why = ReasonChips(
            self.tr("Why was it not given? (you can skip this)"),
            ((_LATER, self.tr("It has another day")),),
        )
        self._note = TextField(
            self.tr("Was anything different? (you can skip this)"),
            hint=self.tr("For example: a smaller dose of docetaxel"),
        )
        self.body.addWidget(WrappedLabel(planned, tone="text2"))
        self.body.addWidget(self._day)
        if self._drugs:
            self.body.addWidget(WrappedLabel(self.tr("What was given?"), strong=True))
        for row in self._drugs.values():
            row.setChecked(True)
            row.toggled.connect(self._show_why)
            self.body.addWidget(row)
        self.body.addWidget(self._why)
        self.body.addWidget(self._note)
        self._why.hide()
        self.typed = {"on": self._day, "note": self._note}
        self.chosen = {**self._drugs, "why": self._why.chips}

    def record(self) -> None:
        day = self._day.day()
        if day is None:
            raise NotUnderstoodError(self.tr("Type the day it was given."))
        left_out = dict.fromkeys(self._missing(), self._reason())
        self._give(GivenAnswer(day, left_out, self._note.text or None))

    def _missing(self) -> list[str]:
        return [drug for drug, row in self._drugs.items() if not row.isChecked()]

    def _show_why(self) -> None:
        self._why.setVisible(bool(self._missing()))

    def _reason(self) -> Reason | None:
        """Return why it was left out; None where it is still to come."""
        return None if self._why.chips.choices == (_LATER,) else self._why.reason
