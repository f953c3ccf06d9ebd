"""The card that asks which days the report covers."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.errors import NotUnderstoodError
from tracker.ui.report.state import Period, ReportDays
from tracker.ui.text import long_day_with_year
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.labels import WrappedLabel


class PeriodCard(Card):
    """Since the last visit at first.

    Signals:
        changed: Other days were chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("What to cover"), "clock")
        self.period = Period.SINCE_VISIT
        self.dates: tuple[date, date] | None = None
        self._periods = ChipGroup(
            self.tr("Period"),
            [
                (Period.SINCE_VISIT, self.tr("Since my last visit")),
                (Period.CYCLE, self.tr("This cycle")),
                (Period.DATES, self.tr("Choose dates")),
            ],
        )
        self._periods.choose(self.period)
        self._periods.changed.connect(self._choose_period)
        self.column.addWidget(self._periods)
        self._chosen_dates = QWidget()
        dates = QVBoxLayout(self._chosen_dates)
        dates.setContentsMargins(0, 0, 0, 0)
        self._from, self._to = DateInput(self.tr("From")), DateInput(self.tr("To"))
        for field in (self._from, self._to):
            field.changed.connect(self._choose_dates)
            dates.addWidget(field)
        self._chosen_dates.hide()
        self.column.addWidget(self._chosen_dates)
        self._covers = WrappedLabel("", "small", tone="text2")
        self.column.addWidget(self._covers)

    def show_days(self, days: ReportDays) -> None:
        """Say which days those are, and how many of them hold an entry."""
        text = self.tr("{since} to {until}. {logged} of {days} days have entries.")
        self._covers.setText(
            text.format(
                since=long_day_with_year(days.since),
                until=long_day_with_year(days.until),
                logged=days.days_with_entries,
                days=days.days,
            )
        )

    def _choose_period(self, keys: tuple[str, ...]) -> None:
        self.period = Period(keys[0]) if keys else Period.SINCE_VISIT
        self._periods.choose(self.period)
        self._chosen_dates.setVisible(self.period is Period.DATES)
        self.changed.emit()

    def _choose_dates(self) -> None:
        try:
            since, until = self._from.day(), self._to.day()
        except NotUnderstoodError:
            return
        if since is not None and until is not None:
            self.dates = (since, until)
            self.changed.emit()
