"""Broken symptoms are refused with file, place and what was expected."""

import pytest

from tests.clinical.broken_knowledge import knowledge_with
from tracker.clinical.library import library
from tracker.errors import KnowledgeError

SYMPTOMS, SYMPTOM_TEXTS = "symptoms.toml", "texts/en/symptoms.toml"

BROKEN = {
    "an unknown key": (
        SYMPTOMS,
        "[symptoms.nausea]",
        "[symptoms.nausea]\ncolor = 'red'",
        "symptoms.toml, symptoms.nausea.color: expected no such key",
    ),
    "an unknown section": (
        SYMPTOMS,
        "[symptoms.nausea]",
        "[more]\n[symptoms.nausea]",
        "no such key",
    ),
    "an unknown group": (
        SYMPTOMS,
        'group = "stomach"',
        'group = "belly"',
        "symptoms.nausea.group: expected one of",
    ),
    "a symptom without words": (
        SYMPTOMS,
        "[symptoms.nausea]",
        '[symptoms.hiccups]\ngroup = "stomach"\n[symptoms.nausea]',
        "symptoms.hiccups: expected a table, but the key is missing",
    ),
    "words without a symptom": (
        SYMPTOM_TEXTS,
        "[symptoms.nausea]",
        "[symptoms.hiccups]\nname = 'Hiccups'\n[symptoms.nausea]",
        "symptoms.hiccups: expected no such key",
    ),
    "four levels": (
        SYMPTOM_TEXTS,
        '  "hardly eating",\n',
        "",
        "symptoms.nausea.levels: expected five texts, for 0 to 4",
    ),
    "a flag without words": (
        SYMPTOM_TEXTS,
        'cramps = "Belly cramps"\n',
        "",
        "symptoms.diarrhea.flags.cramps: expected a text, but the key is missing",
    ),
    "words for a flag that is none": (
        SYMPTOM_TEXTS,
        'cramps = "Belly cramps"\n',
        'cramps = "Belly cramps"\ngas = "Gas"\n',
        "symptoms.diarrhea.flags.gas: expected no such key",
    ),
    "an unknown key of the words": (
        SYMPTOM_TEXTS,
        'clinical_term = "nausea"',
        'clinical_term = "nausea"\nshort = "N"',
        "symptoms.nausea.short: expected no such key",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_broken_symptoms_are_refused_with_their_place(tmp_path, file, old, new, expected) -> None:
    broken = knowledge_with(tmp_path, file, old, new)

    with pytest.raises(KnowledgeError) as refusal:
        _ = broken.symptoms

    assert expected in str(refusal.value)


def test_every_symptom_has_words_that_begin_small_and_are_short() -> None:
    for symptom in library().symptoms.values():
        assert len(symptom.levels) == 5
        assert len(set(symptom.levels)) == 5
        for words in symptom.levels:
            assert len(words) <= 60
            assert not words[0].isupper() or words.startswith("I "), words


def test_a_level_is_called_as_the_contract_says() -> None:
    assert library().symptoms["nausea"].words(2) == "eating less than usual"
