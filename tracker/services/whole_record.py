"""Everything one person has in a diary, read at one moment: what exports are written from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from heapq import merge

from tracker.clinical.library import Library
from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import AnyEntry, LvefEntry
from tracker.domain.heart_checks import HeartCheck, heart_checks
from tracker.domain.heart_ledger import ledger
from tracker.domain.people import Person
from tracker.domain.schedule import Plan, Visit, compute_plan
from tracker.domain.treatment import her2_span
from tracker.services.history import spans_of
from tracker.services.planning import course_of, plans_of, surgery_for
from tracker.services.ports import (
    CourseRecord,
    EntryQuery,
    RecordedEvent,
    Storage,
    TakenBack,
    UndoneEvent,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """The visits of one course after one more action.

    Attributes:
        told: The event that led here; None for the course as it began, and after taking back.
    """

    told: RecordedEvent | None
    visits: tuple[Visit, ...]


@dataclass(frozen=True, kw_only=True)
class WholeRecord:
    """One person's diary with the knowledge to read it by.

    Attributes:
        entries: All that were not removed, whatever their moment, by moment.
        plans: Of all courses by start.
        events: Those in force, in the order recorded.
        now: The moment of the export.
    """

    person: Person
    entries: tuple[AnyEntry, ...]
    courses: tuple[CourseRecord, ...]
    events: tuple[RecordedEvent, ...]
    taken_back: TakenBack
    library: Library
    now: datetime

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of all courses by start."""
        return plans_of(self.courses, self.events, self.person, self.library)

    @cached_property
    def _spans(self) -> tuple[CycleSpan, ...]:
        return spans_of(self.plans)

    @cached_property
    def _cycle_of_day(self) -> dict[date, CycleSpan | None]:
        return {}

    def cycle_on(self, day: date) -> CycleSpan | None:
        """Return the cycle a day lies in, as the history counts; the latest where courses overlap.

        None outside of all cycles.
        """
        known = self._cycle_of_day
        if day not in known:
            around = [span for span in self._spans if span.starts_on <= day <= span.ends_on]
            known[day] = around[-1] if around else None
        return known[day]

    @cached_property
    def scans(self) -> tuple[LvefEntry, ...]:
        """All heart scans by day."""
        return ledger(self.entries, None).scans

    def heart_checks(self, scans_done: int) -> tuple[HeartCheck, ...]:
        """Return the checks that are to be done when only so many of the scans have been."""
        knowledge = self.library
        span = her2_span(self.plans, knowledge.drugs)
        done = ledger(self.scans[:scans_done], span[0] if span else None)
        monitoring = knowledge.heart_rules.monitoring
        return heart_checks(self.plans, knowledge.drugs, monitoring, done, self.now.date())

    def states(self, course: CourseRecord) -> Iterator[PlanState]:
        """Yield the visits of a course as it began and after each action, undoing included.

        The last state is the one in force; for a course that was taken back it is empty.
        """
        standing: list[RecordedEvent | UndoneEvent] = []
        yield self._state(course, (), None)
        for each in self._ever_recorded(course):
            yield from self._undone(course, standing, _recorded(each).recorded_at)
            standing.append(each)
            yield self._state(course, standing, _recorded(each))
        yield from self._undone(course, standing, None)
        if course in self.taken_back.courses:
            yield PlanState(told=None, visits=())

    def _ever_recorded(self, course: CourseRecord) -> Iterator[RecordedEvent | UndoneEvent]:
        """Yield events by moment; those in force keep the order in which they hold."""
        kept: Sequence[RecordedEvent | UndoneEvent] = self.events
        undone: Sequence[RecordedEvent | UndoneEvent] = self.taken_back.events
        for each in merge(kept, undone, key=lambda each: _recorded(each).recorded_at):
            if _recorded(each).course_id == course.id:
                yield each

    def _undone(
        self,
        course: CourseRecord,
        standing: list[RecordedEvent | UndoneEvent],
        until: datetime | None,
    ) -> Iterator[PlanState]:
        """Take back what was taken back by then, the latest first as people do it."""
        for each in reversed(tuple(standing)):
            if isinstance(each, UndoneEvent) and (until is None or each.undone_at <= until):
                standing.remove(each)
                yield self._state(course, standing, None)

    def _state(
        self,
        course: CourseRecord,
        standing: Sequence[RecordedEvent | UndoneEvent],
        told: RecordedEvent | None,
    ) -> PlanState:
        events = tuple(_recorded(each).event for each in standing)
        lived = course_of(course, events, self.library)
        plan = compute_plan(lived, self.library.drugs, surgery_for(self.person, lived))
        return PlanState(told=told, visits=plan.visits)


def whole_record(storage: Storage, library: Library, person: Person, now: datetime) -> WholeRecord:
    """Read everything of one person."""
    return WholeRecord(
        person=person,
        entries=storage.entries(person.id, EntryQuery()),
        courses=storage.courses(person.id),
        events=storage.events(person.id),
        taken_back=storage.taken_back(person.id),
        library=library,
        now=now,
    )


def _recorded(each: RecordedEvent | UndoneEvent) -> RecordedEvent:
    return each.recorded if isinstance(each, UndoneEvent) else each
