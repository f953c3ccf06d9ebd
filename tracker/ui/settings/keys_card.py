"""The keys of the window, for those who would rather not use a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel


class KeysCard(Card):
    """One line for each key, or group of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("Keys"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme.current().space(16))
        grid.setVerticalSpacing(theme.current().space(6))
        for line, (keys, meaning) in enumerate(self._lines()):
            grid.addWidget(WrappedLabel(keys, strong=True), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(WrappedLabel(meaning), line, 1)
        self.column.addLayout(grid)

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F1", self.tr("When to call")),
            ("Ctrl+L", self.tr("To the check-in, first symptom")),
            ("Ctrl+M", self.tr("To more side effects; again: fewer")),
            ("0 1 2 3 4", self.tr("On a symptom: answer, and go to the next")),
            ("-", self.tr("On a symptom: I'd rather not say, and go to the next")),
            (self.tr("Delete"), self.tr("On a symptom: take the answer away")),
            (self.tr("Arrows"), self.tr("On a symptom: along the scale, or to the next symptom")),
            ("Ctrl+T", self.tr("To the temperature; Enter saves")),
            ("Ctrl+N", self.tr("To the note")),
            ("Ctrl+Z", self.tr("Take the last change back")),
            ("Ctrl+S", self.tr("Report: save")),
            ("Ctrl+P", self.tr("Report: print")),
            (self.tr("Alt+1 to Alt+6"), self.tr("Today to Settings")),
            ("Ctrl+Shift+L", self.tr("Lock the diary, where it has a passphrase")),
        )
