"""The plans of one person as they stand: all of them, today's place in them, what comes next."""

from tracker.domain.cycles import TreatmentDay, where_on
from tracker.domain.schedule import Plan
from tracker.services.desk import Desk
from tracker.services.plan_history import PlanChange
from tracker.services.planning import closeness, plans_of
from tracker.services.ports import CourseRecord, RecordedEvent, UndoneEvent


class ReadingPlans:
    """What can be asked of the plan; dates are computed anew each time something changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
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

    def records(self) -> tuple[CourseRecord, ...]:
        """Return the courses as they are kept, in the order they were recorded."""
        return self._desk.storage.courses(self._desk.person_id)

    def events(self) -> tuple[RecordedEvent, ...]:
        """Return what happened to all courses, in the order it was recorded."""
        return self._desk.storage.events(self._desk.person_id)

    def taken_back(self) -> tuple[UndoneEvent, ...]:
        """Return the events that were taken back, in the order they were recorded."""
        return self._desk.storage.taken_back(self._desk.person_id).events

    def changes(self) -> tuple[PlanChange, ...]:
        """Return what was changed by no event, in the order recorded; also what was taken back."""
        return self._desk.storage.plan_changes(self._desk.person_id)

    def today(self) -> TreatmentDay | None:
        """Return where today lies in the current plan; None before it and after it."""
        plan = self.current()
        return None if plan is None else where_on(plan, self._desk.today())
