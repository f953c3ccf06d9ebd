"""On which coming days earlier cycles were worst."""

from datetime import date, timedelta

import pytest

from tests.domain.test_cycle_runs import START, spans
from tracker.domain.outlook import WorstDays, worst_days_ahead
from tracker.domain.trends import History, history

CYCLES = spans(("TCHP", 4, 21), ("HP", 2, 21))
THIRD = CYCLES[2].starts_on


def lived(
    today: date,
    *,
    symptoms: dict[str, int] | None = None,
    cycles: tuple[int, ...] = (0, 1),
    days: tuple[int, ...] = (3, 4),
) -> History:
    """Bad on cycle days 3 and 4 of the first two cycles, mild on days 2 and 6."""
    answers: dict[str, dict[date, int | None]] = {}
    for symptom, worst in (symptoms or {"nausea": 3}).items():
        given = answers[symptom] = {}
        for place in cycles:
            first = CYCLES[place].starts_on
            given |= {first + timedelta(day - 1): worst for day in days}
            given |= {first + timedelta(day - 1): 1 for day in (2, 6)}
    return history(CYCLES, answers, today, None)


def test_the_worst_days_are_put_onto_this_cycles_calendar():
    found = worst_days_ahead(lived(THIRD), THIRD)

    assert found == (
        WorstDays(
            symptom="nausea",
            first_day=3,
            last_day=4,
            first_on=THIRD + timedelta(2),
            last_on=THIRD + timedelta(3),
            average=3,
            cycles=2,
            of_last=2,
            rests_on=frozenset(
                CYCLES[place].starts_on + timedelta(days) for place in (0, 1) for days in (2, 3)
            ),
        ),
    )


@pytest.mark.parametrize(("day", "said"), [(3, True), (4, True), (5, False)])
def test_days_that_are_over_are_not_told(day, said):
    today = THIRD + timedelta(day - 1)

    assert bool(worst_days_ahead(lived(today), today)) is said


@pytest.mark.parametrize(("first", "said"), [(8, True), (9, False)])
def test_a_week_ahead_is_far_enough(first, said):
    found = worst_days_ahead(lived(THIRD, days=(first, first + 1)), THIRD)

    assert bool(found) is said


def test_one_earlier_cycle_is_not_enough():
    second = CYCLES[1].starts_on

    assert worst_days_ahead(lived(second, cycles=(0,)), second) == ()


def test_cycles_of_another_phase_tell_nothing():
    after = CYCLES[4].starts_on

    assert worst_days_ahead(lived(after, cycles=(0, 1, 2, 3)), after) == ()


def test_this_cycles_own_answers_are_not_counted():
    assert worst_days_ahead(lived(THIRD, cycles=(0, 2)), THIRD) == ()


def test_the_two_worst_symptoms_are_told_worst_first():
    history = lived(THIRD, symptoms={"nausea": 2, "fatigue": 4, "mouth-sores": 3})

    found = worst_days_ahead(history, THIRD)

    assert [each.symptom for each in found] == ["fatigue", "mouth-sores"]


def test_after_the_last_cycle_and_before_the_first_nothing_is_told():
    over = CYCLES[-1].ends_on + timedelta(1)

    assert worst_days_ahead(lived(over), over) == ()
    assert worst_days_ahead(History(), START) == ()
