"""Symptoms that are more urgent on some drugs: first dose to six weeks after the last."""

import pytest

from tests.domain.diary_builders import a_course, a_diary, alerts_of, answer, level_of, lvef

SEVERITIES = (1, 2, 3, 4)


def on(regimen: str, *entries, now: str = "2026-05-12 20:00") -> list:
    diary = a_diary(lvef("62", "2026-05-01"), *entries, courses=[a_course(regimen)])
    return [alert for alert in alerts_of(diary, now).alerts if alert.level != "mention"]


@pytest.mark.parametrize("drug", ["t-dm1", "t-dxd"])
@pytest.mark.parametrize("severity", SEVERITIES)
def test_shortness_of_breath_on_a_drug_that_can_harm_lungs_is_for_now(
    drug: str, severity: int
) -> None:
    (alert,) = on(drug, answer("breathlessness", severity))

    assert alert.level == ("emergency" if severity == 4 else "call-now")
    if severity < 4:
        assert alert.rule == f"breathlessness-on-{drug}"


@pytest.mark.parametrize("drug", ["t-dm1", "t-dxd"])
@pytest.mark.parametrize("severity", SEVERITIES)
def test_cough_on_a_drug_that_can_harm_lungs_is_for_today_then_for_now(
    drug: str, severity: int
) -> None:
    (alert,) = on(drug, answer("cough", severity))

    assert alert.level == ("call-today" if severity == 1 else "call-now")
    assert alert.rule == f"cough-on-{drug}"


@pytest.mark.parametrize("regimen", ["t-dm1", "t-dxd", "h-year", "hp-year", "phesgo-year"])
def test_swollen_ankles_on_a_her2_drug_are_for_today(regimen: str) -> None:
    (alert,) = on(regimen, answer("ankle-swelling", 1))

    assert (alert.level, alert.rule) == ("call-today", "ankle-swelling-on-her2")


@pytest.mark.parametrize("symptom", ["breathlessness", "cough", "ankle-swelling"])
def test_without_such_a_drug_the_first_level_is_only_mentioned(symptom: str) -> None:
    assert level_of(a_diary(answer(symptom, 1))) == "mention"


def test_a_lung_rule_does_not_hold_on_trastuzumab() -> None:
    assert on("h-year", answer("breathlessness", 1), answer("cough", 1)) == []


# T-DM1 from 4 May 2026: fourteen doses, the last on 1 February 2027; 42 days later is 15 March.
@pytest.mark.parametrize(
    ("day", "level"),
    [("2026-05-03", "mention"), ("2026-05-04", "call-now"), ("2027-03-15", "call-now")],
)
def test_a_lung_rule_holds_from_the_first_dose_to_six_weeks_after_the_last(
    day: str, level: str
) -> None:
    diary = a_diary(answer("breathlessness", 1, f"{day} 10:00"), courses=[a_course("t-dm1")])

    alerts = alerts_of(diary, f"{day} 11:00").alerts

    assert [each.level for each in alerts if each.rule.startswith("breathlessness")] == [level]


def test_a_lung_rule_ends_six_weeks_after_the_last_dose() -> None:
    diary = a_diary(answer("breathlessness", 1, "2027-03-16 10:00"), courses=[a_course("t-dm1")])

    alerts = alerts_of(diary, "2027-03-16 11:00").alerts

    assert "breathlessness-on-t-dm1" not in {each.rule for each in alerts}


@pytest.mark.parametrize(("regimen", "says"), [("fec-dh", True), ("tc", False)])
def test_chest_pain_on_fluorouracil_adds_what_its_leaflet_says(regimen: str, *, says: bool) -> None:
    diary = a_diary(answer("chest-pain", 1), courses=[a_course(regimen)])

    alert = alerts_of(diary).alerts[0]

    assert alert.level == "emergency"
    assert ("stop them and phone" in alert.advice) is says
