"""Every row of every label's heart table: reached below, on and above its limits."""

from decimal import Decimal

import pytest

from tracker.clinical.library import library
from tracker.domain.heart_rules import LabelRow, LabelTable, Reading

# label, row, LVEF, fall in points, hospital's limit, what the label says. The start value is
# LVEF plus fall. Written a second time here, by hand, from the texts.
FIRST = [
    ("trastuzumab-us", "fall-16", "54", "16", "50", "hold"),
    ("trastuzumab-us", "fall-16", "54", "16", None, "hold"),
    ("trastuzumab-us", "within-limit", "55", "15", "50", "no-hold"),
    ("trastuzumab-us", "below-limit-fall-10", "49", "10", "50", "hold"),
    ("trastuzumab-us", "within-limit", "50", "10", "50", "no-hold"),
    ("trastuzumab-us", "small-fall", "49", "9", "50", "no-hold"),
    ("trastuzumab-eu", "below-50-fall-10", "49", "10", None, "hold"),
    ("trastuzumab-eu", "otherwise", "50", "10", None, "no-hold"),
    ("trastuzumab-eu", "otherwise", "49", "9", None, "no-hold"),
    ("trastuzumab-eu", "otherwise", "54", "16", None, "no-hold"),
    ("pertuzumab", "below-50-fall-10", "49", "10", None, "hold"),
    ("pertuzumab", "otherwise", "50", "15", None, "no-hold"),
    ("pertuzumab", "otherwise", "49", "9", None, "no-hold"),
    ("t-dm1", "at-least-50", "50", "15", None, "no-hold"),
    ("t-dm1", "45-to-50-small-fall", "49", "9", None, "repeat-soon"),
    ("t-dm1", "45-to-50-small-fall", "45", "9", None, "repeat-soon"),
    ("t-dm1", "45-to-50-fall-10", "49", "10", None, "hold"),
    ("t-dm1", "below-45", "44", "5", None, "hold"),
    ("t-dxd", "over-45", "46", "20", None, "no-hold"),
    ("t-dxd", "over-45", "50", "5", None, "no-hold"),
    ("t-dxd", "fall-over-20", "46", "21", None, "hold"),
    ("t-dxd", "40-to-45-small-fall", "45", "9", None, "repeat-soon"),
    ("t-dxd", "40-to-45-fall-10", "45", "10", None, "hold"),
    ("t-dxd", "40-to-45-fall-10", "40", "20", None, "hold"),
    ("t-dxd", "below-40", "39", "5", None, "hold"),
]
# label, row of the hold, row after it, LVEF, fall, limit, days since the low value, better, says
LATER = [
    ("trastuzumab-us", "fall-16", "over-8-weeks", "60", "5", "50", 57, True, "ask-about-stopping"),
    ("trastuzumab-us", "fall-16", "back-to-limit", "60", "5", "50", 56, True, "may-resume"),
    ("trastuzumab-us", "fall-16", "fall-over-15", "54", "16", "50", 35, True, "may-not-resume"),
    ("trastuzumab-us", "fall-16", "under-4-weeks", "60", "5", "50", 27, True, "may-not-resume"),
    ("trastuzumab-us", "fall-16", "back-to-limit", "60", "5", "50", 28, True, "may-resume"),
    ("trastuzumab-us", "fall-16", "still-below-limit", "49", "9", "50", 35, True, "may-not-resume"),
    ("trastuzumab-us", "fall-16", "back-to-limit", "50", "15", "50", 35, True, "may-resume"),
    (
        "trastuzumab-eu",
        "below-50-fall-10",
        "not-better",
        "49",
        "11",
        None,
        21,
        False,
        "ask-about-stopping",
    ),
    ("trastuzumab-eu", "below-50-fall-10", "back-to-50", "50", "15", None, 21, True, "may-resume"),
    (
        "trastuzumab-eu",
        "below-50-fall-10",
        "back-within-10",
        "49",
        "9",
        None,
        21,
        True,
        "may-resume",
    ),
    (
        "trastuzumab-eu",
        "below-50-fall-10",
        "better-still-low",
        "49",
        "10",
        None,
        21,
        True,
        "may-not-resume",
    ),
    (
        "pertuzumab",
        "below-50-fall-10",
        "under-3-weeks",
        "55",
        "5",
        None,
        20,
        True,
        "may-not-resume",
    ),
    ("pertuzumab", "below-50-fall-10", "back-to-50", "50", "15", None, 21, True, "may-resume"),
    ("pertuzumab", "below-50-fall-10", "back-within-10", "49", "9", None, 21, True, "may-resume"),
    ("pertuzumab", "below-50-fall-10", "still-low", "49", "10", None, 21, True, "may-not-resume"),
    ("t-dm1", "45-to-50-fall-10", "back-to-50", "50", "12", None, 21, True, "may-resume"),
    ("t-dm1", "45-to-50-fall-10", "back-within-10", "49", "9", None, 21, True, "may-resume"),
    ("t-dm1", "45-to-50-fall-10", "still-low", "49", "10", None, 21, True, "ask-about-stopping"),
    ("t-dm1", "below-45", "below-45-again", "44", "12", None, 21, True, "ask-about-stopping"),
    ("t-dm1", "below-45", "back-to-50", "50", "12", None, 21, True, "may-resume"),
    ("t-dm1", "below-45", "back-within-10", "49", "9", None, 21, True, "may-resume"),
    ("t-dm1", "below-45", "better-still-low", "45", "12", None, 21, True, "may-not-resume"),
    ("t-dxd", "40-to-45-fall-10", "back-within-10", "48", "9", None, 21, True, "may-resume"),
    ("t-dxd", "40-to-45-fall-10", "still-low", "48", "10", None, 21, True, "ask-about-stopping"),
    ("t-dxd", "below-40", "below-40-again", "39", "15", None, 21, True, "ask-about-stopping"),
    ("t-dxd", "below-40", "fall-over-20-again", "41", "21", None, 21, True, "ask-about-stopping"),
    ("t-dxd", "below-40", "back-over-45", "46", "14", None, 21, True, "may-resume"),
    ("t-dxd", "below-40", "back-within-10", "44", "9", None, 21, True, "may-resume"),
    ("t-dxd", "below-40", "better-still-low", "45", "10", None, 21, True, "may-not-resume"),
    (
        "t-dxd",
        "fall-over-20",
        "fall-over-20-again",
        "46",
        "21",
        None,
        21,
        True,
        "ask-about-stopping",
    ),
]
# label, row, LVEF, fall, limit, how often doses were held before
OFTEN_HELD = [
    ("trastuzumab-us", "fall-16-often-held", "54", "16", None, 3),
    ("trastuzumab-us", "low-often-held", "49", "10", "50", 3),
    ("trastuzumab-us", "low-often-held", "49", "10", "50", 4),
]


