"""Courses of treatment: preview, start, move, give, omit, stop, and taking the last step back."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from tracker.domain.course import (
    CourseEvent,
    DoseTarget,
    Given,
    Moved,
    Omitted,
    Reason,
    Stopped,
)
from tracker.domain.cycles import TreatmentDay, where_on
from tracker.domain.replay import Dose
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.spoken_dates import day_in_words
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.courses import Courses
from tracker.services.desk import Desk
from tracker.services.plan_changes import (
    MovePreview,
    aimed_at,
    check_given,
    check_move,
    check_omitted,
    check_stopped,
    move_preview,
)
from tracker.services.planning import (
    check_plausible_day,
    closeness,
    concerns,
    plans_of,
    surgery_for,
)
from tracker.services.ports import RecordedEvent, Write

_CHANGED = Changes(plan=True)


class TreatmentPlan(Courses):
    """The plan of one person; dates are computed from regimen and events each time they changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._computed: tuple[int, tuple[Plan, ...]] | None = None

    def all(self) -> tuple[Plan, ...]:
        """Return the plans of all courses by start."""
        storage, person_id = self._desk.storage, self._desk.person_id
        revision = storage.revision()
        if self._computed is None or self._computed[0] != revision:
            plans = plans_of(
                storage.courses(person_id),
                storage.events(person_id),
                self._desk.person(),
                self._desk.library,
            )
            self._computed = (revision, plans)
        return self._computed[1]

    def current(self) -> Plan | None:
        """Return the plan of today: one that runs, else the next, else the last; None without any.

        Courses with visits come before those of tablets alone.
        """
        today = self._desk.today()
        return max(self.all(), key=lambda plan: closeness(plan, today), default=None)

    def events(self) -> tuple[RecordedEvent, ...]:
        """Return what happened to all courses, in the order it was recorded."""
        return self._desk.storage.events(self._desk.person_id)

    def today(self) -> TreatmentDay | None:
        """Return where today lies in the current plan; None before it and after it."""
        plan = self.current()
        return None if plan is None else where_on(plan, self._desk.today())

    def next_visit(self) -> tuple[Visit, ...]:
        """Return all drugs of the next treatment day, today included; empty without one."""
        today = self._desk.today()
        planned = [
            visit
            for plan in self.all()
            for visit in plan.visits
            if visit.status is VisitStatus.PLANNED and visit.on >= today
        ]
        first = min((visit.on for visit in planned), default=None)
        return tuple(visit for visit in planned if visit.on == first)

    def preview_move(
        self, target: DoseTarget, cycle: int, to: date, reason: Reason, note: str | None = None
    ) -> MovePreview:
        """Return what a move would change; stores nothing.

        Raises:
            NotUnderstoodError: No such dose, a given one, or a day that cannot be right.
        """
        return self._preview_move(Moved(target, cycle, to, reason, note))[1]

    def move(
        self, target: DoseTarget, cycle: int, to: date, reason: Reason, note: str | None = None
    ) -> Changes:
        """Move a visit and every later planned one of the target by as many days."""
        event = Moved(target, cycle, to, reason, note)
        plan, _ = self._preview_move(event)
        return self._record(plan, event)

    def planned_on(self, target: DoseTarget, cycle: int) -> date:
        """Return the day on which a dose stands in the plan.

        Raises:
            NotUnderstoodError: There is no such dose.
        """
        _, doses = self._aim(target, cycle)
        return min(dose.on for dose in doses)

    def give(
        self, target: DoseTarget, cycle: int, on: date, *, dose_mg_m2: Decimal | None = None
    ) -> Changes:
        """Record doses as given on a day; what follows is counted from there.

        Raises:
            NotUnderstoodError: No such dose, or a day still to come or before the dose it follows.
        """
        if on > self._desk.today():
            raise NotUnderstoodError(
                f"{day_in_words(on)} is still to come; nothing was saved; a dose is recorded as "
                "given on its day or later."
            )
        plan, doses = self._aim(target, cycle)
        event = Given(target, cycle, on, dose_mg_m2)
        check_given(plan, self._with(plan, event), doses, event)
        return self._record(plan, event)

    def omit(self, target: DoseTarget, cycle: int, reason: Reason) -> Changes:
        """Record doses as left out; they are not made up for."""
        plan, doses = self._aim(target, cycle)
        check_omitted(doses)
        return self._record(plan, Omitted(target, cycle, reason))

    def stop(self, target: DoseTarget, on: date, reason: Reason) -> Changes:
        """End the target: no planned dose on or after `on`."""
        check_plausible_day(on)
        event = Stopped(target, on, reason)
        plan = self._plan_with(target)
        check_stopped(plan, self._with(plan, event))
        return self._record(plan, event)

    def undo(self) -> Changes:
        """Take back what was recorded last: an event, or the start of a course without events.

        Raises:
            NotUnderstoodError: There is nothing left to take back.
        """
        desk = self._desk
        events = self.events()
        courses = desk.storage.courses(desk.person_id)
        if not courses:
            raise NotUnderstoodError("The plan is empty, so there is nothing to take back.")
        last_course = courses[-1]
        since_then = [each for each in events if each.recorded_at > last_course.recorded_at]
        own = [each for each in events if each.course_id == last_course.id]
        newest = since_then or own
        if newest:
            desk.apply(Write(at=desk.now(), removed_events=(newest[-1].id,)))
        else:
            # The end of the course before was recorded in the same step as this one's start.
            ended = [
                each
                for each in events
                if each.recorded_at == last_course.recorded_at and isinstance(each.event, Stopped)
            ]
            desk.apply(
                Write(
                    at=desk.now(),
                    removed_courses=(last_course.id,),
                    removed_events=tuple(each.id for each in ended),
                )
            )
        return _CHANGED

    def _preview_move(self, event: Moved) -> tuple[Plan, MovePreview]:
        check_plausible_day(event.to)
        plan, doses = self._aim(event.target, event.cycle)
        check_move(doses, event)
        return plan, move_preview(plan, self._with(plan, event), event)

    def _aim(self, target: DoseTarget, cycle: int) -> tuple[Plan, list[Dose]]:
        plan = self._plan_with(target)
        doses = aimed_at(plan, self._surgery(plan), target, cycle)
        if not doses:
            raise NotUnderstoodError(
                f"The plan has no cycle {cycle} of {target.drug or target.track or 'treatment'}; "
                "nothing was changed; look at the plan for its numbers."
            )
        return plan, doses

    def _plan_with(self, target: DoseTarget) -> Plan:
        today = self._desk.today()
        fitting = [plan for plan in self.all() if concerns(plan, target)]
        if not fitting:
            what = target.drug or target.track
            raise NotUnderstoodError(
                f"No plan in this diary has {what}; nothing was changed."
                if what
                else "There is no plan in this diary yet; nothing was changed; start one first."
            )
        return max(fitting, key=lambda plan: closeness(plan, today))

    def _with(self, plan: Plan, event: CourseEvent) -> Plan:
        desk = self._desk
        more = RecordedEvent(
            id=uuid4(),
            course_id=plan.course.id,
            event=event,
            recorded_at=desk.now(),
            by=desk.by,
        )
        courses = desk.storage.courses(desk.person_id)
        plans = plans_of(courses, (*self.events(), more), desk.person(), desk.library)
        return next(each for each in plans if each.course.id == plan.course.id)

    def _surgery(self, plan: Plan) -> date | None:
        return surgery_for(self._desk.person(), plan.course)

    def _record(self, plan: Plan, event: CourseEvent) -> Changes:
        desk = self._desk
        now = desk.now()
        recorded = RecordedEvent(
            id=uuid4(), course_id=plan.course.id, event=event, recorded_at=now, by=desk.by
        )
        desk.apply(Write(at=now, events=(recorded,)))
        return _CHANGED
