"""The diary of an invented person: fixed data, the same every time, marked as a sample."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID, uuid5

from tracker.domain.course import DoseTarget, Given, Moved, Reason
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import (
    CareTeam,
    Contact,
    FeverCard,
    HeartProfile,
    LabelRegion,
    Person,
    Surgery,
    Units,
)
from tracker.domain.regimen import Setting
from tracker.services.ports import CourseRecord, RecordedEvent, Write
from tracker.services.profile import SAMPLE_MARK
from tracker.services.sample_entries import sample_entries

SAMPLE_NAME = f"{SAMPLE_MARK}Elena Marsh"
_SUMMER = timezone(timedelta(hours=-4))  # New York from March to November
_NAMESPACE = UUID("5f0f8f9e-5a63-4c53-9a8e-2f5c9e7d1b10")
_START = date(2026, 2, 16)
_CYCLE_STARTS = (
    date(2026, 2, 16),
    date(2026, 3, 9),
    date(2026, 3, 30),
    date(2026, 4, 27),
    date(2026, 5, 18),
    date(2026, 6, 8),
)
_MOVED_CYCLE = 4
SAMPLE_NOW = datetime(2026, 6, 19, 19, 40, tzinfo=_SUMMER)
"""The moment at which the sample is looked at: day 12 of the sixth cycle."""


def sample_write() -> Write:
    """Return the whole sample as one action; equal every time."""
    person = _person()
    course = CourseRecord(
        id=uuid5(_NAMESPACE, "course"),
        person_id=person.id,
        regimen="tchp",
        setting=Setting.ADJUVANT,
        starts_on=_START,
        recorded_at=datetime(2026, 2, 12, 15, 0, tzinfo=UTC),
    )
    entries = sample_entries(_NAMESPACE, _CYCLE_STARTS, SAMPLE_NOW)
    return Write(
        at=SAMPLE_NOW,
        people=(person,),
        courses=(course,),
        events=_events(course.id),
        entries=tuple((person.id, entry) for entry in entries),
    )


def _person() -> Person:
    return Person(
        id=uuid5(_NAMESPACE, "person"),
        name=SAMPLE_NAME,
        born_on=date(1974, 9, 3),
        care=CareTeam(
            country="US",
            units=Units(TemperatureUnit.FAHRENHEIT, WeightUnit.POUND),
            fever_card=FeverCard(Decimal("100.4"), Decimal("96.8"), TemperatureUnit.FAHRENHEIT),
            emergency_number="911",
            contacts=(
                Contact("Advice line, day and night", "+1 555 0100"),
                Contact("Breast care nurse", "+1 555 0123"),
            ),
        ),
        heart=HeartProfile(
            label=LabelRegion.US, lvef_lower_limit=Decimal(50), risk_factors=("hypertension",)
        ),
        surgeries=(Surgery(date(2026, 1, 14), "Lumpectomy, left"),),
        is_sample=True,
    )


def _events(course_id: UUID) -> tuple[RecordedEvent, ...]:
    events: list[RecordedEvent] = []
    for number, on in enumerate(_CYCLE_STARTS, start=1):
        if number == _MOVED_CYCLE:
            told_on = datetime(2026, 4, 17, 16, 30, tzinfo=_SUMMER)
            moved = Moved(DoseTarget(), number, on, Reason.LOW_COUNTS)
            events.append(_recorded(course_id, "moved", moved, told_on))
        given_at = datetime(on.year, on.month, on.day, 15, 30, tzinfo=_SUMMER)
        given = Given(DoseTarget(), number, on)
        events.append(_recorded(course_id, f"given {number}", given, given_at))
    return tuple(events)


def _recorded(
    course_id: UUID, name: str, event: Moved | Given, recorded_at: datetime
) -> RecordedEvent:
    return RecordedEvent(
        id=uuid5(_NAMESPACE, name),
        course_id=course_id,
        event=event,
        recorded_at=recorded_at,
        by="self",
    )
