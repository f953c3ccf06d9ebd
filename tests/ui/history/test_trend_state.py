"""One cycle beside the earlier ones."""

from datetime import date, timedelta

import pytest

from tests.ui.history.diaries import CYCLE_1, CYCLE_2, Answer, a_diary, lived
from tests.ui.history.test_history_state import read_it
from tracker.ui.history.trend_state import TrendState, trend

TODAY = date(2026, 5, 30)
BEFORE = {1: 2, 2: 2, 3: 2}


def drawn(*answers: Answer, today: date = TODAY, regimen: str = "tchp") -> TrendState:
    return trend(read_it(a_diary(*answers, today=today, regimen=regimen)), "nausea")


def test_the_chart_has_every_day_of_the_cycle_and_gaps_stay_gaps():
    state = drawn(*lived("nausea", CYCLE_1, {1: 3}), *lived("nausea", CYCLE_2, {1: 1, 3: 2}))

    now = [day.now for day in state.comparison.days]
    assert now[:4] == [1, None, 2, None]
    assert len(now) == 21
    assert [day.average for day in state.comparison.days][:2] == [3, None]
    assert (state.cycle, state.earlier, state.today) == ("Cycle 2", 1, 6)


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        ({1: 3, 2: 3, 3: 2}, "worse than in your earlier cycles, by 0.7 on average (3 days)."),
        ({1: 1, 2: 1, 3: 2}, "milder than in your earlier cycles, by 0.7 on average (3 days)."),
        ({1: 2, 2: 3, 3: 2}, "about the same as in your earlier cycles (3 days compared)."),
        ({1: 4, 2: 4}, "fewer than 3 days of this cycle can be compared with earlier cycles."),
    ],
)
def test_one_sentence_says_how_this_cycle_compares(now, sentence):
    state = drawn(*lived("nausea", CYCLE_1, BEFORE), *lived("nausea", CYCLE_2, now))

    assert state.sentence == f"Nausea: {sentence}"


def test_the_first_cycle_has_nothing_to_compare_with():
    state = drawn(*lived("nausea", CYCLE_1, BEFORE), today=CYCLE_1 + timedelta(5))

    assert state.sentence == "Nausea: there is no earlier cycle of this kind to compare with."


def test_cycles_of_another_phase_are_not_compared():
    july = date(2026, 7, 27)
    state = drawn(
        *lived("nausea", CYCLE_1, BEFORE),
        ("nausea", july, 1),
        today=july + timedelta(3),
        regimen="ac-th",
    )

    assert (state.cycle, state.earlier) == ("TH 1", 0)


def test_a_late_cycle_is_drawn_to_its_last_answer():
    state = drawn(*lived("nausea", CYCLE_1, {18: 1}), today=CYCLE_1 + timedelta(17))
    assert len(state.comparison.days) == 21


def test_the_description_says_every_answer_and_which_way_is_worse():
    state = drawn(*lived("nausea", CYCLE_2, {1: 0, 3: 2}))

    assert "Higher is worse. Cycle 2: day 1: 0, day 3: 2." in state.description
