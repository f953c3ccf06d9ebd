"""From what a person types about a treatment to a plan; refuses what cannot be right."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from tracker.clinical.library import Library
from tracker.domain.course import Course, CourseEvent, DoseTarget
from tracker.domain.doses import EarlierDose
from tracker.domain.people import Person
from tracker.domain.regimen import Regimen, Setting
from tracker.domain.schedule import Plan, VisitStatus, compute_plan, start_window
from tracker.domain.wording import perhaps
from tracker.errors import DiaryNotOpenedError, NotUnderstoodError
from tracker.services.custom_regimen import CUSTOM, custom_regimen
from tracker.services.ports import CourseRecord, RecordedEvent

_EARLIEST = date(1950, 1, 1)
_LATEST = date(2150, 12, 31)


class PlanRequest(NamedTuple):
    """What is asked for, as typed.

    Attributes:
        regimen: An id of the library, or phases of one's own.
        setting: None: adjuvant where the surgery comes first, else the regimen's usual one.
        starts_on: None: the first usual day after surgery, or today without a surgery.
        resumes_on: Neoadjuvant alone: the day treatment goes on after surgery.
    """

    regimen: str | Regimen
    setting: Setting | None = None
    starts_on: date | None = None
    surgery_on: date | None = None
    resumes_on: date | None = None


def regimen_of(library: Library, regimen: str | Regimen) -> Regimen:
    """Return a regimen of the library, or the checked one that was typed.

    Raises:
        NotUnderstoodError: No such regimen, or a typed one that cannot be right.
    """
    if isinstance(regimen, Regimen):
        if regimen.id != CUSTOM:
            return regimen
        return custom_regimen(regimen.name, regimen.phases, library.drugs)
    if regimen in library.regimens:
        return library.regimens[regimen]
    names = {each.id: (each.name,) for each in library.regimens.values()}
    raise NotUnderstoodError(
        f"“{regimen[:80]}” is not a regimen this program knows; nothing was saved; "
        f"{perhaps(regimen[:80], names)}“regimens” lists them all, and custom is your own."
    )


def requested_course(library: Library, request: PlanRequest, today: date) -> Course:
    """Return the course that is asked for.

    Raises:
        NotUnderstoodError: Unknown regimen, or days that contradict each other.
    """
    regimen = regimen_of(library, request.regimen)
    setting = request.setting or _likely_setting(regimen, request)
    starts_on = request.starts_on
    if starts_on is None:
        window = start_window(setting, request.surgery_on)
        starts_on = today if window is None else window.opens_on
    request = request._replace(setting=setting, starts_on=starts_on)
    check_days(request, setting, starts_on)
    return Course(
        id=uuid4(),
        regimen=regimen,
        setting=setting,
        starts_on=starts_on,
        resumes_on=request.resumes_on,
    )


def _likely_setting(regimen: Regimen, request: PlanRequest) -> Setting:
    """Return the setting that the typed days speak for, among those of the regimen."""
    surgery, starts_on = request.surgery_on, request.starts_on
    if request.resumes_on is not None:
        return Setting.NEOADJUVANT
    surgery_first = surgery is not None and (starts_on is None or surgery <= starts_on)
    if surgery_first and Setting.ADJUVANT in regimen.settings:
        return Setting.ADJUVANT
    return regimen.settings[0]


def preview_plan(library: Library, request: PlanRequest, today: date) -> Plan:
    """Return the plan that is asked for; stores nothing and needs no diary."""
    course = requested_course(library, request, today)
    return compute_plan(course, library.drugs, request.surgery_on)


def plans_of(
    records: Sequence[CourseRecord],
    events: Sequence[RecordedEvent],
    person: Person,
    library: Library,
) -> tuple[Plan, ...]:
    """Return the plans of all courses by start; loading is counted across them."""
    courses = [
        course_of(
            record, tuple(each.event for each in events if each.course_id == record.id), library
        )
        for record in records
    ]
    return plans_of_courses(courses, person, library)


def plans_of_courses(
    courses: Iterable[Course], person: Person, library: Library
) -> tuple[Plan, ...]:
    """Return the plans of courses by start; loading is counted across them."""
    plans: list[Plan] = []
    earlier: dict[str, EarlierDose] = {}
    for course in sorted(courses, key=lambda each: each.starts_on):
        surgery_on = surgery_for(person, course)
        plan = compute_plan(course, library.drugs, surgery_on, dict(earlier))
        for visit in plan.visits:
            if visit.status is not VisitStatus.OMITTED:
                earlier[visit.drug] = EarlierDose(visit.on, visit.interval_days)
        plans.append(plan)
    return tuple(plans)


def course_of(record: CourseRecord, events: tuple[CourseEvent, ...], library: Library) -> Course:
    """Return a course from what is kept of it.

    Raises:
        DiaryNotOpenedError: The diary names a regimen that this program does not have.
    """
    regimen = record.custom or library.regimens.get(record.regimen)
    if regimen is None:
        raise DiaryNotOpenedError(
            f"The diary holds the regimen “{record.regimen}”, which this program does not know; "
            "nothing was changed; a newer version of the program may know it."
        )
    return Course(
        id=record.id,
        regimen=regimen,
        setting=record.setting,
        starts_on=record.starts_on,
        resumes_on=record.resumes_on,
        events=events,
    )


def course_record(course: Course, person_id: UUID, recorded_at: datetime) -> CourseRecord:
    """Return what is kept of a course, its events aside."""
    return CourseRecord(
        id=course.id,
        person_id=person_id,
        regimen=course.regimen.id,
        setting=course.setting,
        starts_on=course.starts_on,
        resumes_on=course.resumes_on,
        custom=course.regimen if course.is_custom else None,
        recorded_at=recorded_at,
    )


def surgery_for(person: Person, course: Course) -> date | None:
    """Return the definitive surgery that a course belongs to; None when none is known.

    The last one up to the start of an adjuvant course; the first one after the start of a
    neoadjuvant course.
    """
    days = sorted(surgery.on for surgery in person.surgeries if surgery.definitive)
    if course.setting is Setting.ADJUVANT:
        return max((day for day in days if day <= course.starts_on), default=None)
    return min((day for day in days if day > course.starts_on), default=None)


def same_course(records: Sequence[CourseRecord], course: Course) -> UUID | None:
    """Return the stored course of the same regimen and start; None when there is none."""
    for record in records:
        if record.regimen == course.regimen.id and record.starts_on == course.starts_on:
            return record.id
    return None


def check_plausible_day(day: date) -> None:
    """Refuse a year that cannot be meant.

    Raises:
        NotUnderstoodError: Before 1950 or after 2150.
    """
    if not _EARLIEST <= day <= _LATEST:
        raise NotUnderstoodError(
            f"{day.isoformat()} cannot be right; nothing was saved; check the year."
        )


def concerns(plan: Plan, target: DoseTarget) -> bool:
    """Return whether a plan has the drug or the track of a target."""
    each = [part for phase in plan.course.regimen.phases for part in phase.administrations]
    if target.drug is not None:
        return any(part.drug == target.drug for part in each)
    return target.track is None or any(part.track is target.track for part in each)


def closeness(plan: Plan, today: date) -> tuple[int, int, int]:
    """Rank a plan: running, then to come, then over; with visits first; nearest to today."""
    starts_on = plan.course.starts_on
    has_visits = int(bool(plan.visits))
    if starts_on > today:
        return (1, has_visits, -starts_on.toordinal())
    if plan.ends_on is None or plan.ends_on >= today:
        return (2, has_visits, starts_on.toordinal())
    return (0, has_visits, starts_on.toordinal())


def check_days(request: PlanRequest, setting: Setting, starts_on: date) -> None:
    """Refuse days of a course that contradict each other.

    Raises:
        NotUnderstoodError: Says which, and what to check.
    """
    surgery, resumes = request.surgery_on, request.resumes_on
    for day in (starts_on, surgery, resumes):
        if day is not None:
            check_plausible_day(day)
    if setting is Setting.ADJUVANT and resumes is not None:
        raise NotUnderstoodError(
            "A day on which treatment goes on belongs to treatment before surgery; nothing was "
            "saved; leave it out, or choose neoadjuvant."
        )
    if surgery is not None:
        _check_surgery(setting, starts_on, surgery, resumes)
    if resumes is not None and resumes <= starts_on:
        raise NotUnderstoodError(
            f"Treatment cannot go on on {resumes.isoformat()}, before it starts on "
            f"{starts_on.isoformat()}; nothing was saved; check the two days."
        )


def _check_surgery(setting: Setting, starts_on: date, surgery: date, resumes: date | None) -> None:
    if setting is Setting.ADJUVANT and surgery > starts_on:
        raise NotUnderstoodError(
            f"The surgery on {surgery.isoformat()} is after the start on {starts_on.isoformat()}; "
            "nothing was saved; check the two days, or choose neoadjuvant if drugs come first."
        )
    if setting is Setting.NEOADJUVANT and surgery <= starts_on:
        raise NotUnderstoodError(
            f"The surgery on {surgery.isoformat()} is not after the start on "
            f"{starts_on.isoformat()}; nothing was saved; check the two days, or choose adjuvant "
            "if the surgery came first."
        )
    if resumes is not None and resumes <= surgery:
        raise NotUnderstoodError(
            f"Treatment cannot go on on {resumes.isoformat()}, before the surgery on "
            f"{surgery.isoformat()}; nothing was saved; check the two days."
        )
