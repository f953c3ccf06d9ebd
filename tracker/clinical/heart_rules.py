"""Reads `heart.toml` and its texts: labels, monitoring, risk and totals, each with its source."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from re import findall

from tracker.clinical.bounds import read_bounds
from tracker.clinical.heart_labels import read_labels
from tracker.clinical.reading import Table, read_file
from tracker.clinical.sources import source_of
from tracker.domain.entries import LvefMethod
from tracker.domain.heart_rules import (
    AGE,
    ANTHRACYCLINE_BEFORE,
    ANTHRACYCLINE_TOGETHER,
    BASELINE_LVEF,
    AnthracyclineFactor,
    AnthracyclineLimit,
    AnthracyclineMonitoring,
    HeartRules,
    HeartTexts,
    Monitoring,
    RiskBand,
    RiskLevel,
    RiskMonitoring,
    RiskRules,
    RiskWeight,
)
from tracker.domain.regimen import DrugFacts
from tracker.domain.sources import Source

_MOST_MONTHS = 120
_MOST_DAYS = 366
_MOST_POINTS = 20
_FACT_NAMES = {
    "latest": {"value", "method", "day"},
    "fall": {"points", "value", "method", "day"},
    "rise": {"points", "value", "method", "day"},
    "same": {"value", "method", "day"},
    "fall_from_chosen": {"points", "value", "method", "day"},
    "rise_from_chosen": {"points", "value", "method", "day"},
    "same_as_chosen": {"value", "method", "day"},
    "only_chosen": {"value", "method", "day"},
    "only_baseline": {"value", "method", "day"},
    "low_since": {"value", "day", "weeks"},
    "part_of_a_week": {"value", "day", "days"},
    "no_baseline": set(),
    "no_limit": set(),
    "method_changed": {"before", "now"},
    "symptoms": {"symptoms"},
    "finished": {"day"},
    "your_team": set(),
}
_DERIVED_NAMES = {
    AGE: {"value"},
    BASELINE_LVEF: {"value"},
    ANTHRACYCLINE_BEFORE: set(),
    ANTHRACYCLINE_TOGETHER: set(),
}


def read_heart_rules(
    folder: Path,
    language: str,
    drugs: Mapping[str, DrugFacts],
    symptoms: Collection[str],
    sources: Mapping[str, Source],
) -> HeartRules:
    """Return all that is known about hearts, cross-checked with drugs, symptoms and sources.

    Raises:
        KnowledgeError: Something in the files is not as expected.
    """
    her2 = {each.id for each in drugs.values() if each.her2 and each.infusion}
    with (
        read_file(folder / "texts" / language / "heart.toml") as texts,
        read_file(folder / "heart.toml") as top,
    ):
        override = top.texts("override_symptoms")
        if not set(override) <= set(symptoms):
            raise top.wrong("override_symptoms", "ids of symptoms")
        labels = read_labels(top.table("labels"), texts.table("labels"), her2, sources)
        monitoring = _monitoring(top.table("monitoring"), texts, her2, sources)
        risk = _risk(top.table("risk"), sources)
        with top.table("anthracyclines") as table, texts.table("limits") as limit_texts:
            return HeartRules(
                labels=labels,
                monitoring=monitoring,
                risk=risk,
                anthracyclines=_factors(table, drugs, sources),
                equivalence_source=source_of(table, sources),
                limits=_limits(table, limit_texts, sources),
                override_symptoms=override,
                texts=_texts(texts, risk),
            )


def _texts(texts: Table, risk: RiskRules) -> HeartTexts:
    factors = _about_factors(texts, "risk_factors", risk)
    explained = _about_factors(texts, "risk_factors_explained", risk)
    with (
        texts.table("facts") as facts,
        texts.table("methods") as methods,
        texts.table("derived_factors") as derived,
    ):
        return HeartTexts(
            facts={key: _checked(facts, key, names) for key, names in _FACT_NAMES.items()},
            methods={method.value: methods.text(method.value) for method in LvefMethod},
            risk_factors=factors,
            risk_factors_explained=explained,
            derived_factors={
                key: _checked(derived, key, names) for key, names in _DERIVED_NAMES.items()
            },
        )


def _about_factors(texts: Table, key: str, risk: RiskRules) -> Mapping[str, str]:
    found = texts.table(key).texts_by_id()
    if set(found) != set(risk.factors):
        raise texts.wrong(key, "exactly the factors of heart.toml")
    return found


def _checked(facts: Table, key: str, names: Collection[str]) -> str:
    text = facts.text(key)
    if set(findall(r"\{(.*?)\}", text)) != set(names):
        raise facts.wrong(key, "in braces exactly " + (", ".join(sorted(names)) or "nothing"))
    return text


def _monitoring(
    table: Table, texts: Table, her2: Collection[str], sources: Mapping[str, Source]
) -> Monitoring:
    with table:
        section = table.table("drugs")
        places = {drug: source_of(each, sources) for drug, each in section.by_id()}
        if set(places) != set(her2):
            raise table.wrong("drugs", "exactly the HER2 drugs that are infused or injected")
        after = table.integers("after_months", low=1, high=_MOST_MONTHS)
        if list(after) != sorted(set(after)):
            raise table.wrong("after_months", "months in their order, each once")
        return Monitoring(
            during_months=table.integer("during_months", low=1, high=_MOST_MONTHS),
            end_done_within_days=table.integer("end_done_within_days", low=0, high=_MOST_DAYS),
            after_months=after,
            after_done_within_days=table.integer("after_done_within_days", low=0, high=_MOST_DAYS),
            sources=places,
            by_risk=_by_risk(table.table("by_risk"), texts.table("by_risk"), sources),
            anthracycline=_after_anthracycline(table.table("anthracycline"), sources),
        )


def _by_risk(table: Table, texts: Table, sources: Mapping[str, Source]) -> RiskMonitoring:
    with table, texts:
        closer = table.texts("closer")
        if not set(closer) <= set(RiskLevel):
            raise table.wrong("closer", "levels of risk")
        return RiskMonitoring(
            closer=tuple(RiskLevel(level) for level in closer),
            within_days=table.integer("within_days", low=1, high=_MOST_DAYS),
            for_months=table.integer("for_months", low=1, high=_MOST_MONTHS),
            words={level: texts.text(level.value) for level in RiskLevel},
            source=source_of(table, sources),
        )


def _after_anthracycline(table: Table, sources: Mapping[str, Source]) -> AnthracyclineMonitoring:
    with table, table.table("before_her2") as before:
        return AnthracyclineMonitoring(
            before_her2=source_of(before, sources),
            months=table.integer("months", low=1, high=_MOST_MONTHS),
            source=source_of(table, sources),
        )


def _risk(table: Table, sources: Mapping[str, Source]) -> RiskRules:
    with table:
        section = table.table("factors")
        medium_from = table.integer("medium_from", low=1, high=_MOST_POINTS)
        rules = RiskRules(
            source=source_of(table, sources),
            factors={each: _points_or_level(weight) for each, weight in section.by_id()},
            ages=tuple(_band(each, "years") for each in table.tables("ages")),
            lvef=tuple(_band(each, "lvef") for each in table.tables("baseline_lvef")),
            anthracycline_before=_weight(table.table("anthracycline_before")),
            anthracycline_together=_weight(table.table("anthracycline_together")),
            medium_from=medium_from,
            high_from=table.integer("high_from", low=medium_from + 1, high=_MOST_POINTS),
        )
        _refuse_overlap(table, "ages", rules.ages)
        _refuse_overlap(table, "baseline_lvef", rules.lvef)
        return rules


def _refuse_overlap(table: Table, key: str, bands: tuple[RiskBand, ...]) -> None:
    for lower, upper in pairwise(bands):
        if lower.bounds.below is None or lower.bounds.below != upper.bounds.at_least:
            raise table.wrong(key, "bands in their order, each beginning where the last ends")


def _band(table: Table, key: str) -> RiskBand:
    return RiskBand(bounds=read_bounds(table, key), weight=_points_or_level(table))


def _weight(table: Table) -> RiskWeight:
    with table:
        return _points_or_level(table)


def _points_or_level(table: Table) -> RiskWeight:
    if table.has("level") == table.has("points"):
        raise table.wrong("points", "either points or a level")
    if table.has("level"):
        return RiskWeight(level=table.choice("level", RiskLevel))
    return RiskWeight(points=table.integer("points", low=1, high=_MOST_POINTS))


def _factors(
    table: Table, drugs: Mapping[str, DrugFacts], sources: Mapping[str, Source]
) -> dict[str, AnthracyclineFactor]:
    section = table.table("drugs")
    factors = {drug: _factor(each, drugs, sources) for drug, each in section.by_id()}
    if set(factors) != {each.id for each in drugs.values() if each.anthracycline}:
        raise table.wrong("drugs", "exactly the anthracyclines of drugs.toml")
    return factors


def _factor(
    table: Table, drugs: Mapping[str, DrugFacts], sources: Mapping[str, Source]
) -> AnthracyclineFactor:
    together: dict[str, Decimal] = {}
    if table.has("usual_mg_m2_with"):
        with table.table("usual_mg_m2_with") as others:
            together = {drug: _above_zero(others, drug) for drug in others.texts_by_id()}
    for drug in together:
        if drug not in drugs:
            raise table.wrong("usual_mg_m2_with", "ids of drugs")
    return AnthracyclineFactor(
        factor=_above_zero(table, "factor"),
        source=source_of(table, sources),
        usual_mg_m2=_above_zero(table, "usual_mg_m2"),
        usual_mg_m2_with=together,
    )


def _limits(
    table: Table, texts: Table, sources: Mapping[str, Source]
) -> tuple[AnthracyclineLimit, ...]:
    limits = tuple(
        AnthracyclineLimit(
            _above_zero(each, "mg_m2"),
            texts.text(each.text("id")),
            source_of(each, sources),
            each.boolean("is_limit", default=False),
        )
        for each in table.tables("limits")
    )
    totals = [limit.mg_m2 for limit in limits]
    if totals != sorted(set(totals)):
        raise table.wrong("limits", "totals in their order, each once")
    return limits


def _above_zero(table: Table, key: str) -> Decimal:
    value = table.decimal(key)
    if value <= 0:
        raise table.wrong(key, "a number above 0")
    return value
