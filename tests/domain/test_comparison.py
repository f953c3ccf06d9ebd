"""This cycle beside earlier ones."""

from decimal import Decimal

import pytest

from tracker.domain.comparison import DayCompared, compare


def test_a_day_has_this_cycle_and_average_and_range_of_the_earlier_ones():
    found = compare({2: (1, 4, 3)}, now=2, earlier=(0, 1), last_day=2)

    assert found.days == (DayCompared(1, None), DayCompared(2, 3, Decimal("2.5"), 1, 4))


def test_what_was_not_answered_is_nothing_never_zero():
    found = compare({1: (None, 2), 2: (3, None)}, now=1, earlier=(0,), last_day=3)

    assert found.days == (
        DayCompared(1, 2),
        DayCompared(2, None, Decimal(3), 3, 3),
        DayCompared(3, None),
    )


def test_an_unanswered_earlier_cycle_does_not_pull_the_average_down():
    found = compare({1: (4, None, 1)}, now=2, earlier=(0, 1), last_day=1)

    assert found.days[0].average == 4


@pytest.mark.parametrize(
    ("now", "worse", "milder"),
    [
        ((2, 2, 3), False, False),
        ((2, 3, 3), True, False),
        ((1, 2, 2), False, False),
        ((1, 1, 2), False, True),
    ],
)
def test_half_a_level_over_three_days_is_a_clear_difference(now, worse, milder):
    rows = {day: (2, now[day - 1]) for day in (1, 2, 3)}

    found = compare(rows, now=1, earlier=(0,), last_day=3)

    assert (found.clearly_worse, found.clearly_milder) == (worse, milder)


def test_exactly_half_a_level_is_clear():
    rows = {1: (2, 3), 2: (2, 2), 3: (2, 3), 4: (2, 2)}

    found = compare(rows, now=1, earlier=(0,), last_day=4)

    assert found.difference == Decimal("0.5")
    assert found.clearly_worse


def test_two_days_are_too_few_to_compare():
    found = compare({1: (0, 4), 2: (0, 4)}, now=1, earlier=(0,), last_day=2)

    assert (found.days_in_both, found.difference) == (2, None)
    assert not found.clearly_worse


def test_the_first_cycle_has_nothing_beside_it():
    found = compare({1: (2,)}, now=0, earlier=(), last_day=1)

    assert found.days == (DayCompared(1, 2),)
