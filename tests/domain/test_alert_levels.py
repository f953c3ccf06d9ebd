"""Every severity of every symptom, every flag, every companion and every drug rule."""

from types import SimpleNamespace

import pytest

from tests.domain.diary_builders import (
    NOW,
    a_diary,
    alerts_of,
    answer,
    celsius,
    level_of,
    plans_of,
)
from tracker.clinical.library import library
from tracker.domain.alerts import match_alerts

# Urgency of severity 1, 2, 3 and 4, written down a second time: - nothing, m mention, t call-today,
# n call-now, e emergency.
LEVELS = {
    "nausea": "-tnn",
    "vomiting": "-tne",
    "diarrhea": "mtnn",
    "constipation": "-tnn",
    "mouth-sores": "-tnn",
    "appetite-loss": "-mtn",
    "fatigue": "-mtn",
    "feeling-unwell": "tnne",
    "chills": "tnnn",
    "infection-signs": "tnnn",
    "bleeding": "tnee",
    "bruising": "tnnn",
    "breathlessness": "mtne",
    "breathless-lying-flat": "nnne",
    "cough": "mtnn",
    "chest-pain": "eeee",
    "palpitations": "mtne",
    "fainting": "neee",
    "ankle-swelling": "mtne",
    "confusion": "neee",
    "back-pain-weakness": "nnee",
    "numbness-tingling": "mtnn",
    "joint-muscle-pain": "-tnn",
    "pain": "-tnn",
    "headache": "-tne",
    "rash": "mtne",
    "hand-foot": "mtnn",
    "infusion-site": "tnnn",
    "urine-trouble": "mtnn",
    "arm-swelling": "mtnn",
    "leg-swelling-one-side": "nnne",
    "eye-trouble": "mtne",
    "weight-change": "mmtt",
    "hair-loss": "-mmm",
    "taste-change": "-mmm",
    "nail-changes": "-mmm",
    "hot-flushes": "-mmm",
    "periods-changed": "-mmm",
    "vaginal-dryness": "-mmm",
    "memory-concentration": "-mmm",
    "sleep-trouble": "-mmt",
    "worry": "-mmt",
    "low-mood": "mmtn",
}
WORD = {"-": "none", "m": "mention", "t": "call-today", "n": "call-now", "e": "emergency"}
ORDER = "-mtne"
FLAGS = [
    ("vomiting", "blood", 0, "n"),
    ("diarrhea", "night", 0, "t"),
    ("diarrhea", "cramps", 0, "t"),
    ("diarrhea", "blood", 0, "n"),
    ("diarrhea", "incontinence", 0, "n"),
    ("diarrhea", "no-better-24h-medicine", 0, "n"),
    ("constipation", "belly-pain", 2, "n"),
    ("constipation", "vomiting", 2, "n"),
    ("mouth-sores", "little-urine", 0, "n"),
    ("feeling-unwell", "shivering", 0, "n"),
    ("rash", "infected", 0, "n"),
    ("nail-changes", "infected", 0, "t"),
    ("urine-trouble", "blood", 0, "n"),
    ("low-mood", "thoughts-of-self-harm", 0, "e"),
]
SEVERITIES = (1, 2, 3, 4)


def worst(*letters: str) -> str:
    return WORD[max(letters, key=ORDER.index)]


def test_every_symptom_has_its_urgency_here() -> None:
    assert set(LEVELS) == set(library().symptoms)


@pytest.mark.parametrize("symptom", LEVELS)
@pytest.mark.parametrize("severity", SEVERITIES)
def test_each_severity_asks_for_its_call(symptom: str, severity: int) -> None:
    said = answer(symptom, severity)

    report = alerts_of(a_diary(said))

    expected = WORD[LEVELS[symptom][severity - 1]]
    if expected == "none":
        assert report.alerts == ()
        return
    (alert,) = report.alerts
    assert (alert.level, alert.rule) == (expected, symptom)
    assert [reason.entry_id for reason in alert.because] == [said.id]


@pytest.mark.parametrize("symptom", LEVELS)
@pytest.mark.parametrize("severity", [0, None])
def test_absent_and_skipped_ask_for_nothing(symptom: str, severity: int | None) -> None:
    assert level_of(a_diary(answer(symptom, severity))) == "none"


def test_every_flag_is_tested_here() -> None:
    offered = {(each.id, flag.id) for each in library().symptoms.values() for flag in each.flags}

    assert {(symptom, flag) for symptom, flag, _, _ in FLAGS} == offered


