"""The heat map with what chooses what it shows, its words and its key."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.heat import Summary
from tracker.services.printing import ShownTable
from tracker.ui import text
from tracker.ui.history.cycle_chooser import CycleChooser
from tracker.ui.history.heat_map import HeatMap
from tracker.ui.history.heat_state import HeatChoice, day_behind, heat_map
from tracker.ui.history.layouts import column_of, side_by_side
from tracker.ui.history.legend import SeverityLegend
from tracker.ui.history.state import SEVERITY_WORDS, Reading
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel

_ALL, _ONE = "all", "one"


class PatternView(QWidget):
    """Shows all symptoms over chosen cycles, or one symptom cycle by cycle.

    Signals:
        day_opened: The person wants to see the day behind a square; carries the date.
    """

    day_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._symptom: str | None = None
        self._day: date | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        self._column = column_of(self)
        self._build_choices()
        self._build_map()

    def show_reading(self, reading: Reading) -> None:
        """Show the diary as it was read; choices stay."""
        self._reading = reading
        self._offer_symptoms(reading.felt_symptoms)
        self._cycles.show_reading(reading)
        self._show()

    def show_symptom(self, symptom: str, places: tuple[int, ...]) -> None:
        """Show one symptom in these cycles, cycle by cycle."""
        self._symptom = symptom
        self._modes.choose(_ONE)
        self._which.choose(symptom)
        self._cycles.choose(places)
        self._show()
        self._map.setFocus(Qt.FocusReason.OtherFocusReason)

    def as_table(self) -> ShownTable:
        """Return the numbers that are shown."""
        return self._map.shown.as_table()

    def _build_choices(self) -> None:
        self._modes = SegmentedControl(
            self.tr("Rows"),
            [
                (_ALL, self.tr("All side effects")),
                (_ONE, self.tr("One side effect, cycle by cycle")),
            ],
        )
        self._modes.choose(_ALL)
        self._modes.chosen.connect(self._take_mode)
        self._which = SelectField(self.tr("Side effect"), [])
        self._which.chosen.connect(self._take_symptom)
        self._which.hide()
        self._cycles = CycleChooser()
        self._cycles.chosen.connect(self._show)
        self._how = SegmentedControl(
            self.tr("Each square shows"),
            [
                (Summary.WORST, self.tr("Worst of the cycles")),
                (Summary.MEDIAN, self.tr("Middle of the cycles")),
            ],
        )
        self._how.choose(Summary.WORST)
        self._how.chosen.connect(self._show)
        self._column.addWidget(side_by_side(self._modes, self._how))
        self._column.addWidget(self._which)
        self._column.addWidget(self._cycles)

    def _build_map(self) -> None:
        self._map = HeatMap()
        self._map.cell_chosen.connect(self._show_cell)
        self._map.day_asked.connect(self._open_cell)
        self._column.addWidget(self._map)
        detail = Card("inset")
        self._detail = WrappedLabel("", "body", strong=True)
        detail.column.addWidget(self._detail)
        self._open = LinkButton("", "arrow-right")
        self._open.clicked.connect(self._open_day)
        self._open.hide()
        detail.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(detail)
        self._column.addWidget(SeverityLegend())
        self._never = WrappedLabel("", "small", tone="text2")
        self._answered = WrappedLabel("", "small", tone="text2")
        self._column.addWidget(self._never)
        self._column.addWidget(self._answered)

    def _offer_symptoms(self, symptoms: tuple[tuple[str, str], ...]) -> None:
        if symptoms == self._offered:
            return
        self._offered = symptoms
        self._which.editor.clear()
        for key, name in symptoms:
            self._which.editor.addItem(name, key)
        if self._symptom not in dict(symptoms):
            self._symptom = None
            self._modes.choose(_ALL)
        self._which.choose(self._symptom)

    def _choice(self) -> HeatChoice:
        how = Summary(self._how.choice or Summary.WORST)
        return HeatChoice(self._cycles.places, self._symptom, how)

    def _show(self) -> None:
        if self._reading is None:
            return
        state = heat_map(self._reading, self._choice())
        self._map.show_state(state)
        is_one = self._symptom is not None
        self._which.setVisible(is_one)
        self._how.setVisible(not is_one and len(self._cycles.places) > 1)
        self._detail.setText(self.tr("Choose a square to see it in words. Higher is worse."))
        self._open.hide()
        self._day = None
        self._answered.setText(self._reading.answered)
        never = ", ".join(self._reading.never)
        self._never.setText(self.tr("Always none so far: {names}.").format(names=never))
        self._never.setVisible(bool(never) and not is_one)

    def _take_mode(self, mode: str) -> None:
        felt = self._offered
        self._symptom = None
        if mode == _ONE and felt:
            self._symptom = self._which.choice or felt[0][0]
            self._which.choose(self._symptom)
        elif mode == _ONE:
            self._modes.choose(_ALL)
        self._show()

    def _take_symptom(self, symptom: str) -> None:
        self._symptom = symptom
        self._show()

    def _show_cell(self, row: int, column: int) -> None:
        if self._reading is None:
            return
        shown = self._map.shown
        answers = ", ".join(
            f"{label} – {severity} {SEVERITY_WORDS[severity]}"
            for label, severity in shown.rows[row].cells[column].answers
        )
        words = shown.spoken(row, column)
        self._detail.setText(f"{words}. {answers}".strip() if shown.how else f"{words}.")
        self._day = day_behind(self._reading, self._choice(), shown, row, column)
        self._open.setVisible(self._day is not None)
        if self._day is not None:
            day = text.long_day_with_year(self._day)
            self._open.setText(self.tr("Open {day}").format(day=day))

    def _open_cell(self, row: int, column: int) -> None:
        self._show_cell(row, column)
        self._open_day()

    def _open_day(self) -> None:
        if self._day is not None:
            self.day_opened.emit(self._day)
