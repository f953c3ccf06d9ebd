"""All questions of a foggy day answered at once, and the answers, to be checked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.entry_words import EnteredAs
from tracker.ui import theme
from tracker.ui.today import answer_words
from tracker.ui.today.fog_choice import FogButton
from tracker.ui.today.rows import RowState
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import WrappedLabel


class AtOnce(QWidget):
    """Offered while nothing is answered yet.

    Signals:
        same_requested: Copy yesterday's answers.
        none_requested: None of what is asked today.
    """

    same_requested = Signal()
    none_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=10)
        self._same = FogButton(self.tr("Same as yesterday, then check"), "copy")
        self._none = FogButton(self.tr("Nothing today"), "check")
        for button in (self._same, self._none):
            flow.addWidget(button)
        self._same.clicked.connect(self.same_requested)
        self._none.clicked.connect(self.none_requested)

    def offer(self, rows: Sequence[RowState], *, at_start: bool) -> None:
        """Show what can be done at once before the first answer; nothing after it."""
        if rows and not rows[0].is_today:
            self._same.setText(self.tr("Same as the day before, then check"))
        else:
            self._same.setText(self.tr("Same as yesterday, then check"))
        self._same.setVisible(any(row.yesterday is not None for row in rows))
        self.setVisible(at_start and all(row.answer is None for row in rows))


class Review(QWidget):
    """What was answered, a button for each; it leads back to its question.

    Signals:
        chosen: The place of a question, from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(
            WrappedLabel(self.tr("Is this right? Tap what is different."), strong=True)
        )
        self._buttons: list[FogButton] = []
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, rows: Sequence[RowState]) -> None:
        """Show the answers of these rows."""
        while len(self._buttons) < len(rows):
            button = FogButton(parent=self)
            button.clicked.connect(self._choose)
            self._column.addWidget(button)
            self._buttons.append(button)
        for button, row in zip(self._buttons, rows, strict=False):
            button.setText(_line(row).replace("&", "&&"))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(rows))

    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, FogButton):
            self.chosen.emit(self._buttons.index(sender))

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(8))


def _line(row: RowState) -> str:
    """Return for example "Nausea: 2, eating less than usual (copied)", in few words."""
    answer = row.answer
    if answer is None or answer.severity is None:
        word = answer_words.answer_word(answer) if answer else answer_words.no_answer()
        return f"{row.name}: {word}"
    line = f"{row.name}: {answer.severity}, {row.levels[answer.severity]}"
    copied = answer.entered_as is EnteredAs.COPIED
    return answer_words.marked_copied(line) if copied else line