@pytest.mark.parametrize(("symptom", "flag", "from_severity", "raised"), FLAGS)
@pytest.mark.parametrize("severity", [None, 0, *SEVERITIES])
def test_a_flag_raises_its_symptom_and_never_lowers_it(
    symptom: str, flag: str, from_severity: int, raised: str, severity: int | None
) -> None:
    base = LEVELS[symptom][severity - 1] if severity else "-"
    expected = worst(base, raised) if (severity or 0) >= from_severity else WORD[base]

    assert level_of(a_diary(answer(symptom, severity, flags=[flag]))) == expected


@pytest.mark.parametrize("flags", [("night", "blood"), ("blood", "night")])
def test_the_worst_of_several_flags_counts(flags: tuple[str, str]) -> None:
    (alert,) = alerts_of(a_diary(answer("diarrhea", 1, flags=flags))).alerts

    assert (alert.level, alert.rule) == ("call-now", "diarrhea-blood")


@pytest.mark.parametrize("companion", ["vomiting", "mouth-sores"])
@pytest.mark.parametrize(
    ("severity", "with_severity", "level"),
    [(1, 1, "mention"), (2, 0, "call-today"), (2, None, "call-today"), (2, 1, "call-now")],
)
def test_diarrhea_with_a_companion_is_for_now_from_two_on(
    companion: str, severity: int, with_severity: int | None, level: str
) -> None:
    diary = a_diary(answer("diarrhea", severity), answer(companion, with_severity))

    assert level_of(diary) == level


def test_diarrhea_with_companions_names_all_of_them() -> None:
    said = [answer("diarrhea", 2), answer("vomiting", 1), answer("mouth-sores", 1)]

    (alert,) = alerts_of(a_diary(*said)).alerts

    assert alert.rule == "diarrhea-with-others"
    assert {reason.entry_id for reason in alert.because} == {each.id for each in said}


def test_a_companion_of_the_day_before_yesterday_no_longer_counts() -> None:
    diary = a_diary(answer("diarrhea", 2), answer("vomiting", 1, "2026-05-11 19:59"))

    assert level_of(diary) == "call-today"


@pytest.mark.parametrize(("value", "rules"), [("37.9", set()), ("38.0", {"diarrhea-with-others"})])
def test_diarrhea_with_a_fever_is_for_now(value: str, rules: set[str]) -> None:
    diary = a_diary(answer("diarrhea", 2), celsius(value))

    found = {alert.rule for alert in alerts_of(diary).alerts}

    assert found & {"diarrhea-with-others"} == rules


def test_a_companion_rule_without_fever_does_not_look_at_readings() -> None:
    rules = library().alert_rules
    (companion,) = rules.companions
    known = SimpleNamespace(
        symptoms=library().symptoms,
        drugs=library().drugs,
        heart_rules=library().heart_rules,
        alert_rules=rules._replace(companions=(companion._replace(or_fever=False),)),
    )
    diary = a_diary(answer("diarrhea", 2), celsius("38.4"))

    alerts = match_alerts(diary, plans_of(diary), known, NOW).alerts

    assert "diarrhea-with-others" not in {alert.rule for alert in alerts}


def test_an_answer_counts_from_its_moment_for_24_hours() -> None:
    diary = a_diary(answer("nausea", 3, "2026-05-12 18:30"))

    levels = [
        level_of(diary, now)
        for now in (
            "2026-05-12 18:29:59",
            "2026-05-12 18:30",
            "2026-05-13 18:30",
            "2026-05-13 18:30:01",
        )
    ]

    assert levels == ["none", "call-now", "call-now", "none"]


@pytest.mark.parametrize("later", [1, 0, None])
def test_a_later_answer_about_the_same_day_replaces_the_earlier(later: int | None) -> None:
    diary = a_diary(
        answer("nausea", 3, "2026-05-12 09:00"), answer("nausea", later, "2026-05-12 18:30")
    )

    assert level_of(diary, "2026-05-12 18:29") == "call-now"
    assert level_of(diary) == "none"


def test_an_answer_about_another_day_replaces_nothing() -> None:
    diary = a_diary(
        answer("nausea", 3, "2026-05-11 22:00"), answer("nausea", 1, "2026-05-12 09:00")
    )

    assert level_of(diary) == "call-now"


def test_the_clock_of_another_time_zone_changes_nothing() -> None:
    diary = a_diary(answer("nausea", 3, "2026-05-12 18:30"))

    assert level_of(diary, "2026-05-13 16:30+00:00") == "call-now"
    assert level_of(diary, "2026-05-13 16:31+00:00") == "none"
