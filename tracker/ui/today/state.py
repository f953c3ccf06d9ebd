"""What the Today page shows, computed from the services; no Qt, no words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol
from uuid import UUID

from tracker.domain.alerts import Alert, AlertLevel, AlertReport
from tracker.domain.entries import (
    AnswerState,
    AnyEntry,
    AppointmentEntry,
    MedicineEntry,
    QuestionEntry,
    SymptomEntry,
    TemperatureEntry,
)
from tracker.domain.heart_checks import HeartCheck, booked_scan, late_on_the_eve
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import Person
from tracker.services.answers import DayRecord
from tracker.services.companion import Companion
from tracker.ui.today.cycle_state import CycleStatus, cycle_status
from tracker.ui.today.rows import RowState, checkin_rows

_REMIND_BEFORE = timedelta(days=14)
_STRIP_BACK = timedelta(days=42)
_ANSWERS_SHOWN = timedelta(days=28)
_MOST_APPOINTMENTS = 3
_ASKED_WHETHER_IT_HELPED_AFTER = timedelta(hours=1)
_CALLS = (AlertLevel.EMERGENCY, AlertLevel.CALL_NOW)


class Seen(Protocol):
    """What the page shares with the rest of the window."""

    def report(self) -> AlertReport:
        """Return what matches the rules now."""

    def heart_checks(self) -> tuple[HeartCheck, ...]:
        """Return which scans are due or late."""

    def person(self) -> Person:
        """Return the person's profile."""

    def appointments(self) -> tuple[AppointmentEntry, ...]:
        """Return all appointments, past ones as well."""

    def questions(self) -> tuple[QuestionEntry, ...]:
        """Return all questions for the team, oldest first."""

    def last_temperature(self) -> TemperatureEntry | None:
        """Return the latest reading."""


class Urgent(NamedTuple):
    """Alerts that must interrupt, worst first, and who to call.

    Attributes:
        told_on: When the team was told of all of them; None while they interrupt.
    """

    alerts: tuple[Alert, ...]
    told_on: datetime | None


class HeartReminder(NamedTuple):
    """A heart scan that is due within two weeks or late.

    Attributes:
        booked_for: None while not booked.
        dose_tomorrow: It is late, and a HER2 dose is planned for tomorrow.
    """

    check: HeartCheck
    overdue: bool
    booked_for: datetime | None
    dose_tomorrow: bool = False


class TodayState(NamedTuple):
    """Everything on the page for one opened day.

    Attributes:
        status: Where the opened day lies.
        status_today: Where the real day lies, for what is said on the phone.
        rows: The check-in in its fixed order, then the person's own symptoms.
        other_advice: Call-today alerts that no visible answer explains.
        logged: What was written about the day, without answers of 0 that were none from the
            start; oldest first.
        corrected: The answer that stood before, by the id of the one that took its place.
        marked_none: How many symptoms were answered with none.
        skipped: How many she would rather not say.
        questions: Those without an answer, then those answered in the last weeks.
        statement: What an empty list of alerts means.
        unsaid_medicines: Taken today or yesterday, an hour ago or longer, and nobody said whether
            they helped; only for today.
    """

    day: date
    today: date
    status: CycleStatus
    status_today: CycleStatus
    rows: tuple[RowState, ...]
    urgent: Urgent | None
    other_advice: tuple[Alert, ...]
    heart: HeartReminder | None
    appointments: tuple[AppointmentEntry, ...]
    last_temperature: TemperatureEntry | None
    temperature_unit: TemperatureUnit
    logged: tuple[AnyEntry, ...]
    corrected: Mapping[UUID, SymptomEntry]
    marked_none: int
    skipped: int
    questions: tuple[QuestionEntry, ...]
    statement: str
    unsaid_medicines: tuple[MedicineEntry, ...] = ()

    @property
    def is_today(self) -> bool:
        """Whether the opened day is the real one."""
        return self.day == self.today


