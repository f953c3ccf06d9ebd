"""Symptoms: names, words of levels, and which answers can be stored."""

import pytest

from tracker.clinical.library import library
from tracker.domain.symptoms import (
    SymptomDefinition,
    SymptomGroup,
    check_answer,
    is_own,
    symptom_name,
)
from tracker.errors import NotUnderstoodError

SYMPTOMS = library().symptoms


@pytest.mark.parametrize(
    ("symptom", "own"),
    [("own:jaw", True), ("own:", False), ("own:  ", False), ("nausea", False), ("jaw", False)],
)
def test_an_own_symptom_has_a_name_after_its_mark(symptom: str, *, own: bool) -> None:
    assert is_own(symptom) is own


def test_a_symptom_is_called_in_the_persons_words() -> None:
    assert symptom_name("mouth-sores", SYMPTOMS) == "Sore mouth"
    assert symptom_name("own: Stiff jaw ", SYMPTOMS) == "Stiff jaw"


def test_every_level_has_its_words() -> None:
    assert SYMPTOMS["vomiting"].words(0) == "none"
    assert SYMPTOMS["vomiting"].words(4) == "more than 10 times in 24 hours"


def test_a_definition_without_five_levels_is_refused() -> None:
    with pytest.raises(ValueError, match="words for 0 to 4, got 1"):
        SymptomDefinition(
            id="x", name="X", clinical_term="x", group=SymptomGroup("g", "G"), levels=("none",)
        )


@pytest.mark.parametrize(
    ("symptom", "flags"),
    [("nausea", ()), ("diarrhea", ("night", "blood")), ("own:jaw", ())],
)
def test_a_known_answer_is_accepted(symptom: str, flags: tuple[str, ...]) -> None:
    check_answer(symptom, flags, SYMPTOMS)


@pytest.mark.parametrize(
    ("symptom", "flags", "words"),
    [
        ("sickness", (), "knows no symptom “sickness”"),
        ("own:", (), "knows no symptom"),
        ("nausea", ("blood",), "“blood” cannot be added to nausea; .*: none"),
        ("diarrhea", ("night", "infected"), "“infected” cannot .*: blood, cramps, incontinence"),
        ("own:jaw", ("blood",), "cannot be added to own:jaw"),
    ],
)
def test_an_unknown_symptom_or_a_misplaced_flag_is_refused(
    symptom: str, flags: tuple[str, ...], words: str
) -> None:
    with pytest.raises(NotUnderstoodError, match=words):
        check_answer(symptom, flags, SYMPTOMS)
