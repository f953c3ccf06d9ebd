"""Diaries for the tests of alerts and hearts; a test names only what it is about."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from tracker.clinical.library import library
from tracker.domain.alerts import AlertReport, match_alerts
from tracker.domain.course import Course, CourseEvent, DoseTarget, Given, Omitted, Reason
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import (
    AnswerState,
    AnyEntry,
    ContactEntry,
    LvefEntry,
    LvefMethod,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.heart import HeartOverview, heart_overview
from tracker.domain.measurements import Temperature, TemperatureUnit, Weight, WeightUnit
from tracker.domain.people import CareTeam, FeverCard, HeartProfile, LabelRegion, Person
from tracker.domain.regimen import Setting
from tracker.domain.schedule import Plan, compute_plan

SUMMER = timezone(timedelta(hours=2))
NOW = datetime(2026, 5, 12, 20, 0, tzinfo=SUMMER)
US_CARD = FeverCard(Decimal("38.0"), Decimal("36.0"), TemperatureUnit.CELSIUS)


def moment(text: str) -> datetime:
    """A moment like "2026-05-12 18:30"; without an offset it is summer in Madrid."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=SUMMER)


def stamp(at: str, day: str | None = None, entry_id: UUID | None = None) -> dict[str, Any]:
    """What every entry has."""
    when = moment(at)
    return {
        "id": entry_id or uuid4(),
        "at": when,
        "day": date.fromisoformat(day) if day else when.date(),
        "zone": "Europe/Madrid",
        "by": "self",
    }


def answer(
    symptom: str,
    severity: int | None,
    at: str = "2026-05-12 18:30",
    *,
    flags: Iterable[str] = (),
    day: str | None = None,
) -> SymptomEntry:
    """An answer; severity None is a skip."""
    state = AnswerState.PRESENT if severity else AnswerState.ABSENT
    return SymptomEntry(
        **stamp(at, day),
        symptom=symptom,
        severity=severity,
        state=AnswerState.SKIPPED if severity is None else state,
        flags=tuple(flags),
    )


def celsius(value: str, at: str = "2026-05-12 18:30", **more: Any) -> TemperatureEntry:
    """A reading in °C."""
    return _reading(value, TemperatureUnit.CELSIUS, at, **more)


def fahrenheit(value: str, at: str = "2026-05-12 18:30", **more: Any) -> TemperatureEntry:
    """A reading in °F."""
    return _reading(value, TemperatureUnit.FAHRENHEIT, at, **more)


def _reading(
    value: str, unit: TemperatureUnit, at: str, *, flags: Iterable[str] = (), day: str | None = None
) -> TemperatureEntry:
    return TemperatureEntry(
        **stamp(at, day), temperature=Temperature(Decimal(value), unit), flags=tuple(flags)
    )


def weight(value: str, at: str, unit: str = "kg", day: str | None = None) -> WeightEntry:
    """A weight."""
    return WeightEntry(**stamp(at, day), weight=Weight(Decimal(value), WeightUnit(unit)))


def lvef(percent: str, day: str, method: str = "echo") -> LvefEntry:
    """A heart scan, written at ten in the morning of its day."""
    return LvefEntry(**stamp(f"{day} 10:00"), percent=Decimal(percent), method=LvefMethod(method))


def told(at: str, alerts: tuple[str, ...] | None = None) -> ContactEntry:
    """The team was told."""
    return ContactEntry(**stamp(at), who="Advice line", alerts=alerts)


def a_course(regimen: str, start: str = "2026-05-04", events: Iterable[CourseEvent] = ()) -> Course:
    """A course of a shipped regimen."""
    return Course(
        id=uuid4(),
        regimen=library().regimens[regimen],
        setting=Setting.ADJUVANT,
        starts_on=date.fromisoformat(start),
        events=tuple(events),
    )


def gave(drug: str, cycle: int, on: str, dose: str | None = None) -> Given:
    """A dose of a drug that was given."""
    return Given(
        DoseTarget(drug), cycle, date.fromisoformat(on), None if dose is None else Decimal(dose)
    )


def left_out(drug: str, cycle: int) -> Omitted:
    """A dose of a drug that was left out because of the heart."""
    return Omitted(DoseTarget(drug), cycle, Reason.HEART_RESULT)


def a_person(
    *,
    country: str = "US",
    card: FeverCard | None = US_CARD,
    born_on: str | None = "1975-06-15",
    heart: HeartProfile | None = None,
    **care: Any,
) -> Person:
    """A person with the usual card."""
    return Person(
        id=uuid4(),
        name="Ana Sample",
        born_on=date.fromisoformat(born_on) if born_on else None,
        care=CareTeam(country=country, fever_card=card, **care),
        heart=heart or heart_profile(),
    )


def heart_profile(
    label: str = "US", limit: str | None = "50", factors: tuple[str, ...] | None = ()
) -> HeartProfile:
    """A heart profile."""
    return HeartProfile(LabelRegion(label), None if limit is None else Decimal(limit), factors)


def a_diary(
    *entries: AnyEntry, courses: Iterable[Course] | None = None, person: Person | None = None
) -> PersonDiary:
    """A diary of somebody whose TC began on Monday, 4 May 2026."""
    return PersonDiary(
        person or a_person(),
        tuple([a_course("tc")] if courses is None else courses),
        tuple(sorted(entries, key=lambda entry: entry.at)),
    )


def plans_of(diary: PersonDiary) -> tuple[Plan, ...]:
    """The plans of all courses of a diary."""
    return tuple(compute_plan(course, library().drugs) for course in diary.courses)


def alerts_of(diary: PersonDiary, now: datetime | str = NOW, **more: Any) -> AlertReport:
    """What matches the shipped rules."""
    when = moment(now) if isinstance(now, str) else now
    return match_alerts(diary, plans_of(diary), library(), when, **more)


def level_of(diary: PersonDiary, now: datetime | str = NOW) -> str:
    """The worst level, or "none"."""
    alerts = alerts_of(diary, now).alerts
    return alerts[0].level.value if alerts else "none"


def heart_of(diary: PersonDiary, now: datetime | str = NOW) -> HeartOverview:
    """The heart page by the shipped rules."""
    when = moment(now) if isinstance(now, str) else now
    return heart_overview(diary, plans_of(diary), library(), when)
