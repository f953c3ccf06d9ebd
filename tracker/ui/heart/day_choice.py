"""Today, yesterday, or a date that is typed."""

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.errors import NotUnderstoodError
from tracker.ui import text
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.labels import WrappedLabel

_TODAY, _YESTERDAY, _OTHER = "today", "yesterday", "other"


class DayChoice(QWidget):
    """Chips for the usual days; the field for another one opens when it is wanted.

    Args:
        asked: What the day is the day of, as a title.
        typed: The name of the field for another date.
    """

    def __init__(self, today: date, asked: str, typed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        yesterday = today - timedelta(days=1)
        options = (
            (_TODAY, self.tr("Today, {day}").format(day=text.short_day(today))),
            (_YESTERDAY, self.tr("Yesterday, {day}").format(day=text.short_day(yesterday))),
            (_OTHER, self.tr("Another date")),
        )
        self._days = ChipGroup(asked, options)
        self._days.choose(_TODAY)
        self._days.changed.connect(self._days_changed)
        self._date = DateInput(typed)
        self._date.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (WrappedLabel(asked, strong=True), self._days, self._date):
            column.addWidget(widget)

    def day(self) -> date:
        """Return the day.

        Raises:
            NotUnderstoodError: Another date was wanted and none is typed that can be read.
        """
        choice = self._days.choices[0] if self._days.choices else _TODAY
        if choice == _TODAY:
            return self._today
        if choice == _YESTERDAY:
            return self._today - timedelta(days=1)
        day = self._date.day()
        if day is None:
            self._date.show_error(self.tr("Type the day"))
            raise NotUnderstoodError(self.tr("Type the day."))
        return day

    def _days_changed(self) -> None:
        other = self._days.choices == (_OTHER,)
        self._date.setVisible(other)
        if other:
            self._date.focus()
