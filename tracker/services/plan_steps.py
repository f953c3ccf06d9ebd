"""Actions on a course: which doses they mean, how they are stored and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from tracker.domain.course import Course, CourseEvent, DoseTarget, Stopped
from tracker.domain.replay import Dose
from tracker.domain.schedule import Plan
from tracker.domain.steps import steps_of
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.collisions import Around
from tracker.services.courses import Courses
from tracker.services.plan_changes import aimed_at, check_plans
from tracker.services.plan_history import PlanChange, PlanChangeKind, surgeries_without
from tracker.services.planning import closeness, concerns, plans_of, surgery_for
from tracker.services.ports import CourseRecord, RecordedEvent, Write

_CHANGED = Changes(plan=True)


class PlanSteps(Courses):
    """What every action on doses shares; an action may record several events at one moment."""

    def undo(self) -> Changes:
        """Take back what was recorded last: an event, a change of a course or of the operations.

        A course without events is taken out, where its start was the last.

        Raises:
            NotUnderstoodError: There is nothing left to take back.
        """
        desk = self._desk
        events = self.events()
        courses = desk.storage.courses(desk.person_id)
        change = self._last_change(events, courses)
        if change is not None:
            return self._undo_change(change)
        if not courses:
            raise NotUnderstoodError(
                "The plan is empty, so there is nothing to take back; nothing was changed."
            )
        last_course = courses[-1]
        since_then = [each for each in events if each.recorded_at > last_course.recorded_at]
        own = [each for each in events if each.course_id == last_course.id]
        newest = since_then or own
        if newest:
            last_step = self._last_step(newest[-1].course_id)
            return desk.apply(Write(at=desk.next_moment(), removed_events=last_step), _CHANGED)
        # The end of the course before was recorded in the same step as this one's start.
        ended = tuple(
            each.id
            for each in events
            if each.recorded_at == last_course.recorded_at and isinstance(each.event, Stopped)
        )
        write = Write(
            at=desk.next_moment(), removed_courses=(last_course.id,), removed_events=ended
        )
        return desk.apply(write, _CHANGED)

    def _last_change(
        self, events: Sequence[RecordedEvent], courses: Sequence[CourseRecord]
    ) -> PlanChange | None:
        """Return the last change that is no event; None where something was recorded after it."""
        standing = [each for each in self.changes() if each.undone_at is None]
        if not standing:
            return None
        change = standing[-1]
        later = _any_after(change, change.after_event, events)
        return None if later or _any_after(change, change.after_course, courses) else change

    def _undo_change(self, change: PlanChange) -> Changes:
        desk, person = self._desk, self._desk.person()
        courses = {each.id: each for each in desk.storage.courses(desk.person_id)}
        before, surgeries = change.before.course, person.surgeries
        changed: tuple[CourseRecord, ...] = ()
        if before is not None and before.id in courses:
            changed = (_without(change, courses[before.id], before),)
        if change.kind is not PlanChangeKind.VERSION:
            surgeries = surgeries_without(change, surgeries)
        after = replace(person, surgeries=surgeries)
        records = (courses | {each.id: each for each in changed}).values()
        plans = plans_of(tuple(records), self.events(), after, desk.library)
        check_plans(self.all(), plans, "take back what came after it first")
        people = () if after == person else (after,)
        write = Write(
            at=desk.next_moment(), people=people, courses=changed, removed_plan_changes=(change.id,)
        )
        return desk.apply(write, Changes(plan=True, profile=bool(people)))

    def _remove(self, plan: Plan, places: tuple[int, ...]) -> Changes:
        """Take back the events of a course that stand at these places among its own.

        Raises:
            NotUnderstoodError: Without them doses would stand in the wrong order, or given ones on
                another day.
        """
        desk = self._desk
        own = [each for each in self.events() if each.course_id == plan.course.id]
        gone = tuple(own[place].id for place in places)
        left = [each for each in self.events() if each.id not in gone]
        courses = desk.storage.courses(desk.person_id)
        after = plans_of(courses, left, desk.person(), desk.library)
        check_plans(self.all(), after, "take back what came after it first")
        return desk.apply(Write(at=desk.next_moment(), removed_events=gone), _CHANGED)

    def _moments(self, plan: Plan) -> tuple[datetime, ...]:
        return tuple(each.recorded_at for each in self.events() if each.course_id == plan.course.id)

    def _last_step(self, course_id: UUID) -> tuple[UUID, ...]:
        """Return the ids of the events that the last action on a course recorded."""
        plan = next(each for each in self.all() if each.course.id == course_id)
        own = [each for each in self.events() if each.course_id == course_id]
        steps = steps_of(plan.course, self._surgery(plan), self._moments(plan))
        return tuple(each.id for each in own[steps[-1].place :])

    def _aim(
        self, target: DoseTarget, cycle: int, course_id: UUID | None
    ) -> tuple[Plan, list[Dose]]:
        plan = self._plan_with(target, course_id)
        doses = aimed_at(plan, self._surgery(plan), target, cycle)
        if not doses:
            raise NotUnderstoodError(
                f"The plan has no cycle {cycle} of {target.drug or target.track or 'treatment'}; "
                "nothing was changed; look at the plan for its numbers."
            )
        return plan, doses

    def _plan_with(self, target: DoseTarget, course_id: UUID | None) -> Plan:
        today = self._desk.today()
        fitting = [
            plan
            for plan in self.all()
            if concerns(plan, target) and course_id in (None, plan.course.id)
        ]
        if not fitting:
            what = target.drug or target.track
            raise NotUnderstoodError(
                f"No plan in this diary has {what}; nothing was changed."
                if what
                else "There is no plan in this diary yet; nothing was changed; start one first."
            )
        return max(fitting, key=lambda plan: closeness(plan, today))

    def _with(self, plan: Plan, events: tuple[CourseEvent, ...]) -> Plan:
        desk = self._desk
        courses = desk.storage.courses(desk.person_id)
        more = self._recorded(plan.course, events, desk.now())
        plans = plans_of(courses, (*self.events(), *more), desk.person(), desk.library)
        return next(each for each in plans if each.course.id == plan.course.id)

    def _around(self, plan: Plan) -> Around:
        """Return what a move of one course can run into."""
        return Around(
            drugs=self._desk.library.drugs,
            surgery_on=self._surgery(plan),
            others=tuple(each for each in self.all() if each.course.id != plan.course.id),
            radiotherapy=self._desk.person().radiotherapy,
        )

    def _surgery(self, plan: Plan) -> date | None:
        return surgery_for(self._desk.person(), plan.course)

    def _record(self, plan: Plan, events: tuple[CourseEvent, ...]) -> Changes:
        at = self._desk.next_moment()
        recorded = self._recorded(plan.course, events, at)
        return self._desk.apply(Write(at=at, events=recorded), _CHANGED)

    def _recorded(
        self, course: Course, events: tuple[CourseEvent, ...], at: datetime
    ) -> tuple[RecordedEvent, ...]:
        return tuple(
            RecordedEvent(
                id=uuid4(), course_id=course.id, event=event, recorded_at=at, by=self._desk.by
            )
            for event in events
        )


def _any_after(
    change: PlanChange, last: UUID | None, recorded: Sequence[RecordedEvent | CourseRecord]
) -> bool:
    """Return whether something was recorded after a change, in the same moment included.

    Args:
        change: What stands in no order with the others.
        last: The last of them that stood when it was recorded; None without any.
        recorded: Those that stand now, in their order.
    """
    ids = [each.id for each in recorded]
    if last is not None and last not in ids:  # taken back since: only the moments are left to tell
        return any(each.recorded_at > change.recorded_at for each in recorded)
    since = recorded if last is None else recorded[ids.index(last) + 1 :]
    return any(each.recorded_at >= change.recorded_at for each in since)


def _without(change: PlanChange, now: CourseRecord, before: CourseRecord) -> CourseRecord:
    """Return a course without what a change did to it; what else became of it stays."""
    if change.kind is PlanChangeKind.VERSION:
        regimen, custom = before.regimen, before.custom
        return replace(now, regimen=regimen, custom=custom, starts_on=before.starts_on)
    return replace(now, resumes_on=before.resumes_on)
