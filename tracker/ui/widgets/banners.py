"""What can stand above every page: sample, who writes, an error, a call that is needed now."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.frame import UrgentNotice
from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.buttons import PlainIconButton
from tracker.ui.widgets.labels import IconLabel, WrappedLabel
from tracker.ui.widgets.urgent import UrgentStrip


class Banner(QWidget):
    """A line across the page, in the colors of a kind of message."""

    def __init__(self, icon: str, fill: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill = fill
        self.label = WrappedLabel(style="small", tone=tone, strong=True)
        self.row = QHBoxLayout(self)
        self.row.addWidget(IconLabel(icon, tone=tone, size=18), 0)
        self.row.addWidget(self.label, 1)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painting.begin(self).fillRect(self.rect(), theme.current().tokens(self._fill))

    def _restyle(self) -> None:
        space = theme.current().space
        self.row.setContentsMargins(space(26), space(6), space(20), space(6))
        self.row.setSpacing(space(8))
        self.update()


class Banners(QWidget):
    """All of them in a fixed order; each is hidden until it has something to say.

    Signals:
        why_requested: "See why" on the red strip was pressed.
    """

    why_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._urgent = UrgentStrip()
        self._error = Banner("alert", "urgentSoft", "urgentText")
        self._sample = Banner("info", "infoSoft", "infoText")
        self._person = Banner("person", "primarySoft", "primary")
        close = PlainIconButton("close", self.tr("Close this message"))
        close.clicked.connect(self._error.hide)
        self._error.row.addWidget(close)
        self._sample.label.setText(
            self.tr("This is a sample. The person is invented, and nothing you enter is kept.")
        )
        self._announcer = AccessibleAnnouncer(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (self._urgent, self._error, self._sample, self._person):
            banner.hide()
            column.addWidget(banner)
        self._urgent.why_requested.connect(self.why_requested)

    def show_urgent(self, notice: UrgentNotice | None) -> None:
        """Show the red strip; None hides it."""
        if notice is not None:
            self._urgent.show_notice(notice.title, notice.number)
        self._urgent.setVisible(notice is not None)

    def show_error(self, title: str, text: str) -> None:
        """Show what could not be done, and speak it at once."""
        self._error.label.setText(f"{title}. {text}")
        self._error.show()
        self._announcer.assertive(f"{title}. {text}")

    def show_sample(self, *, shown: bool) -> None:
        """Say on every page that the person is invented."""
        self._sample.setVisible(shown)

    def show_person(self, text: str) -> None:
        """Say who writes for whom; "" hides the line."""
        self._person.label.setText(text)
        self._person.setVisible(bool(text))
