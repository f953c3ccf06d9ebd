"""The heat map: every number beside a second way of finding it; nothing is ever taken for zero."""

from datetime import date, timedelta
from statistics import median_high

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.history.diaries import CYCLE_1, CYCLE_2, CYCLE_3, LENGTH, a_diary
from tests.ui.history.test_history_state import read_it
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.heat import Summary
from tracker.services.companion import Companion
from tracker.ui.history.heat_state import HeatChoice, HeatMapState, day_behind, heat_map

STARTS = (CYCLE_1, CYCLE_2, CYCLE_3)
TODAY = CYCLE_3 + timedelta(9)
BOTH = HeatChoice((0, 1))


def severities(state: HeatMapState, row: int = 0) -> dict[str, int]:
    cells = zip(state.columns, state.rows[row].cells, strict=True)
    return {column: cell.severity for column, cell in cells if cell.severity is not None}


def shown(diary: Companion, choice: HeatChoice = BOTH) -> HeatMapState:
    return heat_map(read_it(diary), choice)


ANSWERS = st.dictionaries(
    st.tuples(st.sampled_from(["nausea", "fatigue", "own:sore jaw"]), st.integers(0, 51)),
    st.one_of(st.none(), st.integers(0, 4)),
    max_size=40,
)
PLACES = st.sets(st.integers(0, 2), min_size=1).map(lambda places: tuple(sorted(places)))


@given(ANSWERS, PLACES, st.sampled_from(Summary))
def test_every_cell_is_what_the_answers_of_the_chosen_cycles_say(answers, places, how):
    rows = [(symptom, CYCLE_1 + timedelta(day), each) for (symptom, day), each in answers.items()]

    state = shown(a_diary(*rows, today=TODAY), HeatChoice(places, how=how))

    felt = {symptom for symptom, _, each in rows if each}
    assert {row.id for row in state.rows} == felt
    for row in state.rows:
        for column, cell in enumerate(row.cells):
            days = [STARTS[place] + timedelta(column) for place in places]
            found = [
                each
                for symptom, day, each in rows
                if symptom == row.id and day in days and each is not None
            ]
            one_number = max if how is Summary.WORST else median_high
            assert cell.severity == (one_number(found) if found else None)
            assert sorted(each for _, each in cell.answers) == sorted(found)


@given(ANSWERS)
def test_one_symptom_cycle_by_cycle_is_the_diary_itself(answers):
    rows = [(symptom, CYCLE_1 + timedelta(day), each) for (symptom, day), each in answers.items()]

    state = shown(a_diary(*rows, today=TODAY), HeatChoice((0, 1, 2), symptom="nausea"))

    standing = {day: each for symptom, day, each in rows if symptom == "nausea"}
    assert [row.name for row in state.rows] == ["Cycle 1", "Cycle 2", "Cycle 3"]
    for start, row in zip(STARTS, state.rows, strict=True):
        assert [cell.severity for cell in row.cells] == [
            standing.get(start + timedelta(day)) for day in range(LENGTH)
        ]


def test_a_cell_names_each_cycle_that_has_an_answer():
    diary = a_diary(("nausea", CYCLE_1 + timedelta(2), 1), ("nausea", CYCLE_2 + timedelta(2), 3))

    state = shown(diary)

    assert state.rows[0].cells[2].answers == (("Cycle 1", 1), ("Cycle 2", 3))
    assert severities(shown(diary, HeatChoice((0,)))) == {"3": 1}


def test_a_skip_is_empty_like_a_day_without_an_answer():
    state = shown(a_diary(("worry", CYCLE_1, None), ("worry", CYCLE_1 + timedelta(1), 1)))

    assert severities(state) == {"2": 1}


def delayed_diary() -> Companion:
    """Cycle 1 lasts four weeks; its days 23 and 24 are answered."""
    diary = a_diary(("nausea", CYCLE_1 + timedelta(22), 2), ("nausea", CYCLE_1 + timedelta(23), 3))
    diary.plan.move(DoseTarget(), 2, date(2026, 6, 1), Reason.LOW_COUNTS)
    return diary


def test_days_past_the_planned_length_gather_in_one_last_column_with_their_worst():
    state = shown(delayed_diary(), HeatChoice((0,), how=Summary.MEDIAN))

    assert state.columns[-1] == "22+"
    assert severities(state) == {"22+": 3}


def test_the_last_column_opens_the_day_whose_answer_it_shows():
    diary, choice = delayed_diary(), HeatChoice((0,))

    day = day_behind(read_it(diary), choice, shown(diary, choice), 0, 21)

    assert day == CYCLE_1 + timedelta(23)


def test_the_low_count_window_and_today_are_marked():
    state = shown(a_diary(("nausea", CYCLE_1, 1)))

    assert (state.low_counts, state.today) == ((7, 14), 5)


