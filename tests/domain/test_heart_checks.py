"""When heart checks are due: before, every three months, at the end, and two years after."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.diary_builders import a_course, a_diary, heart_of, left_out, lvef, plans_of
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Reason, Stopped
from tracker.domain.heart_checks import late_on_the_eve
from tracker.domain.regimen import Administration, Phase, Regimen, Track

# A year of trastuzumab from Monday, 5 January 2026 ends with dose 18 on 28 December.
START, LAST = "2026-01-05", "2026-12-28"


def checks(*scans, now: str, regimen: str = "h-year", start: str = START, events=()) -> list:
    diary = a_diary(*scans, courses=[a_course(regimen, start, events)])
    return [
        (check.why.value, str(check.due), check.drug, check.overdue)
        for check in heart_of(diary, f"{now} 12:00").checks
    ]


def dues(*scans, why: str, **more) -> list[str]:
    return [due for reason, due, _, _ in checks(*scans, **more) if reason == why]


AFTER = ["2027-06-28", "2027-12-28", "2028-06-28", "2028-12-28"]


def test_a_whole_year_with_one_scan_before_it() -> None:
    found = checks(lvef("62", "2026-01-02"), now="2026-01-06")

    assert found == [
        ("during", "2026-04-02", "trastuzumab", False),
        ("during", "2026-07-02", "trastuzumab", False),
        ("during", "2026-10-02", "trastuzumab", False),
        ("end", LAST, "trastuzumab", False),
        *[("after", due, "trastuzumab", False) for due in AFTER],
    ]


def test_without_any_scan_the_start_value_is_due_and_three_months_count_from_the_first_dose() -> (
    None
):
    found = checks(now=START)

    assert found[:2] == [
        ("baseline", START, "trastuzumab", False),
        ("during", "2026-04-05", "trastuzumab", False),
    ]
    assert checks(now="2026-01-06")[0] == ("baseline", START, "trastuzumab", True)


def test_three_months_count_from_the_latest_scan() -> None:
    scans = (lvef("62", "2026-01-02"), lvef("60", "2026-04-06"))

    assert dues(*scans, why="during", now="2026-06-05") == ["2026-07-06", "2026-10-06"]


@pytest.mark.parametrize(
    ("scan_on", "due"),
    [
        ("2026-01-31", "2026-04-30"),
        ("2025-11-30", "2026-02-28"),
        ("2026-02-28", "2026-05-28"),
    ],
)
def test_three_months_are_clamped_to_a_shorter_month(scan_on: str, due: str) -> None:
    assert dues(lvef("62", scan_on), why="during", now="2026-03-03")[0] == due


def test_months_are_counted_from_the_scan_itself_and_do_not_drift() -> None:
    found = dues(lvef("62", "2025-11-30"), why="during", now="2026-01-06")

    assert found == ["2026-02-28", "2026-05-30", "2026-08-30", "2026-11-30"]


@pytest.mark.parametrize(("now", "overdue"), [("2026-04-02", False), ("2026-04-03", True)])
def test_a_check_is_overdue_from_the_day_after_it_was_due(now: str, *, overdue: bool) -> None:
    assert checks(lvef("62", "2026-01-02"), now=now)[0] == (
        "during",
        "2026-04-02",
        "trastuzumab",
        overdue,
    )


def test_no_check_during_treatment_lies_before_the_first_dose() -> None:
    found = dues(lvef("62", "2025-06-10"), why="during", now="2025-12-20")

    assert found[:2] == [START, "2026-03-10"]


def test_no_check_during_treatment_falls_on_the_last_dose() -> None:
    on_it = dues(lvef("60", "2026-09-28"), why="during", now="2026-10-01")
    before_it = dues(lvef("60", "2026-09-27"), why="during", now="2026-10-01")

    assert (on_it, before_it) == ([], ["2026-12-27"])


@pytest.mark.parametrize(
    ("scan_on", "ends"),
    [("2026-12-06", [LAST]), ("2026-12-07", []), (LAST, []), ("2027-02-01", [])],
)
def test_the_end_is_checked_by_a_scan_up_to_three_weeks_before_the_last_dose(
    scan_on: str, ends: list[str]
) -> None:
    scans = (lvef("62", "2026-01-02"), lvef("60", scan_on))

    assert dues(*scans, why="end", now="2027-02-02") == ends


@pytest.mark.parametrize(
    ("scan_on", "left"),
    [
        ("2027-03-29", AFTER),
        ("2027-03-30", AFTER[1:]),
        ("2027-09-28", AFTER[1:]),
        ("2027-09-29", AFTER[2:]),
        ("2028-12-28", []),
    ],
)
def test_a_check_afterwards_is_done_by_a_scan_up_to_90_days_before_it(
    scan_on: str, left: list[str]
) -> None:
    assert dues(lvef("60", scan_on), why="after", now="2028-12-29") == left


def test_each_drug_in_use_has_its_own_row() -> None:
    found = checks(lvef("62", "2026-01-02"), now="2026-01-06", regimen="hp-year")

    assert found[:2] == [
        ("during", "2026-04-02", "pertuzumab", False),
        ("during", "2026-04-02", "trastuzumab", False),
    ]


def test_a_drug_that_came_first_is_checked_first_and_the_next_one_after_it() -> None:
    found = checks(now="2026-01-06", regimen="t-dxd-thp")

    by_day = {due: [drug for _, on, drug, _ in found if on == due] for _, due, _, _ in found}
    assert by_day["2026-01-05"] == ["t-dxd"]
    assert by_day["2026-04-05"] == ["pertuzumab", "trastuzumab"]
    assert "t-dxd" not in {drug for why, _, drug, _ in found if why in ("end", "after")}


def test_between_two_drugs_the_next_one_is_named() -> None:
    # T-DXd is given on 5 January to 9 March; trastuzumab and pertuzumab begin on 30 March.
    found = checks(lvef("62", "2025-12-20"), now="2026-01-06", regimen="t-dxd-thp")

    assert [drug for _, due, drug, _ in found if due == "2026-03-20"] == [
        "pertuzumab",
        "trastuzumab",
    ]


def test_between_two_drugs_the_next_one_and_not_a_later_one_is_named() -> None:
    diary = a_diary(
        lvef("62", "2025-12-20"),
        courses=[a_course("t-dxd-thp", "2026-01-05"), a_course("t-dm1", "2026-08-03")],
    )

    found = heart_of(diary, "2026-01-06 12:00").checks

    assert [each.drug for each in found if str(each.due) == "2026-03-20"] == [
        "pertuzumab",
        "trastuzumab",
    ]


def test_after_a_stop_the_last_dose_that_stays_is_the_end() -> None:
    stop = Stopped(DoseTarget(track=Track.HER2), date(2026, 6, 1), Reason.HEART_RESULT)

    found = checks(lvef("62", "2026-01-02"), now="2026-06-01", events=[stop])

    assert [(why, due) for why, due, _, _ in found][:2] == [
        ("during", "2026-04-02"),
        ("end", "2026-05-11"),
    ]


def test_a_dose_that_was_left_out_is_not_the_end() -> None:
    found = dues(
        lvef("62", "2026-01-02"), why="end", now="2026-02-01", events=[left_out("trastuzumab", 18)]
    )

    assert found == ["2026-12-07"]


def test_two_courses_have_one_chain() -> None:
    diary = a_diary(
        lvef("62", "2026-01-02"),
        courses=[a_course("t-dxd-thp", "2026-01-05"), a_course("t-dm1", "2026-08-03")],
    )

    found = [(check.why.value, check.drug) for check in heart_of(diary, "2026-01-06 12:00").checks]

    assert found.count(("end", "t-dm1")) == 1
    assert {drug for why, drug in found if why in ("end", "after")} == {"t-dm1"}
    assert ("during", "t-dm1") in found


def test_without_a_her2_drug_nothing_is_due() -> None:
    assert checks(lvef("62", "2026-01-02"), now="2026-06-01", regimen="ddac-t") == []


def test_each_check_names_the_source_of_its_drug() -> None:
    diary = a_diary(courses=[a_course("hp-year")])

    sources = {check.drug: check.source.id for check in heart_of(diary).checks}

    assert sources == {"pertuzumab": "phe-m", "trastuzumab": "her-us"}


@given(st.dates(min_value=date(2025, 10, 1), max_value=date(2026, 9, 1)))
def test_every_check_lies_three_whole_months_after_the_scan_or_the_one_before(scan: date) -> None:
    found = [date.fromisoformat(due) for due in dues(lvef("62", str(scan)), why="during", now=LAST)]

    expected = [
        max(scan + relativedelta(months=3 * number), date.fromisoformat(START))
        for number in range(1, 6)
        if scan + relativedelta(months=3 * number) < date.fromisoformat(LAST)
    ]
    assert found == sorted(set(expected))
    assert all(later - earlier >= timedelta(1) for earlier, later in pairwise(found))


@pytest.mark.parametrize(
    ("today", "is_called_out"),
    [
        ("2026-03-29", False),
        ("2026-04-18", False),
        ("2026-04-19", True),
        ("2026-04-20", False),
    ],
)
def test_a_late_check_is_called_out_on_the_day_before_the_next_dose(today, is_called_out):
    # Due on Sunday, 5 April; doses every third Monday, among them 30 March and 20 April.
    diary = a_diary(lvef("60", "2026-01-05"), courses=[a_course("h-year", START)])
    found = heart_of(diary, f"{today} 12:00").checks

    on_the_eve = late_on_the_eve(found, plans_of(diary), library().drugs, date.fromisoformat(today))

    assert on_the_eve is is_called_out


def test_tablets_typed_on_days_ask_for_no_heart_check_and_count_to_no_year() -> None:
    phase = Phase("Tablets", 4, 21, (Administration("neratinib", Track.HER2, (1, 8, 15)),))
    own = Regimen(id="custom", name="Own", phases=(phase,))
    diary = a_diary(courses=[replace(a_course("h-year", START), regimen=own)])

    found = heart_of(diary, "2026-02-01 12:00")

    assert (found.all_checks, found.labels, found.risk) == ((), (), None)
