"""What stands on top of Today: the call that is needed now, or that it was made."""

from collections.abc import Sequence
from re import split
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.alerts import Alert, AlertLevel
from tracker.ui import text
from tracker.ui.today.card_numbers import CallNumbers
from tracker.ui.today.state import Urgent
from tracker.ui.widgets.message_box import MessageBox
from tracker.ui.widgets.urgent import UrgentCard, UrgentContent


class UrgentPanel(QWidget):
    """One card for all causes; after the call a quiet box takes its place.

    Signals:
        called: The team was told.
        copied: The number is on the clipboard.
        why_requested: Show rule, entry and source.
    """

    called = Signal()
    copied = Signal()
    why_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: UrgentCard | None = None
        self._told: MessageBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def card(self) -> UrgentCard | None:
        """The red card while it is up."""
        return self._card if self._card is not None and not self._card.isHidden() else None

    def show_urgent(self, urgent: Urgent | None, numbers: CallNumbers, where: str) -> None:
        """Show what must interrupt; `where` is the place in treatment to say on the phone."""
        interrupts = urgent is not None and urgent.told_on is None
        if urgent is not None and interrupts:
            self._red_card().show_content(self._content(urgent, numbers, where))
        elif urgent is not None:
            self._show_told(urgent)
        if self._card is not None:
            self._card.setVisible(interrupts)
        if self._told is not None:
            self._told.setVisible(urgent is not None and not interrupts)
        self.setVisible(urgent is not None)

    def _red_card(self) -> UrgentCard:
        if self._card is None:
            self._card = UrgentCard()
            self._card.called.connect(self.called)
            self._card.copied.connect(self.copied)
            self._card.why_requested.connect(self.why_requested)
            self._column.addWidget(self._card)
        return self._card

    def _content(self, urgent: Urgent, numbers: CallNumbers, where: str) -> UrgentContent:
        first = urgent.alerts[0]
        points = [self.tr("Say what you are having: {where}.").format(where=where)] if where else []
        points += _own_advice(first)
        causes = _causes(urgent.alerts)
        points += [self.tr("Also: {cause}").format(cause=cause) for cause in causes[1:]]
        emergency = first.level is AlertLevel.EMERGENCY
        label, number = self._number(numbers, emergency=emergency)
        return UrgentContent(
            title=first.title,
            lead=_sentence(causes[0]) if causes else first.advice,
            points=tuple(points),
            number_label=label,
            number=number,
            emergency=self._second_number(numbers, emergency=emergency),
        )

    def _number(self, numbers: CallNumbers, *, emergency: bool) -> tuple[str, str | None]:
        if emergency:
            return self.tr("Emergency number"), numbers.emergency
        if numbers.line is None:
            return self.tr("Your team's number is not in the diary yet (Settings)"), None
        return numbers.line.label, numbers.line.phone

    def _second_number(self, numbers: CallNumbers, *, emergency: bool) -> tuple[str, str] | None:
        if emergency:
            if numbers.line is None:
                return None
            bold = self.tr("Then tell your team:")
            return bold, f"{numbers.line.label}, {text.whole(numbers.line.phone)}"
        number = numbers.emergency or self.tr("your emergency number")
        return self.tr("Call {number} now instead").format(number=number), self.tr(
            "if you have chest pain, you cannot get your breath, you collapse, "
            "or you become confused."
        )

    def _show_told(self, urgent: Urgent) -> None:
        if self._told is None:
            self._told = MessageBox("info", "", icon="phone")
            self._told.add_action(self.tr("See why"), "question").clicked.connect(
                self.why_requested
            )
            self._column.addWidget(self._told)
        when = text.clock_time(urgent.told_on) if urgent.told_on else ""
        causes = _causes(urgent.alerts)
        title = self.tr("You told your team at {time}").format(time=when)
        words = self.tr("About: {causes}. Do what they said. If it gets worse, call again.")
        self._told.show_text(title, words.format(causes="; ".join(causes)))


def _causes(alerts: Sequence[Alert]) -> list[str]:
    """Return what is behind alerts, each entry once, in the fullest of its words."""
    words: dict[UUID, str] = {}
    for because in (because for alert in alerts for because in alert.because):
        said = words.get(because.entry_id, "")
        words[because.entry_id] = max(said, because.text, key=len)
    return list(dict.fromkeys(words.values()))


def _own_advice(alert: Alert) -> list[str]:
    """Return the advice without the sentences that title and number already say."""
    sentences = [each for each in split(r"(?<=[.!?])\s+", alert.advice.strip()) if each]
    start = alert.title.split()[0] if alert.title else ""
    says_it_again = bool(start) and len(sentences) > 1 and sentences[0].startswith(start)
    return sentences[1:] if says_it_again else sentences


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
