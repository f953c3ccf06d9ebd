"""Today, yesterday, or a date that is typed."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
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

    Signals:
        edited: The person chose or typed.
    """

    edited = Signal()

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
        self._date.changed.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (WrappedLabel(asked, strong=True), self._days, self._date):
            column.addWidget(widget)

    @property
    def text(self) -> str:
        """The day as a date, or what is typed of one: "today" would mean another day tomorrow."""
        if self._other:
            return self._date.text
        return self.day().isoformat()

    def set_text(self, text: str) -> None:
        """Show what `text` was."""
        yesterday = self._today - timedelta(days=1)
        usual = {self._today.isoformat(): _TODAY, yesterday.isoformat(): _YESTERDAY}
        self._days.choose(usual.get(text, _OTHER))
        self._date.setVisible(self._other)
        if self._other:
            self._date.set_text(text)

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

    @property
    def _other(self) -> bool:
        return self._days.choices == (_OTHER,)

    def _days_changed(self) -> None:
        self._date.setVisible(self._other)
        if self._other:
            self._date.focus()
        self.edited.emit()
