"""The start value: which scan every later one is compared with."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

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
from tracker.domain.heart import HeartOverview
from tracker.domain.heart_ledger import ledger

# A year of trastuzumab from Monday, 5 January 2026.
START = "2026-01-05"


def test_the_start_value_is_the_last_scan_up_to_the_first_her2_dose() -> None:
    scans = [lvef("64", "2025-12-01"), lvef("62", START), lvef("60", "2026-01-06")]
    diary = a_diary(*scans, courses=[a_course("h-year", START)])

    heart = heart_of(diary, "2026-02-01 12:00")

    assert heart.baseline == scans[1]
    assert heart.latest == scans[2]
    assert heart.scans == tuple(scans)
    assert str(heart.change_points) == "-2"


def test_the_start_value_may_come_after_an_anthracycline() -> None:
    scans = [lvef("64", "2026-05-01"), lvef("58", "2026-07-20"), lvef("57", "2026-10-01")]
    diary = a_diary(*scans, courses=[a_course("ac-th")])

    assert heart_of(diary, "2026-10-02 12:00").baseline == scans[1]


def test_scans_are_in_the_order_of_their_days_whenever_they_were_written_down() -> None:
    late = lvef("60", "2026-04-02")
    early = lvef("64", "2026-01-02")
    written_later = type(early)(
        **{name: getattr(early, name) for name in ("id", "day", "zone", "by", "percent", "method")},
        at=late.at + timedelta(hours=1),
    )
    diary = a_diary(late, written_later, courses=[a_course("h-year", START)])

    heart = heart_of(diary, "2026-04-03 12:00")

    assert (heart.baseline, heart.latest) == (written_later, late)


def test_without_a_her2_drug_there_is_no_start_value() -> None:
    heart = heart_of(a_diary(lvef("62", "2026-05-01")), "2026-05-20 12:00")

    assert (heart.baseline, heart.change_points, heart.method_changed) == (None, None, False)
    assert heart.latest is not None


def test_scans_later_than_now_do_not_exist() -> None:
    diary = a_diary(lvef("62", "2026-05-01"), lvef("40", "2026-08-03"), courses=[])

    assert len(heart_of(diary, "2026-08-03 09:59").scans) == 1


def test_without_a_start_value_no_scan_comes_after_it() -> None:
    scans = ledger([lvef("62", "2026-05-01")], None)

    assert (scans.after_baseline, scans.latest) == ((), scans.scans[0])


def counted_from(chosen, *scans, regimen="h-year", start=START, limit="50", events=()):
    profile = replace(heart_profile(limit=limit), baseline_entry=chosen)
    person = a_person(heart=profile)
    diary = a_diary(*scans, courses=[a_course(regimen, start, events)], person=person)
    return heart_of(diary, "2026-12-01 12:00")


def says(heart: HeartOverview) -> str:
    return heart.labels[0].says.value


def test_everything_counts_from_the_scan_that_the_person_chose() -> None:
    scans = [lvef("66", "2025-11-03"), lvef("62", "2026-01-02"), lvef("50", "2026-04-02")]

    by_rule, by_choice = counted_from(None, *scans), counted_from(scans[0].id, *scans)

    assert (by_rule.baseline, by_rule.baseline_is_chosen) == (scans[1], False)
    assert (by_choice.baseline, by_choice.baseline_is_chosen) == (scans[0], True)
    assert by_choice.by_rule == scans[1]
    assert [str(each.change_points) for each in (by_rule, by_choice)] == ["-12", "-16"]
    assert [says(each) for each in (by_rule, by_choice)] == ["no-hold", "hold"]
    assert "the scan you chose to count from: 66% (echo, Mon 3 Nov 2025)" in (
        by_choice.labels[0].because
    )


def test_a_scan_from_after_the_first_dose_can_be_chosen_where_there_is_no_earlier_one() -> None:
    scans = [lvef("62", "2026-02-02"), lvef("58", "2026-05-02")]

    by_rule, by_choice = counted_from(None, *scans), counted_from(scans[0].id, *scans)

    assert (by_rule.change_points, says(by_rule)) == (None, "cannot-tell")
    assert (str(by_choice.change_points), says(by_choice)) == ("-4", "no-hold")


def test_only_scans_after_the_chosen_one_are_read_as_low_values() -> None:
    low, now = lvef("45", "2026-03-02"), lvef("52", "2026-04-01")
    scans = [lvef("64", "2026-01-02"), low, now]
    held = [left_out("trastuzumab", number) for number in (4, 5)]

    assert says(counted_from(None, *scans, events=held)) == "may-resume"
    assert says(counted_from(low.id, *scans, events=held)) == "no-hold"


def test_a_chosen_scan_that_is_gone_leaves_it_to_the_rule() -> None:
    scan = lvef("62", "2026-01-02")

    heart = counted_from(uuid4(), scan)

    assert (heart.baseline, heart.baseline_is_chosen) == (scan, False)


def test_the_only_scan_can_be_the_chosen_one() -> None:
    scan = lvef("62", "2026-01-02")

    heart = counted_from(scan.id, scan)

    assert str(heart.change_points) == "0"
    assert heart.labels[0].because.startswith("LVEF that you chose to count from: 62%")


@pytest.mark.parametrize(
    ("value", "words"),
    [("63", "1 points higher than the scan you"), ("62", "the same as the scan")],
)
def test_the_reason_names_the_choice_after_a_rise_and_no_change(value: str, words: str) -> None:
    chosen = lvef("62", "2026-01-02")

    heart = counted_from(chosen.id, chosen, lvef(value, "2026-04-02"))

    assert words in heart.labels[0].because


@pytest.mark.parametrize(
    ("chosen_on", "points"),
    [("2025-11-03", 2), ("2026-01-02", 0), ("2026-04-02", 0)],
)
def test_the_risk_table_takes_a_chosen_scan_only_from_before_treatment(
    chosen_on: str, points: int
) -> None:
    scans = [lvef("52", "2025-11-03"), lvef("62", "2026-01-02"), lvef("54", "2026-04-02")]
    chosen = next(scan.id for scan in scans if str(scan.day) == chosen_on)

    risk = counted_from(chosen, *scans).risk

    assert risk is not None
    assert risk.points == points


def test_two_scans_of_one_day_are_kept_and_the_later_written_counts() -> None:
    early, late = lvef("61", "2026-01-02"), lvef("59", "2026-01-02", "muga")
    late = replace(late, at=early.at + timedelta(hours=2))

    heart = counted_from(None, late, early)

    assert heart.scans == (early, late)
    assert heart.baseline == late


def test_of_two_scans_of_one_day_before_treatment_the_risk_table_takes_the_chosen_one() -> None:
    scans = [lvef("52", "2026-01-02"), lvef("62", "2026-01-02")]

    risk = counted_from(scans[0].id, *scans).risk

    assert risk is not None
    assert risk.points == 2
