"""Operations, and the days that hang on them: surgery in the middle of a course, one more."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from tracker.domain.people import Person, Surgery
from tracker.domain.schedule import Plan
from tracker.domain.spoken_dates import day_in_words
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.plan_changes import OTHER_DAY, check_plans
from tracker.services.plan_history import PlanChange, PlanChangeKind, PlanFacts
from tracker.services.planning import (
    PlanRequest,
    check_days,
    check_plausible_day,
    plans_of,
    surgery_for,
)
from tracker.services.ports import CourseRecord, Write
from tracker.services.profile import check_person
from tracker.services.reading_plans import ReadingPlans


class Operations(ReadingPlans):
    """What can be done with operations; each is told in the plan's history."""

    def set_surgery_between(
        self, course_id: UUID, surgery_on: date | None, resumes_on: date | None
    ) -> Changes:
        """Set the surgery in the middle of a course and the day treatment goes on, at once.

        Args:
            course_id: A course that begins before surgery.
            surgery_on: Takes the place of the day that is known; None leaves that as it is.
            resumes_on: None: not known yet.

        Raises:
            NotUnderstoodError: The course begins after surgery, or treatment would go on before it
                or before a dose of the time before surgery.
        """
        desk, person = self._desk, self._desk.person()
        record = self._record_of(course_id)
        known = self._surgery_after(record)
        request = PlanRequest(
            regimen=record.custom or record.regimen,
            setting=record.setting,
            starts_on=record.starts_on,
            surgery_on=surgery_on or known,
            resumes_on=resumes_on,
        )
        check_days(request, record.setting, record.starts_on)
        changed = replace(record, resumes_on=resumes_on)
        if surgery_on is not None and surgery_on != known:
            person = replace(person, surgeries=_with_surgery(person.surgeries, known, surgery_on))
        records = desk.storage.courses(desk.person_id)
        others = tuple(each for each in records if each.id != course_id)
        after = plans_of((*others, changed), self.events(), person, desk.library)
        check_plans(self.all(), after, OTHER_DAY)
        people = () if person == desk.person() else (person,)
        told = self._told(
            PlanChangeKind.AROUND_SURGERY,
            PlanFacts(course=record, surgeries=desk.person().surgeries),
            PlanFacts(course=changed, surgeries=person.surgeries),
        )
        write = Write(at=told.recorded_at, people=people, courses=(changed,), plan_changes=(told,))
        return desk.apply(write, Changes(plan=True, profile=bool(people)))

    def add_surgery(self, surgery: Surgery) -> Changes:
        """Note one more operation.

        Where it is definitive, each course that counted from an earlier one counts from this one
        now, where this one comes before its start or lies in its middle as that did; the earlier
        one stays in the list.

        Raises:
            NotUnderstoodError: An operation of that day is in the diary already.
        """
        person = self._desk.person()
        if any(each.on == surgery.on for each in person.surgeries):
            raise NotUnderstoodError(
                f"An operation on {day_in_words(surgery.on)} is in the diary already; nothing was "
                "saved."
            )
        check_plausible_day(surgery.on)
        earlier = (
            _counted_before(self.all(), person, surgery) if surgery.definitive else frozenset()
        )
        surgeries = tuple(
            replace(each, definitive=False) if each.on in earlier else each
            for each in person.surgeries
        )
        return self.set_surgeries((*surgeries, surgery))

    def set_surgeries(self, surgeries: tuple[Surgery, ...]) -> Changes:
        """Store all operations; the plan counts from the definitive ones.

        Other days, and others that count, are told in the plan's history; other names are not.

        Raises:
            NotUnderstoodError: Doses of the plan would change their order, or given ones their day.
        """
        desk, person = self._desk, self._desk.person()
        changed = replace(person, surgeries=surgeries)
        check_person(changed, desk.today())
        records = desk.storage.courses(desk.person_id)
        after = plans_of(records, self.events(), changed, desk.library)
        check_plans(self.all(), after, OTHER_DAY)
        told = self._told(
            PlanChangeKind.OPERATION,
            PlanFacts(surgeries=person.surgeries),
            PlanFacts(surgeries=surgeries),
        )
        lines = () if _days(surgeries) == _days(person.surgeries) else (told,)
        write = Write(at=told.recorded_at, people=(changed,), plan_changes=lines)
        return desk.apply(write, Changes(plan=True, profile=True))

    def _told(self, kind: PlanChangeKind, before: PlanFacts, after: PlanFacts) -> PlanChange:
        """Return the line of a change that is no event."""
        desk, events = self._desk, self.events()
        courses = desk.storage.courses(desk.person_id)
        return PlanChange(
            id=uuid4(),
            person_id=desk.person_id,
            kind=kind,
            before=before,
            after=after,
            recorded_at=desk.next_moment(),
            by=desk.by,
            after_course=courses[-1].id if courses else None,
            after_event=events[-1].id if events else None,
        )

    def _record_of(self, course_id: UUID) -> CourseRecord:
        desk = self._desk
        for record in desk.storage.courses(desk.person_id):
            if record.id == course_id:
                return record
        raise NotUnderstoodError("This course is not in the diary any more; nothing was changed.")

    def _surgery_after(self, record: CourseRecord) -> date | None:
        days = [surgery.on for surgery in self._desk.person().surgeries if surgery.definitive]
        return min((day for day in days if day > record.starts_on), default=None)


def _days(surgeries: tuple[Surgery, ...]) -> set[tuple[date, bool]]:
    """Return what a plan can hang on: each day, and whether it counts."""
    return {(each.on, each.definitive) for each in surgeries}


def _counted_before(plans: tuple[Plan, ...], person: Person, surgery: Surgery) -> frozenset[date]:
    """Return the operations in whose place a later one comes."""
    counted = ((plan.course, surgery_for(person, plan.course)) for plan in plans)
    return frozenset(
        on
        for course, on in counted
        if on is not None
        and on < surgery.on
        and (surgery.on <= course.starts_on) == (on <= course.starts_on)
    )


def _with_surgery(
    surgeries: tuple[Surgery, ...], known: date | None, on: date
) -> tuple[Surgery, ...]:
    """Return the operations with the known one on another day, or with one more."""
    if known is None:
        return (*surgeries, Surgery(on))
    return tuple(
        replace(each, on=on) if each.definitive and each.on == known else each for each in surgeries
    )
