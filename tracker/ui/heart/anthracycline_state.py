"""The total of anthracyclines, and the doses whose amount a letter can say. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.domain.course import DoseTarget, Given
from tracker.domain.heart import HeartOverview
from tracker.domain.heart_rules import AnthracyclineLimit
from tracker.domain.measurements import parse_number
from tracker.domain.schedule import Plan, VisitStatus
from tracker.domain.sources import Source
from tracker.domain.treatment import infusions
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.companion import Companion

_LOWEST_MG_M2, _HIGHEST_MG_M2 = 5, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDose:
    """One dose that was given.

    Attributes:
        number: Of this drug's doses over the whole course.
        mg_m2: As typed before; None while the regimen's usual amount stands in.
    """

    course_id: UUID
    drug: str
    name: str
    number: int
    on: date
    mg_m2: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anthracycline:
    """The total so far against what texts say about totals.

    Attributes:
        mg_m2: Of doxorubicin; None when none was given.
        assumed_doses: Doses for which the usual number stands in.
        is_planned: Doses are still to come.
        has_doses: A dose lies in the past whose amount can be typed.
        equivalence: Where the factors were read; None without a dose.
    """

    mg_m2: Decimal | None
    assumed_doses: int
    is_planned: bool
    has_doses: bool
    equivalence: Source | None
    limits: tuple[AnthracyclineLimit, ...]


def anthracycline_state(companion: Companion, overview: HeartOverview) -> Anthracycline:
    """Return the total with what texts say about totals."""
    library, total = companion.library, overview.anthracycline
    drugs = [drug for drug, facts in library.drugs.items() if facts.anthracycline]
    today = companion.clock().date()
    return Anthracycline(
        mg_m2=total.doxorubicin_mg_m2,
        assumed_doses=total.assumed_doses,
        is_planned=is_planned(companion.plan.all(), drugs, today),
        has_doses=bool(letter_doses(companion)),
        equivalence=total.factor_source,
        limits=library.heart_rules.limits,
    )


def letter_doses(companion: Companion) -> tuple[LetterDose, ...]:
    """Return the doses of all courses up to today, as they were given one after another."""
    today = companion.clock().date()
    found = [dose for plan in companion.plan.all() for dose in _doses_of(companion, plan, today)]
    return tuple(sorted(found, key=lambda dose: dose.on))


def _doses_of(companion: Companion, plan: Plan, today: date) -> Iterator[LetterDose]:
    drugs = companion.library.drugs
    written = {
        (event.target.drug, event.cycle): event.dose_mg_m2
        for event in plan.course.events
        if isinstance(event, Given) and event.dose_mg_m2 is not None
    }
    for visit in infusions((plan,), today):
        if drugs[visit.drug].anthracycline:
            yield LetterDose(
                course_id=plan.course.id,
                drug=visit.drug,
                name=drugs[visit.drug].name,
                number=visit.dose,
                on=visit.on,
                mg_m2=written.get((visit.drug, visit.dose)),
            )


def store_letter_dose(companion: Companion, dose: LetterDose, typed: str) -> Changes:
    """Record a dose as given on its day with the amount that the letter says.

    Raises:
        NotUnderstoodError: Not an amount per square meter that one dose can have.
    """
    amount = parse_number(typed)
    if not _LOWEST_MG_M2 <= amount <= _HIGHEST_MG_M2:
        raise NotUnderstoodError(
            f"{amount:f} mg/m² cannot be one dose; nothing was saved; one dose is "
            f"{_LOWEST_MG_M2} to {_HIGHEST_MG_M2} mg/m², not the whole amount in mg."
        )
    target = DoseTarget(drug=dose.drug)
    return companion.plan.give(
        target, dose.number, dose.on, dose_mg_m2=amount, course_id=dose.course_id
    )


def is_planned(plans: Iterable[Plan], drugs: Iterable[str], today: date) -> bool:
    """Return whether a dose of one of these drugs is still planned."""
    wanted = set(drugs)
    return any(
        visit.drug in wanted and visit.status is VisitStatus.PLANNED and visit.on >= today
        for plan in plans
        for visit in plan.visits
    )
