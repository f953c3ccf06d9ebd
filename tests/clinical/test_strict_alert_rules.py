"""Broken alert rules are refused with file, place and what was expected."""

import pytest

from tests.clinical.broken_knowledge import knowledge_with
from tracker.clinical.library import library
from tracker.domain.alert_rules import AlertLevel
from tracker.errors import KnowledgeError

RULES = "alert_rules.toml"

NAUSEA = 'levels = ["none", "call-today", "call-now", "call-now"]'
BROKEN_RULES = {
    "an unknown section": (
        RULES,
        "[emergency_numbers]",
        "[numbers]\n[emergency_numbers]",
        "numbers",
    ),
    "an unknown key": (
        RULES,
        "[symptoms.nausea]",
        "[symptoms.nausea]\nnote = 'x'",
        "alert_rules.toml, symptoms.nausea.note: expected no such key",
    ),
    "three levels": (
        RULES,
        NAUSEA,
        'levels = ["none", "call-today", "call-now"]',
        "symptoms.nausea.levels: expected four of none, emergency",
    ),
    "an unknown level": (RULES, NAUSEA, NAUSEA.replace("none", "green"), "expected four of none"),
    "a level that gets quieter": (
        RULES,
        NAUSEA,
        'levels = ["none", "call-now", "call-today", "call-now"]',
        "levels that never get quieter as the severity grows",
    ),
    "nothing after something": (
        RULES,
        NAUSEA,
        'levels = ["mention", "none", "call-today", "call-now"]',
        "levels that never get quieter",
    ),
    "a rule without a source": (
        RULES,
        f'{NAUSEA}\nsource = "life"',
        NAUSEA,
        "symptoms.nausea.source: expected a text, but the key is missing",
    ),
    "an unknown source": (
        RULES,
        f'{NAUSEA}\nsource = "life"',
        f'{NAUSEA}\nsource = "hearsay"',
        "symptoms.nausea.source: expected one of",
    ),
    "a rule without a place in its source": (
        RULES,
        'where = "nausea row"\n',
        "",
        "symptoms.nausea.where: expected a text, but the key is missing",
    ),
    "a symptom without a rule": (
        RULES,
        "[symptoms.nausea]",
        "[symptoms.sickness]",
        "advice.sickness: expected a text, but the key is missing",
    ),
    "one symptom too few": (
        RULES,
        f'[symptoms.nausea]\n{NAUSEA}\nsource = "life"\nwhere = "nausea row"\n',
        "",
        "symptoms.nausea: expected exactly the symptoms of symptoms.toml",
    ),
    "two rules of one id": (
        RULES,
        'id = "temperature-low"',
        'id = "temperature-high"',
        "an id of its own, but temperature-high is there twice",
    ),
    "a flag rule of an unknown symptom": (
        RULES,
        'symptom = "vomiting"\nflag = "blood"',
        'symptom = "sickness"\nflag = "blood"',
        "flags.vomiting-blood.symptom: expected one of",
    ),
    "a flag that the symptom does not carry": (
        RULES,
        'symptom = "vomiting"\nflag = "blood"',
        'symptom = "vomiting"\nflag = "night"',
        "flags.vomiting-blood.flag: expected a flag that symptoms.toml gives vomiting",
    ),
    "a flag without a rule": (
        RULES,
        '[flags.nail-changes-infected]\nsymptom = "nail-changes"\nflag = "infected"',
        '[flags.nail-changes-infected]\nsymptom = "rash"\nflag = "infected"',
        "flags.nail-changes-infected: expected a rule for every flag of symptoms.toml",
    ),
    "a severity that is none": (RULES, "from_severity = 0", "from_severity = 5", "from 0 to 4"),
    "a flag that raises to nothing": (
        RULES,
        'from_severity = 0\nlevel = "call-now"',
        'from_severity = 0\nlevel = "none"',
        "flags.vomiting-blood.level: expected one of emergency",
    ),
    "an unknown companion": (
        RULES,
        'with = ["vomiting", "mouth-sores"]',
        'with = ["vomiting", "sores"]',
        "companions.diarrhea-with-others.with: expected ids of symptoms",
    ),
    "an unknown drug": (
        RULES,
        'on = ["t-dm1"]',
        'on = ["t-dm2"]',
        "drugs.breathlessness-on-t-dm1.on: expected ids of drugs",
    ),
    "a drug rule that names no drug": (
        RULES,
        'on = ["t-dm1"]\n',
        "",
        "drugs.breathlessness-on-t-dm1.on: expected a list of texts, but the key is missing",
    ),
    "both a list of drugs and all HER2 drugs": (
        RULES,
        'on = ["t-dm1"]',
        'on = ["t-dm1"]\non_her2 = true',
        "drugs.breathlessness-on-t-dm1.on: expected no such key",
    ),
    "advice for a rule that is none": (
        RULES,
        'to_rule = "chest-pain"',
        'to_rule = "chest"',
        "extra_advice.chest-pain-on-fluorouracil.to_rule: expected one of",
    ),
    "an unknown masking symptom": (
        RULES,
        'masked_by = ["feeling-unwell", "chills"]',
        'masked_by = ["feeling-unwell", "cold"]',
        "temperature.masked_by: expected ids of symptoms",
    ),
    "numbers of a card out of order": (
        RULES,
        'high = "38.0"\nlow = "36.0"',
        'high = "36.0"\nlow = "38.0"',
        "temperature.profiles.US.high: expected two body temperatures in °C, high above low",
    ),
    "a card that is no body temperature": (
        RULES,
        'high = "38.0"\nlow = "36.0"',
        'high = "100.4"\nlow = "36.0"',
        "temperature.profiles.US.high: expected two body temperatures",
    ),
    "a card without a source": (
        RULES,
        'low = "36.0"\nsource = "cdc-fever"',
        'low = "36.0"',
        "temperature.profiles.US.source: expected a text",
    ),
    "no numbers for other countries": (
        RULES,
        "[temperature.profiles.other]",
        "[temperature.profiles.ZZ]",
        "temperature.profiles.other: expected the numbers of any other country",
    ),
    "a raised number above the card": (
        RULES,
        'raised_from_celsius = "37.5"',
        'raised_from_celsius = "37.6"',
        "temperature.raised_from_celsius: expected a number above every low, at most every high",
    ),
    "a raised number that is too low": (
        RULES,
        'raised_from_celsius = "37.5"',
        'raised_from_celsius = "36.0"',
        "temperature.raised_from_celsius: expected a number above every low",
    ),
    "no limit of a weight": (
        RULES,
        'more_than = "2.0"',
        'more_than = "0"',
        "weight.weight-3-days.more_than: expected a number above 0",
    ),
    "a weight in stones": (RULES, 'unit = "kg"', 'unit = "st"', "unit: expected one of kg, lb"),
    "a weight over no day": (RULES, "within_days = 3", "within_days = 0", "from 1 to 31"),
    "a sum of one": (RULES, "at_least = 2", "at_least = 1", "at_least: expected a whole number"),
    "two rules that add up": (
        RULES,
        "[adding_up.two-ambers]",
        "[adding_up.three]\n[adding_up.two-ambers]",
        "alert_rules.toml, adding_up: expected exactly one rule",
    ),
    "worsening by nothing": (RULES, "by_levels = 2", "by_levels = 0", "by_levels"),
    "an own symptom from nothing on": (
        RULES,
        "from_severity = 3\n",
        "from_severity = 0\n",
        "own_symptoms.own-symptom.from_severity",
    ),
    "a heart scan months ahead": (RULES, "soon_days = 14", "soon_days = 90", "soon_days"),
    "an unknown key of the heart scan": (
        RULES,
        "soon_days = 14",
        "soon_days = 14\nlate_days = 3",
        "heart_scan.late_days: expected no such key",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"), BROKEN_RULES.values(), ids=list(BROKEN_RULES)
)
def test_broken_alert_rules_are_refused_with_their_place(
    tmp_path, file, old, new, expected
) -> None:
    broken = knowledge_with(tmp_path, file, old, new)

    with pytest.raises(KnowledgeError) as refusal:
        _ = broken.alert_rules

    assert expected in str(refusal.value)


def test_the_levels_are_ordered_from_worst() -> None:
    ranks = [level.rank for level in AlertLevel]

    assert ranks == [0, 1, 2, 3]
    assert AlertLevel.EMERGENCY.at_least(AlertLevel.CALL_NOW)
    assert AlertLevel.CALL_NOW.at_least(AlertLevel.CALL_NOW)
    assert not AlertLevel.CALL_TODAY.at_least(AlertLevel.CALL_NOW)


def test_every_rule_is_listed_once() -> None:
    ids = [rule.id for rule in library().alert_rules.all_rules()]

    assert len(ids) == len(set(ids)) == 76


def test_only_the_rules_about_temperature_name_treatment() -> None:
    naming = {rule.id for rule in library().alert_rules.all_rules() if rule.names_treatment}

    assert naming == {
        "temperature-high",
        "temperature-low",
        "temperature-after-medicine",
        "temperature-raised",
    }
