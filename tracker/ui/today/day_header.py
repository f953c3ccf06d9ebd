"""Which day is open, and the way to the days before."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui import text, theme
from tracker.ui.today import wording
from tracker.ui.widgets.buttons import LinkButton, SecondaryButton
from tracker.ui.widgets.labels import Heading

_ONE_DAY = timedelta(days=1)


class DayHeader(QWidget):
    """The title of the page; days to come cannot be opened.

    Signals:
        opened: The person wants another day; carries it.
    """

    opened = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self._today = date.min
        self._title = Heading("", 1)
        self.back_button = SecondaryButton("", "chevron-left")
        self._forward = SecondaryButton("", "chevron-right")
        self._home = LinkButton(self.tr("Today"), "today")
        self._home.setAccessibleName(self.tr("Back to today"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title, 1)
        for button in (self._home, self.back_button, self._forward):
            self._row.addWidget(button)
        self.back_button.clicked.connect(self._go_back)
        self._forward.clicked.connect(self._go_forward)
        self._home.clicked.connect(self._go_home)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_day(self, day: date, today: date) -> None:
        """Show which day is open."""
        self._day, self._today = day, today
        self._title.setText(wording.day_title(day, today))
        before, after = day - _ONE_DAY, day + _ONE_DAY
        yesterday = day == today
        self.back_button.setText(self.tr("Yesterday") if yesterday else text.short_day(before))
        self._forward.setText(text.short_day(after))
        self._forward.setVisible(day < today)
        self._home.setVisible(day < today)

    def _go_back(self) -> None:
        self.opened.emit(self._day - _ONE_DAY)

    def _go_forward(self) -> None:
        self.opened.emit(self._day + _ONE_DAY)

    def _go_home(self) -> None:
        self.opened.emit(self._today)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().space(8))
