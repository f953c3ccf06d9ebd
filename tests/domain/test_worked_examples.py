"""The worked examples of the contract about alerts and hearts, straight through the rules."""

from decimal import Decimal
from uuid import UUID

import pytest

from tests.cases.case_diaries import diary_of, worked_examples
from tests.domain.diary_builders import alerts_of, heart_of

ALERTS = worked_examples("alerts")
HEARTS = worked_examples("heart")
RISKS = [each for each in HEARTS if "risk" in each["expect"]]
DUE = [each for each in HEARTS if "due" in each["expect"]]


@pytest.mark.parametrize("example", ALERTS, ids=[each["id"] for each in ALERTS])
def test_the_worst_alert_is_as_urgent_as_the_example_says(example) -> None:
    diary = diary_of(example)

    alerts = alerts_of(diary, example["now"]).alerts

    level = alerts[0].level.value if alerts else "none"
    assert level in example["expect"]["level"]
    named = {reason.entry_id for alert in alerts for reason in alert.because}
    assert {UUID(int=number) for number in example["expect"].get("because", ())} <= named


@pytest.mark.parametrize("example", HEARTS, ids=[each["id"] for each in HEARTS])
def test_the_heart_page_says_what_the_example_says(example) -> None:
    diary, expected = diary_of(example), example["expect"]

    heart = heart_of(diary, example["now"])

    for drug, says in expected.get("labels", {}).items():
        own = [row for row in heart.labels if row.drug == drug and row.label == expected["label"]]
        assert [row.says in says for row in own] == [True], (drug, own)
    if "change_points" in expected:
        change = expected["change_points"]
        assert heart.change_points == (None if change is None else Decimal(change))
    if "baseline" in expected:
        assert heart.baseline is not None
        assert heart.baseline.percent == Decimal(expected["baseline"])
    if "method_changed" in expected:
        assert heart.method_changed is expected["method_changed"]
    if "overdue" in expected:
        assert any(check.overdue for check in heart.checks) is expected["overdue"]
    if "doxorubicin" in expected:
        assert str(heart.anthracycline.doxorubicin_mg_m2) in expected["doxorubicin"]


@pytest.mark.parametrize("example", RISKS, ids=[each["id"] for each in RISKS])
def test_the_risk_is_what_the_example_says(example) -> None:
    expected = example["expect"]["risk"]

    found = heart_of(diary_of(example), example["now"]).risk

    assert found is not None
    assert found.level == expected["level"]
    assert found.points == expected.get("points", found.points)


@pytest.mark.parametrize("example", DUE, ids=[each["id"] for each in DUE])
def test_what_is_due_is_what_the_example_says(example) -> None:
    checks = heart_of(diary_of(example), example["now"]).checks

    for due in example["expect"]["due"]:
        first, last = due["between"]
        assert any(
            (check.why, check.drug) == (due["why"], due["drug"])
            and first <= check.due.isoformat() <= last
            for check in checks
        )
