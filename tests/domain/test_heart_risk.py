"""The HFA-ICOS level: every factor, age, LVEF and anthracycline, at each boundary."""

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    a_person,
    heart_of,
    heart_profile,
    left_out,
    lvef,
)
from tracker.clinical.library import library
from tracker.domain.heart_risk import HeartRisk, age_on
from tracker.domain.heart_wording import factor_words, not_counted
from tracker.domain.regimen import Regimen

VERY_HIGH = ("heart-failure", "previous-her2-cardiotoxicity")
HIGH = ("severe-valve-disease", "coronary-disease", "stable-angina")
TWO_POINTS = (
    "arrhythmia",
    "raised-troponin",
    "raised-natriuretic-peptide",
    "previous-anthracycline",
    "previous-chest-radiotherapy",
)
ONE_POINT = ("hypertension", "diabetes", "kidney-disease", "smoking", "obesity")


def risk(
    *factors: str,
    born_on: str | None = "1986-06-15",
    percent: str | None = "62",
    regimen: str = "h-year",
    events=(),
) -> HeartRisk | None:
    scans = [lvef(percent, "2026-05-01")] if percent else []
    diary = a_diary(
        *scans,
        courses=[a_course(regimen, events=events)],
        person=a_person(born_on=born_on, heart=heart_profile(factors=factors)),
    )
    return heart_of(diary, "2026-05-20 12:00").risk


def level_and_points(*factors: str, **more) -> tuple[str, int]:
    found = risk(*factors, **more)
    assert found is not None
    return found.level.value, found.points


@pytest.mark.parametrize("factor", VERY_HIGH)
def test_one_factor_is_very_high(factor: str) -> None:
    assert level_and_points(factor) == ("very-high", 0)


@pytest.mark.parametrize("factor", HIGH)
def test_one_factor_is_high(factor: str) -> None:
    assert level_and_points(factor) == ("high", 0)


@pytest.mark.parametrize("factor", TWO_POINTS)
def test_one_factor_of_two_points_is_medium(factor: str) -> None:
    assert level_and_points(factor) == ("medium", 2)


@pytest.mark.parametrize("factor", ONE_POINT)
def test_one_factor_of_one_point_is_low(factor: str) -> None:
    assert level_and_points(factor) == ("low", 1)


@pytest.mark.parametrize(
    ("factors", "expected"),
    [
        ((), ("low", 0)),
        (ONE_POINT[:2], ("medium", 2)),
        (ONE_POINT[:4], ("medium", 4)),
        (ONE_POINT, ("high", 5)),
        (TWO_POINTS[:2], ("medium", 4)),
        ((*TWO_POINTS[:2], "smoking"), ("high", 5)),
        (("stable-angina", *TWO_POINTS), ("high", 10)),
        (("heart-failure", "stable-angina", "smoking"), ("very-high", 1)),
        (("smoking", "smoking"), ("low", 1)),
    ],
)
def test_points_add_up_and_a_level_at_once_wins(factors, expected: tuple[str, int]) -> None:
    assert level_and_points(*factors) == expected


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        ("1961-05-05", ("low", 0)),
        ("1961-05-04", ("medium", 2)),
        ("1946-05-05", ("medium", 2)),
        ("1946-05-04", ("high", 0)),
        (None, ("low", 0)),
    ],
)
def test_age_counts_on_the_day_of_the_first_her2_dose(
    born_on: str | None, expected: tuple[str, int]
) -> None:
    assert level_and_points(born_on=born_on) == expected


def test_age_counts_on_the_first_her2_dose_and_not_on_the_first_chemotherapy() -> None:
    # AC-TH from 4 May 2026: the first trastuzumab is due on 27 July.
    assert level_and_points(born_on="1961-07-27", regimen="ac-th") == ("medium", 3)
    assert level_and_points(born_on="1961-07-28", regimen="ac-th") == ("low", 1)


@pytest.mark.parametrize(
    ("day", "age"), [(date(2026, 2, 28), 65), (date(2026, 3, 1), 66), (date(2028, 2, 29), 68)]
)
def test_born_on_29_february(day: date, age: int) -> None:
    assert age_on(date(1960, 2, 29), day) == age


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        ("49.9", ("high", 0)),
        ("50", ("medium", 2)),
        ("54.9", ("medium", 2)),
        ("55", ("low", 0)),
        (None, ("low", 0)),
    ],
)
def test_the_start_value_counts(percent: str | None, expected: tuple[str, int]) -> None:
    assert level_and_points(percent=percent) == expected


