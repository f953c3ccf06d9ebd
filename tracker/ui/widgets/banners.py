"""What can stand above every page: sample, who writes, an error, a call that is needed now."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.frame import UrgentNotice
from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.labels import IconLabel, WrappedLabel

Kind = Literal["urgent", "error", "sample", "person"]
_ORDER: tuple[Kind, ...] = ("urgent", "error", "sample", "person")


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
    """All of them in a fixed order; each is made when it first has something to say.

    Signals:
        why_requested: "See why" on the red strip was pressed.
    """

    why_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: dict[Kind, QWidget] = {}
        self._announcer = AccessibleAnnouncer(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_urgent(self, notice: UrgentNotice | None) -> None:
        """Show the red strip; None hides it."""
        if notice is None:
            self._hide("urgent")
            return
        from tracker.ui.widgets.urgent import UrgentStrip  # noqa: PLC0415 - never in the first paint

        strip = self._made.get("urgent")
        if not isinstance(strip, UrgentStrip):
            strip = UrgentStrip()
            strip.why_requested.connect(self.why_requested)
            self._add("urgent", strip)
        strip.show_notice(notice.title, notice.number)
        strip.show()

    def show_error(self, title: str, text: str) -> None:
        """Show what could not be done, and speak it at once."""
        banner = self._made.get("error")
        if not isinstance(banner, Banner):
            banner = self._new_error()
        banner.label.setText(f"{title}. {text}")
        banner.show()
        self._announcer.assertive(f"{title}. {text}")

    def show_sample(self, *, shown: bool) -> None:
        """Say on every page that the person is invented."""
        if not shown:
            self._hide("sample")
            return
        banner = self._line("sample", "info", "infoSoft", "infoText")
        banner.label.setText(
            self.tr("This is a sample. The person is invented, and nothing you enter is kept.")
        )
        banner.show()

    def show_person(self, text: str) -> None:
        """Say who writes for whom; "" hides the line."""
        if not text:
            self._hide("person")
            return
        banner = self._line("person", "person", "primarySoft", "primary")
        banner.label.setText(text)
        banner.show()

    def _new_error(self) -> Banner:
        from tracker.ui.widgets.buttons import PlainIconButton  # noqa: PLC0415 - as the strip

        banner = self._line("error", "alert", "urgentSoft", "urgentText")
        close = PlainIconButton("close", self.tr("Close this message"))
        close.clicked.connect(banner.hide)
        banner.row.addWidget(close)
        return banner

    def _line(self, kind: Kind, icon: str, fill: str, tone: str) -> Banner:
        banner = self._made.get(kind)
        if not isinstance(banner, Banner):
            banner = Banner(icon, fill, tone)
            self._add(kind, banner)
        return banner

    def _add(self, kind: Kind, widget: QWidget) -> None:
        widget.hide()
        before = _ORDER[: _ORDER.index(kind)]
        self._column.insertWidget(sum(each in self._made for each in before), widget)
        self._made[kind] = widget

    def _hide(self, kind: Kind) -> None:
        if kind in self._made:
            self._made[kind].hide()
