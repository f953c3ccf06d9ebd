"""The card for what weighs most on the person; it leads her questions on the report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.keeping import KeptFields
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.fields import TextField


class ConcernCard(Card):
    """One line; it is kept on Enter, or when the keyboard goes elsewhere.

    Signals:
        said: The text, "" to take it back.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("What worries you most?"), "question")
        self._field = TextField(
            self.tr("My main concern"),
            hint=self.tr("It stands at the top of your questions."),
        )
        self._shown = ""
        self._field.submitted.connect(self._submit)
        # Also for words that were put back: nobody typed them now.
        self._field.editor.editingFinished.connect(self.flush)
        self.column.addWidget(self._field)

    def keep_with(self, kept: KeptFields) -> None:
        """Keep what is typed here until it is handed over."""
        kept.add("text", self._field)

    def show_concern(self, text: str) -> None:
        """Show what is kept; what is being typed stays."""
        if self._field.text == self._shown:
            self._field.set_text(text)
        self._shown = text

    def show_error(self, text: str | None) -> None:
        """Say what is wrong; the text stays."""
        self._field.show_error(text)

    def flush(self) -> None:
        """Hand over what is typed and was not handed over yet."""
        self._submit(self._field.text)

    def _submit(self, text: str) -> None:
        if text != self._shown:
            self.said.emit(text)
