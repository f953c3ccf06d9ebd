"""What happened to one entry: who, when, before and after."""

from PySide6.QtWidgets import QWidget

from tracker.ui.past.wording import PastLine
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel


class HistoryDialog(Dialog):
    """Shows the lines; they are only ever added to, so there is nothing to change here."""

    @staticmethod
    def show_lines(lines: tuple[PastLine, ...], parent: QWidget) -> None:
        """Show what happened until the person has read it."""
        HistoryDialog(lines, parent).run()

    def __init__(self, lines: tuple[PastLine, ...], parent: QWidget | None = None) -> None:
        title = self.tr("What happened to this entry")
        super().__init__(title, self.tr("Close"), parent, cancel_text="")
        for line in lines:
            self.body.addWidget(self._card(line))
        words = self.tr("These lines are only added to. Nobody can change them.")
        self.body.addWidget(WrappedLabel(words, "small", tone="text2"))

    def _card(self, line: PastLine) -> Card:
        card = Card("inset")
        card.column.addWidget(WrappedLabel(line.title, strong=True))
        if line.before:
            before = self.tr("Before: {words}").format(words=line.before)
            card.column.addWidget(WrappedLabel(before, tone="text2"))
            after = self.tr("After: {words}").format(words=line.after)
            card.column.addWidget(WrappedLabel(after))
        elif line.after:
            card.column.addWidget(WrappedLabel(line.after))
        return card
