"""The trend of one symptom with what chooses it and the one sentence about it."""

from PySide6.QtWidgets import QWidget

from tracker.services.printing import ShownTable
from tracker.ui.history.layouts import column_of
from tracker.ui.history.state import Reading
from tracker.ui.history.trend_chart import TrendChart, TrendLegend
from tracker.ui.history.trend_state import TrendState, trend
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel


class TrendView(QWidget):
    """Shows one symptom in the latest cycle beside the earlier ones of its phase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        self._state: TrendState | None = None
        column = column_of(self)
        self._which = SelectField(self.tr("Side effect"), [])
        self._which.chosen.connect(self._show)
        column.addWidget(self._which)
        self._chart = TrendChart()
        column.addWidget(self._chart)
        column.addWidget(TrendLegend())
        said = Card("inset")
        self._sentence = WrappedLabel("", strong=True)
        said.column.addWidget(self._sentence)
        column.addWidget(said)
        gaps = self.tr("Higher is worse. A day that was not answered breaks the line.")
        column.addWidget(WrappedLabel(gaps, "small", tone="text2"))

    def show_reading(self, reading: Reading) -> None:
        """Show the diary as it was read; the chosen symptom stays."""
        self._reading = reading
        symptoms = reading.felt_symptoms or reading.symptoms
        if symptoms != self._offered:
            chosen = self._which.choice
            self._offered = symptoms
            self._which.editor.clear()
            for key, name in symptoms:
                self._which.editor.addItem(name, key)
            first = symptoms[0][0] if symptoms else None
            self._which.choose(chosen if chosen in dict(symptoms) else first)
        self._show()

    def as_table(self) -> ShownTable:
        """Return the numbers that are shown."""
        return ShownTable((), ()) if self._state is None else self._state.as_table()

    def _show(self) -> None:
        symptom = self._which.choice
        for part in (self._which, self._chart):
            part.setVisible(symptom is not None)
        if self._reading is None or symptom is None:
            self._sentence.setText(self.tr("There is no answer to draw yet."))
            return
        self._state = trend(self._reading, symptom)
        self._chart.show_state(self._state)
        self._sentence.setText(self._state.sentence)
