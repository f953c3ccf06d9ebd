"""All that the heart page shows of one person at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from tracker.domain.anthracycline import AnthracyclineTotal, anthracycline_total
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import LvefEntry
from tracker.domain.heart_checks import HeartCheck, booked_scan, heart_checks, in_order, scans_of
from tracker.domain.heart_further_checks import further_checks
from tracker.domain.heart_labels import judge
from tracker.domain.heart_ledger import Ledger
from tracker.domain.heart_risk import HeartRisk, before_treatment, heart_risk
from tracker.domain.heart_rules import HeartRules, LabelSays, LabelTable
from tracker.domain.heart_wording import StatementFacts, statement_text
from tracker.domain.people import LabelRegion
from tracker.domain.regimen import DrugFacts
from tracker.domain.reported import reported_now
from tracker.domain.schedule import Plan, Visit
from tracker.domain.sources import Source
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.domain.treatment import her2_doses


class HeartKnowledge(Protocol):
    """What the heart page must know; the library has it."""

    @property
    def drugs(self) -> Mapping[str, DrugFacts]:
        """Drugs by id."""

    @property
    def symptoms(self) -> Mapping[str, SymptomDefinition]:
        """Symptoms by id."""

    @property
    def heart_rules(self) -> HeartRules:
        """Labels, monitoring, risk and totals."""


@dataclass(frozen=True, slots=True)
class LabelStatement:
    """What one label says about one drug now; the label speaks, the app does not.

    Attributes:
        drug: Id of a HER2 drug of the person's plans.
        label: The label's region; a table that holds everywhere stands under the person's own.
        because: Values and the label's row in words.
    """

    drug: str
    label: LabelRegion
    says: LabelSays
    because: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartOverview:
    """The heart page.

    Attributes:
        baseline: The LVEF that the person chose to count from, else the last one up to the day of
            the first HER2 dose.
        baseline_is_chosen: Whether the person chose it.
        by_rule: What the rule alone would count from.
        latest: The last LVEF of all; the baseline itself while there is no later one.
        change_points: Latest minus baseline in absolute percentage points; None without both.
        method_changed: Whether the two are known to be done in different ways.
        checks: What is due or late by the labels, by day, then drug.
        booked_for: The next appointment for a scan; it moves no day on which one is due.
        further_checks: The same for a high risk and after an anthracycline; no label names them.
        labels: One row per drug and label, the person's own label first.
        risk: None when factors were not asked or no HER2 drug is planned.
        scans: All LVEF entries by day.
    """

    baseline: LvefEntry | None
    baseline_is_chosen: bool
    by_rule: LvefEntry | None
    latest: LvefEntry | None
    change_points: Decimal | None
    method_changed: bool
    checks: tuple[HeartCheck, ...]
    labels: tuple[LabelStatement, ...]
    risk: HeartRisk | None
    anthracycline: AnthracyclineTotal
    scans: tuple[LvefEntry, ...]
    further_checks: tuple[HeartCheck, ...] = ()
    booked_for: datetime | None = None

    @property
    def all_checks(self) -> tuple[HeartCheck, ...]:
        """Everything that is due or late, by day, then drug."""
        return in_order(self.checks, self.further_checks)


def heart_overview(
    diary: PersonDiary, plans: Sequence[Plan], knowledge: HeartKnowledge, now: datetime
) -> HeartOverview:
    """Return the heart page at `now`; later entries do not exist."""
    diary = diary.until(now)
    rules = knowledge.heart_rules
    scans = scans_of(diary, plans, knowledge.drugs)
    before = before_treatment(scans)
    risk = heart_risk(
        diary.person, plans, knowledge.drugs, rules.risk, before.percent if before else None
    )
    today = now.date()
    return HeartOverview(
        baseline=scans.baseline,
        baseline_is_chosen=scans.chosen is not None,
        by_rule=scans.by_rule,
        latest=scans.latest,
        change_points=scans.change_points,
        method_changed=scans.method_changed,
        checks=heart_checks(plans, knowledge.drugs, rules.monitoring, scans, today),
        further_checks=further_checks(diary.person, plans, knowledge, scans, today),
        booked_for=booked_scan(diary.entries, today),
        labels=_Labels(diary, plans, knowledge, scans, now).statements(),
        risk=risk,
        anthracycline=anthracycline_total(
            plans, rules.anthracyclines, rules.equivalence_source, today
        ),
        scans=scans.scans,
    )


class _Labels:
    """The labels of all HER2 drugs of a person's plans."""

    def __init__(
        self,
        diary: PersonDiary,
        plans: Sequence[Plan],
        knowledge: HeartKnowledge,
        scans: Ledger,
        now: datetime,
    ) -> None:
        self._profile = diary.person.heart
        self._visits = [visit for plan in plans for visit in plan.visits]
        self._drugs = sorted({visit.drug for visit in her2_doses(plans, knowledge.drugs)})
        self._last_doses = {visit.drug: visit.on for visit in her2_doses(plans, knowledge.drugs)}
        self._rules = knowledge.heart_rules
        self._scans = scans
        self._today = now.date()
        self._symptoms = tuple(
            symptom_name(symptom, knowledge.symptoms)
            for symptom in reported_now(diary.entries, self._rules.override_symptoms, now)
        )

    def statements(self) -> tuple[LabelStatement, ...]:
        return tuple(
            self._statement(drug, table) for drug in self._drugs for table in self._tables_of(drug)
        )

    def _tables_of(self, drug: str) -> list[LabelTable]:
        tables = [table for table in self._rules.labels if drug in table.drugs]
        return sorted(tables, key=lambda table: table.region not in (None, self._profile.label))

    def _statement(self, drug: str, table: LabelTable) -> LabelStatement:
        doses: list[Visit] = [visit for visit in self._visits if visit.drug in table.drugs]
        verdict = judge(table, self._scans, self._profile.lvef_lower_limit, doses)
        facts = StatementFacts(
            scans=self._scans,
            verdict=verdict,
            symptoms=self._symptoms,
            finished_on=self._finished_on(drug),
        )
        return LabelStatement(
            drug=drug,
            label=table.region or self._profile.label,
            says=verdict.says,
            because=statement_text(facts, self._rules.texts),
            source=table.source,
        )

    def _finished_on(self, drug: str) -> date | None:
        last = self._last_doses[drug]
        return last if last < self._today else None
