"""Whatever cannot be right leaves a sentence, an exit code, and the diary as it was."""

import json

import pytest

from tests.cases.worked_cases import worked_cases
from tracker.cli.main import run

NOT_UNDERSTOOD = [
    "frobnicate",
    "--frob alerts",
    "--now yesterday alerts",
    "--now 2026-05-12T20:00 alerts",
    "--now 2026-02-30 alerts",
    "--now 9999-12-31T23:59-12:00 alerts",
    "--person Bea alerts",
    "--passphrase-file nowhere alerts",
    "init --name Ana",
    "plan preview --regimen tchp --setting adjuvant --surgery 2026-06-01 --start 2026-05-04",
    "plan preview --regimen tch --surgery 2026-06-01 --start 2026-05-04",
    "plan preview --regimen tchp --setting palliative",
    "plan preview --regimen nope --start 2026-05-04",
    "plan preview --regimen custom --start 2026-05-04",
    "plan preview --regimen custom --custom nowhere.json",
    "plan preview --regimen tc --custom -",
    "plan preview --regimen tchp --start 2026-13-04",
    "plan preview --regimen tchp --start 0001-01-01",
    "plan preview --regimen tchp --start 9999-12-31",
    "plan preview --regimen tchp --start 4.5.2026",
    "plan preview",
    "plan start --regimen tchp --start 2026-05-04 --setting adjuvant",
    "plan move --cycle 2 --to 2026-06-01",
    "plan move --cycle 2 --to 2026-06-01 --reason bored",
    "plan move --cycle two --to 2026-06-01 --reason holiday",
    "plan move --cycle 0 --to 2026-06-01 --reason holiday",
    "plan move --cycle 99 --to 2026-06-01 --reason holiday",
    "plan move --drug aspirin --cycle 2 --to 2026-06-01 --reason holiday",
    "plan move --drug t-dm1 --cycle 2 --to 2026-06-01 --reason holiday",
    "plan move --drug docetaxel --track chemo --cycle 2 --to 2026-06-01 --reason holiday",
    "plan move --cycle 2 --to 2026-05-04 --reason holiday",
    "plan move --cycle 2 --to 2026-06-01 --reason holiday --note why",
    "plan given --cycle 2 --on 2026-05-25",
    "plan given --cycle 2",
    "plan stop --on 2031-01-01 --reason own-choice",
    "log",
    "log mood 3",
    "log symptom nausea",
    "log symptom nausea 5",
    "log symptom nausea -1",
    "log symptom nausea 2.5",
    "log symptom nausea ٣",
    "log symptom nausee 2",
    "log symptom own: 2",
    "log symptom nausea 2 --flag blood",
    "log symptom nausea 2 --note hello",
    "log symptom nausea 2 --day 2026-05-13",
    "log symptom nausea 2 --day 1066-10-14",
    "log temperature 98.6 --unit C",
    "log temperature 37 --unit F",
    "log temperature 384 --unit C",
    "log temperature nan --unit C",
    "log temperature inf --unit C",
    "log temperature 3.8e1 --unit C",
    "log temperature 38.1.2 --unit C",
    "log temperature 38.1 --unit K",
    "log temperature 38.1 --unit C --flag blood",
    "log weight 0 --unit kg",
    "log weight -70 --unit kg",
    "log weight 70 --unit stone",
    "log pulse 1000",
    "log blood-pressure 80 120",
    "log blood-pressure 120",
    "log lab neutrophils 0.8",
    "log lab neutrophils 0.8 --unit g/dL",
    "log lab sugar 0.8 --unit g/dL",
    "log lab neutrophils 800 --unit 10^9/L",
    "log lab neutrophils 2 --unit 10^9/L --low 7 --high 1",
    "log lvef 0.58",
    "log lvef 580",
    "log lvef 58 --method pet",
    "log medicine x --for nope",
    "log question",
    "log note",
    "log contact",
    "log appointment --at 2026-06-01",
    "log appointment --at 2026-06-01T10:00",
    "log appointment --at 2026-06-01T10:00+02:00:30",
    "report --out x.pdf --from 2026-05-10 --to 2026-05-01",
    "report --out x.pdf --sections everything",
    "report",
    "export xml --out x",
    "export json --out x --wide",
    "export csv --out x --details",
    "export fhir --out x --reminder 20:00",
    "export ics --out x --reminder 25:00",
    "export ics --out x --reminder 8pm",
    "import nowhere.json",
    "import .",
]


