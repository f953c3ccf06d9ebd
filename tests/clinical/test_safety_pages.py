"""The safety pages: every rule has a source and a test, every hazard a control and a test."""

import ast
import csv
import tomllib
from pathlib import Path

import pytest

from tests.clinical.safety_pages import all_lines
from tracker.clinical.library import library
from tracker.resource_files import resource_file, resources_folder

_PROJECT = resources_folder().parent
_HAZARDS = list(
    csv.DictReader((_PROJECT / "docs/safety/hazards.csv").read_text("utf-8").splitlines())
)
_NAMED_BY_THE_BRIEF = {
    "False reassurance by silence",
    "Temperature misread",
    "Wrong cycle date",
    "Lost data",
    "Wrong person's data",
    "Reminder not shown",
    "Outdated text or number",
    "Misread report",
    "Disclosure",
    "Locked out",
    "Wrong code or unit",
    "LVEF misunderstood",
    "A sick person cannot finish",
    "Edit conflict",
}


def _functions_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


@pytest.mark.parametrize("line", list(all_lines(library())), ids=lambda line: line.id)
def test_every_rule_has_a_source_and_a_test(line):
    assert line.source.id in library().sources
    assert line.source.where
    assert line.tests()


def test_the_hazards_that_the_work_started_from_are_all_there():
    assert {each["hazard"] for each in _HAZARDS} >= _NAMED_BY_THE_BRIEF


@pytest.mark.parametrize("hazard", _HAZARDS, ids=lambda hazard: hazard["id"])
def test_every_hazard_has_causes_harm_controls_and_tests(hazard):
    assert all(hazard[each].strip() for each in ("causes", "harm", "controls", "tests"))


@pytest.mark.parametrize("hazard", _HAZARDS, ids=lambda hazard: hazard["id"])
def test_every_test_that_a_hazard_names_exists(hazard):
    for named in _listed(hazard["tests"]):
        place, _, function = named.partition("::")
        path = _PROJECT / place
        assert path.exists(), named
        if function:
            assert function in _functions_in(path), named


def test_every_hazard_has_its_own_id():
    assert len({each["id"] for each in _HAZARDS}) == len(_HAZARDS)


def test_every_source_is_used_by_a_rule_or_a_text():
    folders = (resource_file("clinical"), resource_file("help"))
    paths = [path for folder in folders for path in folder.rglob("*.toml")]
    used = {
        text
        for path in paths
        if path.name != "sources.toml"
        for text in _texts_in(tomllib.loads(path.read_text("utf-8")))
    }

    assert set(library().sources) <= used


def _texts_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(each)
