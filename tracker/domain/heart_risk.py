"""Baseline heart risk by the HFA-ICOS table for HER2 drugs; never scored again on treatment."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.entries import LvefEntry
from tracker.domain.heart_ledger import Ledger
from tracker.domain.heart_rules import (
    AGE,
    ANTHRACYCLINE_BEFORE,
    ANTHRACYCLINE_TOGETHER,
    BASELINE_LVEF,
    RiskBand,
    RiskLevel,
    RiskRules,
    RiskWeight,
)
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.sources import Source
from tracker.domain.treatment import her2_doses

_ORDER = tuple(RiskLevel)


class RiskPart(NamedTuple):
    """One factor that the table counts.

    Attributes:
        factor: Id of a factor that a person can tick, or of one that the diary knows itself.
        value: Years or percent, where the factor is a number.
    """

    factor: str
    weight: RiskWeight
    value: Decimal | None = None


class HeartRisk(NamedTuple):
    """The level, the points whatever the level rests on, and where they come from.

    Attributes:
        unknown: Ids of what the diary would derive and does not know; each could raise the level.
    """

    level: RiskLevel
    points: int
    source: Source
    parts: tuple[RiskPart, ...]
    unknown: tuple[str, ...] = ()


def heart_risk(
    person: Person,
    plans: Iterable[Plan],
    drugs: Mapping[str, DrugFacts],
    rules: RiskRules,
    baseline_percent: Decimal | None,
) -> HeartRisk | None:
    """Return the risk; None when factors were not asked or no HER2 drug is planned.

    Age (on the day of the first HER2 dose), baseline LVEF and an anthracycline in the course are
    derived; what is not known of them adds nothing, and is named.
    """
    plans = tuple(plans)
    doses = her2_doses(plans, drugs)
    if person.heart.risk_factors is None or not doses:
        return None
    parts = [
        RiskPart(factor, rules.factors[factor])
        for factor in dict.fromkeys(person.heart.risk_factors)
    ]
    if person.born_on is not None:
        years = Decimal(age_on(person.born_on, doses[0].on))
        parts += _in_bands(AGE, rules.ages, years)
    if baseline_percent is not None:
        parts += _in_bands(BASELINE_LVEF, rules.lvef, baseline_percent)
    parts += _anthracycline(plans, drugs, rules)
    points = sum(part.weight.points for part in parts)
    levels = [part.weight.level for part in parts if part.weight.level is not None]
    level = max([*levels, _by_points(points, rules)], key=_ORDER.index)
    known = {AGE: person.born_on, BASELINE_LVEF: baseline_percent}
    unknown = tuple(factor for factor, value in known.items() if value is None)
    return HeartRisk(level, points, rules.source, tuple(parts), unknown)


def before_treatment(scans: Ledger) -> LvefEntry | None:
    """Return the scan for the risk table, which speaks of the time before treatment alone.

    The rule's own is the last before treatment, so a chosen one from a later day does not count.
    """
    chosen, by_rule = scans.chosen, scans.by_rule
    if chosen is not None and by_rule is not None and chosen.day <= by_rule.day:
        return chosen
    return by_rule


def age_on(born_on: date, day: date) -> int:
    """Return the age in whole years; who is born on 29 February turns older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _in_bands(factor: str, bands: tuple[RiskBand, ...], value: Decimal) -> Iterator[RiskPart]:
    return (RiskPart(factor, band.weight, value) for band in bands if band.bounds.hold(value))


def _by_points(points: int, rules: RiskRules) -> RiskLevel:
    if points >= rules.high_from:
        return RiskLevel.HIGH
    return RiskLevel.MEDIUM if points >= rules.medium_from else RiskLevel.LOW


def _anthracycline(
    plans: tuple[Plan, ...], drugs: Mapping[str, DrugFacts], rules: RiskRules
) -> list[RiskPart]:
    """Return the weight of an anthracycline together with, else before, the HER2 drug."""
    kinds = [_kinds(plan, drugs) for plan in plans]
    if any(
        {visit.phase for visit in anthracyclines} & {visit.phase for visit in her2}
        for anthracyclines, her2 in kinds
    ):
        return [RiskPart(ANTHRACYCLINE_TOGETHER, rules.anthracycline_together)]
    if any(
        anthracyclines and her2 and anthracyclines[0].on < her2[0].on
        for anthracyclines, her2 in kinds
    ):
        return [RiskPart(ANTHRACYCLINE_BEFORE, rules.anthracycline_before)]
    return []


def _kinds(plan: Plan, drugs: Mapping[str, DrugFacts]) -> tuple[list[Visit], list[Visit]]:
    kept = [visit for visit in plan.visits if visit.status is not VisitStatus.OMITTED]
    return (
        [visit for visit in kept if drugs[visit.drug].anthracycline],
        [visit for visit in kept if drugs[visit.drug].her2],
    )
