"""Amber boxes: what to tell the team, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.alerts import Alert
from tracker.ui.why_dialog import WhyButton
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.message_box import MessageBox


class AdviceList(QWidget):
    """One box for each alert, a pale one with few words where alerts are switched off."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Alert, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_alerts(self, alerts: Sequence[Alert]) -> None:
        """Show these alerts and no others."""
        self.setVisible(bool(alerts))
        if tuple(alerts) == self._shown:
            return
        self._shown = tuple(alerts)
        empty(self._column)
        for alert in alerts:
            causes = " ".join(f"{because.text}." for because in alert.because)
            asks = alert.interrupts or alert.told_on is not None
            words = f"{causes} {alert.advice}" if asks else causes
            box = MessageBox("reminder" if asks else "inset", alert.title, words, "phone")
            why = WhyButton()
            why.show_alert(alert, alert.title)
            box.column.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(box)
