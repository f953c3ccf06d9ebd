"""Every worked example goes through the real command line: import, then the verb."""

import json

import pytest

from tests.cases.expectations import misses
from tests.cases.worked_cases import worked_cases
from tracker.cli.main import run


def test_all_worked_examples_are_here():
    cases = worked_cases()

    assert len(cases) == 243
    assert len({case["id"] for case in cases}) == 243


@pytest.mark.parametrize("case", worked_cases(), ids=lambda case: case["id"])
def test_a_worked_example_gives_what_the_contract_says(case, tmp_path, capsys):
    options = ["--now", case["now"]]
    person = {}
    if "diary" in case:
        file = tmp_path / "diary.json"
        file.write_text(json.dumps(case["diary"]), encoding="utf-8")
        options += ["--diary", str(tmp_path / "diary.sqlite")]
        assert run([*options, "import", str(file)]) == 0
        people = case["diary"]["people"]
        person = next((p for p in people if p["name"] == case.get("person")), people[0])
    if "person" in case:
        options += ["--person", case["person"]]
    capsys.readouterr()

    code = run([*options, "--json", *case["argv"]])

    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    answer = json.loads(printed.out)
    assert misses(case["argv"][0], case["expect"], answer, person) == []
