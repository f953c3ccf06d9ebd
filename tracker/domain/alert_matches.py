"""Everything that matches at a moment, one match per subject, before anybody was told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from tracker.domain.alert_case import AlertCase, Because, Finding
from tracker.domain.alert_measurements import TEMPERATURE, temperature_findings, weight_findings
from tracker.domain.alert_rules import AlertLevel, AlertRule
from tracker.domain.alert_symptoms import symptom_findings
from tracker.domain.heart_checks import HeartCheck, heart_checks, scans_of
from tracker.domain.reported import COUNTS_FOR
from tracker.domain.spoken_dates import day_in_words

ADDING_UP = "adding-up"
HEART_SCAN = "heart-scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The most urgent that rules say about one subject.

    Attributes:
        subject: A symptom, a measurement, the heart scan, or several of them together.
        rule: The most telling one of those that say the level.
        severity: The worst answer behind it; None for readings.
        facts: What says the level; a later match with another fact than was told is a new one.
        told_facts: The same with all that says less, which telling covers too.
        reaches: How far the readings behind a fact are, the more the worse.
        moments: Of the entries behind it.
        more: Sentences added to the rule's advice.
    """

    subject: str
    rule: AlertRule
    level: AlertLevel
    severity: int | None
    facts: frozenset[str]
    told_facts: frozenset[str]
    because: tuple[Because, ...]
    moments: tuple[datetime, ...]
    more: tuple[str, ...] = ()
    reaches: Mapping[str, Decimal] = field(default_factory=dict)

    def is_covered_by(self, told: "Match") -> bool:
        """Return whether this is the same match as one that was told, and no worse."""
        return (
            self.subject == told.subject
            and told.level.at_least(self.level)
            and (told.severity or 0) >= (self.severity or 0)
            and self.facts <= told.told_facts
            and all(reach <= told.reaches.get(fact, reach) for fact, reach in self.reaches.items())
        )


def matches(case: AlertCase) -> tuple[Match, ...]:
    """Return all matches, the worst first, then by rule and subject.

    Of equally urgent ones a temperature comes first, what adds others up comes last.
    """
    findings = [
        *symptom_findings(case),
        *temperature_findings(case),
        *weight_findings(case),
    ]
    by_subject: dict[str, list[Finding]] = {}
    for finding in findings:
        by_subject.setdefault(finding.subject, []).append(finding)
    single = [_merged(each) for each in by_subject.values()]
    found = [*single, *_added_up(case, single), *_heart_scan(case)]
    return tuple(sorted(found, key=_turn))


def _turn(match: Match) -> tuple[int, bool, bool, str, str]:
    last, first = match.subject == ADDING_UP, match.subject == TEMPERATURE
    return (match.level.rank, last, not first, match.rule.id, match.subject)


def _merged(findings: Sequence[Finding]) -> Match:
    """Return one match of the findings about one subject: its most urgent level and all facts."""
    level = min((finding.level for finding in findings), key=lambda each: each.rank)
    top = [finding for finding in findings if finding.level is level]
    # What was told may stand beside what is worse since; the worst is said first.
    worst_first = sorted(top, key=lambda finding: -(finding.reach or 0))
    return Match(
        subject=top[0].subject,
        rule=top[0].rule,
        level=level,
        severity=max(finding.severity or 0 for finding in top) or None,
        facts=frozenset(finding.rule.id for finding in top),
        told_facts=frozenset(finding.rule.id for finding in findings),
        because=_each_fact_once(reason for each in worst_first for reason in each.because),
        moments=tuple(finding.at for finding in top),
        reaches=_reaches(findings),
    )


def _reaches(findings: Sequence[Finding]) -> dict[str, Decimal]:
    reaches: dict[str, Decimal] = {}
    for finding in findings:
        if finding.reach is not None:
            known = reaches.get(finding.rule.id, finding.reach)
            reaches[finding.rule.id] = max(known, finding.reach)
    return reaches


def _each_fact_once(reasons: Iterator[Because]) -> tuple[Because, ...]:
    """Return one reason per entry; what was typed twice is two entries in the same words."""
    entries: dict[UUID, Because] = {}
    for reason in reasons:
        entries.setdefault(reason.entry_id, reason)
    facts: dict[str, Because] = {}
    for reason in entries.values():
        facts.setdefault(reason.text, reason)
    return tuple(facts.values())


def _added_up(case: AlertCase, single: Sequence[Match]) -> Iterator[Match]:
    """Yield a match of its own when enough different subjects are call-today within 24 hours."""
    adding_up = case.knowledge.alert_rules.adding_up
    ambers = sorted(
        (match for match in single if match.level is AlertLevel.CALL_TODAY),
        key=lambda match: match.subject,
    )
    best = max((_around(match, ambers) for match in ambers), key=len, default=[])
    if len(best) >= adding_up.at_least:
        subjects = frozenset(match.subject for match in best)
        yield Match(
            subject=ADDING_UP,
            rule=adding_up.rule,
            level=adding_up.level,
            severity=None,
            facts=subjects,
            told_facts=subjects,
            because=_each_fact_once(reason for match in best for reason in match.because),
            moments=tuple(moment for match in best for moment in match.moments),
        )


def _around(match: Match, ambers: Sequence[Match]) -> list[Match]:
    """Return the ambers with an entry at most 24 hours before or after one of `match`."""
    return [
        other
        for other in ambers
        if any(
            abs(one - another) <= COUNTS_FOR for one in match.moments for another in other.moments
        )
    ]


def _heart_scan(case: AlertCase) -> Iterator[Match]:
    """Yield that a heart scan is late or due soon; the earliest check stands for all.

    The latest scan is the entry behind it; before the first scan there is none.
    """
    rules, today = case.knowledge.alert_rules.heart_scan, case.now.date()
    scans = scans_of(case.diary, case.plans, case.knowledge.drugs)
    monitoring = case.knowledge.heart_rules.monitoring
    checks = heart_checks(case.plans, case.knowledge.drugs, monitoring, scans, today)
    soon = today + timedelta(days=rules.soon_days)
    check = next((each for each in checks if each.due <= soon), None)
    if check is None:
        return
    rule = rules.overdue if check.overdue else rules.due
    text = _scan_text(case, check)
    yield Match(
        subject=HEART_SCAN,
        rule=rule,
        level=rules.level,
        severity=None,
        facts=frozenset((rule.id,)),
        told_facts=frozenset((rule.id,)),
        because=(Because(scans.latest.id, text),) if scans.latest else (),
        moments=(),
        more=(f"{text}.",),
    )


def _scan_text(case: AlertCase, check: HeartCheck) -> str:
    key = "scan_overdue" if check.overdue else "scan_due"
    return case.knowledge.alert_rules.texts.reasons[key].format(day=day_in_words(check.due))
