"""Puts the values and the label's row of a heart statement into sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.anthracycline import plain
from tracker.domain.entries import LvefEntry
from tracker.domain.heart_labels import Verdict
from tracker.domain.heart_ledger import Ledger
from tracker.domain.heart_risk import HeartRisk, RiskPart
from tracker.domain.heart_rules import AGE, BASELINE_LVEF, HeartTexts
from tracker.domain.spoken_dates import day_in_words

_DAYS_OF_A_WEEK = 7
_DERIVED = {AGE: "age", BASELINE_LVEF: "LVEF before treatment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """What a statement rests on.

    Attributes:
        symptoms: Names of reported symptoms that a normal number does not settle.
        finished_on: Day of the drug's last dose once it has passed.
    """

    scans: Ledger
    verdict: Verdict
    symptoms: tuple[str, ...]
    finished_on: date | None


def statement_text(facts: StatementFacts, texts: HeartTexts) -> str:
    """Return the sentences of a statement: values, label, what else to know, who decides."""
    return " ".join(_sentences(facts, texts))


def factor_words(part: RiskPart, texts: HeartTexts) -> str:
    """Return the name of a factor of the risk table, with its number where it is one."""
    if part.factor in texts.risk_factors:
        return texts.risk_factors[part.factor]
    value = "" if part.value is None else plain(part.value)
    return texts.derived_factors[part.factor].format(value=value)


def not_counted(risk: HeartRisk) -> str:
    """Return what the table asks for and the diary does not know, "" where it knows all of it.

    A level that rests on less than the table asks for must not look like a whole one.
    """
    return ", ".join(_DERIVED[factor] for factor in risk.unknown)


def _sentences(facts: StatementFacts, texts: HeartTexts) -> Iterator[str]:
    words = texts.facts
    yield from _values(facts.scans, texts)
    low, latest = facts.verdict.low_since, facts.scans.latest
    if low is not None and latest is not None:
        days = (latest.day - low.day).days
        key = "part_of_a_week" if days % _DAYS_OF_A_WEEK else "low_since"
        yield words[key].format(
            value=plain(low.percent),
            day=day_in_words(low.day),
            weeks=days // _DAYS_OF_A_WEEK,
            days=days,
        )
    yield from _label(facts, texts)
    if facts.scans.method_changed and facts.scans.baseline and latest:
        yield words["method_changed"].format(
            before=texts.methods[facts.scans.baseline.method],
            now=texts.methods[latest.method],
        )
    if facts.symptoms:
        yield words["symptoms"].format(symptoms=", ".join(facts.symptoms))
    if facts.finished_on is not None:
        yield words["finished"].format(day=day_in_words(facts.finished_on))
    yield words["your_team"]


def _label(facts: StatementFacts, texts: HeartTexts) -> Iterator[str]:
    row = facts.verdict.row
    if row is None:
        yield texts.facts["no_baseline"]
    else:
        yield row.text if row.says is facts.verdict.says else texts.facts["no_limit"]


def _values(scans: Ledger, texts: HeartTexts) -> Iterator[str]:
    baseline, latest, change = scans.baseline, scans.latest, scans.change_points
    is_chosen = scans.chosen is not None
    if latest is not None and latest is baseline:
        key = "only_chosen" if is_chosen else "only_baseline"
        yield texts.facts[key].format(**_scan(latest, texts))
    elif latest is not None:
        yield texts.facts["latest"].format(**_scan(latest, texts))
        if baseline is not None and change is not None:
            key = _key_of(change, is_chosen=is_chosen)
            yield texts.facts[key].format(points=plain(abs(change)), **_scan(baseline, texts))


def _key_of(change: Decimal, *, is_chosen: bool) -> str:
    if not change:
        return "same_as_chosen" if is_chosen else "same"
    return ("fall" if change < 0 else "rise") + ("_from_chosen" if is_chosen else "")


def _scan(scan: LvefEntry, texts: HeartTexts) -> dict[str, str]:
    return {
        "value": str(plain(scan.percent)),
        "method": texts.methods[scan.method],
        "day": day_in_words(scan.day),
    }
