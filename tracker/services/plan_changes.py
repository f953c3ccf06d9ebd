"""What a change of a plan would do, worked out before anything is stored."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, NoReturn

from tracker.domain.course import DoseTarget, Given, Moved
from tracker.domain.replay import Dose
from tracker.domain.schedule import Plan, Visit, VisitStatus, replayed
from tracker.domain.spoken_dates import day_in_words
from tracker.domain.wording import at_start
from tracker.errors import NotUnderstoodError
from tracker.services.collisions import (
    Around,
    collisions,
    named,
    stop_before,
    visits_only_in,
)

OTHER_DAY = "choose another day"
_LONGEST_MOVE = timedelta(days=366)


class MovePreview(NamedTuple):
    """A plan before and after a move.

    Attributes:
        changed: Each visit that would be elsewhere, as it is and as it would be.
        sentences: What the new dates run into, for the person to settle with the team.
    """

    before: Plan
    after: Plan
    changed: tuple[tuple[Visit, Visit], ...]
    sentences: tuple[str, ...]


def aimed_at(plan: Plan, surgery_on: date | None, target: DoseTarget, cycle: int) -> list[Dose]:
    """Return the doses that a target and a cycle number mean; empty when there is none."""
    return replayed(plan.course, surgery_on).aimed_at(target, cycle)


def check_move(doses: list[Dose], event: Moved) -> None:
    """Refuse a move of what was given or left out, or to a day that cannot be meant.

    Raises:
        NotUnderstoodError: Says which.
    """
    if any(dose.given_on is not None for dose in doses):
        raise NotUnderstoodError(
            f"This dose was given on {day_in_words(doses[0].on)}; a given dose never moves; "
            "nothing was changed; take the record back first if it is wrong."
        )
    planned = [dose for dose in doses if dose.is_planned and not dose.stopped]
    if not planned:
        raise NotUnderstoodError(
            "This dose was left out or stopped, so there is nothing to move; nothing was changed."
        )
    on = min(dose.on for dose in planned)
    if event.to == on:
        raise NotUnderstoodError(
            f"This dose is on {day_in_words(on)} already; nothing was changed; choose another day."
        )
    if abs(event.to - on) > _LONGEST_MOVE:
        raise NotUnderstoodError(
            f"{event.to.isoformat()} is more than a year away from {on.isoformat()}; nothing was "
            "changed; check the year."
        )


def move_preview(before: Plan, after: Plan, around: Around) -> MovePreview:
    """Return what a move changes, and what it runs into.

    Raises:
        NotUnderstoodError: The move would put a dose on or before the dose it follows, or past the
            day from which it was stopped.
    """
    changed = changed_visits(before, after)
    if not changed:
        _refuse_empty(before, after, around)
    check_order(after)
    sentences = collisions(before, after, changed, around)
    return MovePreview(before, after, changed, sentences)


def _refuse_empty(before: Plan, after: Plan, around: Around) -> NoReturn:
    lost = visits_only_in(before, after)
    stopped_on = stop_before(after, lost[0]) if lost else None
    if stopped_on is None:
        raise NotUnderstoodError(
            "No dose would be on another day; nothing was changed; choose another day."
        )
    drugs = named((each.drug for each in lost if each.on == lost[0].on), around)
    raise NotUnderstoodError(
        f"{at_start(drugs)}: a stop from {day_in_words(stopped_on)} is noted, so no dose can be on "
        "that day or later; nothing was changed; choose an earlier day, or take the stop back "
        "first if treatment goes on."
    )


def changed_visits(before: Plan, after: Plan) -> tuple[tuple[Visit, Visit], ...]:
    """Return the visits whose day or status differs, matched by drug and dose."""
    was = {(visit.drug, visit.dose): visit for visit in before.visits}
    return tuple(
        (was[visit.drug, visit.dose], visit)
        for visit in after.visits
        if (visit.drug, visit.dose) in was
        and (was[visit.drug, visit.dose].on, was[visit.drug, visit.dose].status)
        != (visit.on, visit.status)
    )


def check_given(plan: Plan, after: Plan, doses: list[Dose], event: Given) -> None:
    """Refuse a day on which the dose cannot have been given.

    Raises:
        NotUnderstoodError: Before the dose it follows, or far from its planned day.
    """
    check_order(after)
    if any(abs(event.on - dose.on) > _LONGEST_MOVE for dose in doses):
        raise NotUnderstoodError(
            f"{event.on.isoformat()} is more than a year away from the planned day; nothing was "
            "saved; check the year."
        )
    if event.dose_mg_m2 is not None and not plan.visits:
        raise NotUnderstoodError("This plan has no doses; nothing was saved.")


def check_omitted(doses: list[Dose]) -> None:
    """Refuse to leave out what was given or is left out already.

    Raises:
        NotUnderstoodError: Says which.
    """
    if any(dose.given_on is not None for dose in doses):
        raise NotUnderstoodError(
            "This dose was recorded as given; nothing was changed; take that back first if it is "
            "wrong."
        )
    if all(dose.omitted or dose.stopped for dose in doses):
        raise NotUnderstoodError("This dose is left out already; nothing was changed.")


def check_stopped(before: Plan, after: Plan) -> None:
    """Refuse a stop that ends nothing.

    Raises:
        NotUnderstoodError: No planned dose and no tablet lies on or after the day.
    """
    if before.visits == after.visits and before.tablets == after.tablets:
        raise NotUnderstoodError(
            "No planned dose lies on or after that day, so there is nothing to stop; nothing was "
            "changed."
        )


def check_plans(before: Sequence[Plan], after: Sequence[Plan], advice: str) -> None:
    """Refuse other dates by which doses change their order, or given ones their day.

    Args:
        before: The plans as they are.
        after: The same plans as they would be; those that stay as they are pass.
        advice: What to do instead, without a full stop.

    Raises:
        NotUnderstoodError: Names the first such dose.
    """
    was = {plan.course.id: plan for plan in before}
    for plan in after:
        if plan.visits != was[plan.course.id].visits:
            _check_given_stay(was[plan.course.id], plan, advice)
            check_order(plan, advice)


def _check_given_stay(before: Plan, after: Plan, advice: str) -> None:
    was, now = _given_days(before), _given_days(after)
    for (drug, dose), on in was.items():
        if now.get((drug, dose)) != on:
            raise NotUnderstoodError(
                f"Dose {dose} of {drug} was given on {day_in_words(on)} and would not be there any "
                f"more; nothing was changed; {advice}."
            )
    for (drug, dose), on in now.items():
        if (drug, dose) not in was:
            raise NotUnderstoodError(
                f"Dose {dose} of {drug} would count as given on {day_in_words(on)}, which nobody "
                f"noted; nothing was changed; {advice}."
            )


def _given_days(plan: Plan) -> dict[tuple[str, int], date]:
    given = (each for each in plan.visits if each.status is VisitStatus.GIVEN)
    return {(each.drug, each.dose): each.on for each in given}


def check_order(plan: Plan, advice: str = OTHER_DAY) -> None:
    """Refuse a plan in which a dose stands on or before the one it follows.

    Raises:
        NotUnderstoodError: Names both doses.
    """
    last: dict[str, Visit] = {}
    for visit in sorted(plan.visits, key=lambda each: each.dose):
        before = last.get(visit.drug)
        if visit.status is VisitStatus.OMITTED:
            continue
        if before is not None and visit.on <= before.on:
            raise NotUnderstoodError(
                f"Dose {visit.dose} of {visit.drug} would be on {day_in_words(visit.on)}, not "
                f"after dose {before.dose} on {day_in_words(before.on)}; nothing was changed; "
                f"{advice}."
            )
        last[visit.drug] = visit
