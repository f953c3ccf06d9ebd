"""A field for a passphrase: hidden while it is typed, unless the person wants to see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.fields import TextField


class SecretField(TextField):
    """One line of text that nobody else reads over the shoulder."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, width=440, parent=parent)
        self.editor.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.show_letters(shown=False)

    def show_letters(self, *, shown: bool) -> None:
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode
        self.editor.setEchoMode(mode.Normal if shown else mode.Password)

    def forget(self) -> None:
        """Let go of what was typed; the field's own steps back go as well."""
        self.set_text("")


def letters_switch(text: str, *fields: SecretField) -> CheckRow:
    """Return a check box that shows what is typed in these fields."""
    switch = CheckRow(text)

    def show(shown: bool) -> None:  # noqa: FBT001 - the signal's own signature
        for field in fields:
            field.show_letters(shown=shown)

    switch.toggled.connect(show)
    return switch
