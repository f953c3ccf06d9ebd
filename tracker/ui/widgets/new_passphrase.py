"""Asks for a new passphrase, twice."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.errors import NotUnderstoodError
from tracker.ui import theme
from tracker.ui.widgets.secret_field import SecretField, letters_switch


class NewPassphrase(QWidget):
    """Two fields and a switch to see what is typed."""

    def __init__(self, *others: SecretField, parent: QWidget | None = None) -> None:
        """Ask for it; the switch shows what is typed in `others` as well."""
        super().__init__(parent)
        self._new = SecretField(
            self.tr("New passphrase"), hint=self.tr("A few words that only you would put together")
        )
        self._again = SecretField(self.tr("The same again"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._new,
            self._again,
            letters_switch(self.tr("Show what I type"), *others, self._new, self._again),
        ):
            self._column.addWidget(part)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def take(self) -> str:
        """Return what was typed twice.

        Raises:
            NotUnderstoodError: Nothing, or not twice the same; the field already says so.
        """
        self.refuse(None)
        self._again.show_error(None)
        if not self._new.text:
            sentence = self.tr("Type a passphrase: a few words")
            self._new.show_error(sentence)
            raise NotUnderstoodError(sentence)
        if self._new.text != self._again.text:
            sentence = self.tr("This is not the same as above")
            self._again.show_error(sentence)
            raise NotUnderstoodError(sentence)
        return self._new.text

    def refuse(self, sentence: str | None) -> None:
        """Say at the first field why it was refused; None takes it away."""
        self._new.show_error(sentence)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._new.forget()
        self._again.forget()

    def focus(self) -> None:
        """Give the keyboard to the first field."""
        self._new.editor.setFocus()

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(8))
