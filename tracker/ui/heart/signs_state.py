"""The signs of the heart with today's answers and what the rules say of each. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.alert_rules import AlertLevel, AlertRules
from tracker.domain.alert_wording import fill_in
from tracker.domain.entries import SymptomEntry, WeightEntry
from tracker.domain.measurements import Weight
from tracker.domain.people import CareTeam
from tracker.domain.sources import Source
from tracker.domain.symptoms import SymptomDefinition
from tracker.services.companion import Companion

_SEVERITIES = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartSign:
    """One symptom.

    Attributes:
        severity: Of today's answer; 0 is absent, None without an answer or when it was skipped.
        answer: Its words; None without an answer or when it was skipped.
        was_skipped: She would rather not say today.
        call_from: The mildest words that ask for a call; None where any strength asks for it.
        calls_now: Today's answer asks for a call.
        call: What the rule says about today's answer, else about the mildest that asks for a call.
    """

    name: str
    severity: int | None
    answer: str | None
    was_skipped: bool
    call_from: str | None
    calls_now: bool
    call: str


@dataclass(frozen=True, slots=True)
class WeightLimit:
    """A gain that a published text names, with whose text it is."""

    more_than: Decimal
    unit: str
    within_days: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartSigns:
    """All of them.

    Attributes:
        weight: The latest of today.
        weight_call: What the rules say about a gain, and what else it can come from.
    """

    signs: tuple[HeartSign, ...]
    weight: Weight | None
    weight_limits: tuple[WeightLimit, ...]
    weight_call: str


def heart_signs(companion: Companion, *, on_her2: bool) -> HeartSigns:
    """Return the signs in the order of the heart rules, with those of HER2 drugs if on one."""
    library, care = companion.library, companion.person().care
    record = companion.diary.day(companion.clock().date())
    rules = library.alert_rules
    weights = [entry.weight for entry in record.others if isinstance(entry, WeightEntry)]
    gain = rules.weight[0]
    words = f"{rules.texts.levels[gain.level].sentence} {gain.rule.advice}"
    return HeartSigns(
        signs=tuple(
            _sign(library.symptoms[symptom], record.answers.get(symptom), rules, care, on_her2)
            for symptom in library.heart_rules.override_symptoms
        ),
        weight=weights[-1] if weights else None,
        weight_limits=tuple(
            WeightLimit(each.more_than, each.unit.value, each.within_days, each.rule.source)
            for each in rules.weight
        ),
        weight_call=fill_in(words, care, rules),
    )


def _sign(
    symptom: SymptomDefinition,
    answer: SymptomEntry | None,
    rules: AlertRules,
    care: CareTeam,
    on_her2: bool,  # noqa: FBT001 - one caller, five lines above
) -> HeartSign:
    levels = _levels(symptom.id, rules, on_her2=on_her2)
    mildest = next(each for each in _SEVERITIES if _asks_for_a_call(levels[each]))
    severity = answer.severity if answer else None
    calls_now = severity is not None and _asks_for_a_call(levels.get(severity))
    level = levels[severity if calls_now and severity else mildest]
    words = f"{rules.texts.levels[level].sentence if level else ''} "
    return HeartSign(
        name=symptom.name,
        severity=severity,
        answer=None if severity is None else symptom.words(severity),
        was_skipped=answer is not None and severity is None,
        call_from=None if mildest == 1 else symptom.words(mildest),
        calls_now=calls_now,
        call=fill_in(words + rules.symptoms[symptom.id].rule.advice, care, rules),
    )


def _asks_for_a_call(level: AlertLevel | None) -> bool:
    return level is not None and level.at_least(AlertLevel.CALL_TODAY)


def _levels(symptom: str, rules: AlertRules, *, on_her2: bool) -> Mapping[int, AlertLevel | None]:
    """Return the worst level of each severity among the rules that hold for her."""
    tables = [rules.symptoms[symptom].levels]
    if on_her2:
        tables += [rule.levels for rule in rules.drugs if rule.on_her2 and rule.symptom == symptom]
    worst: dict[int, AlertLevel | None] = {}
    for severity in _SEVERITIES:
        found = [level for table in tables if (level := table.at(severity)) is not None]
        worst[severity] = min(found, key=lambda level: level.rank, default=None)
    return worst
