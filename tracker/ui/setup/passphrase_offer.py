"""The offer of the first start: a passphrase, or none."""

from PySide6.QtWidgets import QWidget

from tracker.errors import NotUnderstoodError
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.new_passphrase import NewPassphrase


class PassphraseOffer(Card):
    """One box to tick; what to type shows only then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("A passphrase, if you like"), "lock")
        words = self.tr(
            "With one, the diary is encrypted: whoever takes the computer or the file cannot read "
            "it. You can also set one later, in Settings."
        )
        self._wanted = CheckRow(self.tr("Ask for a passphrase when the diary opens"))
        self._typed = NewPassphrase()
        self._consequences = WrappedLabel(
            self.tr(
                "Nobody can reset it. Next you get a recovery key to print. While the diary is "
                "locked, your team's number still shows; it alone stays readable."
            ),
            tone="text2",
        )
        self.column.addWidget(WrappedLabel(words, tone="text2"))
        for part in (self._wanted, self._typed, self._consequences):
            self.column.addWidget(part)
        self._wanted.toggled.connect(self._show_typed)
        self._show_typed(wanted=False)

    def take(self) -> str | None:
        """Return the passphrase; None where none is wanted.

        Raises:
            NotUnderstoodError: It was not typed twice the same; the field already says so.
        """
        if not self._wanted.isChecked():
            return None
        try:
            return self._typed.take()
        except NotUnderstoodError:
            self._typed.focus()
            raise

    def _show_typed(self, wanted: bool) -> None:  # noqa: FBT001 - the signal's own signature
        for part in (self._typed, self._consequences):
            part.setVisible(wanted)
        if wanted:
            self._typed.focus()
        else:
            self._typed.forget()
