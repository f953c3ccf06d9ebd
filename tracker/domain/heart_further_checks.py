"""Checks that no label of a HER2 drug names: for a high risk, and after an anthracycline."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from tracker.domain.heart_checks import HeartCheck, drugs_on, in_order
from tracker.domain.heart_ledger import Ledger
from tracker.domain.heart_risk import before_treatment, heart_risk
from tracker.domain.heart_rules import CheckWhy, RiskLevel
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.sources import Source
from tracker.domain.treatment import her2_doses

if TYPE_CHECKING:
    from tracker.domain.heart import HeartKnowledge


def further_checks(
    person: Person,
    plans: Sequence[Plan],
    knowledge: "HeartKnowledge",
    scans: Ledger,
    today: date,
) -> tuple[HeartCheck, ...]:
    """Return the checks that are still to be done, by day; one of an earlier day is overdue."""
    before = before_treatment(scans)
    risk = heart_risk(
        person,
        plans,
        knowledge.drugs,
        knowledge.heart_rules.risk,
        before.percent if before else None,
    )
    counted = _Counted(plans, knowledge, scans, today)
    return in_order(
        () if risk is None else counted.by_risk(risk.level), counted.after_anthracycline()
    )


class _Counted:
    """Days counted from doses and scans."""

    def __init__(
        self, plans: Sequence[Plan], knowledge: "HeartKnowledge", scans: Ledger, today: date
    ) -> None:
        self._her2 = her2_doses(plans, knowledge.drugs)
        self._anthracyclines = _anthracyclines(plans, knowledge.drugs)
        self._rules = knowledge.heart_rules.monitoring
        self._scans, self._today = scans, today

    def by_risk(self, level: RiskLevel) -> Iterator[HeartCheck]:
        """Yield the next check, counted from the latest scan, else from the first dose."""
        rules, latest = self._rules.by_risk, self._scans.latest
        if level not in rules.closer or not self._her2:
            return
        first, last = self._her2[0].on, self._her2[-1].on
        counted_from = max(first, latest.day) if latest else first
        due = counted_from + timedelta(rules.within_days)
        if due > first + relativedelta(months=rules.for_months) or due >= last:
            return
        for drug in drugs_on(due, self._her2):
            yield HeartCheck(due, CheckWhy.BY_RISK, drug, self._today > due, rules.source)

    def after_anthracycline(self) -> Iterator[HeartCheck]:
        """Yield a check between it and the HER2 drug, else within the months that are named.

        Without any scan, the one before the first HER2 dose is due anyway and says the same.
        """
        rules, given = self._rules.anthracycline, self._anthracyclines
        if self._her2:
            first = self._her2[0].on
            before = [visit for visit in given if visit.on < first]
            has_scans = self._scans.latest is not None
            if before and has_scans and not self._scans.measured_since(before[-1].on):
                yield self._after(before[-1], first, rules.before_her2)
        if given and (not self._her2 or self._her2[-1].on < given[-1].on):
            due = given[-1].on + relativedelta(months=rules.months)
            if not self._scans.measured_since(given[-1].on + timedelta(days=1)):
                yield self._after(given[-1], due, rules.source)

    def _after(self, dose: Visit, due: date, source: Source) -> HeartCheck:
        why = CheckWhy.AFTER_ANTHRACYCLINE
        return HeartCheck(due, why, dose.drug, self._today > due, source)


def _anthracyclines(plans: Sequence[Plan], drugs: Mapping[str, DrugFacts]) -> list[Visit]:
    doses = [
        visit
        for plan in plans
        for visit in plan.visits
        if drugs[visit.drug].anthracycline and visit.status is not VisitStatus.OMITTED
    ]
    return sorted(doses, key=lambda visit: visit.on)
