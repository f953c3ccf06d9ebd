"""What the Today page shows, computed from the services; no Qt, no words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from tracker.domain.alerts import Alert, AlertLevel, AlertReport
from tracker.domain.entries import (
    AnswerState,
    AnyEntry,
    AppointmentEntry,
    SymptomEntry,
    TemperatureEntry,
)
from tracker.domain.heart import HeartOverview
from tracker.domain.heart_checks import HeartCheck
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import Person
from tracker.domain.symptoms import FlagDefinition, is_own, symptom_name
from tracker.services.answers import DayRecord
from tracker.services.companion import Companion
from tracker.ui.today.cycle_state import CycleStatus, cycle_status

ROWS_AT_FIRST = 6
HEART_SCAN = "Heart scan"
OWN_LEVELS = (
    "none",
    "a little, hardly in the way",
    "clear, but I manage",
    "gets in the way of most things",
    "as bad as it can be",
)
_OWN_REMEMBERED = timedelta(days=42)
_REMIND_BEFORE = timedelta(days=14)
_STRIP_BACK = timedelta(days=42)
_MOST_APPOINTMENTS = 3
_CALLS = (AlertLevel.EMERGENCY, AlertLevel.CALL_NOW)


class Seen(Protocol):
    """What the page shares with the rest of the window."""

    def report(self) -> AlertReport:
        """Return what matches the rules now."""

    def heart(self) -> HeartOverview:
        """Return what is known of the heart."""

    def person(self) -> Person:
        """Return the person's profile."""

    def appointments(self) -> tuple[AppointmentEntry, ...]:
        """Return all appointments, past ones as well."""

    def last_temperature(self) -> TemperatureEntry | None:
        """Return the latest reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """One symptom of the check-in.

    Attributes:
        levels: Words for 0 to 4.
        flags: What can be added to an answer; empty before one of at least 1 was given.
        answer: The standing answer of the day; None when it was not asked.
        yesterday: The standing answer of the day before; None without one.
        advice: The worst alert that names this answer; None without one.
    """

    symptom: str
    name: str
    levels: tuple[str, ...]
    flags: tuple[FlagDefinition, ...]
    answer: SymptomEntry | None
    yesterday: SymptomEntry | None
    advice: Alert | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent:
    """Alerts that must interrupt, worst first, and who to call.

    Attributes:
        told_on: When the team was told of all of them; None while they interrupt.
    """

    alerts: tuple[Alert, ...]
    told_on: datetime | None


@dataclass(frozen=True, slots=True)
class HeartReminder:
    """A heart scan that is due within two weeks or late; `booked_for` None while not booked."""

    check: HeartCheck
    overdue: bool
    booked_for: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """Everything on the page for one opened day.

    Attributes:
        status: Where the opened day lies.
        status_today: Where the real day lies, for what is said on the phone.
        rows: The check-in in its fixed order, then the person's own symptoms.
        other_advice: Call-today alerts that no visible answer explains.
        logged: What was written about the day, without answers of 0; oldest first.
        marked_none: How many symptoms were answered with none.
        skipped: How many she would rather not say.
        statement: What an empty list of alerts means.
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
    marked_none: int
    skipped: int
    statement: str

    @property
    def is_today(self) -> bool:
        """Whether the opened day is the real one."""
        return self.day == self.today


def own_symptoms(companion: Companion, day: date) -> tuple[str, ...]:
    """Return the person's own symptoms of the last six weeks, in the order of first use."""
    entries = companion.diary.entries(day - _OWN_REMEMBERED, day, ("symptom",))
    used = (entry.symptom for entry in entries if isinstance(entry, SymptomEntry))
    return tuple(dict.fromkeys(symptom for symptom in used if is_own(symptom)))


def today_state(companion: Companion, seen: Seen, day: date, own: Sequence[str] = ()) -> TodayState:
    """Return the page for `day`.

    Args:
        companion: Whose diary it is.
        seen: What other parts of the window show as well.
        day: The opened day.
        own: The person's own symptoms to ask about as well.
    """
    now = companion.clock()
    today = now.date()
    record = companion.diary.day(day)
    report = seen.report()
    logged = companion.diary.days_logged(min(day, today) - _STRIP_BACK, today)
    advice = _advice_by_entry(report.alerts)
    plans = companion.plan.all()
    rows = _rows(companion, record, own, advice)
    shown = {row.answer.id for row in rows if row.answer is not None}
    return TodayState(
        day=day,
        today=today,
        status=cycle_status(plans, day, today, logged),
        status_today=cycle_status(plans, today, today),
        rows=rows,
        urgent=_urgent(report.alerts),
        other_advice=_without_a_row(report.alerts, shown),
        heart=_heart_reminder(seen, today),
        appointments=_appointments(seen, now),
        last_temperature=seen.last_temperature(),
        temperature_unit=seen.person().care.units.temperature,
        logged=_logged(record),
        marked_none=_count(record, AnswerState.ABSENT),
        skipped=_count(record, AnswerState.SKIPPED),
        statement=report.statement,
    )


def _rows(
    companion: Companion,
    record: DayRecord,
    own: Sequence[str],
    advice: Mapping[UUID, Alert],
) -> tuple[RowState, ...]:
    definitions = companion.library.symptoms
    asked = [row.symptom.id for row in companion.diary.checkin(record.day)]
    answered_own = (symptom for symptom in record.answers if is_own(symptom))
    rows = []
    for symptom in dict.fromkeys((*asked, *own, *answered_own)):
        definition = definitions.get(symptom)
        answer = record.answers.get(symptom)
        present = answer is not None and answer.state is AnswerState.PRESENT
        rows.append(
            RowState(
                symptom=symptom,
                name=symptom_name(symptom, definitions),
                levels=definition.levels if definition else OWN_LEVELS,
                flags=definition.flags if definition and present else (),
                answer=answer,
                yesterday=record.yesterday.get(symptom),
                advice=advice.get(answer.id) if answer else None,
            )
        )
    return tuple(rows)


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


def _heart_reminder(seen: Seen, today: date) -> HeartReminder | None:
    checks = seen.heart().checks
    due = [check for check in checks if check.due <= today + _REMIND_BEFORE]
    if not due:
        return None
    first = min(due, key=lambda check: check.due)
    booked = [
        entry.starts_at
        for entry in seen.appointments()
        if entry.title == HEART_SCAN and entry.starts_at.date() >= today
    ]
    return HeartReminder(first, first.due < today, min(booked, default=None))


def _appointments(seen: Seen, now: datetime) -> tuple[AppointmentEntry, ...]:
    coming = [entry for entry in seen.appointments() if entry.starts_at >= now]
    return tuple(sorted(coming, key=lambda entry: entry.starts_at)[:_MOST_APPOINTMENTS])


def _logged(record: DayRecord) -> tuple[AnyEntry, ...]:
    present = [e for e in record.answers.values() if e.state is AnswerState.PRESENT]
    return tuple(sorted((*record.others, *present), key=lambda entry: entry.at))


def _count(record: DayRecord, state: AnswerState) -> int:
    return sum(1 for entry in record.answers.values() if entry.state is state)
