"""What is shown of an encrypted diary before its passphrase: nothing but whom to call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import text
from tracker.ui.setup.locked_numbers import LockedNumbers
from tracker.ui.widgets.buttons import LinkButton, PrimaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import Heading, PhoneNumber, WrappedLabel
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.secret_field import SecretField, letters_switch

_WIDEST = 640


class LockPage(QWidget):
    """Asks for the passphrase.

    Signals:
        passphrase_given: What was typed.
        other_requested: Choose another diary file.
    """

    passphrase_given = Signal(str)
    other_requested = Signal()

    def __init__(self, numbers: LockedNumbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Locked"))
        self._field = SecretField(
            self.tr("Passphrase"), hint=self.tr("Your printed recovery key opens it as well")
        )
        self._field.editor.returnPressed.connect(self._give)
        scroll_area = PageScroll(self, max_width=_WIDEST)
        if numbers.team:  # above, where it is seen at every size
            scroll_area.column.addWidget(self._call_card(numbers.team, numbers.emergency))
        scroll_area.column.addWidget(self._card())
        scroll_area.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll_area)
        self._field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say at the field why it did not open; what was typed stays and can be corrected."""
        self._field.show_error(sentence)
        self._field.editor.selectAll()

    def forget(self) -> None:
        """Let go of what was typed: it has opened the diary."""
        self._field.forget()

    def _card(self) -> Card:
        card = Card()
        card.column.addWidget(Heading(self.tr("This diary is locked"), 1))
        card.column.addWidget(self._field)
        card.column.addWidget(letters_switch(self.tr("Show what I type"), self._field))
        unlock = PrimaryButton(self.tr("Open the diary"), "lock")
        unlock.clicked.connect(self._give)
        other = LinkButton(self.tr("Open another diary"))
        other.clicked.connect(self.other_requested)
        for button in (unlock, other):
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _call_card(self, team: str, emergency: str | None) -> Card:
        card = Card()
        words = self.tr("If you feel unwell, call without opening anything:")
        card.column.addWidget(WrappedLabel(words, tone="text2"))
        numbers = QWidget()
        flow = FlowLayout(numbers, gap=32)
        flow.addWidget(_Number(self.tr("Your team, day and night"), team))
        if emergency:
            flow.addWidget(_Number(self.tr("Emergency"), emergency))
        card.column.addWidget(numbers)
        return card

    def _give(self) -> None:
        if self._field.text:
            self._field.show_error(None)
            self.passphrase_given.emit(self._field.text)


class _Number(QWidget):
    """Whom, and the number under it."""

    def __init__(self, label: str, number: str) -> None:
        super().__init__()
        shown = PhoneNumber()
        shown.setText(text.whole(number))
        shown.setAccessibleName(f"{label}: {number}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WrappedLabel(label, "small", strong=True))
        column.addWidget(shown)
