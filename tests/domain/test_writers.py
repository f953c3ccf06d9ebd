"""Two people who answer about the same days."""

from datetime import date, timedelta

import pytest

from tests.builders import NOW, an_answer
from tracker.domain.writers import others_words, said_by_day, writers_of

DAY = date(2026, 5, 12)


def test_answers_about_one_symptom_and_day_stand_side_by_side():
    own, toms = an_answer("nausea", 1), an_answer("nausea", 3, by="Tom")

    (said,) = said_by_day([own, toms])

    assert dict(said.answers) == {"self": own, "Tom": toms}
    assert said.levels_apart == 2


def test_each_writers_last_answer_counts():
    first = an_answer("nausea", 1, by="Tom")
    later = an_answer("nausea", 2, by="Tom", at=NOW + timedelta(hours=1))

    (said,) = said_by_day([later, first])

    assert said.answers["Tom"] == later


def test_of_two_answers_of_one_moment_the_one_written_last_counts():
    first, later = an_answer("nausea", 1), an_answer("nausea", 2)

    assert said_by_day([first, later])[0].answers["self"] == later


def test_one_answer_is_no_difference_and_neither_is_a_skip():
    assert said_by_day([an_answer("nausea", 3)])[0].levels_apart is None
    skipped = said_by_day([an_answer("nausea", 3), an_answer("nausea", None, by="Tom")])
    assert skipped[0].levels_apart is None


def test_the_same_answer_is_no_level_apart():
    assert (
        said_by_day([an_answer(severity=0), an_answer(severity=0, by="Tom")])[0].levels_apart == 0
    )


def test_the_latest_day_comes_first_and_the_person_before_the_others():
    said = said_by_day(
        [
            an_answer("nausea", 1, day=DAY - timedelta(1), by="Zoe"),
            an_answer("nausea", 1, day=DAY, by="Tom"),
            an_answer("fatigue", 1, day=DAY),
        ]
    )

    assert [(each.day, each.symptom) for each in said] == [
        (DAY, "fatigue"),
        (DAY, "nausea"),
        (DAY - timedelta(1), "nausea"),
    ]
    assert writers_of(said) == ("self", "Tom", "Zoe")


@pytest.mark.parametrize(
    ("writers", "words"),
    [
        ((), ""),
        (("self", "self"), ""),
        (("self", "Tom"), "Tom wrote one of these answers."),
        (("Tom", "Tom", "self"), "Tom wrote 2 of these answers."),
        (("Tom", "Ana", "self"), "Ana and Tom wrote 2 of these answers."),
        (("Tom", "Ana", "Bo"), "Ana, Bo and Tom wrote all of these answers."),
    ],
)
def test_others_are_named_with_how_many_answers_they_wrote(writers, words):
    assert others_words(writers) == words
