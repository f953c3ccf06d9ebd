"""The cards under the chart: the total, what the labels say."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.sources import Source
from tracker.domain.wording import at_start
from tracker.ui import theme
from tracker.ui.heart import wording
from tracker.ui.heart.anthracycline_bar import AnthracyclineBar
from tracker.ui.heart.anthracycline_state import Anthracycline
from tracker.ui.heart.state import HeartState
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.layouts import empty


class AnthracyclineCard(Card):
    """The bar and what it rests on.

    Signals:
        letter_asked: The amount of a dose is to be typed as the clinic's letter says.
    """

    letter_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.add_title(self.tr("Anthracycline total"), "infusion")
        self._words = WrappedLabel("", "small", tone="text2")
        self._bar = AnthracyclineBar()
        self._source = WrappedLabel("", "small", tone="text2")
        self._type = LinkButton(self.tr("Type what a letter says"), "infusion")
        self._type.clicked.connect(self.letter_asked)
        for widget in (self._words, self._bar, self._source):
            self.column.addWidget(widget)
        self.column.addWidget(self._type, 0, Qt.AlignmentFlag.AlignLeft)

    def show_total(self, state: Anthracycline) -> None:
        """Show another total."""
        self._words.setText(self._about(state))
        self._bar.show_total(state)
        lines = [
            self.tr("{n} mg/m²: {words}").format(n=f"{limit.mg_m2:f}", words=limit.text)
            for limit in state.limits
        ]
        if state.equivalence is not None:
            lines.append(self._equivalence(state.equivalence))
        self._source.setText("\n".join(lines))
        self._type.setVisible(state.has_doses)

    def _equivalence(self, source: Source) -> str:
        words = self.tr("Epirubicin counted as doxorubicin by: {title}, {where}")
        return words.format(title=source.title, where=source.where)

    def _about(self, state: Anthracycline) -> str:
        if state.mg_m2 is None and not state.is_planned:
            return self.tr(
                "None in your plan. If you had doxorubicin or epirubicin before, tell your team."
            )
        words = self.tr("In mg/m² of doxorubicin. It adds up over a lifetime.")
        if not state.assumed_doses:
            return words
        assumed = self.tr("For {n} doses the usual amount is counted.")
        return f"{words} {assumed.format(n=state.assumed_doses)}"


class LabelsCard(Card):
    """Each label's words on the latest result, with whose label it is and where it was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.add_title(self.tr("What the drug labels say"), "report")
        words = self.tr("The labels speak here, not this diary. Your team decides.")
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        theme.current().changed.connect(self._space)
        self._space()

    def show_state(self, state: HeartState) -> None:
        """Show the statements; hidden without any."""
        self.setVisible(bool(state.statements or state.without_label))
        empty(self._list)
        for each in state.statements:
            drug = at_start(wording.drugs((state.drug_names[each.drug],)))
            title = self.tr("{drug}, {region} label").format(drug=drug, region=each.label.value)
            self._list.addWidget(Heading(f"{title}: {wording.says(each.says)}", 3))
            self._list.addWidget(WrappedLabel(each.because))
            source = self.tr("Source: {title}, {where}").format(
                title=each.source.title, where=each.source.where
            )
            self._list.addWidget(WrappedLabel(source, "small", tone="text3"))

        for name in state.without_label:
            words = self.tr(
                "{drug}: its label, as far as this diary knows it, names no LVEF at which doses "
                "are held. Ask your team how your heart is watched."
            )
            self._list.addWidget(WrappedLabel(words.format(drug=name)))

    def _space(self) -> None:
        self._list.setSpacing(theme.current().space(4))
