"""History: words first, then the heat map, then the table."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.services.companion import Companion
from tracker.ui.history.entry_table import EntryTable
from tracker.ui.history.heat_map import HeatMap
from tracker.ui.history.legend import SeverityLegend
from tracker.ui.history.sentences import Sentence
from tracker.ui.history.state import SEVERITY_WORDS, HeatCell, HistoryState, build_state
from tracker.ui.history.table_state import EntryRow, entry_rows, filtered
from tracker.ui.page import Page
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import ChipGroup, SegmentedControl
from tracker.ui.widgets.empty_state import EmptyState
from tracker.ui.widgets.fields import SelectField, TextField
from tracker.ui.widgets.labels import Heading, WrappedLabel

_ALL, _ONE, _TABLE = "all", "one", "table"


class HistoryPage(Page):
    """Shows the answers of all cycles; changes nothing."""

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__("History", parent)
        self._companion = companion
        self._view, self._symptom = _ALL, ""
        self._chosen: tuple[int, ...] | None = None
        self._rows: tuple[EntryRow, ...] = ()
        self._cycles_shown: tuple[str, ...] = ()
        self._symptoms_shown: tuple[str, ...] = ()
        self._build()

    def refresh(self, changes: object | None = None) -> None:
        del changes
        if self._symptom:
            self._symptom = self._symptom if self._view == _ONE else ""
        state = build_state(self._companion, self._chosen, self._symptom or None)
        is_empty = not state.cycles
        self._empty.setVisible(is_empty)
        self._main.setVisible(not is_empty)
        self._show_sentences(state.sentences)
        if not is_empty:
            self._show_choices(state)
            self._show_view(state)

    def _build(self) -> None:
        self.column.addWidget(Heading(self.tr("What your answers show"), 1))
        self._empty = EmptyState(
            "history",
            self.tr("Your pattern will show here"),
            self.tr("Write down how you are on a few days of your first cycle."),
            self.tr("Log how you are today"),
        )
        self._empty.acted.connect(self._go_to_today)
        self.column.addWidget(self._empty)
        self._short = Card()
        self._short.add_title(self.tr("In short"), "info")
        self._sentences = QVBoxLayout()
        self._short.column.addLayout(self._sentences)
        self.column.addWidget(self._short)
        self._main = self._build_main()
        self.column.addWidget(self._main)
        self.column.addStretch(1)

    def _build_main(self) -> Card:
        card = Card()
        self._views = SegmentedControl(
            self.tr("View"),
            [
                (_ALL, self.tr("All side effects")),
                (_ONE, self.tr("One side effect, cycle by cycle")),
                (_TABLE, self.tr("Table")),
            ],
        )
        self._views.choose(_ALL)
        self._views.chosen.connect(self._choose_view)
        card.column.addWidget(self._views)
        self._choices = QVBoxLayout()
        card.column.addLayout(self._choices)
        self._heat_part = self._build_heat()
        card.column.addWidget(self._heat_part)
        self._table_part = self._build_table()
        card.column.addWidget(self._table_part)
        return card

    def _build_heat(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        self._heat = HeatMap()
        self._heat.cell_chosen.connect(self._show_cell)
        column.addWidget(self._heat)
        detail = Card("inset")
        self._detail = WrappedLabel("", "body", strong=True)
        detail.column.addWidget(self._detail)
        column.addWidget(detail)
        column.addWidget(SeverityLegend())
        self._never = WrappedLabel("", "small", tone="text2")
        column.addWidget(self._never)
        self._answered = WrappedLabel("", "small", tone="text2")
        column.addWidget(self._answered)
        return part

    def _build_table(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        self._search = TextField(self.tr("Search"))
        self._search.edited.connect(self._filter)
        column.addWidget(self._search)
        self._least = SelectField(
            self.tr("Show"),
            [
                ("", self.tr("Everything")),
                ("1", self.tr("Side effects from 1, mild")),
                ("2", self.tr("Side effects from 2, moderate")),
                ("3", self.tr("Side effects from 3, severe")),
            ],
        )
        self._least.chosen.connect(self._filter)
        column.addWidget(self._least)
        self._count = WrappedLabel("", "small", tone="text2")
        column.addWidget(self._count)
        self._table = EntryTable()
        column.addWidget(self._table)
        return part

    def _show_sentences(self, sentences: tuple[Sentence, ...]) -> None:
        while (item := self._sentences.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            label = WrappedLabel()
            said = f"{sentence.text} {sentence.why}"
            label.show_parts([("•  ", False), (sentence.name, True), (said, False)])
            self._sentences.addWidget(label)
        self._short.setVisible(bool(sentences))

    def _show_choices(self, state: HistoryState) -> None:
        labels = tuple(cycle.label for cycle in state.cycles)
        ids = tuple(symptom for symptom, _ in state.symptoms)
        if (labels, ids) == (self._cycles_shown, self._symptoms_shown):
            return
        self._cycles_shown, self._symptoms_shown = labels, ids
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._which = SelectField(self.tr("Side effect"), state.symptoms)
        self._which.chosen.connect(self._choose_symptom)
        self._choices.addWidget(self._which)
        self._chips = ChipGroup(
            self.tr("Cycles"),
            [(str(cycle.index), cycle.label) for cycle in state.cycles],
            multiple=True,
        )
        chosen = range(len(labels)) if self._chosen is None else self._chosen
        self._chips.choose(*map(str, chosen))
        self._chips.changed.connect(self._choose_cycles)
        self._choices.addWidget(self._chips)

    def _show_view(self, state: HistoryState) -> None:
        is_table = self._view == _TABLE
        self._heat_part.setVisible(not is_table)
        self._table_part.setVisible(is_table)
        self._chips.setVisible(not is_table)
        self._which.setVisible(self._view == _ONE)
        if is_table:
            self._rows = entry_rows(self._companion)
            self._filter()
            return
        self._heat.show_state(state.heat)
        self._detail.setText(self.tr("Choose a square to see it in words. Higher is worse."))
        self._answered.setText(state.answered)
        never = ", ".join(state.never)
        self._never.setText(self.tr("Always none so far: {names}.").format(names=never))
        self._never.setVisible(bool(never) and self._view == _ALL)

    def _choose_view(self, view: str) -> None:
        self._view = view
        if view == _ONE and self._symptoms_shown:
            self._symptom = self._which.choice or self._symptoms_shown[0]
            self._which.choose(self._symptom)
        else:
            self._symptom = ""
        self.refresh()

    def _choose_symptom(self, symptom: str) -> None:
        self._symptom = symptom
        self.refresh()

    def _choose_cycles(self, keys: tuple[str, ...]) -> None:
        self._chosen = tuple(int(key) for key in keys) or None
        if self._chosen is None:
            self._chips.choose(*(str(place) for place in range(len(self._cycles_shown))))
        self.refresh()

    def _show_cell(self, spoken: str, cell: HeatCell) -> None:
        answers = ", ".join(
            f"{label} – {severity} {SEVERITY_WORDS[severity]}" for label, severity in cell.answers
        )
        self._detail.setText(f"{spoken}. {answers}".strip())

    def _filter(self, *_: object) -> None:
        least = self._least.choice
        shown = filtered(self._rows, self._search.text, int(least) if least else None)
        self._table.entries.show_rows(shown)
        self._count.setText(
            self.tr("{shown} of {all} entries").format(shown=len(shown), all=len(self._rows))
        )

    def _go_to_today(self) -> None:
        self.page_requested.emit("today")


def build_page(companion: Companion) -> HistoryPage:
    """Return the page; it reads the diary when it is first shown."""
    return HistoryPage(companion)
