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


def test_the_plan_is_printed_with_weekdays_and_for_scripts_with_dates(command):
    plain = command.json("plan")
    said = command("plan").out

    assert plain["window"] == {"opens": "2026-04-29", "closes": "2026-05-13"}
    assert plain["start_in_window"] == "inside"
    assert plain["visits"][0]["on"] == "2026-05-04"
    assert plain["surgery"] == "2026-04-01"
    assert "Mon 4 May 2026" in said
    assert "loading dose" in said


def test_a_plan_is_changed_step_by_step_and_taken_back(command):
    before = command.json("plan")
    command("plan", "given", "--cycle", "1")
    moved = ("plan", "move", "--cycle", "2", "--to", "2026-06-01", "--reason", "low-counts")

    preview = command(*moved, "--preview").out
    after = command.json(*moved)
    command("plan", "omit", "--drug", "docetaxel", "--cycle", "3", "--reason", "infection")
    stopped = command.json(
        "plan", "stop", "--track", "her2", "--on", "2026-09-01", "--reason", "heart-result"
    )
    for _ in range(4):
        command("plan", "undo")

    assert "Mon 25 May 2026 → Mon 1 Jun 2026" in preview
    assert "Nothing was stored." in preview
    days = [visit["on"] for visit in after["visits"] if visit["drug"] == "docetaxel"]
    assert days[:2] == ["2026-05-04", "2026-06-01"]
    assert max(v["on"] for v in stopped["visits"] if v["track"] == "her2") < "2026-09-01"
    assert command.json("plan") == before


def test_a_second_course_is_started_and_shown(command):
    command.now = "2027-09-01T10:00+02:00"

    started = command.json("plan", "start", "--regimen", "tamoxifen", "--start", "2027-08-01")

    assert started["regimen"] == "tamoxifen"
    assert started["tablets"] == [{"drug": "tamoxifen", "from": "2027-08-01", "to": None}]


def test_own_phases_come_from_a_file_or_from_standard_input(empty):
    phases = {
        "name": "Mine",
        "phases": [
            {
                "name": "A",
                "cycles": 4,
                "cycle_days": 14,
                "drugs": [{"drug": "paclitaxel", "track": "chemo", "days": [1, 8]}],
            }
        ],
    }
    file = empty.folder / "own.json"
    file.write_text(json.dumps(phases), encoding="utf-8")
    verb = ("plan", "preview", "--regimen", "custom", "--start", "2026-05-04", "--custom")

    from_file = empty.json(*verb, str(file))
    from_stdin = empty.json(*verb, "-", text=json.dumps(phases))

    assert from_file == from_stdin
    assert [v["on"] for v in from_file["visits"]][:3] == ["2026-05-04", "2026-05-11", "2026-05-18"]


def test_regimens_are_listed_with_their_phases_and_source(empty):
    plain = empty.json("regimens")["regimens"]

    by_id = {each["id"]: each for each in plain}
    assert by_id["tchp"]["phases"][0]["cycles"] == 6
    assert by_id["tchp"]["source"]["title"]
    assert "tchp" in empty("regimens").out


def test_a_known_regimen_is_copied_changed_and_taken_as_the_teams_own_version(command):
    command("plan", "given", "--cycle", "1")
    copied = command.json("regimens", "--copy", "tchp")
    copied["phases"][0]["cycles"] = 4
    copied["phases"][0]["drugs"][0]["days"] = [1, 8]

    plan = command.json("plan", "adapt", "--custom", "-", text=json.dumps(copied))

    docetaxel = [visit for visit in plan["visits"] if visit["drug"] == "docetaxel"]
    assert [visit["on"] for visit in docetaxel[:3]] == ["2026-05-04", "2026-05-11", "2026-05-25"]
    assert (len(docetaxel), docetaxel[0]["status"]) == (8, "given")
    assert command.json("plan", "preview", "--regimen", "tchp", "--start", "2026-05-04")


def test_a_new_version_is_taken_back_by_undo_and_what_came_before_it_after_that(command):
    first = command.json("plan")
    command("plan", "given", "--cycle", "1")
    given = command.json("plan")
    copied = command.json("regimens", "--copy", "tchp")
    copied["phases"][0]["cycles"] = 4
    command("plan", "adapt", "--custom", "-", text=json.dumps(copied))
    adapted = command.json("plan")
    command("plan", "omit", "--cycle", "2", "--reason", "infection")

    undone = []
    for _ in range(3):
        command("plan", "undo")
        undone.append(command.json("plan"))

    assert adapted["regimen"] == "custom"
    assert undone == [adapted, given, first]


def test_a_delay_is_told_in_days_and_a_smaller_dose_in_words(command):
    command("plan", "given", "--cycle", "1", "--note", "-", text="less docetaxel")
    command("plan", "move", "--cycle", "2", "--by", "7", "--reason", "low-counts")

    out = command.folder / "all.json"
    command("export", "json", "--out", str(out))

    (course,) = json.loads(out.read_text(encoding="utf-8"))["people"][0]["courses"]
    given, moved = course["events"]
    assert (given["note"], moved["to"]) == ("less docetaxel", "2026-06-01")


def test_verbs_that_need_no_diary_make_none(empty):
    empty("regimens")
    empty("plan", "preview", "--regimen", "tc")
    empty("--sample", "alerts")

    assert list(empty.folder.iterdir()) == []


def test_a_day_alone_means_noon_here(command):
    command.now = "2026-05-12"

    command.json("log", "note", text="Noon.")

    assert "T12:00:00" in entries_of(command)[0]["at"]


def test_a_preview_is_the_plan_as_it_will_be_and_stores_nothing(command):
    before = command.json("plan")
    move = ("plan", "move", "--cycle", "3", "--to", "2026-06-29", "--reason", "holiday")

    previewed = command.json(*move, "--preview")
    unchanged = command.json("plan")
    moved = command.json(*move)

    assert unchanged == before
    assert {key: previewed[key] for key in moved} == moved
    assert moved["heart_checks"] != before["heart_checks"]
    assert [each["from"] for each in previewed["changed"]]
