"""Broken heart rules are refused with file, place and what was expected."""

import pytest

from tests.clinical.broken_knowledge import knowledge_with
from tracker.clinical.library import library
from tracker.errors import KnowledgeError

RULES, TEXTS = "heart.toml", "texts/en/heart.toml"

BROKEN = {
    "an unknown section": (RULES, "[monitoring]", "[more]\n[monitoring]", "more"),
    "an unknown symptom": (RULES, '"breathlessness",', '"breath",', "override_symptoms"),
    "a label without a source": (
        RULES,
        'label = "US"\nsource = "her-us"',
        'label = "US"',
        "heart.toml, labels.trastuzumab-us.source: expected a text, but the key is missing",
    ),
    "a label of an unknown region": (
        RULES,
        'label = "US"',
        'label = "MARS"',
        "labels.trastuzumab-us.label: expected one of US, EU",
    ),
    "a HER2 drug without a label": (
        RULES,
        'drugs = ["t-dxd"]',
        'drugs = ["t-dm1"]',
        "labels: expected a label for exactly the HER2 drugs",
    ),
    "a row that says something unknown": (
        RULES,
        'fall = { at_least = "16" }, says = "hold"',
        'fall = { at_least = "16" }, says = "stop"',
        "says: expected one of no-hold, hold",
    ),
    "a row with an unknown key": (
        RULES,
        'id = "fall-16", fall',
        'id = "fall-16", drop = 1, fall',
        "fall-16.drop: expected no such key",
    ),
    "a hold without what comes after it": (
        RULES,
        'says = "ask-about-stopping", then = "held"',
        'says = "hold"',
        "fall-16-often-held.then: expected a text, but the key is missing",
    ),
    "a hold with an unknown list": (
        RULES,
        'fall = { at_least = "16" }, says = "hold", then = "held"',
        'fall = { at_least = "16" }, says = "hold", then = "later"',
        "fall-16.then: expected one of held",
    ),
    "a list that no hold names": (
        RULES,
        "[labels.pertuzumab.after]\n",
        '[labels.pertuzumab.after]\nspare = [{ id = "otherwise", says = "may-resume" }]\n',
        "labels.pertuzumab.after: expected only lists that a hold names",
    ),
    "rows that leave values out": (
        RULES,
        '  { id = "below-45", says = "hold", then = "low" },\n',
        "",
        "labels.t-dm1.rows: expected a last row without limits",
    ),
    "a row without words": (
        TEXTS,
        "fall-16 = ",
        "fall-17 = ",
        "labels.trastuzumab-us.fall-16: expected a text, but the key is missing",
    ),
    "words for no row": (
        TEXTS,
        "fall-16 = ",
        'fall-17 = "x"\nfall-16 = ',
        "labels.trastuzumab-us.fall-17: expected no such key",
    ),
    "words for no label": (
        TEXTS,
        "[labels.t-dm1]",
        '[labels.t-dm2]\nx = "x"\n[labels.t-dm1]',
        "labels.t-dm2: expected no such key",
    ),
    "no limit at all": (
        RULES,
        'id = "fall-16", fall = { at_least = "16" }',
        'id = "fall-16", fall = {}',
        "fall-16.fall: expected",
    ),
    "two lower limits": (
        RULES,
        'id = "fall-16", fall = { at_least = "16" }',
        'id = "fall-16", fall = { at_least = "16", more_than = "15" }',
        "fall-16.fall: expected one lower limit, one upper limit above it, or either",
    ),
    "two upper limits": (
        RULES,
        'id = "fall-16", fall = { at_least = "16" }',
        'id = "fall-16", fall = { at_most = "16", below = "17" }',
        "fall-16.fall: expected one lower limit",
    ),
    "limits out of order": (
        RULES,
        'id = "fall-16", fall = { at_least = "16" }',
        'id = "fall-16", fall = { at_least = "16", below = "16" }',
        "fall-16.fall: expected one lower limit",
    ),
    "a limit without quotes": (
        RULES,
        'id = "fall-16", fall = { at_least = "16" }',
        'id = "fall-16", fall = { at_least = 16 }',
        "fall-16.fall.at_least: expected a text",
    ),
    "an unknown limit": (
        RULES,
        'id = "fall-16", fall = { at_least = "16" }',
        'id = "fall-16", fall = { at_least = "16", about = "17" }',
        "fall-16.fall.about: expected no such key",
    ),
    "a place against the limit that is none": (
        RULES,
        'limit = "below"',
        'limit = "near"',
        "limit: expected one of below, within",
    ),
    "a drug that is not monitored": (
        RULES,
        "[monitoring.drugs.t-dxd]",
        "[monitoring.drugs.tamoxifen]",
        "monitoring.drugs: expected exactly the HER2 drugs that are infused or injected",
    ),
    "months out of order": (
        RULES,
        "after_months = [6, 12, 18, 24]",
        "after_months = [6, 18, 12, 24]",
        "monitoring.after_months: expected months in their order, each once",
    ),
    "months twice": (RULES, "after_months = [6, 12", "after_months = [6, 6, 12", "after_months"),
    "every 0 months": (RULES, "during_months = 3", "during_months = 0", "monitoring.during_months"),
    "a factor with points and a level": (
        RULES,
        "arrhythmia = { points = 2 }",
        'arrhythmia = { points = 2, level = "high" }',
        "risk.factors.arrhythmia.points: expected either points or a level",
    ),
    "a factor with nothing": (
        RULES,
        "arrhythmia = { points = 2 }",
        "arrhythmia = {}",
        "risk.factors.arrhythmia.points: expected either points or a level",
    ),
    "an unknown level": (
        RULES,
        "ages = [\n",
        'ages = [ { years = { below = "65" }, level = "x" },\n',
        "level",
    ),
    "ages that overlap": (
        RULES,
        'years = { at_least = "65", below = "80" }',
        'years = { at_least = "65", below = "81" }',
        "risk.ages: expected bands in their order, each beginning where the last ends",
    ),
    "ages without an end": (
        RULES,
        'years = { at_least = "65", below = "80" }',
        'years = { at_least = "65" }',
        "risk.ages: expected bands in their order",
    ),
    "values that overlap": (
        RULES,
        'lvef = { at_least = "50", below = "55" }',
        'lvef = { at_least = "49", below = "55" }',
        "risk.baseline_lvef: expected bands in their order",
    ),
    "high below medium": (RULES, "high_from = 5", "high_from = 2", "risk.high_from: expected"),
    "a factor without words": (
        TEXTS,
        "arrhythmia = ",
        "rhythm = ",
        "risk_factors: expected exactly the factors of heart.toml",
    ),
    "a factor without an explanation": (
        TEXTS,
        'obesity = "Your weight',
        'weight = "Your weight',
        "risk_factors_explained: expected exactly the factors of heart.toml",
    ),
    "an anthracycline without a factor": (
        RULES,
        "[anthracyclines.drugs.epirubicin]",
        "[anthracyclines.drugs.tamoxifen]",
        "anthracyclines.drugs: expected exactly the anthracyclines of drugs.toml",
    ),
    "a factor of 0": (
        RULES,
        'factor = "0.8"',
        'factor = "0"',
        "anthracyclines.drugs.epirubicin.factor: expected a number above 0",
    ),
    "a usual dose with an unknown drug": (
        RULES,
        'usual_mg_m2_with = { fluorouracil = "100" }',
        'usual_mg_m2_with = { fluoro = "100" }',
        "anthracyclines.drugs.epirubicin.usual_mg_m2_with: expected ids of drugs",
    ),
    "limits of totals out of order": (
        RULES,
        'mg_m2 = "250"',
        'mg_m2 = "301"',
        "anthracyclines.limits: expected totals in their order, each once",
    ),
    "a limit without words": (TEXTS, "higher-risk = ", "high-risk = ", "limits.higher-risk"),
    "a sentence without its value": (
        TEXTS,
        'latest = "Latest LVEF {value}%',
        'latest = "Latest LVEF',
        "facts.latest: expected in braces exactly day, method, value",
    ),
    "a sentence with a value that is none": (
        TEXTS,
        'your_team = "Your',
        'your_team = "{name}: your',
        "facts.your_team: expected in braces exactly nothing",
    ),
    "a method without words": (TEXTS, 'mri = "MRI"', 'scan = "MRI"', "methods.mri: expected"),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_broken_heart_rules_are_refused_with_their_place(
    tmp_path, file, old, new, expected
) -> None:
    broken = knowledge_with(tmp_path, file, old, new)

    with pytest.raises(KnowledgeError) as refusal:
        _ = broken.heart_rules

    assert expected in str(refusal.value)


def test_the_totals_that_texts_name_are_there_with_their_sources() -> None:
    limits = library().heart_rules.limits

    assert [str(limit.mg_m2) for limit in limits] == ["250", "300", "400", "550"]
    assert {limit.source.id for limit in limits} == {"esc-2022", "dox-heart", "mims-rubicin"}


def test_every_risk_factor_has_words() -> None:
    rules = library().heart_rules

    assert set(rules.texts.risk_factors) == set(rules.risk.factors)
    assert set(rules.texts.risk_factors_explained) == set(rules.risk.factors)
    assert len(rules.risk.factors) == 15
