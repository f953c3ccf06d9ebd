"""Doses of the plan: moved, given, left out, ended, and let go of typed days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.domain.course import CourseEvent, DoseTarget, Given, Moved, Omitted, Reason, Stopped
from tracker.domain.replay import Dose
from tracker.domain.schedule import Plan
from tracker.domain.spoken_dates import day_in_words
from tracker.domain.steps import Place, days_of_doses, keeping, kept_alone, steps_of
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.plan_changes import (
    MovePreview,
    check_given,
    check_move,
    check_omitted,
    check_stopped,
    move_preview,
)
from tracker.services.plan_steps import PlanSteps
from tracker.services.planning import check_plausible_day


class TreatmentPlan(PlanSteps):
    """The plan of one person; dates are computed from regimen and events each time they changed."""

    def preview_move(  # noqa: PLR0913 - all but the first three have names or defaults
        self,
        target: DoseTarget,
        cycle: int,
        to: date,
        reason: Reason,
        note: str | None = None,
        *,
        course_id: UUID | None = None,
        only_this: bool = False,
    ) -> MovePreview:
        """Return what a move would change; stores nothing.

        Args:
            target: What moves.
            cycle: Which one of the target.
            to: Its new day.
            reason: Why.
            note: Why, in the person's own words.
            course_id: The course that is meant; None: the one nearest to today that has the target.
            only_this: Everything after it stays where it is.

        Raises:
            NotUnderstoodError: No such dose, a given one, or a day that cannot be right.
        """
        event = Moved(target, cycle, to, reason, note)
        plan, events = self._moving(event, course_id, only_this=only_this)
        return move_preview(plan, self._with(plan, events), self._around(plan))

    def move(  # noqa: PLR0913 - all but the first three have names or defaults
        self,
        target: DoseTarget,
        cycle: int,
        to: date,
        reason: Reason,
        note: str | None = None,
        *,
        course_id: UUID | None = None,
        only_this: bool = False,
    ) -> Changes:
        """Move a visit and every later planned one of the target by as many days.

        Args: as `preview_move`.
        """
        event = Moved(target, cycle, to, reason, note)
        plan, events = self._moving(event, course_id, only_this=only_this)
        move_preview(plan, self._with(plan, events), self._around(plan))
        return self._record(plan, events)

    def back_to_rhythm(
        self, target: DoseTarget, cycle: int, *, course_id: UUID | None = None
    ) -> Changes:
        """Let go of a typed day: the visit returns to where the plan alone would have it.

        The moves to it are taken back; what they took along returns as well.

        Raises:
            NotUnderstoodError: No such dose, none whose day was typed, or no room to return to.
        """
        plan, doses = self._aim(target, cycle, course_id)
        typed = self._typed_for(plan, frozenset((d.slot.drug, d.slot.dose) for d in doses))
        if not typed:
            raise NotUnderstoodError("Nobody typed the day of this dose; nothing was changed.")
        return self._remove(plan, typed)

    def planned_on(self, target: DoseTarget, cycle: int, *, course_id: UUID | None = None) -> date:
        """Return the day on which a dose stands in the plan.

        Raises:
            NotUnderstoodError: There is no such dose.
        """
        _, doses = self._aim(target, cycle, course_id)
        return min(dose.on for dose in doses)

    def give(  # noqa: PLR0913 - all but the first three have names and defaults
        self,
        target: DoseTarget,
        cycle: int,
        on: date,
        *,
        dose_mg_m2: Decimal | None = None,
        note: str | None = None,
        left_out: Mapping[str, Reason | None] | None = None,
        course_id: UUID | None = None,
    ) -> Changes:
        """Record doses as given on a day; what follows is counted from there.

        Args:
            target: What was given.
            cycle: Which one of the target.
            on: The day.
            dose_mg_m2: What the clinic's letter says, for an anthracycline.
            note: What was different about it, in the person's own words.
            left_out: Drugs among them that were not given, each with its reason; None: it stays
                planned and has another day.
            course_id: As `preview_move`.

        Raises:
            NotUnderstoodError: No such dose, or a day still to come or before the dose it follows.
        """
        if on > self._desk.today():
            raise NotUnderstoodError(
                f"{day_in_words(on)} is still to come; nothing was saved; a dose is recorded as "
                "given on its day or later."
            )
        plan, doses = self._aim(target, cycle, course_id)
        event = Given(target, cycle, on, dose_mg_m2, note)
        apart = _drug_by_drug(event, doses, left_out or {})
        events = self._keeping_typed(plan, apart, doses)
        check_given(plan, self._with(plan, events), doses, event)
        return self._record(plan, events)

    def omit(
        self, target: DoseTarget, cycle: int, reason: Reason, *, course_id: UUID | None = None
    ) -> Changes:
        """Record doses as left out; they are not made up for."""
        plan, doses = self._aim(target, cycle, course_id)
        check_omitted(doses)
        return self._record(plan, (Omitted(target, cycle, reason),))

    def stop(
        self, target: DoseTarget, on: date, reason: Reason, *, course_id: UUID | None = None
    ) -> Changes:
        """End the target: no planned dose on or after `on`."""
        check_plausible_day(on)
        event = Stopped(target, on, reason)
        plan = self._plan_with(target, course_id)
        check_stopped(plan, self._with(plan, (event,)))
        return self._record(plan, (event,))

    def _moving(
        self, event: Moved, course_id: UUID | None, *, only_this: bool
    ) -> tuple[Plan, tuple[CourseEvent, ...]]:
        """Return the plan that is meant, and the move with those that keep other dates."""
        check_plausible_day(event.to)
        plan, doses = self._aim(event.target, event.cycle, course_id)
        check_move(doses, event)
        if not only_this:
            return plan, self._keeping_typed(plan, (event,), doses)
        surgery_on = self._surgery(plan)
        wanted = days_of_doses(plan.course, surgery_on)
        for dose in doses:
            del wanted[dose.slot.drug, dose.slot.dose]
        return plan, (event, *keeping(plan.course, surgery_on, (event,), wanted))

    def _typed_for(self, plan: Plan, aimed: frozenset[Place]) -> tuple[int, ...]:
        """Return the places of the events that put these doses on typed days, or kept them so."""
        places: list[int] = []
        for step in steps_of(plan.course, self._surgery(plan), self._moments(plan)):
            if isinstance(step.event, Moved) and step.aimed & aimed:
                places += range(step.place, step.place + step.size)
                continue
            places += [
                step.place + number
                for number, kept in enumerate(step.kept, start=1)
                if places and (kept.target.drug, kept.cycle) in aimed
            ]
        return tuple(places)

    def _keeping_typed(
        self, plan: Plan, events: tuple[CourseEvent, ...], doses: list[Dose]
    ) -> tuple[CourseEvent, ...]:
        """Return the events and the moves that keep days typed for one visit alone."""
        surgery_on = self._surgery(plan)
        wanted: Mapping[Place, date] = kept_alone(plan.course, surgery_on, self._moments(plan))
        aimed = {(dose.slot.drug, dose.slot.dose) for dose in doses}
        others = {each: on for each, on in wanted.items() if each not in aimed}
        if not others:
            return events
        return (*events, *keeping(plan.course, surgery_on, events, others))


def _drug_by_drug(
    event: Given, doses: list[Dose], left_out: Mapping[str, Reason | None]
) -> tuple[CourseEvent, ...]:
    """Return one event for all, or where something was left out one for each drug.

    Raises:
        NotUnderstoodError: Nothing was given at all, or a drug was given before.
    """
    if not left_out:
        return (event,)
    given = [dose.slot for dose in doses if dose.slot.drug not in left_out]
    if not given:
        raise NotUnderstoodError(
            "Nothing of this was given; nothing was saved; note the whole dose as left out."
        )
    missing = [dose for dose in doses if left_out.get(dose.slot.drug) is not None]
    if missing:
        check_omitted(missing)
    first, *others = (
        replace(event, target=DoseTarget(drug=slot.drug), cycle=slot.dose) for slot in given
    )
    omitted = (
        Omitted(DoseTarget(drug=slot.drug), slot.dose, reason)
        for slot in (dose.slot for dose in missing)
        if (reason := left_out[slot.drug]) is not None
    )
    return (first, *(replace(each, note=None) for each in others), *omitted)
