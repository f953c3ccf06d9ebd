"""Reads `alert_rules.toml` and its texts: which answer or reading asks for which call."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from tracker.clinical.alert_rule_parts import (
    RuleReader,
    level_of,
    levels_by_severity,
    read_alert_texts,
    read_temperature_rules,
)
from tracker.clinical.reading import Table, read_file
from tracker.domain.alert_rules import (
    AddingUpRule,
    AlertRules,
    CompanionRule,
    DrugRule,
    ExtraAdvice,
    FlagRule,
    HeartScanRules,
    OwnSymptomRule,
    SymptomRule,
    WeightRule,
    WorseningRule,
)
from tracker.domain.entries import WORST_SEVERITY
from tracker.domain.measurements import WeightUnit
from tracker.domain.sources import Source
from tracker.domain.symptoms import SymptomDefinition

_LONGEST_SPAN_DAYS = 31


def read_alert_rules(
    folder: Path,
    language: str,
    symptoms: Mapping[str, SymptomDefinition],
    drugs: Collection[str],
    sources: Mapping[str, Source],
) -> AlertRules:
    """Return all alert rules, cross-checked with symptoms, drugs and sources.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    with read_file(folder / "texts" / language / "alert_rules.toml") as texts_top:
        advice = texts_top.table("advice")
        texts = read_alert_texts(texts_top)
    rules = RuleReader(advice, sources)
    with read_file(folder / "alert_rules.toml") as top:
        read = _Sections(top, rules, symptoms, drugs)
        result = AlertRules(
            symptoms=read.symptom_rules(),
            flags=tuple(read.flag_rules()),
            companions=tuple(read.companion_rules()),
            drugs=tuple(read.drug_rules()),
            extra_advice=tuple(read.extra_advice()),
            temperature=read_temperature_rules(top.table("temperature"), rules, symptoms),
            weight=tuple(read.weight_rules()),
            adding_up=read.adding_up(),
            worsening=read.worsening(),
            own_symptom=read.own_symptom(),
            heart_scan=read.heart_scan(),
            emergency_numbers=top.table("emergency_numbers").texts_by_id(),
            crisis_lines=top.table("crisis_lines").texts_by_id(),
            texts=texts,
        )
    advice.finish()
    _check_titles(texts_top, result)
    return result


