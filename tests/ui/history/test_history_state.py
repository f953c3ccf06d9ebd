"""What History shows: cells, chosen cycles, sentences; nothing is ever taken for zero."""

from datetime import date, datetime, timedelta

import pytest

from tests.builders import NOW, SUMMER, Clock, a_companion
from tracker.services.companion import Companion
from tracker.ui.history.state import HistoryState, build_state

CYCLE_1, CYCLE_2 = date(2026, 5, 4), date(2026, 5, 25)


def a_diary(*answers: tuple[str, date, int | None], today: date = date(2026, 5, 30)) -> Companion:
    """A person on TCHP from 4 May who answered so."""
    evening = datetime(today.year, today.month, today.day, 20, tzinfo=SUMMER)
    companion = a_companion(clock=Clock(evening))
    for symptom, day, severity in answers:
        companion.diary.answer(symptom, severity, day=day)
    return companion


def severities(state: HistoryState, row: int = 0) -> dict[str, int]:
    cells = zip(state.heat.columns, state.heat.rows[row].cells, strict=True)
    return {column: cell.severity for column, cell in cells if cell.severity is not None}


def test_before_the_first_cycle_there_is_nothing_to_show():
    assert build_state(a_diary(today=date(2026, 5, 3))) == HistoryState()


def test_a_cell_is_the_worst_of_the_chosen_cycles_and_names_each_of_them():
    diary = a_diary(("nausea", CYCLE_1 + timedelta(2), 1), ("nausea", CYCLE_2 + timedelta(2), 3))

    state = build_state(diary)

    assert severities(state) == {"3": 3}
    assert state.heat.rows[0].cells[2].answers == (("Cycle 1", 1), ("Cycle 2", 3))
    assert severities(build_state(diary, chosen=[0])) == {"3": 1}


def test_a_day_without_an_answer_and_a_skip_are_empty_never_zero():
    state = build_state(a_diary(("worry", CYCLE_1, None), ("worry", CYCLE_1 + timedelta(1), 1)))

    assert severities(state) == {"2": 1}


def test_days_past_the_planned_length_gather_in_one_last_column():
    diary = a_diary(
        ("nausea", CYCLE_1 + timedelta(22), 2),
        ("nausea", CYCLE_1 + timedelta(23), 3),
        today=date(2026, 5, 30),
    )
    diary.plan.move(*_delay(diary))

    state = build_state(diary)

    assert state.heat.columns[-1] == "22+"
    assert severities(state) == {"22+": 3}


def _delay(diary: Companion):
    from tracker.domain.course import DoseTarget, Reason  # noqa: PLC0415 - only here

    del diary
    return DoseTarget(), 2, date(2026, 6, 1), Reason.LOW_COUNTS


def test_one_symptom_is_shown_cycle_by_cycle():
    diary = a_diary(("nausea", CYCLE_1, 1), ("nausea", CYCLE_2, 2), ("fatigue", CYCLE_1, 1))

    state = build_state(diary, symptom="nausea")

    assert [row.name for row in state.heat.rows] == ["Cycle 1", "Cycle 2"]
    assert [row.cells[0].severity for row in state.heat.rows] == [1, 2]


def test_symptoms_that_were_always_none_are_named_and_take_no_row():
    state = build_state(a_diary(("nausea", CYCLE_1, 0), ("fatigue", CYCLE_1, 1)))

    assert [row.id for row in state.heat.rows] == ["fatigue"]
    assert state.never == ("Nausea",)


def test_the_low_count_window_and_today_are_marked_in_the_running_cycle():
    state = build_state(a_diary(("nausea", CYCLE_1, 1)))

    assert state.heat.low_counts == (7, 14)
    assert state.heat.today == 5


def test_it_says_how_many_days_were_answered():
    state = build_state(a_diary(("nausea", CYCLE_1, 1), today=date(2026, 5, 6)))

    assert state.answered == "1 of 3 days answered."


def test_a_sentence_names_the_symptom_and_its_peak_days():
    days = (("fatigue", 0, 1), ("fatigue", 2, 3), ("fatigue", 3, 3), ("fatigue", 4, 1))
    diary = a_diary(
        *(
            (name, first + timedelta(day), grade)
            for first in (CYCLE_1, CYCLE_2)
            for name, day, grade in days
        ),
    )

    sentence = build_state(diary).sentences[0]

    assert (sentence.name, sentence.text) == ("Tiredness", " is worst on days 3 to 4.")
    assert sentence.why == "Average by day: 3, 3."


@pytest.mark.usefixtures("now")
def test_own_symptoms_are_called_as_they_were_typed():
    state = build_state(a_diary(("own:sore jaw", NOW.date(), 2)))

    assert state.heat.rows[0].name == "sore jaw"
