"""The way from anything the rules bring up to its reasons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tracker.domain.alerts import Alert
from tracker.ui.widgets.buttons import ButtonLook, LinkButton
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.why_card import WhyCard


class WhyDialog(Dialog):
    """Shows one card for each alert."""

    def __init__(self, alerts: Sequence[Alert], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Why am I seeing this?"), self.tr("Close"), parent, cancel_text="")
        for alert in alerts:
            self.body.addWidget(WhyCard(alert))
        words = self.tr("The diary compares what you write with fixed rules. It does not know you.")
        self.body.addWidget(WrappedLabel(words, "small", tone="text2"))

    @classmethod
    def ask(cls, alerts: Sequence[Alert], parent: QWidget | None = None) -> None:
        """Show the reasons until they are closed."""
        cls(alerts, parent).run()


class WhyButton(LinkButton):
    """Stands under what an alert says; opens its reasons.

    Args:
        short: One word, where it stands beside the alert; screen readers hear the whole question.
    """

    look = ButtonLook("primary", None, "surface2", None, padding=6)

    def __init__(self, parent: QWidget | None = None, *, short: bool = False) -> None:
        whole = self.tr("Why am I seeing this?")
        word, icon = (self.tr("Why?"), None) if short else (whole, "question")
        super().__init__(word, icon, parent)
        self._alert: Alert | None = None
        self.clicked.connect(self._explain)

    def show_alert(self, alert: Alert, subject: str) -> None:
        """Explain this alert from now on; `subject` tells screen readers which one it is."""
        self._alert = alert
        name = self.tr("Why am I seeing this? {subject}").format(subject=subject)
        self.setAccessibleName(name)

    def _explain(self) -> None:
        if self._alert is not None:
            WhyDialog.ask((self._alert,), self.window())
