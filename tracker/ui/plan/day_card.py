"""The day that is chosen in the calendar: where it lies, what is on it, what was written."""

from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.entries import AppointmentEntry
from tracker.domain.expected import Expected
from tracker.domain.schedule import VisitStatus
from tracker.domain.wording import at_start
from tracker.ui import text
from tracker.ui.plan.calendar_words import happening_words
from tracker.ui.plan.month_state import CalendarDay
from tracker.ui.plan.treatment_actions import TreatmentActions
from tracker.ui.plan.treatment_days import TreatmentAt
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.pill import Pill

_HAVE_A_PILL = ("low-counts", "late-low-counts")


class DayView(NamedTuple):
    """What the card shows.

    Attributes:
        treatments: What is given on the day and has no card of its own.
        written: How many entries are about the day; None for days still to come.
        expected: What is usual on the day.
        appointments: Those of the day.
    """

    day: CalendarDay
    treatments: tuple[TreatmentAt, ...]
    today: date
    written: int | None
    expected: tuple[Expected, ...] = ()
    appointments: tuple[AppointmentEntry, ...] = ()


class DayCard(Card):
    """Says in words what the cell says in little room.

    Signals:
        actions_added: Buttons for a treatment were made; carries the `TreatmentActions`.
        opened: The day's check-in is wanted; carries the `date`.
        why_asked: Why something is usual on the day; carries the tuple of `Expected`.
        removal_asked: An appointment is to be removed; carries the entry.
    """

    actions_added = Signal(object)
    opened = Signal(object)
    why_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._view: DayView | None = None
        self._heading = self.add_title("")
        self._pills = QWidget()
        self._pill_row = FlowLayout(self._pills, gap=6)
        policy = self._pills.sizePolicy()
        policy.setHeightForWidth(True)
        self._pills.setSizePolicy(policy)
        self._lines = WrappedLabel("")
        self._usual = WrappedLabel("", tone="text2")
        self._why = LinkButton(self.tr("Why these days?"), "question")
        self._why.clicked.connect(self._ask_why)
        self._written = WrappedLabel("", tone="text2")
        self._buttons = QWidget()
        self._button_column = QVBoxLayout(self._buttons)
        self._button_column.setContentsMargins(0, 0, 0, 0)
        self._open = LinkButton(self.tr("Open this day"), "today")
        self._open.clicked.connect(self._open_day)
        for widget in (self._pills, self._lines, self._usual):
            self.column.addWidget(widget)
        self.column.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._written, self._buttons):
            self.column.addWidget(widget)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_day(self, view: DayView) -> None:
        """Show another day."""
        if view == self._view:
            return
        self._view = view
        self._heading.setText(text.long_day(view.day.on))
        self._show_pills(view.day)
        lines = [at_start(happening_words(each)) for each in view.day.happenings]
        self._lines.setText("\n".join(f"{each}." for each in lines))
        self._lines.setVisible(bool(lines))
        usual = [each.text for each in view.expected if each.what not in _HAVE_A_PILL]
        self._usual.setText("\n".join(usual))
        self._usual.setVisible(bool(usual))
        self._why.setVisible(bool(view.expected))
        written = self._written_words(view)
        self._written.setText(written)
        self._written.setVisible(bool(written))
        self._open.setVisible(view.written is not None and not view.day.is_today)
        self._show_buttons(view)
        self.updateGeometry()

    def _show_pills(self, day: CalendarDay) -> None:
        empty(self._pill_row)
        if day.cycle_day is not None:
            words = self.tr("Cycle {n} · day {day}").format(n=day.cycle, day=day.cycle_day)
            self._pill_row.addWidget(Pill(words, look="primary"))
        if day.waiting:
            self._pill_row.addWidget(Pill(self.tr("Waiting for the next cycle"), look="neutral"))
        if day.low_counts:
            self._pill_row.addWidget(Pill(self.tr("Low-count window"), look="lowcount"))
        elif day.late_low_counts:
            self._pill_row.addWidget(Pill(self.tr("Counts may fall late"), look="lowcount"))
        self._pills.setVisible(self._pill_row.count() > 0)

    def _written_words(self, view: DayView) -> str:
        if view.written is None:
            return "" if view.day.happenings else self.tr("Nothing planned on this day.")
        if not view.written:
            return self.tr("Nothing written on this day.")
        if view.written == 1:
            return self.tr("1 entry on this day.")
        return self.tr("{n} entries on this day.").format(n=view.written)

    def _show_buttons(self, view: DayView) -> None:
        empty(self._button_column)
        for treatment in view.treatments:
            if treatment.status is VisitStatus.PLANNED:
                actions = TreatmentActions(treatment, has_come=treatment.on <= view.today)
                self._button_column.addWidget(actions)
                self.actions_added.emit(actions)
        for entry in view.appointments:
            link = LinkButton(self.tr("Remove: {title}").format(title=entry.title), "close")
            link.clicked.connect(partial(self.removal_asked.emit, entry))
            self._button_column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.setVisible(self._button_column.count() > 0)

    def _ask_why(self) -> None:
        if self._view is not None:
            self.why_asked.emit(self._view.expected)

    def _open_day(self) -> None:
        if self._view is not None:
            self.opened.emit(self._view.day.on)