@pytest.mark.parametrize("line", NOT_UNDERSTOOD)
def test_what_is_not_understood_is_said_in_one_sentence_and_nothing_is_stored(
    command, line, monkeypatch
):
    monkeypatch.chdir(command.folder)
    before = command.diary.read_bytes()

    said = command(*line.split())

    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")
    assert "Traceback" not in said.err
    assert command.diary.read_bytes() == before
    assert [each.name for each in command.folder.iterdir()] == ["diary.sqlite"]


@pytest.mark.parametrize(
    "verb",
    [
        "alerts", "heart", "history", "plan", "check", "plan undo", "log symptom nausea 1",
        "report --out x.pdf", "export json --out x.json", "backup b.sqlite",
    ],
)  # fmt: skip
@pytest.mark.parametrize("content", [None, b"", b"garbage" * 99])
def test_a_diary_that_cannot_be_opened_is_said_and_stays_as_it_is(
    empty, verb, content, monkeypatch
):
    monkeypatch.chdir(empty.folder)
    if content is not None:
        empty.diary.write_bytes(content)

    said = empty(*verb.split())

    assert (said.code, said.out) == (3, "")
    assert said.err.count("\n") == 1
    assert (empty.diary.read_bytes() if empty.diary.exists() else None) == content
    assert [each.name for each in empty.folder.iterdir()] == (
        [] if content is None else ["diary.sqlite"]
    )


@pytest.mark.parametrize(
    "line",
    [
        "report --out nowhere/x.pdf",
        "export json --out nowhere/x.json",
        "export json --out /dev/full",
        "backup nowhere/b.sqlite",
        "demo nowhere/d.sqlite",
        "--diary nowhere/d.sqlite init --name Ana",
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_left_behind(command, line, monkeypatch):
    monkeypatch.chdir(command.folder)
    said = command(*line.split())

    assert said.code == 4
    assert said.err.count("\n") == 1
    assert not (command.folder / "nowhere").exists()


FILES = ["--diary {} check", "import {}", "backup {}", "restore {}", "salvage {}", "demo {}"]
OUT = ["export csv --out {}", "report --out {}"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [("", "no name is there"), (".", "this is a folder"), ("x" * 300, "this name is too long")],
    ids=["no name", "this folder", "300 letters"],
)
@pytest.mark.parametrize("line", FILES + OUT)
def test_what_cannot_be_the_name_of_a_file_is_said(command, monkeypatch, line, name, problem):
    monkeypatch.chdir(command.folder)

    said = command(*(part.format(name) for part in line.split()))

    assert (said.code, said.out) == (2, "")
    assert problem in said.err
    assert said.err.count("\n") == 1
    assert [each.name for each in command.folder.iterdir()] == ["diary.sqlite"]


def test_a_data_folder_that_cannot_be_made_is_said(capsys):
    code = run(["--data-dir", "/dev/null/x", "init", "--name", "Ana"])

    assert code == 4
    assert "cannot be made" in capsys.readouterr().err


def with_problem(number):
    case = next(case for case in worked_cases() if case["id"] == "nausea-1")
    diary = json.loads(json.dumps(case["diary"]))
    entry = diary["people"][0]["entries"][0]
    if number == 0:
        entry["severty"] = entry.pop("severity")
    elif number == 1:
        diary["people"].append({**diary["people"][0], "name": "Twice"})
    else:
        diary["people"][0]["courses"][0]["regimen"] = "nope"
    return diary


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_file_with_one_fault_adds_nothing_at_all(command, number):
    file = command.folder / "in.json"
    file.write_text(json.dumps(with_problem(number)), encoding="utf-8")
    before = command.diary.read_bytes()

    said = command("import", str(file))

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("people[")
    assert command.diary.read_bytes() == before


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'{"a": 1', b"[" * 99_999])
def test_what_is_no_json_makes_no_diary(empty, content):
    file = empty.folder / "in.json"
    file.write_bytes(content)

    said = empty("import", str(file))

    assert said.code == 2
    assert said.err.count("\n") == 1
    assert not empty.diary.exists()


def test_a_name_with_a_line_break_stays_one_sentence(empty):
    said = empty("--diary", "two\nlines", "alerts")

    assert said.code == 3
    assert said.err.count("\n") == 1


def test_a_demo_never_takes_the_place_of_a_file(command):
    before = command.diary.read_bytes()

    said = command("demo", str(command.diary))

    assert said.code == 2
    assert command.diary.read_bytes() == before


def test_a_fault_of_the_program_is_a_sentence_without_values(command, monkeypatch):
    def breaks(*_, **__):
        raise ZeroDivisionError("nausea 3")

    monkeypatch.setattr("tracker.services.safety.match_alerts", breaks)

    said = command("alerts")

    assert said.code == 1
    assert "ZeroDivisionError in test_bad_input.py" in said.err
    assert "nausea" not in said.err
