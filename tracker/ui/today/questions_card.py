"""What to ask at the next visit, and what was answered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.entries import QuestionEntry
from tracker.ui import text
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty


class QuestionsCard(Card):
    """Open questions first; hidden while there is none.

    Signals:
        answer_requested: Write or change the answer; carries the `QuestionEntry`.
    """

    answer_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("My questions"), "question")
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)
        self._shown: tuple[QuestionEntry, ...] = ()
        self.hide()

    def show_questions(self, questions: Sequence[QuestionEntry]) -> None:
        """Show these questions in this order."""
        self.setVisible(bool(questions))
        if tuple(questions) == self._shown:
            return
        self._shown = tuple(questions)
        empty(self._rows)
        for question in questions:
            row = _QuestionRow(question, self)
            row.wanted.connect(self.answer_requested)
            self._rows.addWidget(row)


class _QuestionRow(QWidget):
    wanted = Signal(object)

    def __init__(self, question: QuestionEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._question = question
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(WrappedLabel(question.text, strong=question.answer is None))
        written = self.tr("Written {day}").format(day=text.short_day(question.day))
        answered = self.tr("They said: {answer}").format(answer=question.answer)
        column.addWidget(
            WrappedLabel(answered if question.answer else written, "small", tone="text2")
        )
        button = LinkButton(
            self.tr("Change the answer") if question.answer else self.tr("Write the answer"), "note"
        )
        button.setAccessibleName(f"{button.shown_text}: {question.text}")
        button.clicked.connect(self._ask)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        self.wanted.emit(self._question)