class _Sections:
    """The sections of the file whose rules are tables by rule id."""

    def __init__(
        self,
        top: Table,
        rules: RuleReader,
        symptoms: Mapping[str, SymptomDefinition],
        drugs: Collection[str],
    ) -> None:
        self._top = top
        self._rules = rules
        self._symptoms = symptoms
        self._drugs = drugs

    def symptom_rules(self) -> dict[str, SymptomRule]:
        section = self._top.table("symptoms")
        found = {
            rule_id: SymptomRule(
                rule=self._rules.rule(table, rule_id),
                symptom=rule_id,
                levels=levels_by_severity(table),
            )
            for rule_id, table in section.by_id()
        }
        if set(found) != set(self._symptoms):
            odd = min(set(found) ^ set(self._symptoms))
            raise section.wrong(odd, "exactly the symptoms of symptoms.toml")
        return found

    def flag_rules(self) -> Iterator[FlagRule]:
        offered = {(each.id, flag.id) for each in self._symptoms.values() for flag in each.flags}
        section = self._top.table("flags")
        ruled = set()
        for rule_id, table in section.by_id():
            rule = FlagRule(
                rule=self._rules.rule(table, rule_id),
                symptom=table.known("symptom", self._symptoms),
                flag=table.text("flag"),
                from_severity=table.integer("from_severity", low=0, high=WORST_SEVERITY),
                level=level_of(table, "level"),
            )
            if (rule.symptom, rule.flag) not in offered:
                raise table.wrong("flag", f"a flag that symptoms.toml gives {rule.symptom}")
            ruled.add((rule.symptom, rule.flag))
            yield rule
        for symptom, flag in sorted(offered - ruled):
            raise section.wrong(f"{symptom}-{flag}", "a rule for every flag of symptoms.toml")

    def companion_rules(self) -> Iterator[CompanionRule]:
        for rule_id, table in self._top.table("companions").by_id():
            companions = table.texts("with")
            for companion in companions:
                if companion not in self._symptoms:
                    raise table.wrong("with", "ids of symptoms")
            yield CompanionRule(
                rule=self._rules.rule(table, rule_id),
                symptom=table.known("symptom", self._symptoms),
                from_severity=table.integer("from_severity", low=1, high=WORST_SEVERITY),
                companions=companions,
                companion_severity=table.integer("with_severity", low=1, high=WORST_SEVERITY),
                or_fever=table.boolean("or_fever"),
                level=level_of(table, "level"),
            )

    def drug_rules(self) -> Iterator[DrugRule]:
        for rule_id, table in self._top.table("drugs").by_id():
            on_her2 = table.boolean("on_her2", default=False)
            yield DrugRule(
                rule=self._rules.rule(table, rule_id),
                symptom=table.known("symptom", self._symptoms),
                drugs=() if on_her2 else self._drug_ids(table),
                on_her2=on_her2,
                levels=levels_by_severity(table),
            )

    def extra_advice(self) -> Iterator[ExtraAdvice]:
        for rule_id, table in self._top.table("extra_advice").by_id():
            yield ExtraAdvice(
                rule=self._rules.rule(table, rule_id),
                to_rule=table.known("to_rule", self._symptoms),
                drugs=self._drug_ids(table),
            )

    def weight_rules(self) -> Iterator[WeightRule]:
        for rule_id, table in self._top.table("weight").by_id():
            more_than = table.decimal("more_than")
            if more_than <= 0:
                raise table.wrong("more_than", "a number above 0")
            yield WeightRule(
                rule=self._rules.rule(table, rule_id),
                level=level_of(table, "level"),
                more_than=more_than,
                unit=table.choice("unit", WeightUnit),
                within_days=table.integer("within_days", low=1, high=_LONGEST_SPAN_DAYS),
            )

    def adding_up(self) -> AddingUpRule:
        rule_id, table = self._only("adding_up")
        with table:
            return AddingUpRule(
                self._rules.rule(table, rule_id),
                table.integer("at_least", low=2, high=10),
                level_of(table, "level"),
            )

    def worsening(self) -> WorseningRule:
        rule_id, table = self._only("worsening")
        with table:
            return WorseningRule(
                self._rules.rule(table, rule_id),
                table.integer("by_levels", low=1, high=WORST_SEVERITY),
                level_of(table, "level"),
            )

    def own_symptom(self) -> OwnSymptomRule:
        rule_id, table = self._only("own_symptoms")
        with table:
            return OwnSymptomRule(
                self._rules.rule(table, rule_id),
                table.integer("from_severity", low=1, high=WORST_SEVERITY),
                level_of(table, "level"),
            )

    def heart_scan(self) -> HeartScanRules:
        with (
            self._top.table("heart_scan") as table,
            table.table("due") as due,
            table.table("overdue") as overdue,
        ):
            return HeartScanRules(
                due=self._rules.rule(due),
                overdue=self._rules.rule(overdue),
                level=level_of(table, "level"),
                soon_days=table.integer("soon_days", low=0, high=_LONGEST_SPAN_DAYS),
            )

    def _drug_ids(self, table: Table) -> tuple[str, ...]:
        ids = table.texts("on")
        for each in ids:
            if each not in self._drugs:
                raise table.wrong("on", "ids of drugs")
        return ids

    def _only(self, key: str) -> tuple[str, Table]:
        section = self._top.table(key)
        match section.keys():
            case (rule_id,):
                return rule_id, section.table(rule_id)
        raise self._top.wrong(key, "exactly one rule")


def _check_titles(texts_top: Table, rules: AlertRules) -> None:
    ids = {rule.id for rule in rules.all_rules()}
    for rule_id in rules.texts.titles:
        if rule_id not in ids:
            raise texts_top.wrong(f"titles.{rule_id}", "the id of a rule")
