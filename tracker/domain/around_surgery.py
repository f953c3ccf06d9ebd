"""Chemotherapy that comes before surgery by the regimen, and after it by the dates."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.regimen import RegimenNote, Setting, Track
from tracker.domain.schedule import Plan, VisitStatus
from tracker.domain.spoken_dates import day_in_words

_MOST_NAMED = 3
_OWN_RULE = "app-rule"


def chemotherapy_past_surgery(plan: Plan, surgery_on: date | None) -> tuple[date, ...]:
    """Return the planned days of chemotherapy on or after surgery that belong before it.

    A team may well have meant it, so nothing here refuses; but an operation typed for the wrong
    day, or cycles that nobody took out, look the same. Phases for after surgery are no part of it,
    nor, in a regimen without any, what comes from the day on that was typed for going on.

    Args:
        plan: Of one course; empty for one that begins after surgery.
        surgery_on: The operation in the middle of it; None while it is not known.
    """
    course = plan.course
    if course.setting is not Setting.NEOADJUVANT or surgery_on is None:
        return ()
    after = {phase.name for phase in course.regimen.phases if phase.after_surgery}
    until = date.max if after or course.resumes_on is None else course.resumes_on
    days = {
        visit.on
        for visit in plan.visits
        if visit.track is Track.CHEMO
        and visit.status is VisitStatus.PLANNED
        and visit.phase not in after
        and surgery_on <= visit.on < until
    }
    return tuple(sorted(days))


def past_surgery_words(surgery_on: date, days: Sequence[date]) -> str:
    """Return a sentence that names the operation and the days; at least one of them."""
    return (
        f"The operation is on {day_in_words(surgery_on)}, and chemotherapy that this "
        f"treatment has before it comes on that day or later: {_named(days)}. Ask your team which "
        "comes first."
    )


def said_past_surgery(plan: Plan, surgery_on: date | None) -> str | None:
    """Return the sentence where there is something to say."""
    days = chemotherapy_past_surgery(plan, surgery_on)
    return past_surgery_words(surgery_on, days) if surgery_on is not None and days else None


def plan_notes(plan: Plan, surgery_on: date | None) -> tuple[RegimenNote, ...]:
    """Return what is to be said of a plan: of its own dates first, then of its regimen."""
    said = said_past_surgery(plan, surgery_on)
    return (*(() if said is None else (RegimenNote(said, _OWN_RULE),)), *plan.notes)


def _named(days: Sequence[date]) -> str:
    named = [day_in_words(day) for day in days]
    if len(named) > _MOST_NAMED:
        return f"{len(named)} days from {named[0]} to {named[-1]}"
    return ", ".join(named[:-1]) + " and " + named[-1] if len(named) > 1 else named[0]
