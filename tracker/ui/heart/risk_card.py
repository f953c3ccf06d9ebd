"""What the published table says about the risk at the start, and which answers it counted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.heart_risk import HeartRisk
from tracker.domain.heart_rules import RiskWeight
from tracker.ui.heart import wording
from tracker.ui.heart.state import HeartState, RiskWords
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel


class RiskCard(Card):
    """The level with its factors, and what a guideline says of such a level.

    Signals:
        asked: The questions of the table are to be answered, or looked at again.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.add_title(self.tr("Heart risk at the start"), "heart")
        self._words = WrappedLabel("")
        self._factors = WrappedLabel("")
        self._guideline = WrappedLabel("")
        self._source = WrappedLabel("", "small", tone="text2")
        self._ask = LinkButton("", "settings")
        self._ask.clicked.connect(self.asked)
        for widget in (self._words, self._factors, self._guideline, self._source):
            self.column.addWidget(widget)
        self.column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: HeartState) -> None:
        """Show the level; hidden where the table does not apply."""
        self.setVisible(bool(state.her2_drugs))
        asked = state.risk_was_asked
        self._ask.setText(
            self.tr("See the questions in Settings") if asked else self.tr("Answer in Settings")
        )
        for widget in (self._factors, self._guideline, self._source):
            widget.setVisible(state.risk is not None)
        if state.risk is None or state.risk_words is None:
            self._words.setText(
                self.tr("The published table asks about other illnesses. They are not known yet.")
            )
        else:
            self._show_risk(state.risk, state.risk_words)

    def _show_risk(self, risk: HeartRisk, words: RiskWords) -> None:
        says = self.tr(
            "The published table says: {level} ({points}). It speaks of the time before "
            "treatment and is not scored again."
        )
        self._words.setText(
            says.format(level=wording.risk_level(risk.level), points=self._points(risk.points))
        )
        lines = [f"{name}: {self._weight(weight)}" for name, weight in words.factors]
        lines = lines or [self.tr("None of its factors is known of you.")]
        if words.unknown:
            unknown = self.tr("Not known and not counted: {names}.")
            lines.append(unknown.format(names=words.unknown))
        self._factors.setText("\n".join(lines))
        self._guideline.setText(
            self.tr("{words} Your team sets the days.").format(words=words.guideline)
        )
        sources = (risk.source, words.guideline_source)
        self._source.setText(
            "\n".join(
                self.tr("Source: {title}, {publisher}").format(
                    title=source.title, publisher=source.publisher
                )
                for source in sources
            )
        )

    def _weight(self, weight: RiskWeight) -> str:
        if weight.level is not None:
            return self.tr("{level} by itself").format(level=wording.risk_level(weight.level))
        return self._points(weight.points)

    def _points(self, number: int) -> str:
        return self.tr("1 point") if number == 1 else self.tr("{n} points").format(n=number)
