"""One number for several cycles, beside a second way of finding it."""

from statistics import median_high

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.heat import Summary, summary_of

SEVERITIES = st.lists(st.one_of(st.none(), st.integers(0, 4)), max_size=9)


@given(SEVERITIES)
def test_the_worst_is_the_highest_answer(severities):
    answered = [each for each in severities if each is not None]

    assert summary_of(severities, Summary.WORST) == (max(answered) if answered else None)


@given(SEVERITIES)
def test_the_median_is_the_answer_in_the_middle(severities):
    answered = [each for each in severities if each is not None]

    assert summary_of(severities, Summary.MEDIAN) == (median_high(answered) if answered else None)


@pytest.mark.parametrize("how", list(Summary))
def test_nobody_answered_is_nothing_never_zero(how):
    assert summary_of([], how) is None
    assert summary_of([None, None], how) is None
    assert summary_of([None, 0], how) == 0


def test_of_two_answers_in_the_middle_the_worse_counts():
    assert summary_of([1, 3], Summary.MEDIAN) == 3
