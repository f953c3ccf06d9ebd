"""Baseline heart risk by the HFA-ICOS table for HER2 drugs; never scored again on treatment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.heart_rules import RiskBand, RiskLevel, RiskRules, RiskWeight
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.sources import Source
from tracker.domain.treatment import her2_doses

_ORDER = tuple(RiskLevel)


@dataclass(frozen=True, slots=True)
class HeartRisk:
    """The level, and the points whatever the level rests on."""

    level: RiskLevel
    points: int
    source: Source


def heart_risk(
    person: Person,
    plans: Iterable[Plan],
    drugs: Mapping[str, DrugFacts],
    rules: RiskRules,
    baseline_percent: Decimal | None,
) -> HeartRisk | None:
    """Return the risk; None when factors were not asked or no HER2 drug is planned.

    Age (on the day of the first HER2 dose), baseline LVEF and an anthracycline in the course are
    derived; what is not known of them adds nothing.
    """
    plans = tuple(plans)
    doses = her2_doses(plans, drugs)
    if person.heart.risk_factors is None or not doses:
        return None
    weights = [rules.factors[factor] for factor in dict.fromkeys(person.heart.risk_factors)]
    if person.born_on is not None:
        weights += _in_bands(rules.ages, Decimal(age_on(person.born_on, doses[0].on)))
    if baseline_percent is not None:
        weights += _in_bands(rules.lvef, baseline_percent)
    weights += _anthracycline(plans, drugs, rules)
    points = sum(weight.points for weight in weights)
    levels = [weight.level for weight in weights if weight.level is not None]
    return HeartRisk(
        max([*levels, _by_points(points, rules)], key=_ORDER.index), points, rules.source
    )


def age_on(born_on: date, day: date) -> int:
    """Return the age in whole years; who is born on 29 February turns older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _in_bands(bands: tuple[RiskBand, ...], value: Decimal) -> Iterator[RiskWeight]:
    return (band.weight for band in bands if band.bounds.hold(value))


def _by_points(points: int, rules: RiskRules) -> RiskLevel:
    if points >= rules.high_from:
        return RiskLevel.HIGH
    return RiskLevel.MEDIUM if points >= rules.medium_from else RiskLevel.LOW


def _anthracycline(
    plans: tuple[Plan, ...], drugs: Mapping[str, DrugFacts], rules: RiskRules
) -> list[RiskWeight]:
    """Return the weight of an anthracycline together with, else before, the HER2 drug."""
    kinds = [_kinds(plan, drugs) for plan in plans]
    if any(
        {visit.phase for visit in anthracyclines} & {visit.phase for visit in her2}
        for anthracyclines, her2 in kinds
    ):
        return [rules.anthracycline_together]
    if any(
        anthracyclines and her2 and anthracyclines[0].on < her2[0].on
        for anthracyclines, her2 in kinds
    ):
        return [rules.anthracycline_before]
    return []


def _kinds(plan: Plan, drugs: Mapping[str, DrugFacts]) -> tuple[list[Visit], list[Visit]]:
    kept = [visit for visit in plan.visits if visit.status is not VisitStatus.OMITTED]
    return (
        [visit for visit in kept if drugs[visit.drug].anthracycline],
        [visit for visit in kept if drugs[visit.drug].her2],
    )
