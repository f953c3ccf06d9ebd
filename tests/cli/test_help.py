"""Help is all that a newcomer has: every page says what can be typed, and its examples work."""

import argparse
import re
import shlex
import sys

import pytest

from tracker.cli.arguments import _parser, parse
from tracker.cli.main import run
from tracker.clinical.library import library
from tracker.domain.entries import KIND_OF
from tracker.report.content import Section


def _groups(parser):
    return [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]


def _walk(parser, words=()):
    yield words, parser
    for group in _groups(parser):
        for name, each in group.choices.items():
            yield from _walk(each, (*words, name))


PAGES = dict(_walk(_parser()))


@pytest.fixture
def shown(capsys):
    def page(*words):
        with pytest.raises(SystemExit) as left:
            run([*words, "--help"])
        assert left.value.code == 0
        return capsys.readouterr().out

    return page


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_every_page_says_what_it_is_for_with_an_example_that_is_understood(words, shown):
    said = shown(*words)
    examples = [
        line.split(maxsplit=1)[1] for line in said.splitlines() if "  chemo-tracker" in line
    ]

    assert PAGES[words].description.endswith(".")
    assert examples
    for example in examples:
        typed = shlex.split(re.sub(r" [<>] [\w.]+$", "", example))
        if "--help" not in typed:
            parse(typed)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_whatever_can_be_typed_has_its_line(words):
    for action in PAGES[words]._actions:
        if isinstance(action, argparse._SubParsersAction):
            assert [each.dest for each in action._choices_actions] == list(action.choices)
            assert all(each.help for each in action._choices_actions)
        else:
            assert action.help, action.dest


def test_the_first_page_names_exit_codes_and_every_verb(shown):
    said = shown()

    for code in ("  0  done", "  2  the input", "  3  the diary", "  4  not saved"):
        assert code in said
    for verb in ("log", "plan", "salvage", "tour"):
        assert f"    {verb} " in said


def test_log_lists_every_kind_of_entry_and_plan_every_step(shown):
    kinds, steps = shown("log"), shown("plan")

    assert all(f"    {kind}" in kinds for kind in KIND_OF.values())
    for step in ("preview", "start", "move", "given", "omit", "stop", "adapt", "undo"):
        assert f"    {step} " in steps


def test_what_has_to_be_one_of_a_list_is_listed(shown):
    symptoms, tests, sections = shown("log", "symptom"), shown("log", "lab"), shown("report")

    assert all(f"{each}," in symptoms or f"{each}\n" in symptoms for each in library().symptoms)
    assert "  vomiting: blood\n" in symptoms
    assert all(
        f"  {each.id}: {', '.join(each.units)}\n" in tests for each in library().labs.values()
    )
    assert all(f"  {each}\n" in sections for each in Section)


def test_a_checkout_is_told_to_type_what_works_there(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["somewhere/main.py"])

    assert run(["log", "weight"]) == 2
    assert "“python3 main.py log weight --help”" in capsys.readouterr().err
