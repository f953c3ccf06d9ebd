"""What the labels say of the latest scan; where that cannot be read, what is missing."""

from datetime import timedelta

from tests.report.lived_diary import STARTS_ON, TODAY, a_life
from tracker.report.from_diary import build_report


def labels(life):
    return next(
        remark for remark in build_report(life.companion).heart.remarks if "Labels on" in remark
    )


def test_with_a_first_scan_only_the_limit_of_the_hospital_is_missing():
    life = a_life()
    life.on(STARTS_ON - timedelta(days=10)).diary.lvef("64")
    life.on(TODAY)

    assert "cannot be read: the hospital's lower limit is not written down" in labels(life)
    assert "no scan" not in labels(life)


def test_without_a_scan_from_before_that_is_what_is_missing():
    life = a_life()
    life.on(TODAY).diary.lvef("60")

    assert "cannot be read: no scan from before HER2 drugs" in labels(life)
    assert "limit" not in labels(life)
