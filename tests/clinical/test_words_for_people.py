"""Texts for people are easy to read and never use a word that a diary must not use."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracker
from tests.clinical.reading_age import grade, syllables_of
from tracker.clinical.library import library
from tracker.resource_files import resource_file, resources_folder

_EASY_GRADE = 7
_PACKAGE = Path(tracker.__file__).parent
_TEXT_FILES = sorted(
    [
        *resource_file("clinical", "texts", "en").glob("*.toml"),
        *resource_file("help", "en").glob("*.toml"),
    ]
)


def _names() -> set[str]:
    profiles = library().drug_profiles.values()
    spoken = {name for each in profiles for name in (each.name, each.word, *each.also_called)}
    return spoken | {"aromatase inhibitors", "aromatase inhibitor", "LVEF", "HER2"}


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts_in(each)


def _texts_of(path: Path) -> list[str]:
    return list(_texts_in(tomllib.loads(path.read_text("utf-8"))))


def _texts_in_code(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, documented)
    }
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [each for each in constants if isinstance(each, str) and each not in docstrings]


def _forbidden() -> re.Pattern[str]:
    lines = (resources_folder().parent / "docs" / "safety" / "words.txt").read_text("utf-8")
    patterns = [line.partition("#")[0].strip() for line in lines.splitlines()]
    return re.compile("|".join(rf"\b(?:{each})" for each in patterns if each), re.IGNORECASE)


def _said(texts: list[str]) -> list[str]:
    forbidden = _forbidden()
    return [f"{match[0]!r} in {text!r}" for text in texts if (match := forbidden.search(text))]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("call", 1),
        ("drug", 1),
        ("team", 1),
        ("fever", 2),
        ("diarrhea", 4),
        ("nausea", 3),
        ("needed", 2),
        ("stopped", 1),
        ("little", 2),
        ("doses", 2),
        ("source", 1),
        ("nation", 2),
        ("chemotherapy", 5),
        ("period", 3),
    ],
)
def test_syllables_are_counted_as_spoken(word, count):
    assert syllables_of(word) == count


def test_hard_words_and_long_sentences_make_a_text_harder():
    easy = "Call your team today. Tell them how you feel."
    hard = "Discontinuation of the administered medication necessitates immediate consultation."

    assert grade(easy) < 3
    assert grade(hard) > 12


_RUNNING_TOPICS = [each for each in library().learn if not each.id.startswith("drug:")]


@pytest.mark.parametrize("topic", _RUNNING_TOPICS, ids=lambda topic: topic.id)
def test_each_topic_of_the_learn_page_can_be_read_by_an_eleven_year_old(topic):
    text = " ".join(statement.text for statement in topic.statements)

    assert grade(text, _names()) <= _EASY_GRADE


def test_what_the_program_is_for_can_be_read_by_an_eleven_year_old():
    text = resource_file("intended_use.md").read_text("utf-8")

    assert grade(re.sub(r"\n+[#-] ?", ". ", text), _names()) <= _EASY_GRADE


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("alert_rules.toml", "levels"),
        ("alert_rules.toml", "statement"),
        ("alert_rules.toml", "advice"),
        ("late_effects.toml", None),
        ("regimens.toml", "notes"),
        ("labs.toml", "tests"),
        ("symptoms.toml", "symptoms"),
    ],
)
def test_what_stands_beside_rules_and_plans_can_be_read_by_an_eleven_year_old(file, table):
    values = tomllib.loads(resource_file("clinical", "texts", "en", file).read_text("utf-8"))
    texts = _texts_in(values[table] if table else values)

    text = ". ".join(text.strip().rstrip(".") for text in texts)

    assert grade(text, _names()) <= _EASY_GRADE


@pytest.mark.parametrize("path", _TEXT_FILES, ids=lambda path: path.stem)
def test_no_text_file_says_what_a_diary_must_not_say(path):
    assert not _said(_texts_of(path))


def test_no_text_in_the_code_says_what_a_diary_must_not_say():
    texts = [text for path in _PACKAGE.rglob("*.py") for text in _texts_in_code(path)]

    assert not _said(texts)


def test_what_the_program_is_for_says_nothing_that_a_diary_must_not_say():
    text = resource_file("intended_use.md").read_text("utf-8")

    assert not _said(text.splitlines())


@pytest.mark.parametrize(
    "sentence",
    [
        "All clear today.",
        "You are fine.",
        "There is nothing to worry about.",
        "Stop taking the tablets.",
        "Skip your dose.",
        "You may have heart failure.",
        "It is too late to start.",
        "Your treatment will cure you.",
    ],
)
def test_the_list_of_words_catches_what_it_is_meant_for(sentence):
    assert _said([sentence])


@pytest.mark.parametrize("path", _TEXT_FILES, ids=lambda path: path.stem)
def test_no_text_for_people_shouts(path):
    assert not [text for text in _texts_of(path) if "!" in text]
