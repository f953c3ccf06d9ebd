"""Courses as a whole: previewed, started, in the place of another, in the team's own version."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from tracker.domain.course import DoseTarget, Reason, Stopped
from tracker.domain.people import Person, Surgery
from tracker.domain.regimen import Regimen, Setting
from tracker.domain.schedule import Plan
from tracker.domain.spoken_dates import day_in_words
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.custom_regimen import CUSTOM
from tracker.services.operations import Operations
from tracker.services.plan_changes import check_plans
from tracker.services.plan_history import PlanChange, PlanChangeKind, PlanFacts
from tracker.services.planning import (
    PlanRequest,
    check_days,
    course_record,
    plans_of,
    preview_plan,
    regimen_of,
    requested_course,
    same_course,
    surgery_for,
)
from tracker.services.ports import RecordedEvent, Write

_Stop = tuple[DoseTarget, date | None]
"""What ends, and the first day without it; None: the day the new course begins."""


class Courses(Operations):
    """What can be done with a whole course."""

    def regimens(self) -> tuple[Regimen, ...]:
        """Return the regimens that the program knows, in the order of its files."""
        return tuple(self._desk.library.regimens.values())

    def preview(
        self,
        regimen: str | Regimen,
        *,
        setting: Setting | None = None,
        starts_on: date | None = None,
        surgery_on: date | None = None,
        resumes_on: date | None = None,
    ) -> Plan:
        """Return the plan that is asked for; stores nothing.

        Raises:
            NotUnderstoodError: Unknown regimen, or days that contradict each other.
        """
        request = PlanRequest(
            regimen=regimen,
            setting=setting,
            starts_on=starts_on,
            surgery_on=surgery_on,
            resumes_on=resumes_on,
        )
        return preview_plan(self._desk.library, request, self._desk.today())

    def start(  # noqa: PLR0913 - all but the first have names and defaults
        self,
        regimen: str | Regimen,
        *,
        setting: Setting | None = None,
        starts_on: date | None = None,
        surgery_on: date | None = None,
        resumes_on: date | None = None,
        ends_on: date | None = None,
        instead_of: UUID | None = None,
        ends: DoseTarget = DoseTarget(),  # noqa: B008 - frozen, and means everything
    ) -> Changes:
        """Store a course, and the surgery with it where the profile does not have it yet.

        Args:
            regimen: An id of the library, or phases of one's own.
            setting: None: what the days speak for.
            starts_on: None: the first usual day after surgery, or today.
            surgery_on: None: as in the profile.
            resumes_on: Neoadjuvant alone: the day treatment goes on.
            ends_on: The last day of what would go on, as of tablets; None: not known.
            instead_of: A course whose planned doses end on the day this one starts, as when T-DM1
                takes the place of trastuzumab after surgery, or another taxane that of the first.
            ends: What of that course ends; its HER2 drugs may go on beside another taxane.

        Raises:
            NotUnderstoodError: As `preview`, or the course is in the diary already.
        """
        request = PlanRequest(
            regimen=regimen,
            setting=setting,
            starts_on=starts_on,
            surgery_on=surgery_on,
            resumes_on=resumes_on,
        )
        stops: dict[UUID | None, _Stop] = {}
        if instead_of is not None:
            stops[self._record_of(instead_of).id] = (ends, None)
        if ends_on is not None:
            if starts_on is not None and ends_on < starts_on:
                raise NotUnderstoodError(
                    f"The last day, {ends_on.isoformat()}, lies before the first; nothing was "
                    "saved; check the two days."
                )
            stops[None] = (DoseTarget(), ends_on + timedelta(days=1))
        return self._start(request, stops)

    def adapt(
        self, course_id: UUID, regimen: str | Regimen, starts_on: date | None = None
    ) -> Changes:
        """Go on with the team's own version of a course's regimen; what happened stays.

        Args:
            course_id: A stored course.
            regimen: Its phases from now on; or the id of the regimen, for the version of the books.
            starts_on: Another first day; None leaves it.

        Raises:
            NotUnderstoodError: A version that cannot be, or in which a given dose would have no
                place or another day.
        """
        desk = self._desk
        record = self._record_of(course_id)
        version = regimen_of(desk.library, regimen)
        own = version if version.id == CUSTOM else None
        first = starts_on or record.starts_on
        request = PlanRequest(
            regimen=version,
            setting=record.setting,
            starts_on=first,
            surgery_on=self._surgery_of(course_id),
            resumes_on=record.resumes_on,
        )
        check_days(request, record.setting, first)
        changed = replace(record, regimen=version.id, custom=own, starts_on=first)
        records = desk.storage.courses(desk.person_id)
        others = (each for each in records if each.id != course_id)
        plans = plans_of((*others, changed), self.events(), desk.person(), desk.library)
        check_plans(self.all(), plans, "leave the cycles and days that lie behind as they were")
        told = self._told(
            PlanChangeKind.VERSION, PlanFacts(course=record), PlanFacts(course=changed)
        )
        write = Write(at=told.recorded_at, courses=(changed,), plan_changes=(told,))
        return desk.apply(write, Changes(plan=True))

    def _start(self, request: PlanRequest, stops: Mapping[UUID | None, _Stop]) -> Changes:
        """Store a course with what ends by it; the stop under None is its own."""
        desk = self._desk
        course = requested_course(desk.library, request, desk.today())
        if same_course(desk.storage.courses(desk.person_id), course) is not None:
            raise NotUnderstoodError(
                f"A course of {course.regimen.name} from {day_in_words(course.starts_on)} is in "
                "the diary already; nothing was saved."
            )
        now = desk.next_moment()
        people, lines = self._operated(request.surgery_on, now)
        record = course_record(course, desk.person_id, now)
        events = tuple(
            RecordedEvent(
                id=uuid4(),
                course_id=course_id or record.id,
                event=Stopped(target, on or course.starts_on, Reason.OTHER),
                recorded_at=now,
                by=desk.by,
            )
            for course_id, (target, on) in stops.items()
        )
        write = Write(at=now, people=people, courses=(record,), events=events, plan_changes=lines)
        return desk.apply(write, Changes(plan=True, profile=bool(people)))

    def _operated(
        self, on: date | None, now: datetime
    ) -> tuple[tuple[Person, ...], tuple[PlanChange, ...]]:
        """Return the person with an operation that is not known yet, and its line in the history.

        Without another course nothing hangs on the day yet, and there is nothing to tell.
        """
        desk, person = self._desk, self._desk.person()
        known = {surgery.on for surgery in person.surgeries if surgery.definitive}
        if on is None or on in known:
            return (), ()
        surgeries = (*person.surgeries, Surgery(on))
        people = (replace(person, surgeries=surgeries),)
        if not desk.storage.courses(desk.person_id):
            return people, ()
        facts = (PlanFacts(surgeries=each) for each in (person.surgeries, surgeries))
        told = self._told(PlanChangeKind.OPERATION, *facts)
        return people, (replace(told, recorded_at=now),)

    def _surgery_of(self, course_id: UUID) -> date | None:
        plan = next(each for each in self.all() if each.course.id == course_id)
        return surgery_for(self._desk.person(), plan.course)