def today_state(
    companion: Companion,
    seen: Seen,
    day: date,
    own: Sequence[str] = (),
    foretold: Sequence[str] = (),
) -> TodayState:
    """Return the page for `day`.

    Args:
        companion: Whose diary it is.
        seen: What other parts of the window show as well.
        day: The opened day.
        own: The person's own symptoms to ask about as well.
        foretold: The symptoms whose coming days the page speaks of.
    """
    now = companion.clock()
    today = now.date()
    record = companion.diary.day(day)
    report = seen.report()
    logged = companion.diary.days_logged(min(day, today) - _STRIP_BACK, today)
    advice = _advice_by_entry(report.alerts)
    plans = companion.plan.all()
    spoken_of = (*foretold, *_alerted(report.alerts)) if day == today else ()
    rows = checkin_rows(companion, record, own, advice, spoken_of)
    shown = {row.answer.id for row in rows if row.answer is not None}
    status = cycle_status(plans, day, today, logged)
    return TodayState(
        day=day,
        today=today,
        status=status,
        status_today=status if day == today else cycle_status(plans, today, today),
        rows=rows,
        urgent=_urgent(report.alerts),
        other_advice=_without_a_row(report.alerts, shown),
        heart=_heart_reminder(seen, companion, today),
        appointments=_appointments(seen, now),
        last_temperature=seen.last_temperature(),
        temperature_unit=seen.person().care.units.temperature,
        logged=_logged(record),
        corrected=record.corrected,
        marked_none=_count(record, AnswerState.ABSENT),
        skipped=_count(record, AnswerState.SKIPPED),
        questions=_questions(seen.questions(), today),
        statement=report.statement,
        unsaid_medicines=_unsaid(record, now) if day == today else (),
    )


def _alerted(alerts: Sequence[Alert]) -> tuple[str, ...]:
    """Return what the alerts on the page are about; what is only to be mentioned has no place."""
    return tuple(alert.subject for alert in alerts if alert.level is not AlertLevel.MENTION)


def _unsaid(record: DayRecord, now: datetime) -> tuple[MedicineEntry, ...]:
    return tuple(
        medicine
        for medicine in record.medicines
        if medicine.helped is None and now - medicine.at >= _ASKED_WHETHER_IT_HELPED_AFTER
    )


def _advice_by_entry(alerts: Sequence[Alert]) -> dict[UUID, Alert]:
    """Map entries to the worst alert that names them; alerts come worst first."""
    by_entry: dict[UUID, Alert] = {}
    for alert in alerts:
        for because in alert.because:
            if because.entry_id is not None:
                by_entry.setdefault(because.entry_id, alert)
    return by_entry


def _urgent(alerts: Sequence[Alert]) -> Urgent | None:
    calls = tuple(alert for alert in alerts if alert.level in _CALLS)
    if not calls:
        return None
    interrupting = tuple(alert for alert in calls if alert.interrupts)
    if interrupting:
        return Urgent(alerts=interrupting, told_on=None)
    told = [alert.told_on for alert in calls if alert.told_on is not None]
    return Urgent(alerts=calls, told_on=max(told, default=None))


def _without_a_row(alerts: Sequence[Alert], shown: set[UUID]) -> tuple[Alert, ...]:
    return tuple(
        alert
        for alert in alerts
        if alert.level is AlertLevel.CALL_TODAY
        and not any(because.entry_id in shown for because in alert.because)
    )


def _heart_reminder(seen: Seen, companion: Companion, today: date) -> HeartReminder | None:
    due = [check for check in seen.heart_checks() if check.due <= today + _REMIND_BEFORE]
    if not due:
        return None
    first = min(due, key=lambda check: check.due)
    booked = booked_scan(seen.appointments(), today)
    on_the_eve = late_on_the_eve(due, companion.plan.all(), companion.library.drugs, today)
    return HeartReminder(first, first.due < today, booked, on_the_eve)


def _appointments(seen: Seen, now: datetime) -> tuple[AppointmentEntry, ...]:
    coming = [entry for entry in seen.appointments() if entry.starts_at >= now]
    return tuple(sorted(coming, key=lambda entry: entry.starts_at)[:_MOST_APPOINTMENTS])


def _questions(questions: Sequence[QuestionEntry], today: date) -> tuple[QuestionEntry, ...]:
    open_ones = [each for each in questions if each.answer is None]
    answered = [each for each in questions if each.answer and each.day >= today - _ANSWERS_SHOWN]
    return (*open_ones, *reversed(answered))


def _logged(record: DayRecord) -> tuple[AnyEntry, ...]:
    answers = [
        entry
        for entry in record.answers.values()
        if entry.state is AnswerState.PRESENT or entry.id in record.corrected
    ]
    return tuple(sorted((*record.others, *answers), key=lambda entry: entry.at))


def _count(record: DayRecord, state: AnswerState) -> int:
    return sum(1 for entry in record.answers.values() if entry.state is state)
