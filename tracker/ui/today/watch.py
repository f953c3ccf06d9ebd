"""Keeps what several parts of the window show, and computes anew only what a change touched."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from tracker.domain.alerts import AlertReport
from tracker.domain.entries import AppointmentEntry, QuestionEntry, TemperatureEntry
from tracker.domain.heart_checks import HeartCheck, booked_scan
from tracker.domain.people import Person
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.notifier import Notifier
from tracker.ui.today.card_numbers import CallNumbers, call_numbers

_REPORT_HOLDS = timedelta(seconds=30)


class Watch(QObject):
    """Connect it before anything that shows: what it keeps is dropped when a change is told.

    Alerts also depend on the moment, so they are never kept longer than half a minute; a change
    made by another program is seen by the file's revision.
    """

    def __init__(
        self,
        companion: Companion,
        notifier: Notifier,
        alerts_off: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(notifier)
        self._alerts_off = alerts_off
        self._companion = companion
        self._report: tuple[datetime, bool, AlertReport] | None = None
        self._heart_checks: tuple[HeartCheck, ...] | None = None
        self._person: Person | None = None
        self._numbers: CallNumbers | None = None
        self._appointments: tuple[AppointmentEntry, ...] | None = None
        self._questions: tuple[QuestionEntry, ...] | None = None
        self._last_temperature: tuple[TemperatureEntry | None] | None = None
        self._day: date | None = None
        self._revision = companion.revision()
        notifier.changed.connect(self._drop)

    def look(self) -> None:
        """Drop everything when the day changed, or when another program wrote into the file."""
        revision, today = self._companion.revision(), self._companion.clock().date()
        if revision != self._revision or today != self._day:
            self._drop_all()
        self._revision, self._day = revision, today

    def report(self) -> AlertReport:
        """Return what matches the rules now."""
        now = self._companion.clock()
        off = self._alerts_off()
        if (
            self._report is None
            or self._report[1] != off
            or not timedelta(0) <= now - self._report[0] <= _REPORT_HOLDS
        ):
            self._report = (now, off, self._companion.safety.current(switched_off=off))
        return self._report[2]

    def heart_checks(self) -> tuple[HeartCheck, ...]:
        """Return which scans are due or late."""
        if self._heart_checks is None:
            self._heart_checks = self._companion.heart.checks()
        return self._heart_checks

    def person(self) -> Person:
        """Return the person's profile."""
        if self._person is None:
            self._person = self._companion.person()
        return self._person

    def numbers(self) -> CallNumbers:
        """Return whom to call."""
        if self._numbers is None:
            self._numbers = call_numbers(self._companion)
        return self._numbers

    def appointments(self) -> tuple[AppointmentEntry, ...]:
        """Return all appointments, past ones as well."""
        if self._appointments is None:
            entries = self._companion.diary.entries(kinds=("appointment",))
            self._appointments = tuple(e for e in entries if isinstance(e, AppointmentEntry))
        return self._appointments

    def booked_scan(self) -> datetime | None:
        """Return when the next heart scan is booked; None while none is."""
        return booked_scan(self.appointments(), self._companion.clock().date())

    def questions(self) -> tuple[QuestionEntry, ...]:
        """Return all questions for the team, oldest first."""
        if self._questions is None:
            entries = self._companion.diary.entries(kinds=("question",))
            self._questions = tuple(e for e in entries if isinstance(e, QuestionEntry))
        return self._questions

    def last_temperature(self) -> TemperatureEntry | None:
        """Return the latest reading."""
        if self._last_temperature is None:
            self._last_temperature = (self._companion.diary.last_temperature(),)
        return self._last_temperature[0]

    def _drop(self, changes: object) -> None:
        self._revision = self._companion.revision()
        if not isinstance(changes, Changes):
            self._drop_all()
            return
        self._report = None
        if changes.heart or changes.plan or changes.profile:
            self._heart_checks = None
        if changes.profile:
            self._person = self._numbers = None
        if changes.notes:
            self._appointments = self._questions = None
        if changes.measurements:
            self._last_temperature = None

    def _drop_all(self) -> None:
        self._report = self._heart_checks = self._person = self._numbers = None
        self._appointments = self._questions = self._last_temperature = None