def test_a_value_on_treatment_is_never_scored() -> None:
    diary = a_diary(
        lvef("62", "2026-05-01"), lvef("45", "2026-08-03"), courses=[a_course("h-year")]
    )

    found = heart_of(diary, "2026-08-04 12:00").risk

    assert found is not None
    assert (found.level, found.points) == ("low", 0)


@pytest.mark.parametrize(
    ("regimen", "expected"),
    [
        ("ac-th", ("low", 1)),
        ("ddac-thp", ("low", 1)),
        ("fec-dh", ("low", 1)),
        ("ec-thp", ("low", 1)),
        ("tch", ("low", 0)),
        ("thp-fec", ("low", 0)),
    ],
)
def test_an_anthracycline_before_the_her2_drug_is_one_point(
    regimen: str, expected: tuple[str, int]
) -> None:
    assert level_and_points(regimen=regimen) == expected


def test_an_anthracycline_that_was_left_out_is_no_point() -> None:
    events = [left_out("doxorubicin", dose) for dose in range(1, 5)]

    assert level_and_points(regimen="ac-th", events=events) == ("low", 0)


def test_an_anthracycline_together_with_the_her2_drug_is_high() -> None:
    template = a_course("ac-th").regimen
    first, second, *rest = template.phases
    mixed = replace(second, administrations=(*second.administrations, first.administrations[0]))
    regimen: Regimen = replace(template, phases=(mixed, *rest))
    together = replace(a_course("ac-th"), regimen=regimen)
    diary = a_diary(lvef("62", "2026-05-01"), courses=[together, a_course("t-dm1", "2028-01-03")])

    found = heart_of(diary, "2026-05-20 12:00").risk

    assert found is not None
    assert (found.level, found.points) == ("high", 0)


def test_one_course_with_an_anthracycline_is_enough() -> None:
    diary = a_diary(
        lvef("62", "2026-05-01"), courses=[a_course("ac-th"), a_course("t-dm1", "2028-01-03")]
    )

    found = heart_of(diary, "2026-05-20 12:00").risk

    assert found is not None
    assert found.points == 1


def test_factors_that_were_not_asked_give_no_level() -> None:
    diary = a_diary(
        lvef("62", "2026-05-01"),
        courses=[a_course("h-year")],
        person=a_person(heart=heart_profile(factors=None)),
    )

    assert heart_of(diary, "2026-05-20 12:00").risk is None


def test_without_a_her2_drug_there_is_no_level() -> None:
    assert risk(regimen="tc") is None


def test_the_level_names_its_source() -> None:
    found = risk()

    assert found is not None
    assert found.source.id == "hfa-gh"


def parts(*factors: str, **more) -> list[tuple[str, int, str | None]]:
    found = risk(*factors, **more)
    assert found is not None
    return [
        (factor_words(part, library().heart_rules.texts), part.weight.points, part.weight.level)
        for part in found.parts
    ]


def test_every_factor_that_counts_is_named_with_what_it_adds() -> None:
    assert parts("hypertension", "stable-angina", born_on="1958-06-15", percent="52.0") == [
        ("High blood pressure", 1, None),
        ("Chest tightness on effort (angina)", 0, "high"),
        ("Age 67 at the first dose of a HER2 drug", 2, None),
        ("LVEF 52% before the first dose", 2, None),
    ]


def test_an_anthracycline_of_the_plan_is_named() -> None:
    assert parts(regimen="ac-th") == [
        ("Doxorubicin or epirubicin before the HER2 drug in this plan", 1, None)
    ]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, ""),
        ({"born_on": None}, "age"),
        ({"percent": None}, "LVEF before treatment"),
        ({"born_on": None, "percent": None}, "age, LVEF before treatment"),
    ],
)
def test_what_the_table_asks_for_and_nobody_knows_is_named(known, words: str) -> None:
    found = risk(**known)

    assert found is not None
    assert not_counted(found) == words


def test_the_points_are_those_of_the_named_factors() -> None:
    found = risk("hypertension", "arrhythmia", "smoking", born_on="1955-01-01")

    assert found is not None
    assert found.points == sum(part.weight.points for part in found.parts) == 6
