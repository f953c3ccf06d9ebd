"""Adds an appointment to the calendar."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtWidgets import QWidget

from tracker.domain.typed_days import read_time
from tracker.errors import NotUnderstoodError
from tracker.ui.plan.dialogs import RecordingDialog
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import TextField


class AppointmentDialog(RecordingDialog):
    """Asks what, on which day and at what time."""

    def __init__(
        self,
        day: date,
        store: Callable[[str, date, time], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Add an appointment"), self.tr("Add"), parent)
        self._store = store
        self._usual = (
            self.tr("Blood test"),
            self.tr("Clinic visit"),
            self.tr("Heart scan"),
            self.tr("Radiotherapy"),
        )
        self._chips = ChipGroup(
            self.tr("Usual appointments"), [(title, title) for title in self._usual]
        )
        self._chips.changed.connect(self._take_usual)
        self._title = TextField(self.tr("What is it?"))
        self._day = DateInput(self.tr("Date"))
        self._day.set_day(day)
        self._time = TextField(
            self.tr("Time"), hint=self.tr("For example 9:30 or 2:30 pm"), width=140
        )
        self._time.set_text("9:00")
        for widget in (self._chips, self._title, self._day, self._time):
            self.body.addWidget(widget)
        self.typed = {"title": self._title, "day": self._day, "time": self._time}

    def record(self) -> None:
        day = self._day.day()
        if day is None:
            raise NotUnderstoodError(self.tr("Type the date of the appointment."))
        if not self._title.text:
            self._title.show_error(self.tr("Type a word or two"))
            raise NotUnderstoodError(self.tr("Say what the appointment is."))
        self._store(self._title.text, day, read_time(self._time.text))

    def _take_usual(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self._title.set_text(chosen[0])
