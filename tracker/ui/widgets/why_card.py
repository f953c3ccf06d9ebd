"""Why an alert is on the screen: what is in the diary, the rule, and the text it rests on."""

from PySide6.QtWidgets import QWidget

from tracker.domain.alerts import Alert
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.source_lines import SourceLines
from tracker.ui.widgets.urgent import Bullets


class WhyCard(Card):
    """One alert in words."""

    def __init__(self, alert: Alert, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(alert.title)
        self.column.addWidget(Heading(self.tr("What is in the diary"), 3))
        causes = Bullets()
        causes.show_points(tuple(because.text for because in alert.because))
        self.column.addWidget(causes)
        self.column.addWidget(Heading(self.tr("What the rule says"), 3))
        self.column.addWidget(WrappedLabel(alert.advice))
        name = WrappedLabel(
            self.tr("Name of the rule: {rule}").format(rule=alert.rule), "small", tone="text2"
        )
        name.make_selectable()
        self.column.addWidget(name)
        self.column.addWidget(Heading(self.tr("Where the rule comes from"), 3))
        self.column.addWidget(SourceLines(alert.source))