def test_today_is_not_marked_when_its_cycle_is_not_chosen():
    assert shown(a_diary(("nausea", CYCLE_1, 1)), HeatChoice((0,))).today is None


@pytest.mark.parametrize(
    ("how", "words"),
    [(Summary.WORST, "worst 3, severe"), (Summary.MEDIAN, "in the middle 1, mild")],
)
def test_a_cell_says_what_its_number_is(how, words):
    days = [
        ("nausea", start + timedelta(2), each)
        for start, each in zip(STARTS, (1, 3, 1), strict=True)
    ]

    state = shown(a_diary(*days, today=TODAY), HeatChoice((0, 1, 2), how=how))

    assert state.spoken(0, 2) == f"Nausea, day 3: {words}"
    assert state.spoken(0, 3) == "Nausea, day 4: not answered"


def test_a_cell_of_one_cycle_says_its_answer():
    state = shown(a_diary(("nausea", CYCLE_1, 2)), HeatChoice((0, 1), symptom="nausea"))

    assert state.spoken(0, 0) == "Cycle 1, day 1: 2, moderate"


def test_a_cell_of_several_cycles_opens_the_latest_day_with_that_answer():
    worst, later = CYCLE_1 + timedelta(2), CYCLE_2 + timedelta(2)
    diary = a_diary(("nausea", worst, 3), ("nausea", later, 1))
    same = a_diary(("nausea", worst, 3), ("nausea", later, 3))

    assert day_behind(read_it(diary), BOTH, shown(diary), 0, 2) == worst
    assert day_behind(read_it(same), BOTH, shown(same), 0, 2) == later


def test_an_empty_cell_opens_its_latest_day_up_to_today():
    diary = a_diary(("nausea", CYCLE_1, 1))

    assert day_behind(read_it(diary), BOTH, shown(diary), 0, 4) == CYCLE_2 + timedelta(4)
    assert day_behind(read_it(diary), BOTH, shown(diary), 0, 10) == CYCLE_1 + timedelta(10)


def test_a_day_still_to_come_opens_nothing():
    diary, choice = a_diary(("nausea", CYCLE_1, 1)), HeatChoice((0, 1), symptom="nausea")

    assert day_behind(read_it(diary), choice, shown(diary, choice), 1, 10) is None


def test_a_skip_is_an_answer_and_is_drawn_and_said_as_one():
    diary = a_diary(
        ("nausea", CYCLE_1, 2),
        ("nausea", CYCLE_1 + timedelta(2), None),
        ("nausea", CYCLE_2 + timedelta(4), None),
        ("nausea", CYCLE_1 + timedelta(4), 1),
        ("fatigue", CYCLE_1, None),
    )

    state = shown(diary)

    assert state.spoken(0, 2) == "Nausea, day 3: rather not say"
    assert state.spoken(0, 3) == "Nausea, day 4: not answered"
    assert state.spoken(0, 4) == "Nausea, day 5: worst 1, mild"
    assert state.as_table().rows[0][1:6] == ("2", "", "–", "", "1")
    assert read_it(diary).never == ()


def test_a_skip_is_marked_in_its_own_cycle_and_on_days_past_the_planned_length():
    late = CYCLE_3 + timedelta(LENGTH + 2)
    diary = a_diary(
        ("nausea", CYCLE_2 + timedelta(1), None),
        ("nausea", CYCLE_1, 1),
        ("nausea", late, None),
        ("nausea", late - timedelta(1), None),
        today=late,
    )

    state = shown(diary, HeatChoice((0, 1, 2), symptom="nausea"))

    marked = [
        (row.name, state.columns[place])
        for row in state.rows
        for place, cell in enumerate(row.cells)
        if cell.skipped
    ]
    assert marked == [("Cycle 2", "2")]


@given(ANSWERS, PLACES)
def test_only_a_skip_without_any_number_is_marked(answers, places):
    rows = [(symptom, CYCLE_1 + timedelta(day), each) for (symptom, day), each in answers.items()]

    state = shown(a_diary(*rows, today=TODAY), HeatChoice(places))

    for row in state.rows:
        for column, cell in enumerate(row.cells[:LENGTH]):
            days = [STARTS[place] + timedelta(column) for place in places]
            said = [each for symptom, day, each in rows if symptom == row.id and day in days]
            assert cell.skipped == (bool(said) and set(said) == {None})


def test_enter_on_a_skip_leads_to_its_day():
    diary = a_diary(("nausea", CYCLE_1, 2), ("nausea", CYCLE_1 + timedelta(2), None))
    reading = read_it(diary)
    state = heat_map(reading, BOTH)

    assert day_behind(reading, BOTH, state, 0, 2) == CYCLE_1 + timedelta(2)