def _table(label: str) -> LabelTable:
    return next(each for each in library().heart_rules.labels if each.id == label)


def _first_that_fits(rows: tuple[LabelRow, ...], reading: Reading) -> LabelRow:
    return next(row for row in rows if row.fits(reading))


def _reading(lvef, fall, limit, days=None, better=None) -> Reading:
    return Reading(
        lvef=Decimal(lvef),
        fall=Decimal(fall),
        limit=Decimal(limit) if limit else None,
        days_since_low=days,
        better=better,
    )


@pytest.mark.parametrize("case", FIRST)
def test_a_value_falls_into_its_row(case):
    label, row, lvef, fall, limit, says = case

    found = _first_that_fits(_table(label).rows, _reading(lvef, fall, limit))

    assert (found.id, found.says) == (row, says)


@pytest.mark.parametrize("case", LATER)
def test_a_value_after_a_hold_falls_into_its_row(case):
    label, hold, row, lvef, fall, limit, days, better, says = case
    held = next(each for each in _table(label).rows if each.id == hold)

    found = _first_that_fits(held.then, _reading(lvef, fall, limit, days, better))

    assert (found.id, found.says) == (row, says)


@pytest.mark.parametrize("case", OFTEN_HELD)
def test_more_than_three_holds_ask_about_stopping(case):
    label, row, lvef, fall, limit, times = case
    reading = _reading(lvef, fall, limit)

    often = _first_that_fits(_table(label).rows, reading._replace(times_held=times))
    third = _first_that_fits(_table(label).rows, reading._replace(times_held=2))

    assert (often.id, often.says, third.says) == (row, "ask-about-stopping", "hold")


def test_every_row_of_every_label_is_reached():
    reached = {(label, row) for label, row, *_ in (*FIRST, *OFTEN_HELD)}
    reached |= {(each[0], each[2]) for each in LATER}
    known = {
        (table.id, row.id)
        for table in library().heart_rules.labels
        for first in table.rows
        for row in (first, *first.then)
    }

    assert reached == known


@pytest.mark.parametrize("fall", ["10", "15"])
def test_the_us_label_cannot_be_told_without_the_hospitals_limit(fall):
    reading = _reading("48", fall, None)

    below_limit = next(
        row for row in _table("trastuzumab-us").rows if row.id == "below-limit-fall-10"
    )

    assert below_limit.fits(reading) is None
