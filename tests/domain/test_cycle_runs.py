"""Which cycles are compared with which."""

from datetime import date, timedelta

from tracker.domain.cycle_runs import comparable, runs_of
from tracker.domain.cycles import CycleSpan
from tracker.domain.trends import history

START = date(2026, 5, 4)


def spans(*phases: tuple[str, int, int]) -> tuple[CycleSpan, ...]:
    """Cycles one after the other: phase, how many, how many days each."""
    made: list[CycleSpan] = []
    day = START
    for phase, cycles, length in phases:
        for number in range(1, cycles + 1):
            made.append(
                CycleSpan(
                    phase=phase,
                    cycle=number,
                    of=cycles,
                    starts_on=day,
                    ends_on=day + timedelta(days=length - 1),
                    planned_days=length,
                )
            )
            day += timedelta(days=length)
    return tuple(made)


def test_no_cycles_make_no_run():
    assert runs_of(()) == ()


def test_another_phase_begins_another_run():
    assert runs_of(spans(("AC", 2, 21), ("TH", 3, 7))) == (range(2), range(2, 5))


def test_a_second_course_of_the_same_name_begins_another_run():
    assert runs_of(spans(("T-DXd", 2, 21), ("T-DXd", 2, 21))) == (range(2), range(2, 4))


def test_another_length_begins_another_run():
    assert runs_of(spans(("AC", 1, 21), ("AC", 1, 14))) == (range(1), range(1, 2))


def test_cycles_of_another_phase_are_left_out():
    cycles = spans(("AC", 2, 21), ("T", 2, 21))
    answers = {
        "nausea": {START: 3},
        "fatigue": {cycles[2].starts_on: 1, cycles[3].starts_on: 2},
    }

    found = comparable(history(cycles, answers, cycles[3].ends_on, None))

    assert found is not None
    assert (found.places, found.planned_days) == (range(2, 4), 21)
    assert found.by_cycle_day == {"fatigue": {1: (1, 2)}}


def test_a_phase_that_has_just_begun_is_not_compared_yet():
    cycles = spans(("AC", 2, 14), ("T", 2, 21))

    found = comparable(history(cycles, {}, cycles[2].starts_on, None))

    assert found is not None
    assert ([span.phase for span in found.spans], found.planned_days) == (["AC", "AC"], 14)


def test_the_very_first_cycle_stands_alone():
    cycles = spans(("AC", 2, 14))

    found = comparable(history(cycles, {}, START, None))

    assert found is not None
    assert found.places == range(1)


def test_before_the_first_cycle_there_is_nothing():
    assert comparable(history(spans(("AC", 2, 14)), {}, START - timedelta(days=1), None)) is None


def test_two_courses_of_one_cycle_each_are_not_one_run():
    assert runs_of(spans(("T-DXd", 1, 21), ("T-DXd", 1, 21))) == (range(1), range(1, 2))
