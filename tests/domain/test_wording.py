"""Pieces of sentences that everything the program writes has in common."""

import pytest

from tracker.domain.wording import at_start, counted, in_sentence, nearest, perhaps


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (0, ("day",), "0 days"),
        (1, ("day",), "1 day"),
        (1_200, ("day",), "1,200 days"),
        (1, ("entry", "entries"), "1 entry"),
        (4_000, ("entry", "entries"), "4,000 entries"),
    ],
)
def test_a_number_stands_with_the_word_that_fits_it(number, words, said):
    assert counted(number, *words) == said


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Docetaxel", "docetaxel"), ("T-DM1", "T-DM1"), ("LVEF", "LVEF"), ("B12", "B12"), ("", "")],
)
def test_inside_a_sentence_a_name_is_small_unless_it_is_written_large(name, inside):
    assert in_sentence(name) == inside


@pytest.mark.parametrize(
    ("words", "beginning"),
    [("docetaxel and T-DM1", "Docetaxel and T-DM1"), ("", "")],
)
def test_a_sentence_begins_with_a_capital_and_all_else_stays(words, beginning):
    assert at_start(words) == beginning


NAMES = {"mouth-sores": ("Sore mouth", "Oral mucositis"), "nausea": (), "fatigue": ("Tiredness",)}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("nausee", ("nausea",)),
        ("Mouth Sores", ("mouth-sores",)),
        ("mucositis", ("mouth-sores",)),
        ("tired", ("fatigue",)),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_what_was_meant_is_found_by_any_of_its_names(typed, ids):
    assert nearest(typed, NAMES) == ids


def test_at_most_three_are_named_and_nothing_where_nothing_is_near():
    many = {f"cough-{each}": () for each in "abcd"}

    assert perhaps("cough", many) == "perhaps cough-a or cough-b or cough-c is meant; "
    assert perhaps("xyzzy", many) == ""
