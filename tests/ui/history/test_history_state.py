"""What History reads and offers."""

from datetime import date

import pytest

from tests.ui.history.diaries import CYCLE_1, CYCLE_2, a_diary
from tracker.services.companion import Companion
from tracker.ui.history.state import Reading, cycle_groups, read


def read_it(companion: Companion) -> Reading:
    reading = read(companion)
    assert reading is not None
    return reading


def test_before_the_first_cycle_there_is_nothing_to_show():
    assert read(a_diary(today=date(2026, 5, 3))) is None


def test_symptoms_come_in_the_order_of_the_check_in_and_own_ones_last():
    reading = read_it(
        a_diary(("own:sore jaw", CYCLE_1, 2), ("fatigue", CYCLE_1, 1), ("nausea", CYCLE_1, 1))
    )

    assert [name for _, name in reading.symptoms] == ["Nausea", "Tiredness", "sore jaw"]


def test_symptoms_that_were_always_none_are_named_and_have_nothing_to_show():
    reading = read_it(a_diary(("nausea", CYCLE_1, 0), ("fatigue", CYCLE_1, 1)))

    assert reading.felt_symptoms == (("fatigue", "Tiredness"),)
    assert reading.never == ("Nausea",)


FIRST_OF_DH = date(2026, 7, 27)  # after four cycles of AC


def test_the_numbers_of_what_is_new_in_the_first_cycle_of_other_drugs_have_that_cycle():
    reading = read_it(
        a_diary(
            ("numbness-tingling", CYCLE_1, 0),
            ("numbness-tingling", FIRST_OF_DH, 2),
            ("nausea", CYCLE_1, 2),
            today=date(2026, 7, 30),
            regimen="ac-dh",
        )
    )

    assert tuple(reading.compared.places) == (0, 1, 2, 3)
    assert reading.places_behind("numbness-tingling") == (0, 1, 2, 3, 4)
    assert reading.places_behind("nausea") == (0, 1, 2, 3)


def test_it_says_how_many_days_were_answered():
    assert read_it(a_diary(("nausea", CYCLE_1, 1), today=date(2026, 5, 6))).answered == (
        "1 of 3 days answered."
    )


def test_the_low_count_window_is_the_cycles_own():
    reading = read_it(a_diary(("nausea", CYCLE_1, 1)))

    assert (reading.low_count_days(0), reading.low_count_days(1)) == ((8, 15), (8, 15))


def test_up_to_eight_cycles_are_offered_together():
    groups = cycle_groups(read_it(a_diary(("nausea", CYCLE_2, 1))))

    assert [group.places for group in groups] == [(0, 1)]


@pytest.mark.parametrize(
    ("regimen", "today", "labels"),
    [
        (
            "ac-th",
            date(2027, 5, 1),
            [
                "Latest 6 cycles",
                "H, 10 cycles from October 2026",
                "TH, 12 cycles from July 2026",
                "AC, 4 cycles from May 2026",
                "All 26 cycles",
            ],
        ),
        ("t-dm1", date(2027, 5, 1), ["Latest 6 cycles", "All 14 cycles"]),
    ],
)
def test_many_cycles_are_offered_in_groups_the_latest_first(regimen, today, labels):
    groups = cycle_groups(read_it(a_diary(today=today, regimen=regimen)))

    assert [group.label for group in groups] == labels
    assert len(groups[0].places) == 6


def test_with_several_phases_a_cycle_carries_the_name_of_its_own():
    reading = read_it(a_diary(today=date(2026, 8, 10), regimen="ac-th"))

    assert reading.labels[3:5] == ("AC 4", "TH 1")
