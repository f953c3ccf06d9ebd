"""Questions over all courses of a person: is treatment going on, with which drugs, since when."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.schedule import Plan, Visit, VisitStatus

DAYS_OF_CARE_AFTER_THE_LAST_INFUSION = 42


def infusions(plans: Iterable[Plan], day: date) -> tuple[Visit, ...]:
    """Return the infusions and injections up to `day`; planned ones in the past count as given.

    Endocrine injections do not count: the treatment rules are about chemotherapy and HER2 drugs.
    """
    return tuple(
        visit
        for plan in plans
        for visit in plan.visits
        if visit.on <= day
        and visit.status is not VisitStatus.OMITTED
        and visit.track is not Track.ENDOCRINE
    )


def has_infusions(plan: Plan) -> bool:
    """Return whether a plan has chemotherapy or HER2 doses, done or to come."""
    return any(visit.track is not Track.ENDOCRINE for visit in plan.visits)


def treatment_period(plans: Iterable[Plan], day: date) -> tuple[date, date] | None:
    """Return the days of the first and the last infusion up to `day`; None before the first."""
    days = [visit.on for visit in infusions(plans, day)]
    return (min(days), max(days)) if days else None


def in_treatment(plans: Iterable[Plan], day: date) -> bool:
    """Return whether treatment rules hold: first infusion to 42 days after the last, both in."""
    period = treatment_period(plans, day)
    return period is not None and day <= period[1] + timedelta(
        days=DAYS_OF_CARE_AFTER_THE_LAST_INFUSION
    )


def drugs_in_use(plans: Iterable[Plan], day: date) -> frozenset[str]:
    """Return the drugs that are being given on `day`.

    A drug is in use from its first dose to the end of the rhythm of its last one (a three-weekly
    dose lasts three weeks); tablets from their first day to last.
    """
    return drugs_among(_times(plans, 0), day)


DrugTime = tuple[str, date, date | None]
"""A drug, its first day and its last one; None where no last day is known."""


def times_of_rules(plans: Iterable[Plan]) -> tuple[DrugTime, ...]:
    """Return when the rules about each drug hold, for `drugs_among` on many days.

    They hold while the drug is in use, and to 42 days after its last infusion or injection,
    whichever is later; endocrine injections and tablets have no days of care after them.
    """
    return tuple(_times(plans, DAYS_OF_CARE_AFTER_THE_LAST_INFUSION))


def drugs_among(times: Iterable[DrugTime], day: date) -> frozenset[str]:
    """Return the drugs whose time a day belongs to."""
    return frozenset(
        drug for drug, first, last in times if first <= day and (last is None or day <= last)
    )


def _times(plans: Iterable[Plan], days_of_care: int) -> Iterator[DrugTime]:
    for plan in plans:
        yield from _times_of_doses(plan, days_of_care)
        yield from _tablets(plan)


def _tablets(plan: Plan) -> list[DrugTime]:
    return [(span.drug, span.starts_on, span.ends_on) for span in plan.tablets]


def _times_of_doses(plan: Plan, days_of_care: int) -> list[DrugTime]:
    times: dict[str, tuple[date, date]] = {}
    for visit in plan.visits:
        if visit.status is VisitStatus.OMITTED:
            continue
        care = 0 if visit.track is Track.ENDOCRINE else days_of_care
        ends_on = visit.on + timedelta(days=max(visit.interval_days - 1, care))
        first, last = times.get(visit.drug, (visit.on, ends_on))
        times[visit.drug] = (min(first, visit.on), max(last, ends_on))
    return [(drug, first, last) for drug, (first, last) in times.items()]


def her2_doses(plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]) -> tuple[Visit, ...]:
    """Return all doses of HER2 drugs that were not left out, planned ones included, by day.

    Tablets are no doses, even where somebody typed days for them: no label asks for heart checks
    because of them, and no year counts from them.
    """
    acting = {each.id for each in drugs.values() if each.her2 and each.infusion}
    doses = [
        visit
        for plan in plans
        for visit in plan.visits
        if visit.drug in acting and visit.status is not VisitStatus.OMITTED
    ]
    return tuple(sorted(doses, key=lambda visit: (visit.on, visit.drug)))


def her2_span(plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]) -> tuple[date, date] | None:
    """Return the days of the first and the last HER2 dose over all courses; None without any."""
    days = [visit.on for visit in her2_doses(plans, drugs)]
    return (days[0], days[-1]) if days else None


def goes_on(plan: Plan, day: date) -> bool:
    """Return whether a course has planned doses, or tablets, from a day on."""
    tablets = any(each.ends_on is None or each.ends_on >= day for each in plan.tablets)
    return tablets or has_doses_from(plan, day)


def has_doses_from(plan: Plan, day: date) -> bool:
    """Return whether a course has planned doses from a day on."""
    return any(each.on >= day and each.status is VisitStatus.PLANNED for each in plan.visits)
