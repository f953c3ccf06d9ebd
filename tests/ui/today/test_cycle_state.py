"""Where the opened day lies, and the blocks of the cycle strip."""

from datetime import date, timedelta

import pytest

from tests.builders import Clock, a_companion, a_person
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Surgery
from tracker.ui.today.cycle_state import Place, cycle_status

START = date(2026, 5, 4)


def status_on(day: date, *, regimen: str = "tchp", today: date | None = None):
    companion = a_companion(regimen=regimen)
    return cycle_status(companion.plan.all(), day, today or day)


def test_a_diary_without_a_plan_says_so():
    status = cycle_status((), START, START)

    assert (status.place, status.strip, status.next_on) == (Place.NO_PLAN, (), None)


def test_before_the_first_infusion_the_first_treatment_day_is_next():
    status = status_on(START - timedelta(days=3))

    assert (status.place, status.next_on) == (Place.BEFORE, START)


def test_day_nine_of_tchp_lies_in_the_low_count_window_of_days_eight_to_fifteen():
    status = status_on(START + timedelta(days=8))

    assert (status.cycle, status.of, status.cycle_day) == (1, 6, 9)
    assert status.low_counts is not None
    assert (status.low_counts.first_day, status.low_counts.last_day) == (8, 15)
    assert status.low_counts.inside


def test_the_strip_marks_treatment_low_counts_past_and_the_opened_day():
    status = status_on(START + timedelta(days=8))

    assert [day.number for day in status.strip] == list(range(1, 22))
    assert [day.number for day in status.strip if day.treatment] == [1]
    assert [day.number for day in status.strip if day.low_counts] == list(range(8, 16))
    assert [day.number for day in status.strip if day.chosen] == [9]
    assert [day.number for day in status.strip if day.past] == list(range(1, 9))


@pytest.mark.parametrize(("regimen", "days"), [("ddac-thp", 14), ("apt", 7), ("tchp", 21)])
def test_the_strip_has_as_many_blocks_as_the_cycle_has_days(regimen: str, days: int):
    assert len(status_on(START + timedelta(days=2), regimen=regimen).strip) == days


def test_a_late_cycle_keeps_counting():
    clock = Clock()
    companion = a_companion(clock=clock)
    clock.forward(days=10)
    companion.plan.move(DoseTarget(), 2, START + timedelta(days=28), Reason.LOW_COUNTS)
    day = START + timedelta(days=23)

    status = cycle_status(companion.plan.all(), day, day)

    assert (status.cycle_day, status.waiting, len(status.strip)) == (24, True, 24)
    assert status.next_on == START + timedelta(days=28)


def test_the_strip_is_left_out_where_a_gap_has_become_too_long_to_draw():
    person = a_person(surgeries=(Surgery(date(2026, 4, 1)),))
    companion = a_companion(person=person)
    last = max(visit.on for visit in companion.plan.all()[0].visits if visit.phase == "TCHP")
    later = last + timedelta(days=20)

    status = cycle_status(companion.plan.all(), later, later)

    assert status.strip == () or len(status.strip) <= 35


def test_a_phase_of_her2_drugs_alone_counts_its_doses():
    companion = a_companion(regimen="h-year")
    day = START + timedelta(days=22)

    status = cycle_status(companion.plan.all(), day, day)

    assert status.her2_dose == ("trastuzumab", 2, 18)


def test_after_the_last_planned_dose_nothing_is_next():
    status = status_on(START + timedelta(days=900))

    assert (status.place, status.next_on) == (Place.AFTER, None)
