"""The card that asks which page is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.services.printing import PageKind
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.labels import WrappedLabel


class KindCard(Card):
    """One page for the clinic at first.

    Signals:
        changed: Another page was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("Which page"), "report")
        self._kind = PageKind.ONE_PAGE
        names = {
            PageKind.ONE_PAGE: self.tr("One page"),
            PageKind.LONG: self.tr("Long form"),
            PageKind.HEART: self.tr("Heart sheet"),
            PageKind.PLAN: self.tr("My plan"),
            PageKind.BLANK: self.tr("Blank diary page"),
        }
        self._hints = {
            PageKind.ONE_PAGE: self.tr("Made for the two minutes your doctor has."),
            PageKind.LONG: self.tr("The same with all that had no room, three pages at most."),
            PageKind.HEART: self.tr("Scans, signs and heart blood tests for your cardiologist."),
            PageKind.PLAN: self.tr("All dates of your treatment."),
            PageKind.BLANK: self.tr("This cycle in large print, to fill in with a pen."),
        }
        self._chips = ChipGroup(self.tr("Which page"), list(names.items()))
        self._chips.choose(self._kind)
        self._chips.changed.connect(self._choose)
        self._hint = WrappedLabel(self._hints[self._kind], "small", tone="text2")
        self.column.addWidget(self._chips)
        self.column.addWidget(self._hint)

    @property
    def kind(self) -> PageKind:
        """The page that is chosen; there is always one."""
        return self._kind

    def _choose(self, keys: tuple[str, ...]) -> None:
        self._kind = PageKind(keys[0]) if keys else PageKind.ONE_PAGE
        self._chips.choose(self._kind)
        self._hint.setText(self._hints[self._kind])
        self.changed.emit()
