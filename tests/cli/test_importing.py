"""The import verb: how far it is where somebody looks on, stopped by hand, and two versions."""

import json

import pytest

from tests.cli.test_verbs import entries_of
from tracker.cli.import_verb import on_the_terminal
from tracker.services import bringing_in


@pytest.fixture
def copy(command, tmp_path):
    """A file with the diary's one answer told differently, and one answer more."""
    command.json("log", "symptom", "nausea", "2")
    out = tmp_path / "all.json"
    command("export", "json", "--out", str(out))
    plain = json.loads(out.read_text(encoding="utf-8"))
    entries = plain["people"][0]["entries"]
    entries[0]["severity"] = 3
    entries.append({**entries[0], "id": "88888888-0000-4000-8000-000000000001"})
    out.write_text(json.dumps(plain), encoding="utf-8")
    return out


def test_both_versions_are_counted_and_said(command, copy):
    arrived = command.json("import", str(copy))
    again = command("import", str(copy))

    assert (arrived["entries"], arrived["two_versions"], arrived["other_plans"]) == (1, 1, 0)
    assert again.out.strip() == "Added 0 entries; 2 entries already here."
    assert sorted(entry["severity"] for entry in entries_of(command)) == [2, 3]


def test_the_person_hears_of_two_versions(command, copy):
    said = command("import", str(copy))

    assert "1 entry says something else in the file; both versions are kept" in said.out


def test_what_a_file_changes_of_the_plan_is_said_and_can_be_taken_back(command, tmp_path):
    out = tmp_path / "toms.json"
    before = command.json("plan")["visits"]
    command("plan", "given", "--cycle", "1", "--on", "2026-05-06")
    command("plan", "move", "--cycle", "2", "--to", "2026-06-01", "--reason", "holiday")
    command("export", "json", "--out", str(out))
    command("plan", "undo")
    command("plan", "undo")

    asked = command.json("import", str(out))

    assert (asked["entries"], asked["events"]) == (0, 2)
    changes = ["cycle 1 given on Wed 6 May 2026", "cycle 2 moved to Mon 1 Jun 2026"]
    assert asked["plan_changes"] == changes
    command("plan", "undo")
    command("plan", "undo")
    assert command.json("plan")["visits"] == before
    said = command("import", str(out)).out
    assert "Added 0 entries and 2 changes of the plan; 0 entries already here." in said
    assert f"New in the plan of Ana: {'; '.join(changes)}. Check the dates that follow" in said
    assert "Undo on Plan (plan undo) takes it back" in said
    again = command("import", str(out))
    assert again.out.strip() == "Added 0 entries; 0 entries already here."


def test_a_drug_by_itself_and_a_whole_course_are_said_by_name(command, tmp_path):
    out = tmp_path / "all.json"
    command("plan", "omit", "--drug", "trastuzumab", "--cycle", "3", "--reason", "other")
    command("plan", "stop", "--track", "chemo", "--on", "2026-08-01", "--reason", "other")
    command("plan", "start", "--regimen", "tamoxifen", "--start", "2026-09-01")
    command("export", "json", "--out", str(out))
    for _ in range(3):
        command("plan", "undo")
    plain = json.loads(out.read_text(encoding="utf-8"))
    plain["people"][0]["courses"][1]["id"] = "88888888-0000-4000-8000-000000000002"
    out.write_text(json.dumps(plain), encoding="utf-8")

    assert command.json("import", str(out))["plan_changes"] == [
        "dose 3 of trastuzumab left out",
        "chemotherapy stopped from Sat 1 Aug 2026",
        "Tamoxifen tablets from Tue 1 Sep 2026",
    ]


def test_stopped_by_hand_nothing_was_added(command, copy, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(bringing_in, "arrival", interrupted)
    with pytest.raises(KeyboardInterrupt):
        command("import", str(copy))

    assert [entry["severity"] for entry in entries_of(command)] == [2]


def test_short_work_says_nothing_of_how_far_it_is(capsys):
    show = on_the_terminal(lambda: 0.0)

    for done in (0.0, 0.5, 1.0):
        show(done)

    assert capsys.readouterr().err == ""


def test_long_work_writes_one_line_over_itself_to_the_end(capsys):
    moments = iter([0.0, *(0.5 * number for number in range(1, 10))])
    show = on_the_terminal(lambda: next(moments))

    for done in (0.1, 0.5, 1.0):
        show(done)

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "\rImporting,  50 % (Ctrl+C stops it)" in said
    assert said.endswith("\rImporting, 100 % (Ctrl+C stops it)\n")


def test_what_another_copy_removed_is_counted_and_said_and_stays_in_the_bin(command, tmp_path):
    entry = command.json("log", "symptom", "nausea", "2")["entry"]
    whole, later = tmp_path / "whole.json", tmp_path / "later.json"
    command("export", "json", "--out", str(whole))
    plain = json.loads(whole.read_text(encoding="utf-8"))
    plain["people"][0]["entries"] = []
    plain["people"][0]["removed_entries"] = [{"id": entry, "at": "2026-05-12T23:00:00+02:00"}]
    later.write_text(json.dumps(plain), encoding="utf-8")

    arrived = command.json("import", str(later))
    again = command.json("import", str(whole))
    said = command("import", str(whole)).out

    assert (arrived["removed"], "stay_removed" in arrived) == (1, False)
    assert (again["entries"], again["stay_removed"]) == (0, 1)
    assert "Removed or put in other words here before, so not added again: 1 entry." in said
    assert entries_of(command) == []


@pytest.mark.parametrize(
    ("verb", "is_a", "way_out"),
    [
        (("export", "csv", "--out"), "a table", "the window brings symptoms of a table in"),
        (("export", "ics", "--out"), "a calendar", "bring in what “export json” wrote"),
        (("export", "fhir", "--out"), "a bundle for hospitals", "what “export json” wrote"),
        (("report", "--out"), "a PDF", "where a report has the diary inside"),
        (("backup",), "a diary or a backup of one", "go back to it with “restore”"),
    ],
)
def test_what_is_no_diary_as_json_is_called_what_it_is(command, tmp_path, verb, is_a, way_out):
    out = tmp_path / "out"
    assert command(*verb, str(out)).code == 0

    said = command("import", str(out))

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"{out} is {is_a}")
    assert "nothing was imported" in said.err
    assert way_out in said.err


@pytest.mark.parametrize("text", ["", "hello", "{", '{"format": "x", "version": 1}', "[1, 2]"])
def test_a_broken_diary_file_is_still_told_by_its_place(command, tmp_path, text):
    out = tmp_path / "out.json"
    out.write_text(text, encoding="utf-8")

    said = command("import", str(out))

    assert said.code == 2
    assert str(out) not in said.err
