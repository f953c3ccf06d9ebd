"""What the Heart page shows of one person on one day. No Qt, no words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from tracker.domain.entries import LvefEntry, LvefMethod
from tracker.domain.heart import HeartOverview, LabelStatement
from tracker.domain.heart_risk import HeartRisk
from tracker.domain.heart_rules import CheckWhy, LabelSays
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, VisitStatus
from tracker.services.companion import Companion
from tracker.ui.heart.anthracycline_state import (
    Anthracycline,
    anthracycline_state,
    is_planned,
)
from tracker.ui.heart.signs_state import HeartSigns, heart_signs

_POINTS_TO_MENTION = Decimal(10)
_PLANNED_ON_CHART = 4
_MARGIN = timedelta(days=20)
_SHORTEST = timedelta(days=92)
_HOLDS = (LabelSays.HOLD, LabelSays.MAY_NOT_RESUME, LabelSays.ASK_ABOUT_STOPPING)


class AttentionKind(StrEnum):
    """What a result asks for; the label speaks, the team decides."""

    CALL_BEFORE_NEXT_DOSE = "call-before-next-dose"
    REPEAT_SOON = "repeat-soon"
    ASK = "ask"
    SHOW = "show"
    LIMIT_MISSING = "limit-missing"


@dataclass(frozen=True, slots=True)
class Attention:
    """The card above the tiles.

    Attributes:
        statement: The label's words it rests on; None for a fall that no label row names.
        asks_for_limit: The person's own label cannot be read without the hospital's limit.
    """

    kind: AttentionKind
    statement: LabelStatement | None
    asks_for_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCheck:
    """The first check that is due, for all drugs of that day together."""

    due: date
    why: CheckWhy
    drugs: tuple[str, ...]
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """One result, or one check to come, as a line of the table.

    Attributes:
        entry_id: None for a check to come.
        change_points: Against the scan before the first dose; None without one, and for itself.
        method_changed: Known to be done in another way than that one.
        why: For a check to come.
    """

    entry_id: UUID | None
    on: date
    percent: Decimal | None
    method: LvefMethod | None
    is_baseline: bool
    change_points: Decimal | None
    method_changed: bool
    by: str | None
    why: CheckWhy | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LvefChart:
    """What the chart draws; None is a line that is not known.

    Attributes:
        doses: Days of HER2 doses, planned ones included, within the days that are drawn.
        anthracycline: First and last day of such doses; None without any within those days.
    """

    first_day: date
    last_day: date
    today: date
    results: tuple[ScanRow, ...]
    planned: tuple[NextCheck, ...]
    baseline: Decimal | None
    ten_below: Decimal | None
    limit: Decimal | None
    doses: tuple[date, ...] = ()
    anthracycline: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartState:
    """The page.

    Attributes:
        her2_drugs: Names of the HER2 drugs of all courses; none without any.
        next_dose: Whether a HER2 dose is still planned.
        emergency_number: None where the country's is not known.
    """

    today: date
    her2_drugs: tuple[str, ...]
    next_dose: bool
    latest: ScanRow | None
    baseline: ScanRow | None
    attention: Attention | None
    next_check: NextCheck | None
    chart: LvefChart
    rows: tuple[ScanRow, ...]
    statements: tuple[LabelStatement, ...]
    drug_names: Mapping[str, str]
    anthracycline: Anthracycline
    risk: HeartRisk | None
    risk_was_asked: bool
    emergency_number: str | None
    signs: HeartSigns


def heart_state(companion: Companion) -> HeartState:
    """Return the page."""
    person, library = companion.person(), companion.library
    overview, plans = companion.heart.overview(), companion.plan.all()
    today = companion.clock().date()
    checks = next_checks(overview)
    results = tuple(_result(scan, overview, person) for scan in overview.scans)
    names = {drug: facts.name for drug, facts in library.drugs.items()}
    care = person.care
    her2 = [drug for drug, facts in library.drugs.items() if facts.her2]
    next_dose = is_planned(plans, her2, today)
    return HeartState(
        today=today,
        her2_drugs=_her2_drugs(plans, library.drugs),
        next_dose=next_dose,
        latest=results[-1] if results else None,
        baseline=next((row for row in results if row.is_baseline), None),
        attention=attention(overview, person, goes_on=next_dose),
        next_check=checks[0] if checks else None,
        chart=with_doses(_chart(overview, results, checks, person, today), plans, library.drugs),
        rows=(*results, *(_to_come(check) for check in checks)),
        statements=overview.labels,
        drug_names=names,
        anthracycline=anthracycline_state(companion, overview),
        risk=overview.risk,
        risk_was_asked=person.heart.risk_factors is not None,
        emergency_number=care.emergency_number
        or library.alert_rules.emergency_numbers.get(care.country),
        signs=heart_signs(companion, on_her2=bool(_her2_drugs(plans, library.drugs))),
    )


def next_checks(overview: HeartOverview) -> tuple[NextCheck, ...]:
    """Return the checks to come, one for each day."""
    by_day: dict[date, list[str]] = {}
    first = {check.due: check for check in reversed(overview.checks)}
    for check in overview.checks:
        by_day.setdefault(check.due, []).append(check.drug)
    return tuple(
        NextCheck(due=due, why=first[due].why, drugs=tuple(drugs), late=first[due].overdue)
        for due, drugs in sorted(by_day.items())
    )


def attention(overview: HeartOverview, person: Person, *, goes_on: bool) -> Attention | None:
    """Return what the latest result asks for; None when there is nothing to bring up.

    The label of the person's own region counts; that of the other one is only mentioned. What
    cannot be told matters only while HER2 doses go on.
    """
    if overview.latest is None:
        return None
    own = [each for each in overview.labels if each.label is person.heart.label]
    for says, kind in (
        (_HOLDS, AttentionKind.CALL_BEFORE_NEXT_DOSE),
        ((LabelSays.REPEAT_SOON,), AttentionKind.REPEAT_SOON),
        ((LabelSays.MAY_RESUME,), AttentionKind.SHOW),
    ):
        found = _first(own, says)
        if found is not None:
            return Attention(kind, found)
    unclear = _first(own, (LabelSays.CANNOT_TELL,))
    has_no_limit = person.heart.lvef_lower_limit is None
    asks = unclear is not None and overview.baseline is not None and has_no_limit and goes_on
    other = _first(overview.labels, _HOLDS)
    if other is not None:
        return Attention(AttentionKind.ASK, other, asks)
    if asks:
        return Attention(AttentionKind.LIMIT_MISSING, unclear, asks)
    change = overview.change_points
    if change is not None and -change >= _POINTS_TO_MENTION:
        return Attention(AttentionKind.ASK, None)
    return None


def _first(
    statements: Iterable[LabelStatement], says: tuple[LabelSays, ...]
) -> LabelStatement | None:
    return next((each for each in statements if each.says in says), None)


def _result(scan: LvefEntry, overview: HeartOverview, person: Person) -> ScanRow:
    baseline = overview.baseline
    is_baseline = baseline is not None and scan.id == baseline.id
    later = baseline is not None and not is_baseline and scan.day >= baseline.day
    known = LvefMethod.UNKNOWN not in (scan.method, baseline.method if baseline else None)
    return ScanRow(
        entry_id=scan.id,
        on=scan.day,
        percent=scan.percent,
        method=scan.method,
        is_baseline=is_baseline,
        change_points=scan.percent - baseline.percent if baseline and later else None,
        method_changed=later and known and baseline is not None and scan.method != baseline.method,
        by=person.name if scan.by == "self" else scan.by,
    )


def _to_come(check: NextCheck) -> ScanRow:
    return ScanRow(
        entry_id=None,
        on=check.due,
        percent=None,
        method=None,
        is_baseline=False,
        change_points=None,
        method_changed=False,
        by=None,
        why=check.why,
        late=check.late,
    )


def _chart(
    overview: HeartOverview,
    results: tuple[ScanRow, ...],
    checks: tuple[NextCheck, ...],
    person: Person,
    today: date,
) -> LvefChart:
    planned = checks[:_PLANNED_ON_CHART]
    days = [today, *(row.on for row in results), *(check.due for check in planned)]
    first_day = min(days) - _MARGIN
    baseline = overview.baseline.percent if overview.baseline else None
    return LvefChart(
        first_day=first_day,
        last_day=max(max(days) + _MARGIN, first_day + _SHORTEST),
        today=today,
        results=results,
        planned=planned,
        baseline=baseline,
        ten_below=None if baseline is None else baseline - _POINTS_TO_MENTION,
        limit=person.heart.lvef_lower_limit,
    )


def with_doses(
    chart: LvefChart, plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]
) -> LvefChart:
    """Return the chart with the doses that stand along its axis."""
    kept = [
        visit
        for plan in plans
        for visit in plan.visits
        if visit.status is not VisitStatus.OMITTED and chart.first_day <= visit.on <= chart.last_day
    ]
    her2 = sorted({visit.on for visit in kept if drugs[visit.drug].her2})
    others = sorted(visit.on for visit in kept if drugs[visit.drug].anthracycline)
    span = (others[0], others[-1]) if others else None
    return replace(chart, doses=tuple(her2), anthracycline=span)


def _her2_drugs(plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]) -> tuple[str, ...]:
    in_order = (drug for plan in plans for drug in plan.course.regimen.drugs)
    return tuple(dict.fromkeys(drugs[drug].name for drug in in_order if drugs[drug].her2))
