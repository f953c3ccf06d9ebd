"""What the Heart page shows of one person on one day. No Qt, no words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.heart import HeartOverview, LabelStatement
from tracker.domain.heart_risk import HeartRisk
from tracker.domain.heart_rules import HeartRules, LabelSays, RiskWeight
from tracker.domain.heart_wording import factor_words, not_counted
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan
from tracker.domain.sources import Source
from tracker.services.companion import Companion
from tracker.ui.heart.anthracycline_state import (
    Anthracycline,
    anthracycline_state,
    is_planned,
)
from tracker.ui.heart.chart_state import POINTS_TO_MENTION, LvefChart, lvef_chart, with_doses
from tracker.ui.heart.scan_rows import (
    NextCheck,
    ScanRow,
    next_checks,
    result_row,
    row_of,
    row_to_come,
)

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


class RiskWords(NamedTuple):
    """What stands behind a level of risk.

    Attributes:
        factors: Each in words, with what it adds.
        unknown: What the table asks for and the diary does not know; "" where it knows all.
    """

    factors: tuple[tuple[str, RiskWeight], ...]
    unknown: str
    guideline: str
    guideline_source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartState:
    """The page.

    Attributes:
        is_chosen: The person chose the scan that is counted from.
        by_rule: What the rule alone would count from.
        her2_drugs: Names of the HER2 drugs of all courses; none without any.
        next_dose: Whether a HER2 dose is still planned.
        without_label: Names of HER2 drugs whose label names no LVEF at which doses are held.
        booked_for: When a scan is booked; it moves no day on which one is due.
        risk_words: The factors that gave points, and what a guideline says of the level.
        emergency_number: None where the country's is not known.
    """

    today: date
    her2_drugs: tuple[str, ...]
    next_dose: bool
    latest: ScanRow | None
    baseline: ScanRow | None
    is_chosen: bool
    by_rule: ScanRow | None
    attention: Attention | None
    next_check: NextCheck | None
    booked_for: datetime | None
    chart: LvefChart
    rows: tuple[ScanRow, ...]
    statements: tuple[LabelStatement, ...]
    without_label: tuple[str, ...]
    drug_names: Mapping[str, str]
    anthracycline: Anthracycline
    risk: HeartRisk | None
    risk_words: RiskWords | None
    risk_was_asked: bool
    emergency_number: str | None


def heart_state(companion: Companion) -> HeartState:
    """Return the page."""
    person, library = companion.person(), companion.library
    overview, plans = companion.heart.overview(), companion.plan.all()
    today = companion.clock().date()
    checks = next_checks(overview)
    results = tuple(result_row(scan, overview, person) for scan in overview.scans)
    names = {drug: facts.name for drug, facts in library.drugs.items()}
    care = person.care
    her2 = [drug for drug, facts in library.drugs.items() if facts.her2]
    next_dose = is_planned(plans, her2, today)
    return HeartState(
        today=today,
        her2_drugs=_her2_drugs(plans, library.drugs),
        next_dose=next_dose,
        latest=results[-1] if results else None,
        baseline=row_of(overview.baseline, results),
        is_chosen=overview.baseline_is_chosen,
        by_rule=row_of(overview.by_rule, results),
        attention=attention(overview, person, goes_on=next_dose),
        next_check=checks[0] if checks else None,
        booked_for=overview.booked_for,
        chart=with_doses(
            lvef_chart(overview, results, checks, person, today), plans, library.drugs
        ),
        rows=(*results, *(row_to_come(check) for check in checks)),
        statements=overview.labels,
        without_label=_without_label(overview, plans, library.drugs),
        drug_names=names,
        anthracycline=anthracycline_state(companion, overview),
        risk=overview.risk,
        risk_words=_risk_words(overview.risk, library.heart_rules),
        risk_was_asked=person.heart.risk_factors is not None,
        emergency_number=care.emergency_number
        or library.alert_rules.emergency_numbers.get(care.country),
    )


def _risk_words(risk: HeartRisk | None, rules: HeartRules) -> RiskWords | None:
    if risk is None:
        return None
    by_risk = rules.monitoring.by_risk
    return RiskWords(
        factors=tuple((factor_words(part, rules.texts), part.weight) for part in risk.parts),
        unknown=not_counted(risk),
        guideline=by_risk.words[risk.level],
        guideline_source=by_risk.source,
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
    if change is not None and -change >= POINTS_TO_MENTION:
        return Attention(AttentionKind.ASK, None)
    return None


def _first(
    statements: Iterable[LabelStatement], says: tuple[LabelSays, ...]
) -> LabelStatement | None:
    return next((each for each in statements if each.says in says), None)


def _without_label(
    overview: HeartOverview, plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]
) -> tuple[str, ...]:
    spoken = {drugs[each.drug].name for each in overview.labels}
    return tuple(name for name in _her2_drugs(plans, drugs) if name not in spoken)


def _her2_drugs(plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]) -> tuple[str, ...]:
    in_order = (drug for plan in plans for drug in plan.course.regimen.drugs)
    return tuple(dict.fromkeys(drugs[drug].name for drug in in_order if drugs[drug].her2))
