"""The total of anthracyclines as if all of it were doxorubicin."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.course import Given
from tracker.domain.heart_rules import AnthracyclineFactor
from tracker.domain.schedule import Plan, Visit
from tracker.domain.sources import Source
from tracker.domain.treatment import infusions


class AnthracyclineTotal(NamedTuple):
    """What was given up to a day; planned doses in the past count unless left out.

    Attributes:
        doxorubicin_mg_m2: Sum in mg/m² of doxorubicin; None when no anthracycline was given.
        factor_source: Source of the factors; None with the sum.
        assumed_doses: Doses for which the regimen's usual number stands in.
    """

    doxorubicin_mg_m2: Decimal | None
    factor_source: Source | None
    assumed_doses: int


def anthracycline_total(
    plans: Iterable[Plan],
    factors: Mapping[str, AnthracyclineFactor],
    source: Source,
    today: date,
) -> AnthracyclineTotal:
    """Return the total over all courses up to and with `today`."""
    total, assumed, doses = Decimal(0), 0, 0
    for plan in plans:
        for visit in infusions((plan,), today):
            if visit.drug not in factors:
                continue
            factor = factors[visit.drug]
            written = _written_dose(plan, visit)
            total += factor.factor * (written or _usual_dose(plan, visit, factor))
            assumed += written is None
            doses += 1
    if not doses:
        return AnthracyclineTotal(None, None, 0)
    return AnthracyclineTotal(plain(total), source, assumed)


def plain(value: Decimal) -> Decimal:
    """Return the same number without trailing zeros and without an exponent."""
    return Decimal(f"{value.normalize():f}")


def _written_dose(plan: Plan, visit: Visit) -> Decimal | None:
    """Return the dose in mg/m² as the clinic's letter says; None when nobody typed it."""
    written = None
    for event in plan.course.events:
        if not isinstance(event, Given) or event.dose_mg_m2 is None:
            continue
        target = event.target
        if target.drug is not None:
            meant = (target.drug, event.cycle) == (visit.drug, visit.dose)
        else:
            meant = target.track in (None, visit.track) and event.cycle == visit.treatment_day
        written = event.dose_mg_m2 if meant else written
    return written


def _usual_dose(plan: Plan, visit: Visit, factor: AnthracyclineFactor) -> Decimal:
    together = {other.drug for other in plan.visits if other.phase == visit.phase}
    for drug, dose in factor.usual_mg_m2_with.items():
        if drug in together:
            return dose
    return factor.usual_mg_m2
