"""Days and times are taken in the forms in which people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.typed_days import month_number, read_day, read_time
from tracker.errors import NotUnderstoodError

APRIL, MARCH = date(2026, 4, 3), date(2026, 3, 4)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9:30", time(9, 30)),
        ("14.05", time(14, 5)),
        ("7", time(7)),
        (" 8:30 pm ", time(20, 30)),
        ("8:30PM", time(20, 30)),
        ("8 p.m.", time(20)),
        ("8.15 a. m.", time(8, 15)),
        ("12 pm", time(12)),
        ("12:05 am", time(0, 5)),
        ("20:30 pm", time(20, 30)),
        ("20h30", time(20, 30)),
    ],
)
def test_times_are_read_as_people_type_them(typed, at):
    assert read_time(typed) == at


@pytest.mark.parametrize(
    "typed", ["", "25:00", "9:61", "nine", "1:2:3", "-1", "13 am", "24", "8 xm", "\u0661:30"]
)
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(NotUnderstoodError, match="like 9:30 or 2:30 pm"):
        read_time(typed)


@given(at=st.times())
def test_every_time_in_twelve_hours_is_that_of_the_day(at):
    typed = f"{at.hour % 12 or 12}:{at.minute:02d} {'pm' if at.hour >= 12 else 'am'}"

    assert read_time(typed) == time(at.hour, at.minute)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-04-03", "3.4.2026", "3 April 2026", "April 3, 2026", "3rd of Apr. 2026",
        "apr 3 2026", "2026 April 3",
    ],
)  # fmt: skip
def test_a_day_typed_in_one_piece_is_that_day(typed):
    assert read_day(typed).readings == (APRIL,)


@pytest.mark.parametrize("typed", ["3/4/2026", "03-04-2026"])
def test_a_day_that_can_be_two_is_both(typed):
    assert read_day(typed).readings == (APRIL, MARCH)


@pytest.mark.parametrize("typed", ["27/5/2026", "5/27/2026"])
def test_a_day_that_can_only_be_one_is_that_one(typed):
    assert read_day(typed).readings == (date(2026, 5, 27),)


@pytest.mark.parametrize("typed", ["4/4/2026", "4.4.2026"])
def test_the_same_number_twice_is_one_day(typed):
    assert read_day(typed).readings == (date(2026, 4, 4),)


@pytest.mark.parametrize(
    "typed",
    ["", "27", "3/4/26", "31.2.2026", "May", "3 April", "one May 2026", "3 4 2026", "May May 2026"],
)
def test_what_is_no_whole_day_is_none(typed):
    assert read_day(typed) is None


@pytest.mark.parametrize(
    ("typed", "number"), [("Jan", 1), ("sept.", 9), ("DECEMBER", 12), ("ma", None), ("5", None)]
)
def test_a_month_may_be_a_name(typed, number):
    assert month_number(typed) == number
