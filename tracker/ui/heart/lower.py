"""The cards below the first screen of the Heart page, made once that is painted."""

from PySide6.QtWidgets import QVBoxLayout

from tracker.services.companion import Companion
from tracker.ui.heart.cards import AnthracyclineCard, LabelsCard
from tracker.ui.heart.counts_card import CountsCard
from tracker.ui.heart.risk_card import RiskCard
from tracker.ui.heart.scans_card import ScansCard
from tracker.ui.heart.signs_card import SignsCard
from tracker.ui.heart.signs_state import heart_signs
from tracker.ui.heart.state import HeartState
from tracker.ui.widgets.columns import Columns

_SHARE, _FOLD_BELOW = 0.55, 760


class LowerCards:
    """Builds the cards into a column and hands one state to all of them, but for the counts."""

    def __init__(self, companion: Companion, column: QVBoxLayout) -> None:
        self._companion = companion
        self.signs = SignsCard()
        self.total = AnthracyclineCard()
        self.risk = RiskCard()
        self.scans = ScansCard()
        self.counts = CountsCard()
        self.labels = LabelsCard()
        columns = Columns(_SHARE, _FOLD_BELOW)
        columns.left.addWidget(self.signs)
        for card in (self.total, self.risk):
            columns.right.addWidget(card)
        columns.left.addStretch(1)
        columns.right.addStretch(1)
        for widget in (columns, self.scans, self.counts, self.labels):
            column.addWidget(widget)

    def show_state(self, state: HeartState) -> None:
        """Show another state."""
        self.signs.show_signs(heart_signs(self._companion, on_her2=bool(state.her2_drugs)))
        self.signs.show_number(state.emergency_number)
        self.total.show_total(state.anthracycline)
        self.scans.show_state(state)
        self.labels.show_state(state)
        self.risk.show_state(state)
