"""The blood counts on the Heart page: one test at a time, its trend, the table behind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.heart import counts_wording as wording
from tracker.ui.heart.counts_chart import CountsChartView
from tracker.ui.heart.counts_state import CountChoice, CountRow, CountsChart, CountsState
from tracker.ui.heart.counts_table import CountsTable
from tracker.ui.widgets.buttons import LinkButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.labels import WrappedLabel

_ROWS_AT_FIRST = 6


class _Chips(QWidget):
    """Chips that are made anew when their options change."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._options: tuple[tuple[str, str], ...] = ()
        self._group: ChipGroup | None = None
        self._chosen = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_options(self, options: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Show the options with one of them on."""
        if options != self._options or self._group is None:
            if self._group is not None:
                self._group.hide()
                self._group.deleteLater()
            self._options = options
            self._group = ChipGroup(self._name, options, parent=self)
            self._group.changed.connect(self._tell)
            self._column.addWidget(self._group)
        self._group.choose(chosen)
        self._chosen = chosen

    def _tell(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self.picked.emit(chosen[0])
        elif self._group is not None:  # one is always shown
            self._group.choose(self._chosen)


class CountsCard(Card):
    """Blood counts.

    Signals:
        add_asked: A value is to be typed; carries the test that is shown, or an empty text.
        choice_changed: Another test or unit is to be shown; carries a `CountChoice`.
        removal_asked: A value is to be taken out; carries the `CountRow`.
    """

    add_asked = Signal(str)
    choice_changed = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.add_title(self.tr("Blood counts"), "lab")
        self._state: CountsState | None = None
        self._chosen: CountRow | None = None
        self._shows_all = False
        self._about = WrappedLabel("", tone="text2")
        self._tests = _Chips(self.tr("Blood test"))
        self._units = _Chips(self.tr("Show in"))
        self.chart = CountsChartView()
        self._legend = WrappedLabel("", "small", tone="text2")
        self._printed = WrappedLabel("", "small", tone="text2")
        self.table = CountsTable()
        self.add = SecondaryButton(self.tr("Add a blood count"), "plus")
        self._more = LinkButton("", "table")
        self._remove = LinkButton(self.tr("Remove this blood count"), "trash")
        self._build()

    def show_state(self, state: CountsState) -> None:
        """Show other values."""
        self._state = state
        self._choose(None)
        has_values = state.test is not None
        for widget in (self._tests, self.table):
            widget.setVisible(has_values)
        if state.test is None or state.chart is None:
            self._show_nothing()
            return
        self._about.setText(state.test.about)
        self._tests.show_options(state.tests, state.test.id)
        units = tuple((unit, wording.unit(unit)) for unit in state.test.units)
        self._units.show_options(units, state.chart.unit)
        self._units.setVisible(len(units) > 1)
        self._show_chart(state, state.chart)
        self._show_rows()

    def _show_nothing(self) -> None:
        self._about.setText(
            self.tr(
                "None is written down yet. Type them from the lab slip, with the slip's own range: "
                "labs differ, so this diary has no normal values of its own."
            )
        )
        for widget in (self._units, self.chart, self._legend, self._printed, self._more):
            widget.hide()

    def _show_chart(self, state: CountsState, chart: CountsChart) -> None:
        for widget in (self.chart, self._legend):
            widget.setVisible(bool(chart.lines))
        self.chart.show_chart(chart, wording.description(state))
        self._legend.setText(wording.legend(chart))
        self._printed.setVisible(bool(chart.printed))
        self._printed.setText(
            "\n".join(
                f"{wording.printed_sentence(printed)} {wording.printed_source(printed)}"
                for printed in chart.printed
            )
        )

    def _show_rows(self) -> None:
        rows = self._state.rows if self._state else ()
        cut = not self._shows_all and len(rows) > _ROWS_AT_FIRST
        self.table.results.show_rows(rows[:_ROWS_AT_FIRST] if cut else rows)
        self._more.setVisible(cut)
        self._more.setText(self.tr("Show all {n} results").format(n=len(rows)))

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_rows()

    def _choose_test(self, test: str) -> None:
        self._shows_all = False
        self.choice_changed.emit(CountChoice(test))

    def _choose_unit(self, unit: str) -> None:
        if self._state is not None and self._state.test is not None:
            self.choice_changed.emit(CountChoice(self._state.test.id, unit))

    def _choose(self, row: CountRow | None) -> None:
        self._chosen = row
        self._remove.setVisible(row is not None)
        if row is not None:
            name = self.tr("Remove the result {value}").format(value=wording.value(row))
            self._remove.setAccessibleName(name)

    def _ask_for_removal(self) -> None:
        if self._chosen is not None:
            self.removal_asked.emit(self._chosen)

    def _ask_to_add(self) -> None:
        test = self._state.test if self._state else None
        self.add_asked.emit(test.id if test else "")

    def _build(self) -> None:
        for widget in (
            self._tests,
            self._about,
            self.chart,
            self._legend,
            self._units,
            self._printed,
            self.table,
        ):
            self.column.addWidget(widget)
        for button in (self._more, self._remove, self.add):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._remove.hide()
        self._tests.picked.connect(self._choose_test)
        self._units.picked.connect(self._choose_unit)
        self.table.row_chosen.connect(self._choose)
        self.table.removal_asked.connect(self.removal_asked)
        self._more.clicked.connect(self._show_all)
        self._remove.clicked.connect(self._ask_for_removal)
        self.add.clicked.connect(self._ask_to_add)
