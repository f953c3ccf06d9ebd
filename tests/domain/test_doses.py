"""Loading doses: the first one, and the one after too long a gap."""

from datetime import date

import pytest

from tests.domain.plan_builders import (
    AC_TH,
    DRUGS,
    H_YEAR,
    HP_YEAR,
    a_plan,
    give,
    given,
    loading,
    omitted,
    regimen,
)
from tracker.domain.course import DoseTarget
from tracker.domain.doses import EarlierDose
from tracker.domain.regimen import Phase
from tracker.domain.schedule import compute_plan


@pytest.mark.parametrize(
    ("second", "why"),
    [("2026-05-04", []), ("2026-05-05", ["gap"])],
    ids=["28 days", "29 days"],
)
def test_trastuzumab_is_loaded_again_when_more_than_a_week_late(second, why):
    plan = a_plan(H_YEAR, given(2, second, DoseTarget(drug="trastuzumab")))

    assert [each for _, each in loading(plan, "trastuzumab")] == ["first", *why]


@pytest.mark.parametrize(("second", "why"), [("2026-07-13", []), ("2026-07-14", ["gap"])])
def test_weekly_trastuzumab_is_loaded_again_after_fifteen_days(second, why):
    plan = a_plan(AC_TH, given(2, second, DoseTarget(drug="trastuzumab")))

    assert [each for _, each in loading(plan, "trastuzumab")] == ["first", *why]


@pytest.mark.parametrize(("second", "why"), [("2026-05-17", []), ("2026-05-18", ["gap"])])
def test_pertuzumab_is_loaded_again_after_six_weeks(second, why):
    plan = a_plan(HP_YEAR, given(2, second, DoseTarget(drug="pertuzumab")))

    assert [each for _, each in loading(plan, "pertuzumab")] == ["first", *why]


def test_an_omitted_dose_makes_the_gap_longer():
    plan = a_plan(H_YEAR, omitted(2))

    assert loading(plan, "trastuzumab") == [("2026-04-06", "first"), ("2026-05-18", "gap")]


def test_t_dm1_is_never_loaded():
    plan = a_plan(regimen(Phase("T-DM1", 14, 21, (give("t-dm1", 1),))))

    assert loading(plan, "t-dm1") == []


def test_a_drug_that_an_earlier_course_gave_lately_is_not_loaded_again():
    course = a_plan(H_YEAR, start="2026-04-06").course

    plan = compute_plan(course, DRUGS, None, {"trastuzumab": EarlierDose(date(2026, 3, 16), 21)})

    assert loading(plan, "trastuzumab") == []
