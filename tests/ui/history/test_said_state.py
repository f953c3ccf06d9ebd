"""Who said what, side by side."""

from datetime import timedelta

import pytest

from tests.builders import Clock, a_companion
from tests.fakes import MemoryStorage
from tests.ui.history.diaries import CYCLE_1, Answer, evening, write
from tracker.ui.history.said_state import SaidRows, SaidState, said_state

DAY = CYCLE_1 + timedelta(3)


def said(own: list[Answer], helpers: list[Answer], wanted: SaidRows = SaidRows.BOTH) -> SaidState:
    storage = MemoryStorage()
    companion = a_companion(storage=storage, clock=Clock(evening(DAY)))
    write(storage, *own)
    write(storage, *helpers, by="Tom")
    return said_state(companion, CYCLE_1, DAY, wanted)


OWN = [("nausea", DAY, 1), ("fatigue", DAY, 2), ("worry", DAY, None), ("rash", DAY, 1)]
LATER = "When a helper answers about the same day, both answers stand side by side here."
TOMS = [("nausea", DAY, 3), ("fatigue", DAY, 2), ("worry", DAY, 2), ("cough", DAY, 1)]


def test_differences_have_a_word_that_names_who_gave_more():
    state = said(OWN, TOMS)

    assert state.writers == ("Ana Sample", "Tom")
    assert [(row.name, row.answers, row.difference) for row in state.rows] == [
        ("Nausea", ("1 mild", "3 severe"), "Tom: 2 higher"),
        ("Tiredness", ("2 moderate", "2 moderate"), "Same"),
        ("Worry", ("rather not say", "2 moderate"), ""),
    ]


def test_the_sentence_counts_agreement_over_everything():
    assert said(OWN, TOMS).sentence == (
        "2 times answered by more than one: 1 the same, 1 different, at most 2 levels apart."
    )


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (SaidRows.DIFFERENT, ["Nausea"]),
        (SaidRows.ALL, ["Nausea", "Tiredness", "Cough", "Rash", "Worry"]),
    ],
)
def test_rows_can_be_narrowed(wanted, names):
    assert sorted(row.name for row in said(OWN, TOMS, wanted).rows) == sorted(names)


@pytest.mark.parametrize(
    ("own", "helpers", "sentence"),
    [
        ([], [], f"Nobody answered in this cycle. {LATER}"),
        (OWN, [], f"In this cycle only Ana Sample wrote. {LATER}"),
        (
            [("rash", DAY, 1)],
            [("cough", DAY, 1)],
            "In this cycle no two people answered about the same side effect on the same day. "
            + LATER,
        ),
        (
            [("rash", DAY, 1)],
            [("rash", DAY, None)],
            f"In this cycle one of the two would rather not say each time. {LATER}",
        ),
        (
            [("rash", DAY, 1)],
            [("rash", DAY, 1)],
            "1 time answered by more than one: always the same.",
        ),
    ],
)
def test_the_sentence_says_when_there_is_nothing_to_compare(own, helpers, sentence):
    assert said(own, helpers).sentence == sentence


def test_a_copied_answer_says_so_to_whoever_reads_along():
    storage = MemoryStorage()
    companion = a_companion(storage=storage, clock=Clock(evening(DAY)))
    companion.diary.answer("nausea", 1, day=DAY - timedelta(1))
    companion.diary.same_as_yesterday(DAY, ("nausea",))
    companion.diary.all_absent(DAY, ("rash",))
    write(storage, ("nausea", DAY, 3), ("rash", DAY, 0), by="Tom")

    state = said_state(companion, DAY, DAY, SaidRows.BOTH)

    assert [row.answers for row in state.rows] == [
        ("1 mild, copied", "3 severe"),
        ("0 none, all none", "0 none"),
    ]


def test_the_table_for_a_spreadsheet_has_a_column_for_each_writer():
    table = said(OWN, TOMS, SaidRows.DIFFERENT).as_table()

    assert table.columns == ("day", "side effect", "Ana Sample", "Tom", "difference")
    assert table.rows == (("2026-05-07", "Nausea", "1 mild", "3 severe", "Tom: 2 higher"),)


@pytest.mark.parametrize(
    ("elsewhere", "where"),
    [
        (["TCHP 2"], "TCHP 2"),
        (["TCHP 2", "TCHP 1"], "TCHP 2 and TCHP 1"),
        (["HP 5", "HP 4", "HP 3", "HP 1"], "HP 5, HP 4, HP 3 and 1 earlier one"),
    ],
)
def test_a_cycle_without_a_pair_says_where_there_is_one(elsewhere, where):
    storage = MemoryStorage()
    companion = a_companion(storage=storage, clock=Clock(evening(DAY)))
    write(storage, *OWN)

    state = said_state(companion, CYCLE_1, DAY, SaidRows.BOTH, elsewhere)

    assert state.sentence == (
        f"In this cycle only Ana Sample wrote. There is something to compare in {where}."
    )
