"""The card "On paper": a blank page to print, and a filled one to type in."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.cycles import CycleSpan
from tracker.ui.history.layouts import side_by_side
from tracker.ui.text import long_day_with_year
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel


class PaperCard(Card):
    """Hidden while there is no cycle to print.

    Signals:
        print_asked: Print the blank pages of the chosen cycle.
        save_asked: Save them as PDF.
        typing_asked: Type in a filled page of it.
    """

    print_asked = Signal()
    save_asked = Signal()
    typing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cycles: tuple[CycleSpan, ...] = ()
        self.add_title(self.tr("On paper"), "print")
        words = self.tr(
            "For days without a screen: a page in large print with your own side effects and the "
            "dates filled in. Type it in later with one key for each answer."
        )
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        self._which = SelectField(self.tr("Pages for"), [])
        self.column.addWidget(self._which)
        printing = SecondaryButton(self.tr("Print a blank diary page"), "print")
        printing.clicked.connect(self.print_asked)
        saving = SecondaryButton(self.tr("Save it as PDF"), "save")
        saving.clicked.connect(self.save_asked)
        typing = SecondaryButton(self.tr("Type in a filled page"), "table")
        typing.clicked.connect(self.typing_asked)
        self.column.addWidget(side_by_side(printing, saving, typing))

    @property
    def cycle(self) -> CycleSpan | None:
        """The chosen cycle; None while there is none."""
        chosen = self._which.choice
        return next((each for each in self._cycles if each.starts_on.isoformat() == chosen), None)

    def show_cycles(self, cycles: tuple[CycleSpan, ...], today: date) -> None:
        """Offer these cycles; the running one is chosen at first."""
        self.setVisible(bool(cycles))
        if cycles == self._cycles:
            return
        self._cycles = cycles
        self._which.editor.clear()
        for span in cycles:
            name = self.tr("{phase}, cycle {n} of {of}, from {day}")
            name = name.format(
                phase=span.phase, n=span.cycle, of=span.of, day=long_day_with_year(span.starts_on)
            )
            self._which.editor.addItem(name, span.starts_on.isoformat())
        begun = [span for span in cycles if span.starts_on <= today]
        first = (begun or list(cycles))[:1]
        self._which.choose(first[0].starts_on.isoformat() if first else None)
