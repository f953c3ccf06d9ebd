"""Checks that no label of a HER2 drug names: for a high heart risk, and after an anthracycline."""

from datetime import date

import pytest

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    a_person,
    heart_of,
    heart_profile,
    lvef,
    plans_of,
)
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Omitted, Reason, Stopped
from tracker.domain.heart_checks import late_on_the_eve

# A year of trastuzumab from Monday, 5 January 2026; AC-TH: doxorubicin on 5 January, 26 January,
# 16 February and 9 March, trastuzumab from 30 March.
START = "2026-01-05"


def further(*scans, now, regimen="h-year", start=START, factors=(), courses=None):
    profile = heart_profile(factors=factors)
    diary = a_diary(
        *scans,
        courses=[a_course(regimen, start)] if courses is None else courses,
        person=a_person(heart=profile, born_on=None),
    )
    found = heart_of(diary, f"{now} 12:00").further_checks
    return [(each.why.value, str(each.due), each.drug, each.overdue) for each in found]


@pytest.mark.parametrize("factor", ["stable-angina", "heart-failure"])
def test_a_high_risk_asks_for_a_scan_within_three_cycles(factor):
    found = further(lvef("62", "2026-01-02"), now="2026-02-01", factors=[factor])

    assert found == [("by-risk", "2026-03-09", "trastuzumab", False)]


@pytest.mark.parametrize("factors", [None, (), ["arrhythmia"]])
def test_lower_risks_and_unknown_ones_ask_for_nothing_more(factors):
    assert further(lvef("62", "2026-01-02"), now="2026-02-01", factors=factors) == []


@pytest.mark.parametrize(("now", "late"), [("2026-03-09", False), ("2026-03-10", True)])
def test_the_closer_check_is_late_from_the_day_after(now, late):
    found = further(lvef("62", "2026-01-02"), now=now, factors=["stable-angina"])

    assert [each[3] for each in found] == [late]


@pytest.mark.parametrize(
    ("scan_on", "due"),
    [("2026-02-02", ["2026-04-06"]), ("2026-05-03", ["2026-07-05"]), ("2026-05-04", [])],
)
def test_the_closer_checks_count_from_the_latest_scan_for_half_a_year(scan_on, due):
    found = further(lvef("61", scan_on), now="2026-05-05", factors=["stable-angina"])

    assert [each[1] for each in found] == due


def test_a_closer_check_on_the_day_of_the_last_dose_is_the_one_that_is_due_then_anyway():
    four_doses = Stopped(DoseTarget(), date(2026, 3, 10), Reason.OWN_CHOICE)
    courses = [a_course("h-year", START, [four_doses])]

    found = further(
        lvef("62", "2026-01-02"), now="2026-02-01", factors=["stable-angina"], courses=courses
    )

    assert found == []


def test_without_a_scan_the_closer_check_counts_from_the_first_dose():
    assert further(now=START, factors=["stable-angina"])[0][1] == "2026-03-09"


@pytest.mark.parametrize(
    ("scan_on", "asked"), [("2026-01-02", True), ("2026-03-08", True), ("2026-03-09", False)]
)
def test_between_doxorubicin_and_the_her2_drug_there_is_a_scan(scan_on, asked):
    found = further(lvef("62", scan_on), now="2026-03-20", regimen="ac-th")

    expected = [("after-anthracycline", "2026-03-30", "doxorubicin", False)]
    assert found == (expected if asked else [])


def test_that_scan_is_late_until_one_is_done_after_the_doxorubicin():
    before = lvef("62", "2026-01-02")

    assert further(before, now="2026-03-31", regimen="ac-th")[0][3]
    assert further(before, lvef("60", "2026-04-07"), now="2026-04-08", regimen="ac-th") == []


def test_without_any_scan_the_one_before_the_first_dose_says_it_already():
    assert further(now="2026-03-20", regimen="ac-th") == []


def test_an_anthracycline_alone_is_followed_by_a_scan_within_a_year():
    scans = [lvef("62", "2026-01-02")]

    found = further(*scans, now="2026-03-20", regimen="ddac-t")

    # Doxorubicin every two weeks: the fourth and last one on 16 February.
    assert found == [("after-anthracycline", "2027-02-16", "doxorubicin", False)]
    done = [*scans, lvef("61", "2026-02-17")]
    assert further(*done, now="2026-03-20", regimen="ddac-t") == []


def test_a_leap_day_is_clamped_a_year_later():
    found = further(now="2028-03-01", regimen="ddac-t", start="2028-01-18")

    assert [each[1] for each in found] == ["2029-02-28"]


def test_a_left_out_anthracycline_is_none():
    events = [
        Omitted(DoseTarget(drug="doxorubicin"), cycle, Reason.OWN_CHOICE) for cycle in range(1, 5)
    ]

    found = further(
        lvef("62", "2026-01-02"), now="2026-03-20", courses=[a_course("ddac-t", START, events)]
    )

    assert found == []


def test_the_contracts_own_checks_stay_as_they_are():
    diary = a_diary(lvef("62", "2026-01-02"), courses=[a_course("ac-th", START)])
    heart = heart_of(diary, "2026-03-20 12:00")

    assert {each.why.value for each in heart.checks} == {"during", "end", "after"}
    days = [each.due for each in heart.all_checks]
    assert days == sorted(days)
    assert len(days) == len(heart.checks) + 1


def test_a_late_one_is_called_out_on_the_day_before_the_next_dose_as_well():
    diary = a_diary(lvef("62", "2026-01-02"), courses=[a_course("ac-th", START)])
    heart = heart_of(diary, "2026-04-05 12:00")

    assert [each for each in heart.checks if each.overdue] == [heart.checks[0]]
    late = [each for each in heart.further_checks if each.overdue]
    # Weekly doses on Mondays: 6 April is the next.
    assert late_on_the_eve(late, plans_of(diary), library().drugs, date(2026, 4, 5))
