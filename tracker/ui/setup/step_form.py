"""The base of the steps of the first start: one question each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.setup.state import SetupAnswers


class StepForm(QWidget):
    """Shows one question.

    Signals:
        edited: Something was typed or chosen.
    """

    edited = Signal()

    question = ""
    hint = ""
    can_skip = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        theme.current().changed.connect(self._restyle_form)
        self._restyle_form()

    def title(self) -> str:
        """Return the question as it stands on top."""
        return self.question

    def explanation(self) -> str:
        """Return the small line under the question; "" for none."""
        return self.hint

    def show_answers(self, answers: SetupAnswers) -> None:
        """Show what was answered before."""

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        """Return the answers with those of this step.

        Raises:
            NotUnderstoodError: Something cannot be right; the field already says what.
        """
        return answers

    def skip(self, answers: SetupAnswers) -> SetupAnswers:
        """Return the answers when the person does not know this yet."""
        return answers

    def focus(self) -> None:
        """Give the keyboard to the first field."""

    def _restyle_form(self) -> None:
        self.column.setSpacing(theme.current().space(14))
