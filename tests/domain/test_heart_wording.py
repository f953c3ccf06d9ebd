"""What a heart statement says in words: values, the label's row, and what else to know."""

import pytest

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    a_person,
    answer,
    heart_of,
    heart_profile,
    left_out,
    lvef,
)


def because(*entries, now: str = "2026-08-03 18:00", **more) -> str:
    diary = a_diary(*entries, courses=[a_course("h-year", **more)])
    return heart_of(diary, now).labels[0].because


def test_the_reason_gives_both_values_the_fall_and_the_row() -> None:
    text = because(lvef("70", "2026-05-01"), lvef("54.0", "2026-08-03"))

    assert text == (
        "Latest LVEF 54% (echo, Mon 3 Aug 2026). "
        "That is 16 points lower than before the first dose: 70% (echo, Fri 1 May 2026). "
        "The US label says: hold doses for at least 4 weeks when LVEF falls 16 points or more. "
        "Your team decides."
    )


@pytest.mark.parametrize(
    ("value", "words"), [("75", "5 points higher than"), ("70", "the same as")]
)
def test_the_reason_says_a_rise_and_no_change(value: str, words: str) -> None:
    assert words in because(lvef("70", "2026-05-01"), lvef(value, "2026-08-03"))


def test_the_reason_says_when_there_is_only_a_start_value_or_none() -> None:
    assert "There is no later value" in because(lvef("70", "2026-05-01"))
    assert "nothing can be compared" in because(lvef("54", "2026-08-03"))
    assert because() == (
        "There is no LVEF from before the first dose in this diary, so nothing can be compared. "
        "Your team decides."
    )


def test_the_reason_says_that_the_limit_is_missing() -> None:
    diary = a_diary(
        lvef("65", "2026-05-01"),
        lvef("50", "2026-08-03"),
        courses=[a_course("h-year")],
        person=a_person(heart=heart_profile(limit=None)),
    )

    text = heart_of(diary, "2026-08-03 18:00").labels[0].because

    assert "The label asks for your hospital's own lower limit" in text


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("echo", "muga", True),
        ("muga", "mri", True),
        ("echo", "echo", False),
        ("echo", "unknown", False),
        ("unknown", "muga", False),
    ],
)
def test_a_change_of_method_is_said(before: str, after: str, *, changed: bool) -> None:
    scans = (lvef("62", "2026-05-01", before), lvef("55", "2026-08-03", after))
    diary = a_diary(*scans, courses=[a_course("h-year")])

    heart = heart_of(diary, "2026-08-03 18:00")

    assert heart.method_changed is changed
    assert ("done in different ways" in heart.labels[0].because) is changed


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (answer("breathlessness", 1, "2026-08-03 12:00"), "Short of breath"),
        (answer("breathless-lying-flat", 1, "2026-08-03 12:00"), "Short of breath lying flat"),
        (answer("ankle-swelling", 1, "2026-08-03 12:00"), "Swollen ankles"),
        (answer("palpitations", 1, "2026-08-03 12:00"), "Racing or uneven heartbeat"),
        (answer("fainting", 1, "2026-08-03 12:00"), "Fainting"),
        (answer("chest-pain", 1, "2026-08-03 12:00"), "Chest pain"),
        (answer("breathlessness", 0, "2026-08-03 12:00"), None),
        (answer("breathlessness", 1, "2026-08-02 12:00"), None),
        (answer("nausea", 3, "2026-08-03 12:00"), None),
    ],
)
def test_symptoms_are_not_settled_by_a_normal_number(said, named: str | None) -> None:
    text = because(lvef("62", "2026-05-01"), lvef("61", "2026-08-03"), said)

    assert ("A normal number does not settle that" in text) is (named is not None)
    assert f"You also wrote down: {named}." in text or named is None


@pytest.mark.parametrize(
    ("second_on", "words"), [("2026-08-31", "4 weeks before."), ("2026-09-01", "29 days before.")]
)
def test_during_a_hold_the_first_low_value_is_named(second_on: str, words: str) -> None:
    text = because(
        lvef("64", "2026-05-01"),
        lvef("46", "2026-08-03"),
        lvef("47", second_on),
        now=f"{second_on} 18:00",
        events=[left_out("trastuzumab", 6)],
    )

    assert f"The first low value was 46% (Mon 3 Aug 2026), {words}" in text


@pytest.mark.parametrize(("now", "said"), [("2027-04-26", False), ("2027-04-27", True)])
def test_after_the_last_dose_the_statement_says_so(now: str, *, said: bool) -> None:
    text = because(lvef("64", "2026-05-01"), now=f"{now} 10:00")

    assert ("The last dose of this drug in your plan was on Mon 26 Apr 2027" in text) is said
