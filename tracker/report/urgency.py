"""How urgent one answer or reading is by itself, by the diary's rules."""

from collections.abc import Iterable

from tracker.domain.alert_case import level_on
from tracker.domain.alert_rules import AlertLevel, DrugRule
from tracker.domain.entries import WORST_SEVERITY, SymptomEntry, TemperatureEntry
from tracker.domain.symptoms import is_own
from tracker.domain.treatment import drugs_among
from tracker.report.inputs import ReportInputs


def is_urgent(level: AlertLevel | None) -> bool:
    """Return whether a level asks to call at once."""
    return level is not None and level.at_least(AlertLevel.CALL_NOW)


def worst(levels: Iterable[AlertLevel | None]) -> AlertLevel | None:
    """Return the most urgent level; None without any."""
    known = [level for level in levels if level is not None]
    return min(known, key=lambda level: level.rank, default=None)


def alarm_of(inputs: ReportInputs, symptom: str) -> int:
    """Return how early a symptom asks for a call: 0 for an emergency however mild it is."""
    rule = inputs.library.alert_rules.symptoms.get(symptom)
    levels = rule.levels.of if rule else (None,) * WORST_SEVERITY
    return sum(len(AlertLevel) if level is None else level.rank for level in levels)


def level_of_answer(inputs: ReportInputs, entry: SymptomEntry) -> AlertLevel | None:
    """Return how urgent an answer alone is, with its flags and the drugs around its day."""
    rules = inputs.library.alert_rules
    severity = entry.severity or 0
    levels: list[AlertLevel | None] = []
    if entry.symptom in rules.symptoms:
        levels.append(rules.symptoms[entry.symptom].levels.at(severity))
    elif is_own(entry.symptom) and severity >= rules.own_symptom.from_severity:
        levels.append(rules.own_symptom.level)
    levels += [
        rule.level
        for rule in rules.flags
        if rule.symptom == entry.symptom
        and rule.flag in entry.flags
        and severity >= rule.from_severity
    ]
    levels += [
        rule.levels.at(severity)
        for rule in rules.drugs
        if rule.symptom == entry.symptom
        and rule.levels.at(severity) is not None
        and _on_drugs_of(inputs, rule, entry)
    ]
    return worst(levels)


def level_of_reading(inputs: ReportInputs, entry: TemperatureEntry) -> AlertLevel:
    """Return how urgent a reading off the card is on its day: less so outside treatment."""
    rules = inputs.library.alert_rules.temperature
    rule = rules.high if inputs.card.is_high(entry.temperature) else rules.low
    return level_on((entry.day,), rule.rule, rule.level, inputs.plans)


def _on_drugs_of(inputs: ReportInputs, rule: DrugRule, entry: SymptomEntry) -> bool:
    around = drugs_among(inputs.times_of_rules, entry.day)
    on_her2 = any(inputs.library.drugs[drug].her2 for drug in around)
    return bool(around & set(rule.drugs)) or (rule.on_her2 and on_her2)
