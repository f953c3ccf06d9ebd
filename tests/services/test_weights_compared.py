"""Which weight a typed one is compared with: the nearest in days, at most a month away."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.builders import NOW, a_companion
from tests.fakes import MemoryStorage
from tracker.domain.measurements import Weight, WeightUnit

KILOGRAM = WeightUnit.KILOGRAM
TODAY = NOW.date()
ABOUT = TODAY - timedelta(days=40)
SURPRISE = Weight(Decimal(90), KILOGRAM)


@pytest.fixture
def diary():
    return a_companion(storage=MemoryStorage()).diary


@pytest.mark.parametrize(
    ("days", "compared"), [(-32, False), (-31, True), (0, True), (31, True), (32, False)]
)
def test_only_weights_within_a_month_are_compared_with(diary, days, compared):
    diary.weight("70", KILOGRAM, day=ABOUT + timedelta(days=days))

    assert (diary.weight_far_from(SURPRISE, ABOUT) is not None) is compared


def test_the_nearest_in_days_counts_and_of_one_day_the_latest(diary):
    diary.weight("60", KILOGRAM, day=ABOUT - timedelta(days=9))
    diary.weight("70", KILOGRAM, day=ABOUT - timedelta(days=2))
    diary.weight("71", KILOGRAM, day=ABOUT - timedelta(days=2))
    diary.weight("89", KILOGRAM, day=ABOUT + timedelta(days=5))

    far = diary.weight_far_from(SURPRISE, ABOUT)

    assert far is not None
    assert far.weight == Weight(Decimal(71), KILOGRAM)


def test_a_weight_near_the_nearest_one_is_no_surprise_whatever_came_before(diary):
    diary.weight("70", KILOGRAM, day=ABOUT - timedelta(days=9))
    diary.weight("89", KILOGRAM, day=ABOUT - timedelta(days=1))

    assert diary.weight_far_from(SURPRISE, ABOUT) is None


def test_the_first_weight_is_no_surprise(diary):
    diary.pulse("70", day=ABOUT)

    assert diary.weight_far_from(SURPRISE, ABOUT) is None
