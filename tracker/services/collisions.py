"""What new dates run into, one sentence each; the team decides, so nothing here forbids."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tracker.domain.around_surgery import said_past_surgery
from tracker.domain.course import Stopped
from tracker.domain.doses import LoadingWhy
from tracker.domain.people import Radiotherapy
from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.schedule import Plan, StartInWindow, Visit, VisitStatus, start_in_window
from tracker.domain.spoken_dates import day_in_words
from tracker.domain.wording import at_start, in_sentence

_SATURDAY = 5

Changed = tuple[tuple[Visit, Visit], ...]
"""Visits as they are and as they would be."""


class Around(NamedTuple):
    """What else there is while one course changes.

    Attributes:
        surgery_on: The operation that the course belongs to; None while none is known.
        others: The plans of the other courses.
    """

    drugs: Mapping[str, DrugFacts]
    surgery_on: date | None = None
    others: tuple[Plan, ...] = ()
    radiotherapy: Radiotherapy | None = None


def collisions(before: Plan, after: Plan, changed: Changed, around: Around) -> tuple[str, ...]:
    """Return each thing that the new dates run into and the old ones did not, by its first day."""
    asked = (
        _on_a_weekend(changed),
        _outside_the_start_window(after, changed),
        _parted(after, changed, around),
        _together(before, after, changed, around),
        _too_close(before, after, changed, around),
        _gap(changed, around),
        _past_the_end(before, after, around),
        _back_in_the_plan(before, after, around),
        _over_surgery(after, changed, around),
        _chemotherapy_past_surgery(before, after, around),
        _in_radiotherapy(changed, around),
    )
    return tuple(at_start(sentence) for sentence in asked if sentence is not None)


def chemotherapy_in(radiotherapy: Radiotherapy, plans: Iterable[Plan]) -> Visit | None:
    """Return the first planned dose of chemotherapy within days of radiotherapy; None without.

    Chemotherapy comes first and radiotherapy after it (seed text); HER2 drugs go on beside it.
    """
    last = radiotherapy.ends_on or radiotherapy.starts_on
    within = (
        visit
        for plan in plans
        for visit in plan.visits
        if visit.track is Track.CHEMO
        and visit.status is VisitStatus.PLANNED
        and radiotherapy.starts_on <= visit.on <= last
    )
    return min(within, key=lambda visit: visit.on, default=None)


def visits_only_in(plan: Plan, other: Plan) -> tuple[Visit, ...]:
    """Return the visits of a plan whose dose the other plan does not have, by day."""
    there = {(visit.drug, visit.dose) for visit in other.visits}
    return tuple(visit for visit in plan.visits if (visit.drug, visit.dose) not in there)


def stop_before(plan: Plan, visit: Visit) -> date | None:
    """Return the first day from which the drug of a visit was noted as stopped; None without."""
    days = (
        event.on
        for event in plan.course.events
        if isinstance(event, Stopped)
        and event.target.drug in (None, visit.drug)
        and event.target.track in (None, visit.track)
    )
    return min(days, default=None)


def _on_a_weekend(changed: Changed) -> str | None:
    first = min(now.on for _, now in changed)
    if first.weekday() < _SATURDAY:
        return None
    return f"{day_in_words(first)} falls on a weekend; ask if your clinic is open."


def _outside_the_start_window(after: Plan, changed: Changed) -> str | None:
    """Name the usual days after surgery where the first dose of all moves out of them."""
    first = min(after.visits, key=lambda visit: visit.on)
    where = start_in_window(first.on, after.start_window)
    was = next((was.on for was, now in changed if now == first), None)
    if after.start_window is None or was is None or where is StartInWindow.INSIDE:
        return None
    days = (first.on - after.start_window.opens_on).days + 28
    return (
        f"The first dose would be {days} days after surgery; usual is 28 to 42 days; ask your team "
        "about the day."
    )


def _parted(after: Plan, changed: Changed, around: Around) -> str | None:
    moved = {(now.drug, now.dose) for _, now in changed}
    for was, now in changed:
        stay = [
            visit.drug
            for visit in after.visits
            if visit.on == was.on
            and (visit.drug, visit.dose) not in moved
            and visit.status is VisitStatus.PLANNED
        ]
        if stay:
            return (
                f"{named(stay, around)} stays on {day_in_words(was.on)} while "
                f"{named([now.drug], around)} is on {day_in_words(now.on)}: two visits instead of "
                "one; ask your team if both should move."
            )
    return None


def _together(before: Plan, after: Plan, changed: Changed, around: Around) -> str | None:
    """Name drugs that would meet on a day though no plan ever puts them on one day."""
    usual, met = _pairs(after.visits, by_template=True), _pairs(before.visits)
    elsewhere = {
        visit.on: visit.drug
        for plan in around.others
        for visit in plan.visits
        if visit.status is not VisitStatus.OMITTED
    }
    for _, now in changed:
        beside = [
            visit.drug
            for visit in after.visits
            if visit.on == now.on and visit.status is not VisitStatus.OMITTED
        ]
        strange = [drug for drug in beside if (now.drug, drug) not in usual | met]
        if now.on in elsewhere:
            strange.append(elsewhere[now.on])
        if strange:
            return (
                f"{named([now.drug, *strange], around)} would be on one day, "
                f"{day_in_words(now.on)}, as your plan never has them; ask your team."
            )
    return None


def _pairs(visits: Iterable[Visit], *, by_template: bool = False) -> frozenset[tuple[str, str]]:
    """Return which drugs share a day, each also with itself."""
    on_day: dict[date, set[str]] = {}
    for visit in visits:
        if by_template or visit.status is not VisitStatus.OMITTED:
            day = visit.template_on if by_template else visit.on
            on_day.setdefault(day, set()).add(visit.drug)
    return frozenset((one, other) for drugs in on_day.values() for one in drugs for other in drugs)


def _too_close(before: Plan, after: Plan, changed: Changed, around: Around) -> str | None:
    """Name the first dose that would come sooner after the one before than its rhythm."""
    gaps_before = _gaps(before)
    moved = {(now.drug, now.dose) for _, now in changed}
    for place, (gap, earlier, later) in _gaps(after).items():
        of_changed = place in moved or (earlier.drug, earlier.dose) in moved
        was = gaps_before.get(place)
        if of_changed and gap < earlier.interval_days and (was is None or gap < was[0]):
            return (
                f"{named([later.drug], around)} on {day_in_words(later.on)} would be {gap} days "
                f"after the dose before; its rhythm is {earlier.interval_days} days; ask your team."
            )
    return None


def _gaps(plan: Plan) -> dict[tuple[str, int], tuple[int, Visit, Visit]]:
    """Return the days from each dose of a drug to the next that was not left out."""
    last: dict[str, Visit] = {}
    gaps: dict[tuple[str, int], tuple[int, Visit, Visit]] = {}
    for visit in plan.visits:
        if visit.status is VisitStatus.OMITTED:
            continue
        earlier = last.get(visit.drug)
        if earlier is not None:
            gaps[visit.drug, visit.dose] = ((visit.on - earlier.on).days, earlier, visit)
        last[visit.drug] = visit
    return gaps


def _gap(changed: Changed, around: Around) -> str | None:
    """Name all drugs that come after a gap of their own label, in one sentence."""
    late = [
        now for was, now in changed if now.loading_why is LoadingWhy.GAP and was.loading_why is None
    ]
    if not late:
        return None
    first = min(visit.on for visit in late)
    drugs = [visit.drug for visit in late if visit.on == first]
    return (
        f"The gap before {named(drugs, around)} on {day_in_words(first)} is long enough for the "
        "label to speak of a loading dose; ask your team."
    )


def _past_the_end(before: Plan, after: Plan, around: Around) -> str | None:
    """Name the planned doses that would fall on or after the day their drug was stopped."""
    lost = visits_only_in(before, after)
    if not lost:
        return None
    drugs = [visit.drug for visit in lost if visit.on == lost[0].on]
    return (
        f"{named(drugs, around)}, now on {day_in_words(lost[0].on)}, would no longer come before "
        "the noted stop and so leave the plan; ask your team if it should still be given."
    )


def _back_in_the_plan(before: Plan, after: Plan, around: Around) -> str | None:
    """Name the doses that a stop had taken out and that would now come before it."""
    again = visits_only_in(after, before)
    if not again:
        return None
    drugs = named([visit.drug for visit in again if visit.on == again[0].on], around)
    stopped_on = stop_before(after, again[0])
    noted = f"the stop noted from {day_in_words(stopped_on)}" if stopped_on else "the noted stop"
    return (
        f"{drugs} would be planned again on {day_in_words(again[0].on)}, which lies before "
        f"{noted}; ask your team if it should be given."
    )


def _over_surgery(after: Plan, changed: Changed, around: Around) -> str | None:
    resumes_on = after.course.resumes_on
    if resumes_on is None:
        return None
    for was, now in changed:
        if was.on < resumes_on <= now.on:
            return (
                f"{named([now.drug], around)} would move past {day_in_words(resumes_on)}, the day "
                "treatment goes on after surgery; ask your team which comes first."
            )
    return None


def _chemotherapy_past_surgery(before: Plan, after: Plan, around: Around) -> str | None:
    said = said_past_surgery(after, around.surgery_on)
    return None if said == said_past_surgery(before, around.surgery_on) else said


def _in_radiotherapy(changed: Changed, around: Around) -> str | None:
    for was, now in changed:
        if now.track is Track.CHEMO and _radiated(now.on, around) and not _radiated(was.on, around):
            return (
                f"{named([now.drug], around)} on {day_in_words(now.on)} would fall into "
                "radiotherapy; ask your team which comes first."
            )
    return None


def _radiated(day: date, around: Around) -> bool:
    span = around.radiotherapy
    if span is None or day < span.starts_on:
        return False
    return span.ends_on is not None and day <= span.ends_on


def named(drugs: Iterable[str], around: Around) -> str:
    """Return the names of drugs as they stand inside a sentence."""
    names = sorted({around.drugs[drug].name for drug in drugs})
    plain = [in_sentence(name) for name in names]
    return ", ".join(plain[:-1]) + " and " + plain[-1] if len(plain) > 1 else plain[0]
