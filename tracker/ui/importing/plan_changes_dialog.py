"""What a diary that comes in would change of a plan, seen before anything is stored."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Visit
from tracker.domain.wording import at_start
from tracker.services.arriving_plans import PlanChanged
from tracker.ui import text
from tracker.ui.plan.move_state import MoveState, moved_days
from tracker.ui.plan.move_table import MoveTable
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel


class PlanChangesDialog(Dialog):
    """Says for each person what the file adds to the plan, and which dates would be others."""

    def __init__(
        self,
        changes: Sequence[PlanChanged],
        drugs: Mapping[str, DrugFacts],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("Importing", "This file changes the plan")
        accept = QCoreApplication.translate("Importing", "Bring it in")
        leave = QCoreApplication.translate("Importing", "Leave it")
        super().__init__(title, accept, parent, cancel_text=leave)
        words = self.tr(
            "Nothing is stored yet. Read what would change, and compare it with what your team "
            "said. Everything in the file comes in, or nothing of it."
        )
        self.body.addWidget(WrappedLabel(words))
        for each in changes:
            self.body.addWidget(_card(each, drugs))
        after = self.tr("Undo on Plan takes a change back later, the last one first.")
        self.body.addWidget(WrappedLabel(after, "small", tone="text2"))

    @classmethod
    def ask(
        cls, changes: Sequence[PlanChanged], drugs: Mapping[str, DrugFacts], parent: QWidget
    ) -> bool:
        """Return whether the person wants these changes."""
        return cls(changes, drugs, parent).run()


def _card(change: PlanChanged, drugs: Mapping[str, DrugFacts]) -> Card:
    card = Card()
    title = QCoreApplication.translate("Importing", "New in the plan of {name}")
    card.add_title(title.format(name=text.without_overrides(change.name)))
    for line in change.told:
        card.column.addWidget(WrappedLabel(f"• {text.without_overrides(at_start(line))}"))
    for sentence in _days_in_words(change):
        card.column.addWidget(WrappedLabel(sentence, strong=True))
    lines = moved_days(change.moved, drugs)
    if lines:
        other = QCoreApplication.translate("Importing", "Dates that would change")
        card.column.addWidget(WrappedLabel(other, strong=True))
        table = MoveTable()
        table.show_dates(MoveState(lines=tuple(lines), scans=(), sentences=()))
        card.column.addWidget(table)
    return card


def _days_in_words(change: PlanChanged) -> list[str]:
    parts = (
        (
            change.gone,
            QCoreApplication.translate("Importing", "No longer planned: 1 treatment day, {first}."),
            QCoreApplication.translate(
                "Importing", "No longer planned: {n} treatment days, from {first} to {last}."
            ),
        ),
        (
            change.new,
            QCoreApplication.translate("Importing", "New on the plan: 1 treatment day, {first}."),
            QCoreApplication.translate(
                "Importing", "New on the plan: {n} treatment days, from {first} to {last}."
            ),
        ),
    )
    return [_span(visits, one, many) for visits, one, many in parts if visits]


def _span(visits: Sequence[Visit], one: str, many: str) -> str:
    days: list[date] = sorted({visit.on for visit in visits})
    first, last = (text.long_day_with_year(day) for day in (days[0], days[-1]))
    words = one if len(days) == 1 else many
    return words.format(n=len(days), first=first, last=last)
