"""Each verb does what the contract says, for people and for scripts."""

import json
import stat
from uuid import UUID

import pytest

from tracker.cli.main import run


def entries_of(command):
    out = command.folder / "all.json"
    command.json("export", "json", "--out", str(out))
    return json.loads(out.read_text(encoding="utf-8"))["people"][0]["entries"]


def test_a_new_diary_uses_the_countrys_units_and_label(empty):
    empty("init", "--name", "Ana", "--country", "us", "--born", "1975-06-15")
    out = empty.folder / "all.json"
    empty("export", "json", "--out", str(out))

    person = json.loads(out.read_text(encoding="utf-8"))["people"][0]

    assert person["care"]["units"] == {"temperature": "degF", "weight": "lb"}
    assert (person["care"]["country"], person["heart"]["label"]) == ("US", "US")
    assert person["heart"]["risk_factors"] is None
    assert person["born_on"] == "1975-06-15"


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path, capsys):
    folder = tmp_path / "data" / "diary"

    assert run(["--data-dir", str(folder), "init", "--name", "Ana"]) == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [each.name for each in folder.iterdir()] == ["diary.sqlite"]
    assert "A new diary for Ana" in capsys.readouterr().out


def test_the_acknowledgement_is_one_line(command):
    said = command("--json", "log", "symptom", "nausea", "2")

    assert (said.out.count("\n"), list(said.plain)) == (1, ["entry"])


def test_every_kind_of_entry_is_acknowledged_with_its_id(command):
    verbs = [
        ("symptom", "vomiting", "2", "--flag", "blood", "--by", "Tom", "--day", "2026-05-11"),
        ("symptom", "low-mood", "skip"),
        ("symptom", "own:itchy feet", "0"),
        ("temperature", "38,1", "--unit", "C", "--flag", "after-fever-medicine"),
        ("temperature", "100.6", "--unit", "F"),
        ("temperature", "37.0"),
        ("weight", "70.2", "--unit", "kg"),
        ("weight", "71"),
        ("pulse", "80"),
        ("blood-pressure", "120", "80"),
        ("lab", "neutrophils", "0.8", "--unit", "10^9/L", "--low", "1.8", "--high", "7.7"),
        ("lvef", "58", "--method", "echo"),
        ("medicine", "ondansetron", "--amount", "8 mg", "--for", "nausea"),
        ("appointment", "--at", "2026-06-01T10:00+02:00"),
    ]

    ids = [command.json("log", *verb)["entry"] for verb in verbs]

    entries = entries_of(command)
    assert [entry["id"] for entry in entries] == ids
    assert all(str(UUID(each)) == each for each in ids)
    assert entries[0]["by"] == "Tom"
    assert entries[0]["day"] == "2026-05-11"
    assert entries[3]["value"] == "38.1"
    assert entries[3]["typed"] == "38,1"
    assert entries[4]["unit"] == "degF"
    assert entries[5]["unit"] == "degC"


@pytest.mark.parametrize(
    ("verb", "key"),
    [
        (("symptom", "nausea", "1", "--note", "-"), "note"),
        (("lvef", "58", "--note", "-"), "note"),
        (("question",), "text"),
        (("note",), "text"),
        (("contact", "Advice line"), "text"),
        (("appointment", "--at", "2026-06-01T10:00+02:00"), "title"),
    ],
)
def test_free_text_comes_from_standard_input(command, verb, key):
    text = "Zeile 1\n„zwei“ = 3; rm -rf"

    command.json("log", *verb, text=text + "\n")

    assert entries_of(command)[0][key] == text


def test_a_contact_without_words_is_stored_without_words(command):
    command.json("log", "contact", "Nurse")

    entry = entries_of(command)[0]
    assert (entry["who"], entry["text"], entry["alerts"]) == ("Nurse", None, None)


def test_alerts_name_their_entries_and_end_with_the_statement(command):
    entry = command.json("log", "temperature", "38.4", "--unit", "C")["entry"]

    plain = command.json("alerts")
    said = command("alerts")

    assert plain["alerts"][0]["level"] == "call-now"
    assert plain["alerts"][0]["because"][0]["entry"] == entry
    assert set(plain["alerts"][0]["source"]) == {"id", "title", "url", "where", "checked_on"}
    assert said.out.strip().endswith(plain["statement"])


def test_no_alert_is_never_all_clear(command):
    plain = command.json("alerts")

    assert [each["level"] for each in plain["alerts"]] in ([], ["mention"])
    assert "does not mean" in plain["statement"]


def test_telling_the_team_quiets_and_says_when(command):
    command.json("log", "temperature", "38.4", "--unit", "C")
    command.now = "2026-05-12T21:00+02:00"
    command.json("log", "contact", "Advice line")

    alert = command.json("alerts")["alerts"][0]

    assert alert["told_on"] == "2026-05-12T21:00:00+02:00"
    assert alert["interrupts"] is False


def test_a_call_about_something_else_leaves_a_fever_asking_and_survives_the_diary_file(command):
    command.json("log", "temperature", "38.4", "--unit", "C")
    command.json("log", "contact", "Front desk", "--something-else", text="Other day for the echo")

    alert = command.json("alerts")["alerts"][0]

    assert (alert["told_on"], alert["interrupts"]) == (None, True)
    assert entries_of(command)[-1]["alerts"] == []


def test_the_heart_ledger_tells_change_and_what_is_due(command):
    command.json("log", "lvef", "64", "--day", "2026-04-28")
    command.json("log", "lvef", "55", "--day", "2026-05-11")

    plain = command.json("heart")
    said = command("heart").out

    assert (plain["change_points"], plain["latest"]["value"]) == ("-9", "55")
    assert plain["checks"][0]["due"] == "2026-08-11"
    assert {each["drug"] for each in plain["labels"]} == {"trastuzumab", "pertuzumab"}
    assert "Mon 11 May 2026" in said


def test_history_keeps_no_answer_apart_from_zero(command):
    command.json("log", "symptom", "nausea", "3", "--day", "2026-05-05")
    command.json("log", "symptom", "nausea", "0", "--day", "2026-05-06")

    plain = command.json("history")
    said = command("history").out

    assert plain["cycles"][0]["worst"] == {"nausea": 3}
    assert plain["by_cycle_day"]["nausea"] == {"2": [3], "3": [0]}
    assert plain["unanswered_days"] == 7
    assert "no answer" in said


def test_regimens_are_listed_with_their_phases_and_source(empty):
    plain = empty.json("regimens")["regimens"]

    by_id = {each["id"]: each for each in plain}
    assert by_id["tchp"]["phases"][0]["cycles"] == 6
    assert by_id["tchp"]["source"]["title"]
    assert "tchp" in empty("regimens").out


def test_verbs_that_need_no_diary_make_none(empty):
    empty("regimens")
    empty("plan", "preview", "--regimen", "tc")
    empty("--sample", "alerts")

    assert list(empty.folder.iterdir()) == []


def test_a_day_alone_means_noon_here(command):
    command.now = "2026-05-12"

    command.json("log", "note", text="Noon.")

    assert "T12:00:00" in entries_of(command)[0]["at"]


def test_a_unit_typed_behind_a_temperature_must_be_the_one_that_counts(command):
    entry = command.json("log", "temperature", "100.9F", "--unit", "F")["entry"]

    refused = command("log", "temperature", "100.9F", "--unit", "C")

    (kept,) = [each for each in entries_of(command) if each["id"] == entry]
    assert (kept["value"], kept["unit"]) == ("100.9", "degF")
    assert refused.code != 0
    assert "°F" in refused.err
    assert len(entries_of(command)) == 1
