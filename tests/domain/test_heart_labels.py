"""What each label says: every row at each of its boundaries, and after a hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.diary_builders import (
    a_course,
    a_diary,
    a_person,
    answer,
    heart_of,
    heart_profile,
    left_out,
    lvef,
)

FIRST_DOSE = date(2026, 5, 4)
LOW_ON = date(2026, 8, 3)
REGIMEN = {
    "trastuzumab": "h-year",
    "pertuzumab": "hp-year",
    "pertuzumab-trastuzumab-sc": "phesgo-year",
    "t-dm1": "t-dm1",
    "t-dxd": "t-dxd",
}


def says(
    drug: str, baseline: str, *values: tuple[str, int], label: str = "US", limit: str | None = "50"
) -> str:
    """What the person's own label says after values so many days from 3 August 2026 on.

    Every dose from the first value on was left out.
    """
    scans = [lvef(value, str(LOW_ON + timedelta(days))) for value, days in values]
    regimen = REGIMEN[drug]
    held = [left_out(drug, dose) for dose in range(6, 15)] if len(values) > 1 else []
    diary = a_diary(
        lvef(baseline, "2026-05-01"),
        *scans,
        courses=[a_course(regimen, events=held)],
        person=a_person(heart=heart_profile(label, limit)),
    )
    now = f"{LOW_ON + timedelta(values[-1][1])} 18:00" if values else "2026-05-20 18:00"
    (row,) = [row for row in heart_of(diary, now).labels if row.drug == drug and row.label == label]
    return row.says.value


@pytest.mark.parametrize(
    ("baseline", "value", "limit", "expected"),
    [
        ("65", "50", "50", "no-hold"),
        ("65.9", "50", "50", "no-hold"),
        ("66", "50", "50", "hold"),
        ("70", "54", "50", "hold"),
        ("70", "55", "50", "no-hold"),
        ("59", "49", "50", "hold"),
        ("58.9", "49", "50", "no-hold"),
        ("59.9", "49.9", "50", "hold"),
        ("60", "50", "50", "no-hold"),
        ("62", "52", "53", "hold"),
        ("63", "53", "53", "no-hold"),
        ("60", "50", "55", "hold"),
        ("55", "58", "50", "no-hold"),
        ("45", "45", "50", "no-hold"),
        ("66", "50", None, "hold"),
        ("65", "50", None, "cannot-tell"),
        ("65", "64", None, "cannot-tell"),
    ],
)
def test_us_trastuzumab(baseline: str, value: str, limit: str | None, expected: str) -> None:
    assert says("trastuzumab", baseline, (value, 0), limit=limit) == expected


@pytest.mark.parametrize(
    ("baseline", "low", "value", "days", "limit", "expected"),
    [
        ("64", "46", "52", 27, "50", "may-not-resume"),
        ("64", "46", "52", 28, "50", "may-resume"),
        ("64", "46", "52", 56, "50", "may-resume"),
        ("64", "46", "52", 57, "50", "ask-about-stopping"),
        ("64", "46", "47", 28, "50", "may-not-resume"),
        ("64", "46", "47", 56, "50", "may-not-resume"),
        ("64", "46", "47", 57, "50", "ask-about-stopping"),
        ("64", "46", "50", 28, "50", "may-resume"),
        ("64", "46", "49.9", 28, "50", "may-not-resume"),
        ("66", "48", "51", 35, "50", "may-resume"),
        ("66", "48", "50.9", 35, "50", "may-not-resume"),
        ("66", "48", "51", 35, None, "cannot-tell"),
        ("66", "48", "50.9", 35, None, "may-not-resume"),
    ],
)
def test_us_trastuzumab_after_a_hold(
    baseline: str, low: str, value: str, days: int, limit: str | None, expected: str
) -> None:
    assert says("trastuzumab", baseline, (low, 0), (value, days), limit=limit) == expected


@pytest.mark.parametrize(
    ("baseline", "value", "limit", "expected"),
    [
        ("60", "50", "50", "no-hold"),
        ("59.9", "49.9", "50", "hold"),
        ("59", "49", "50", "hold"),
        ("58.9", "49", "50", "no-hold"),
        ("70", "50", "50", "no-hold"),
        ("65", "52", "55", "no-hold"),
        ("66", "49.9", None, "hold"),
    ],
)
def test_eu_trastuzumab(baseline: str, value: str, limit: str | None, expected: str) -> None:
    assert says("trastuzumab", baseline, (value, 0), label="EU", limit=limit) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("45", "ask-about-stopping"),
        ("46", "ask-about-stopping"),
        ("46.1", "may-not-resume"),
        ("49.9", "may-not-resume"),
        ("50", "may-resume"),
    ],
)
def test_eu_trastuzumab_after_a_hold(value: str, expected: str) -> None:
    assert says("trastuzumab", "64", ("46", 0), (value, 21), label="EU") == expected


def test_eu_trastuzumab_after_a_hold_a_small_fall_is_enough() -> None:
    assert says("trastuzumab", "58", ("47", 0), ("48.1", 21), label="EU") == "may-resume"
    assert says("trastuzumab", "58", ("47", 0), ("48", 21), label="EU") == "may-not-resume"


@pytest.mark.parametrize("drug", ["pertuzumab", "pertuzumab-trastuzumab-sc"])
@pytest.mark.parametrize(
    ("baseline", "value", "expected"),
    [
        ("58", "49", "no-hold"),
        ("59", "49", "hold"),
        ("59.9", "49.9", "hold"),
        ("60", "50", "no-hold"),
        ("70", "50", "no-hold"),
    ],
)
@pytest.mark.parametrize("label", ["US", "EU"])
def test_pertuzumab(drug: str, baseline: str, value: str, expected: str, label: str) -> None:
    assert says(drug, baseline, (value, 0), label=label, limit=None) == expected


@pytest.mark.parametrize(
    ("baseline", "value", "days", "expected"),
    [
        ("62", "52", 20, "may-not-resume"),
        ("62", "52", 21, "may-resume"),
        ("62", "50", 21, "may-resume"),
        ("62", "49.9", 21, "may-not-resume"),
        ("58", "48.1", 21, "may-resume"),
        ("58", "48", 21, "may-not-resume"),
    ],
)
def test_pertuzumab_after_a_hold(baseline: str, value: str, days: int, expected: str) -> None:
    assert says("pertuzumab", baseline, ("46", 0), (value, days)) == expected


@pytest.mark.parametrize(
    ("baseline", "value", "expected"),
    [
        ("70", "50", "no-hold"),
        ("59", "49.9", "repeat-soon"),
        ("59", "49.1", "repeat-soon"),
        ("59", "49", "hold"),
        ("54", "45", "repeat-soon"),
        ("55", "45", "hold"),
        ("50", "44.9", "hold"),
        ("60", "44", "hold"),
    ],
)
def test_t_dm1_in_early_disease(baseline: str, value: str, expected: str) -> None:
    assert says("t-dm1", baseline, (value, 0)) == expected


@pytest.mark.parametrize(
    ("baseline", "low", "value", "expected"),
    [
        ("60", "48", "50", "may-resume"),
        ("60", "48", "49.9", "ask-about-stopping"),
        ("58", "48", "48.1", "may-resume"),
        ("58", "48", "48", "ask-about-stopping"),
        ("60", "44", "44.9", "ask-about-stopping"),
        ("60", "44", "45", "may-not-resume"),
        ("60", "44", "50", "may-resume"),
        ("54", "44", "45", "may-resume"),
        ("50", "44", "44", "ask-about-stopping"),
    ],
)
def test_t_dm1_after_a_hold(baseline: str, low: str, value: str, expected: str) -> None:
    assert says("t-dm1", baseline, (low, 0), (value, 21)) == expected


@pytest.mark.parametrize(
    ("baseline", "value", "expected"),
    [
        ("55", "46", "no-hold"),
        ("56", "46", "no-hold"),
        ("66", "46", "no-hold"),
        ("66.1", "46", "hold"),
        ("70", "50", "no-hold"),
        ("70", "49.9", "hold"),
        ("55.1", "45.1", "no-hold"),
        ("54.9", "45", "repeat-soon"),
        ("55", "45", "hold"),
        ("49", "40", "repeat-soon"),
        ("50", "40", "hold"),
        ("49", "39.9", "hold"),
        ("48", "39", "hold"),
    ],
)
def test_t_dxd(baseline: str, value: str, expected: str) -> None:
    assert says("t-dxd", baseline, (value, 0)) == expected


@pytest.mark.parametrize(
    ("baseline", "low", "value", "expected"),
    [
        ("56", "44", "46.1", "may-resume"),
        ("56", "44", "46", "ask-about-stopping"),
        ("56", "44", "43", "ask-about-stopping"),
        ("56", "39", "39.9", "ask-about-stopping"),
        ("56", "39", "40", "may-not-resume"),
        ("56", "39", "45.1", "may-resume"),
        ("49", "39", "40", "may-resume"),
        ("70", "48", "49.9", "ask-about-stopping"),
        ("70", "48", "50", "may-resume"),
        ("60", "39", "45", "may-not-resume"),
    ],
)
def test_t_dxd_after_a_hold(baseline: str, low: str, value: str, expected: str) -> None:
    assert says("t-dxd", baseline, (low, 0), (value, 21)) == expected


def test_a_second_low_value_decides_what_the_third_must_reach() -> None:
    assert says("t-dxd", "60", ("39", 0), ("44", 21), ("50", 42)) == "ask-about-stopping"
    assert says("t-dxd", "60", ("39", 0), ("44", 21), ("50.1", 42)) == "may-resume"


def test_weeks_count_from_the_first_of_several_low_values() -> None:
    assert says("trastuzumab", "64", ("46", 0), ("47", 28), ("48", 57)) == "ask-about-stopping"
    assert says("trastuzumab", "64", ("46", 0), ("47", 28), ("52", 56)) == "may-resume"


def test_a_hold_goes_on_while_it_is_too_early_to_resume() -> None:
    assert says("trastuzumab", "64", ("46", 0), ("52", 14), ("53", 28)) == "may-resume"
    assert says("trastuzumab", "64", ("46", 0), ("52", 14), ("53", 27)) == "may-not-resume"


def test_once_resumed_a_new_low_value_is_a_new_hold() -> None:
    assert says("trastuzumab", "64", ("46", 0), ("55", 28), ("46", 70)) == "hold"
    assert says("trastuzumab", "64", ("46", 0), ("55", 28), ("46", 70), ("47", 98)) == (
        "may-not-resume"
    )


@pytest.mark.parametrize("label", ["US", "EU"])
def test_only_a_baseline_names_no_hold(label: str) -> None:
    assert says("trastuzumab", "61", label=label) == "no-hold"


def test_only_a_baseline_without_the_limit_tells_nothing() -> None:
    assert says("trastuzumab", "61", limit=None) == "cannot-tell"


def rows_of(*scans, regimen: str = "h-year", label: str = "US", events=(), now: str) -> list:
    diary = a_diary(
        *scans,
        courses=[a_course(regimen, events=events)],
        person=a_person(heart=heart_profile(label)),
    )
    return [(row.drug, row.label.value, row.says.value) for row in heart_of(diary, now).labels]


@pytest.mark.parametrize("scans", [(), (lvef("38", "2026-08-03"),)])
@pytest.mark.parametrize("regimen", ["h-year", "t-dm1"])
def test_without_a_start_value_there_is_no_verdict(scans: tuple, regimen: str) -> None:
    rows = rows_of(*scans, regimen=regimen, now="2026-08-04 10:00")

    assert {verdict for _, _, verdict in rows} == {"cannot-tell"}


@pytest.mark.parametrize(("label", "other"), [("US", "EU"), ("EU", "US")])
def test_each_drug_has_a_row_per_label_the_own_one_first(label: str, other: str) -> None:
    rows = rows_of(lvef("62", "2026-05-01"), regimen="hp-year", label=label, now="2026-05-20 10:00")

    assert rows == [
        ("pertuzumab", label, "no-hold"),
        ("trastuzumab", label, "no-hold"),
        ("trastuzumab", other, "no-hold"),
    ]


def test_the_two_trastuzumab_labels_can_differ() -> None:
    rows = rows_of(lvef("70", "2026-05-01"), lvef("54", "2026-08-03"), now="2026-08-03 18:00")

    assert rows == [("trastuzumab", "US", "hold"), ("trastuzumab", "EU", "no-hold")]


def test_without_a_her2_drug_there_is_no_row() -> None:
    assert rows_of(lvef("62", "2026-05-01"), regimen="tc", now="2026-05-20 10:00") == []


LOW_THEN_BETTER = (lvef("64", "2026-05-01"), lvef("46", "2026-08-03"), lvef("47", "2026-09-07"))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "hold"),
        ((left_out("trastuzumab", 6),), "may-not-resume"),
        ((left_out("trastuzumab", 6), left_out("trastuzumab", 7)), "may-not-resume"),
        ((left_out("trastuzumab", 8),), "hold"),
    ],
    ids=["given on", "one left out", "both left out", "a later one left out"],
)
def test_a_value_is_read_as_one_during_a_hold_only_if_doses_were_held(
    events: tuple, expected: str
) -> None:
    # Doses 6 and 7 are planned for 17 August and 7 September, the day of the second scan.
    rows = rows_of(*LOW_THEN_BETTER, events=events, now="2026-09-07 18:00")

    assert rows[0] == ("trastuzumab", "US", expected)


def test_no_dose_between_two_scans_counts_as_held() -> None:
    scans = (lvef("64", "2026-05-01"), lvef("46", "2026-08-03"), lvef("47", "2026-08-17"))

    assert rows_of(*scans, now="2026-08-17 18:00")[0] == ("trastuzumab", "US", "may-not-resume")


def test_a_later_scan_that_is_normal_ends_what_an_earlier_low_one_said() -> None:
    scans = (lvef("64", "2026-05-01"), lvef("46", "2026-07-06"), lvef("60", "2026-10-05"))

    assert rows_of(*scans, now="2026-10-05 18:00")[0] == ("trastuzumab", "US", "no-hold")


def because(*entries, now: str = "2026-08-03 18:00", **more) -> str:
    diary = a_diary(*entries, courses=[a_course("h-year", **more)])
    return heart_of(diary, now).labels[0].because


def test_the_reason_gives_both_values_the_fall_and_the_row() -> None:
    text = because(lvef("70", "2026-05-01"), lvef("54.0", "2026-08-03"))

    assert text == (
        "Latest LVEF 54% (echo, Mon 3 Aug 2026). "
        "That is 16 points lower than before the first dose: 70% (echo, Fri 1 May 2026). "
        "The US label says: hold doses for at least 4 weeks when LVEF falls 16 points or more. "
        "Your team decides."
    )


@pytest.mark.parametrize(
    ("value", "words"), [("75", "5 points higher than"), ("70", "the same as")]
)
def test_the_reason_says_a_rise_and_no_change(value: str, words: str) -> None:
    assert words in because(lvef("70", "2026-05-01"), lvef(value, "2026-08-03"))


def test_the_reason_says_when_there_is_only_a_start_value_or_none() -> None:
    assert "There is no later value" in because(lvef("70", "2026-05-01"))
    assert "nothing can be compared" in because(lvef("54", "2026-08-03"))
    assert because() == (
        "There is no LVEF from before the first dose in this diary, so nothing can be compared. "
        "Your team decides."
    )


def test_the_reason_says_that_the_limit_is_missing() -> None:
    diary = a_diary(
        lvef("65", "2026-05-01"),
        lvef("50", "2026-08-03"),
        courses=[a_course("h-year")],
        person=a_person(heart=heart_profile(limit=None)),
    )

    text = heart_of(diary, "2026-08-03 18:00").labels[0].because

    assert "The label asks for your hospital's own lower limit" in text


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("echo", "muga", True),
        ("muga", "mri", True),
        ("echo", "echo", False),
        ("echo", "unknown", False),
        ("unknown", "muga", False),
    ],
)
def test_a_change_of_method_is_said(before: str, after: str, *, changed: bool) -> None:
    scans = (lvef("62", "2026-05-01", before), lvef("55", "2026-08-03", after))
    diary = a_diary(*scans, courses=[a_course("h-year")])

    heart = heart_of(diary, "2026-08-03 18:00")

    assert heart.method_changed is changed
    assert ("done in different ways" in heart.labels[0].because) is changed


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (answer("breathlessness", 1, "2026-08-03 12:00"), "Short of breath"),
        (answer("breathless-lying-flat", 1, "2026-08-03 12:00"), "Short of breath lying flat"),
        (answer("ankle-swelling", 1, "2026-08-03 12:00"), "Swollen ankles"),
        (answer("palpitations", 1, "2026-08-03 12:00"), "Racing or uneven heartbeat"),
        (answer("fainting", 1, "2026-08-03 12:00"), "Fainting"),
        (answer("chest-pain", 1, "2026-08-03 12:00"), "Chest pain"),
        (answer("breathlessness", 0, "2026-08-03 12:00"), None),
        (answer("breathlessness", 1, "2026-08-02 12:00"), None),
        (answer("nausea", 3, "2026-08-03 12:00"), None),
    ],
)
def test_symptoms_are_not_settled_by_a_normal_number(said, named: str | None) -> None:
    text = because(lvef("62", "2026-05-01"), lvef("61", "2026-08-03"), said)

    assert ("A normal number does not settle that" in text) is (named is not None)
    assert f"You also wrote down: {named}." in text or named is None


@pytest.mark.parametrize(
    ("second_on", "words"), [("2026-08-31", "4 weeks before."), ("2026-09-01", "29 days before.")]
)
def test_during_a_hold_the_first_low_value_is_named(second_on: str, words: str) -> None:
    text = because(
        lvef("64", "2026-05-01"),
        lvef("46", "2026-08-03"),
        lvef("47", second_on),
        now=f"{second_on} 18:00",
        events=[left_out("trastuzumab", 6)],
    )

    assert f"The first low value was 46% (Mon 3 Aug 2026), {words}" in text


@pytest.mark.parametrize(("now", "said"), [("2027-04-26", False), ("2027-04-27", True)])
def test_after_the_last_dose_the_statement_says_so(now: str, *, said: bool) -> None:
    text = because(lvef("64", "2026-05-01"), now=f"{now} 10:00")

    assert ("The last dose of this drug in your plan was on Mon 26 Apr 2027" in text) is said


values = st.integers(min_value=20, max_value=80)


@given(values, values, st.sampled_from(sorted(REGIMEN)), st.sampled_from(["US", "EU"]))
def test_a_lower_value_never_sounds_better(
    baseline: int, value: int, drug: str, label: str
) -> None:
    order = ["no-hold", "repeat-soon", "hold"]

    higher = says(drug, str(baseline), (str(value), 0), label=label)
    lower = says(drug, str(baseline), (str(value - 1), 0), label=label)

    assert order.index(higher) <= order.index(lower)
