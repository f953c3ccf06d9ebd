"""A box that says one thing and offers one or two ways on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.buttons import PaintedButton, PrimaryButton, SecondaryButton
from tracker.ui.widgets.card import Card, Variant
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import Heading, IconLabel, WrappedLabel

_ICONS: dict[Variant, str] = {
    "error": "alert",
    "info": "info",
    "ok": "check",
    "reminder": "bell",
    "plain": "info",
    "inset": "info",
}


class MessageBox(Card):
    """An icon, a title, a sentence and buttons, in the color of its kind."""

    def __init__(
        self,
        variant: Variant,
        title: str,
        text: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(variant, parent)
        tone = self.text_tone
        self._title = Heading(title, 3, tone=tone)
        self._text = WrappedLabel(text, tone=tone)
        if not text:
            self._text.hide()
        self._actions = QWidget()
        self._actions_flow = FlowLayout(self._actions)
        self._actions.hide()
        self._announcer = AccessibleAnnouncer(self)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addWidget(self._actions)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel(icon or _ICONS[variant], tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def show_text(self, title: str, text: str) -> None:
        """Say something else, and speak it; an error interrupts."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.updateGeometry()
        say = self._announcer.assertive if self._variant == "error" else self._announcer.polite
        say(f"{title}. {text}")

    def add_action(
        self, text: str, icon: str | None = None, *, primary: bool = False
    ) -> PaintedButton:
        """Put a button under the text and return it."""
        button = PrimaryButton(text, icon) if primary else SecondaryButton(text, icon)
        self._actions_flow.addWidget(button)
        self._actions_flow.setContentsMargins(0, theme.current().space(4), 0, 0)
        self._actions.show()
        return button
