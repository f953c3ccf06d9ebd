"""The start value: which scan every later one is compared with."""

from datetime import timedelta

from tests.domain.diary_builders import a_course, a_diary, heart_of, lvef
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
