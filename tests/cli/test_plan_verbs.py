"""The plan on the command line: shown, changed step by step, taken back."""

import json


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


def test_chemotherapy_after_the_operation_in_its_middle_is_said_wherever_the_plan_is(empty):
    neoadjuvant = ("--regimen", "tchp", "--setting", "neoadjuvant", "--start", "2026-05-04")
    said = "before it comes on that day or later: Mon 17 Aug 2026. Ask your team"

    preview = empty("plan", "preview", *neoadjuvant, "--surgery", "2026-08-10").out
    later = empty.json("plan", "preview", *neoadjuvant, "--surgery", "2026-08-24")
    empty("init", "--name", "Ana")
    started = empty("plan", "start", *neoadjuvant, "--surgery", "2026-08-24").out
    move = ("plan", "move", "--cycle", "6", "--to", "2026-08-27", "--reason", "holiday")
    asked = empty.json(*move, "--preview")
    moved = empty(*move).out
    plain = empty.json("plan")

    assert said in preview
    assert not any("operation" in each["text"] for each in later["notes"])
    assert "operation" not in started
    assert any("Thu 27 Aug 2026. Ask your team" in each for each in asked["sentences"])
    assert "Thu 27 Aug 2026. Ask your team" in moved
    assert "Thu 27 Aug 2026" in plain["notes"][0]["text"]
