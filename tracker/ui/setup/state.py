"""The answers of the first start, what each step refuses, and what they become; no Qt."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid4

from tracker.clinical.library import Library
from tracker.domain.entries import LvefEntry, LvefMethod
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
from tracker.domain.regimen import Regimen, Setting
from tracker.domain.schedule import Plan
from tracker.errors import NotUnderstoodError
from tracker.services.local_time import zone_name
from tracker.services.planning import PlanRequest, preview_plan, requested_course
from tracker.services.ports import CourseRecord, Write
from tracker.services.profile import check_person

LINE_LABEL = "24-hour advice line"
MAIN_REGIMENS = ("tch", "tchp", "ac-th", "ddac-thp", "apt", "t-dm1", "h-year")
_FAHRENHEIT_COUNTRIES = ("US", "BS", "BZ", "KY", "LR", "PW")
_LABEL_US_COUNTRIES = ("US", "PR", "CA")


class Step(StrEnum):
    """The steps in their order."""

    YOU = "you"
    SURGERY = "surgery"
    MEDICINES = "medicines"
    DATES = "dates"
    CARE_TEAM = "care-team"
    HEART = "heart"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupAnswers:
    """What was answered so far; None is not answered or not known.

    Attributes:
        writer: Name of the person who writes in it; None: the person herself.
        before_surgery: Drugs come first, surgery in the middle.
        regimen: An id of the library, or typed phases; None: not known yet.
        unit_name: The team or ward behind the number.
        temperature_unit: None: the country's.
        passphrase: None: the diary is not encrypted.
        card_asked: Whether the card was answered, so that "no number" differs from "not asked".
    """

    name: str = ""
    writer: str | None = None
    country: str | None = None
    born_on: date | None = None
    before_surgery: bool = False
    surgery_on: date | None = None
    regimen: str | Regimen | None = None
    starts_on: date | None = None
    resumes_on: date | None = None
    line: str | None = None
    unit_name: str | None = None
    temperature_unit: TemperatureUnit | None = None
    card: FeverCard | None = None
    card_asked: bool = False
    lvef_limit: Decimal | None = None
    scan_percent: Decimal | None = None
    scan_on: date | None = None
    passphrase: str | None = field(default=None, repr=False)

    @property
    def setting(self) -> Setting:
        """Surgery first, or drugs first."""
        return Setting.NEOADJUVANT if self.before_surgery else Setting.ADJUVANT

    @property
    def unit(self) -> TemperatureUnit:
        """The unit of her thermometer: chosen, or the country's."""
        if self.temperature_unit is not None:
            return self.temperature_unit
        fahrenheit = self.country in _FAHRENHEIT_COUNTRIES
        return TemperatureUnit.FAHRENHEIT if fahrenheit else TemperatureUnit.CELSIUS


def label_for(country: str | None) -> LabelRegion:
    """Return whose drug label is shown first in a country."""
    return LabelRegion.US if country in _LABEL_US_COUNTRIES else LabelRegion.EU


def request_of(answers: SetupAnswers) -> PlanRequest | None:
    """Return the plan that is asked for; None while no treatment or no start is known."""
    if answers.regimen is None or answers.starts_on is None:
        return None
    return PlanRequest(
        regimen=answers.regimen,
        setting=answers.setting,
        starts_on=answers.starts_on,
        surgery_on=answers.surgery_on,
        resumes_on=answers.resumes_on if answers.before_surgery else None,
    )


def planned(answers: SetupAnswers, library: Library, today: date) -> Plan | None:
    """Return the plan as it would be; None while too little is known.

    Raises:
        NotUnderstoodError: The days contradict each other.
    """
    request = request_of(answers)
    return None if request is None else preview_plan(library, request, today)


def person_of(answers: SetupAnswers, person_id: UUID, today: date) -> Person:
    """Return the person's profile.

    Raises:
        NotUnderstoodError: Something in it cannot be right.
    """
    if answers.country is None:
        raise NotUnderstoodError("Choose the country you are treated in; nothing was saved.")
    label = answers.unit_name or LINE_LABEL
    fahrenheit = answers.unit is TemperatureUnit.FAHRENHEIT
    person = Person(
        id=person_id,
        name=answers.name.strip(),
        born_on=answers.born_on,
        care=CareTeam(
            country=answers.country,
            units=Units(answers.unit, WeightUnit.POUND if fahrenheit else WeightUnit.KILOGRAM),
            fever_card=answers.card,
            contacts=(Contact(label, answers.line),) if answers.line else (),
        ),
        heart=HeartProfile(label=label_for(answers.country), lvef_lower_limit=answers.lvef_limit),
        surgeries=(Surgery(answers.surgery_on),) if answers.surgery_on else (),
    )
    check_person(person, today)
    return person


def first_write(answers: SetupAnswers, library: Library, now: datetime) -> tuple[UUID, Write]:
    """Return the person's id and everything that a new diary begins with.

    Raises:
        NotUnderstoodError: Something in the answers cannot be right.
    """
    today = now.date()
    person = person_of(answers, uuid4(), today)
    courses: tuple[CourseRecord, ...] = ()
    request = request_of(answers)
    if request is not None:
        course = requested_course(library, request, today)
        record = CourseRecord(
            id=course.id,
            person_id=person.id,
            regimen=course.regimen.id,
            setting=course.setting,
            starts_on=course.starts_on,
            resumes_on=course.resumes_on,
            custom=course.regimen if course.is_custom else None,
            recorded_at=now,
        )
        courses = (record,)
    scan = _scan(answers, now)
    entries = () if scan is None else ((person.id, scan),)
    return person.id, Write(at=now, people=(person,), courses=courses, entries=entries)


def _scan(answers: SetupAnswers, now: datetime) -> LvefEntry | None:
    if answers.scan_percent is None:
        return None
    return LvefEntry(
        id=uuid4(),
        day=answers.scan_on or now.date(),
        at=now,
        zone=zone_name(now),
        by=answers.writer or "self",
        percent=answers.scan_percent,
        method=LvefMethod.UNKNOWN,
    )


def without_dates(answers: SetupAnswers) -> SetupAnswers:
    """Return the answers after the order of surgery and drugs changed: the dates are asked anew."""
    return replace(answers, starts_on=None, resumes_on=None, surgery_on=None)
