"""Symptoms from another program: read as they were meant, stored in one step, taken back in one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders import NOW, PERSON_ID, a_companion, an_answer
from tests.fakes import MemoryStorage
from tracker.domain.entries import AnswerState
from tracker.domain.symptoms import LONGEST_OWN_NAME
from tracker.errors import NotUnderstoodError
from tracker.services.foreign_symptoms import (
    ColumnMapping,
    ForeignTable,
    doubtful_scale,
    guessed_columns,
)
from tracker.services.foreign_words import (
    DateOrder,
    day_of,
    known_symptom,
    moment_of,
    orders_that_fit,
    severity_of,
)
from tracker.services.ports import EntryQuery, Write

COLUMNS = ("When", "Symptom", "Severity", "Comment")
MAPPING = ColumnMapping(day=0, order=DateOrder.YEAR_FIRST, symptom=1, severity=2, note=3)


def a_table(*rows):
    numbered = tuple((number, tuple(row)) for number, row in enumerate(rows, start=2))
    return ForeignTable(COLUMNS, numbered)


@pytest.fixture
def storage():
    return MemoryStorage()


@pytest.fixture
def companion(storage):
    return a_companion(storage=storage)


def entries(storage):
    return storage.entries(PERSON_ID, EntryQuery())


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("0", 0), ("4", 4), ("2.0", 2), ("3,0", 3), ("1/4", 1), (" Mild ", 1), ("MODERATE", 2),
        ("severe", 3), ("Very  severe", 4), ("not at all", 0), ("prefer not to say", None),
        ("I’d rather not say", None),
    ],
)  # fmt: skip
def test_numbers_and_words_mean_a_severity(words, severity):
    assert severity_of(words) == severity


@pytest.mark.parametrize("words", ["5", "7/10", "-1", "2.5", "terrible", "1e0", "٢"])
def test_what_is_no_severity_is_refused(words):
    with pytest.raises(NotUnderstoodError, match="neither 0 to 4 nor"):
        severity_of(words)


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("2026-05-04", DateOrder.YEAR_FIRST, date(2026, 5, 4)),
        ("2026/5/4 08:30", DateOrder.YEAR_FIRST, date(2026, 5, 4)),
        ("04.05.2026", DateOrder.DAY_FIRST, date(2026, 5, 4)),
        ("05/04/2026 8:30 PM", DateOrder.MONTH_FIRST, date(2026, 5, 4)),
    ],
)
def test_days_are_read_in_their_order(words, order, day):
    assert day_of(words, order) == day


@pytest.mark.parametrize("words", ["", "yesterday", "04.05.26", "31.02.2026", "2026-05-04"])
def test_what_is_no_day_is_refused(words):
    with pytest.raises(NotUnderstoodError, match="is no day"):
        day_of(words, DateOrder.DAY_FIRST)


def test_only_what_nobody_can_tell_is_asked():
    assert orders_that_fit(["2026-05-04"]) == (DateOrder.YEAR_FIRST,)
    assert orders_that_fit(["04/05/2026", "13/05/2026", "14/05/2026"]) == (DateOrder.DAY_FIRST,)
    assert orders_that_fit(["04/05/2026", "05/06/2026"]) == (
        DateOrder.DAY_FIRST,
        DateOrder.MONTH_FIRST,
    )
    assert orders_that_fit(["x"]) == ()


def test_one_row_that_may_be_a_slip_decides_nothing_and_many_decide_against_it():
    asked = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
    april = [f"04/{day:02}/2026" for day in range(1, 13)]
    late_april = [f"04/{day:02}/2026" for day in range(13, 30)]

    assert orders_that_fit([*april, "13/04/2026"]) == asked
    assert orders_that_fit(["04/05/2026", "13/04/2026"]) == asked
    assert orders_that_fit(["04/13/2026", "13/04/2026"]) == asked
    assert orders_that_fit([*april, *late_april, "13/04/2026"]) == (DateOrder.MONTH_FIRST,)


def test_an_answer_lies_on_its_own_day_so_that_old_ones_ask_for_no_call():
    now = datetime(2026, 5, 12, 9, tzinfo=UTC)

    assert moment_of("2026-05-04", date(2026, 5, 4), now) == datetime(2026, 5, 4, 12, tzinfo=UTC)
    assert moment_of("4 May 8:30 pm", date(2026, 5, 4), now).hour == 20
    assert moment_of("2026-05-12", date(2026, 5, 12), now) == now


def test_names_are_known_by_the_words_of_the_person_and_of_the_clinic(companion):
    symptoms = companion.library.symptoms
    for name in ("nausea", "Nausea", "mouth_sores", "Mouth Sores", "own:itch"):
        assert known_symptom(name, symptoms) is not None
    assert known_symptom(symptoms["fatigue"].clinical_term.upper(), symptoms) == "fatigue"
    assert known_symptom("Itchy feet", symptoms) is None


def test_columns_are_guessed_by_their_names():
    assert guessed_columns(COLUMNS) == {"day": 0, "symptom": 1, "severity": 2, "note": 3}
    assert guessed_columns(("a", "b")) == {}
    assert guessed_columns(("Symptom name", "Symptom score", "Date")) == {
        "day": 2,
        "severity": 1,
        "symptom": 0,
    }


def test_rows_become_answers_of_their_days(companion, storage):
    table = a_table(
        ("2026-05-04", "Nausea", "moderate", "after lunch"),
        ("2026-05-05 20:15", "Itchy feet", "0", ""),
        ("2026-05-05", "fatigue", "skip", ""),
    )

    planned = companion.foreign.plan(table, MAPPING)
    changes = companion.foreign.bring_in(planned)

    assert changes.symptoms
    nausea, skipped, own = entries(storage)
    assert (nausea.symptom, nausea.severity, nausea.note) == ("nausea", 2, "after lunch")
    assert nausea.day == date(2026, 5, 4)
    assert (own.symptom, own.state) == ("own:Itchy feet", AnswerState.ABSENT)
    assert (own.at.hour, own.at.minute) == (20, 15)
    assert (skipped.symptom, skipped.state) == ("fatigue", AnswerState.SKIPPED)
    assert (planned.days, planned.refused, planned.empty) == (2, (), 0)


def test_a_name_is_what_the_person_chose(companion, storage):
    table = a_table(("2026-05-04", "Gut", "2", ""))
    mapping = ColumnMapping(
        day=0, order=DateOrder.YEAR_FIRST, symptom=1, severity=2, symptoms={"Gut": "diarrhea"}
    )

    assert companion.foreign.unknown_names(table, 1) == ("Gut",)
    companion.foreign.bring_in(companion.foreign.plan(table, mapping))

    assert [entry.symptom for entry in entries(storage)] == ["diarrhea"]


def test_rows_that_cannot_be_right_are_named_and_left_out(companion):
    table = a_table(
        ("2026-05-04", "Nausea", "terrible", ""),
        ("some day", "Nausea", "1", ""),
        ("2031-05-04", "Nausea", "1", ""),
        ("2026-05-04", " ", "1", ""),
        ("2026-05-04", "\x01", "1", ""),
        ("2026-05-04", "Nausea", "", ""),
        ("2026-05-04", "Nausea", "1", "a\ud800"),
        ("2026-05-04", "Nausea", "1", "fine"),
    )

    planned = companion.foreign.plan(table, MAPPING)

    assert [number for number, _ in planned.refused] == [2, 3, 4, 5, 6, 8]
    assert planned.empty == 1
    assert [entry.note for entry in planned.entries] == ["fine"]


def test_answers_of_today_are_taken_and_those_of_tomorrow_are_not(companion):
    today, tomorrow = NOW.date(), NOW.date() + timedelta(days=1)
    table = a_table(*((day.isoformat(), "Nausea", "1", "") for day in (today, tomorrow)))

    planned = companion.foreign.plan(table, MAPPING)

    assert [entry.day for entry in planned.entries] == [today]
    assert planned.refused[0][1].endswith("is still to come")


def test_where_one_number_is_above_four_no_number_is_taken_for_one_of_this_diary(companion):
    table = a_table(
        ("2026-05-04", "Nausea", "3", ""),
        ("2026-05-05", "Nausea", "7.5", ""),
        ("2026-05-06", "Nausea", "3/4", ""),
        ("2026-05-07", "Nausea", "severe", ""),
    )

    planned = companion.foreign.plan(table, MAPPING)

    assert [entry.day.day for entry in planned.entries] == [6, 7]
    assert planned.refused[0] == (2, "“3” may count to more than 4, as row 3 does")
    assert [number for number, _ in planned.refused] == [2, 3]


def test_where_the_person_says_that_numbers_count_to_four_the_one_above_is_left_out(companion):
    table = a_table(
        ("2026-05-04", "Nausea", "3", ""),
        ("2026-05-05", "Nausea", "9", ""),
        ("2026-05-06", "Nausea", "0", ""),
    )

    planned = companion.foreign.plan(table, replace(MAPPING, up_to_four=True))

    assert [entry.severity for entry in planned.entries] == [3, 0]
    assert planned.refused == ((3, "“9” is neither 0 to 4 nor a word like mild"),)


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (("3", "9", "7"), 3),
        (("9", "0"), 2),
        (("1", "4", "mild"), None),
        (("7", "9"), None),
        (("9/10", "3"), None),
        (("mild", "9"), None),
        ((), None),
    ],
)
def test_only_numbers_on_both_sides_of_four_leave_the_scale_in_doubt(cells, row):
    table = a_table(*(("2026-05-04", "Nausea", each, "") for each in cells))

    doubt = doubtful_scale(table, 2)

    assert (None if doubt is None else doubt.row) == row


def test_an_own_name_is_one_that_the_diary_can_hold_and_keeps_what_joins_its_letters(companion):
    table = a_table(
        ("2026-05-04", "own:" + "x" * 500, "1", ""),
        ("2026-05-04", "own:", "1", ""),
        ("2026-05-04", "می\u200cخورد\tسر", "1", ""),
    )

    planned = companion.foreign.plan(table, MAPPING)

    names = [entry.symptom for entry in planned.entries]
    assert names == ["own:" + "x" * LONGEST_OWN_NAME, "own:own:", "own:می\u200cخورد سر"]


def test_what_is_answered_here_stays_and_twice_adds_nothing(companion, storage):
    here = an_answer("nausea", 1, day=date(2026, 5, 4))
    storage.apply(Write(at=NOW, entries=((PERSON_ID, here),)))
    table = a_table(
        ("2026-05-04", "Nausea", "4", ""),
        ("2026-05-05", "Nausea", "2", ""),
        ("2026-05-05", "Nausea", "2", ""),
    )

    first = companion.foreign.plan(table, MAPPING)
    companion.foreign.bring_in(first)
    again = companion.foreign.plan(table, MAPPING)

    assert (len(first.entries), first.already_here) == (1, 2)
    assert (again.entries, again.already_here) == ((), 3)


def test_one_undo_takes_all_of_it_back_and_it_can_come_again(companion, storage):
    table = a_table(*((f"2026-05-0{day}", "Nausea", "2", "") for day in range(1, 9)))
    companion.foreign.bring_in(companion.foreign.plan(table, MAPPING))

    companion.undo_last()

    assert entries(storage) == ()
    companion.foreign.bring_in(companion.foreign.plan(table, MAPPING))
    assert len(entries(storage)) == 8
