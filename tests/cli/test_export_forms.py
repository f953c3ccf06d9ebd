"""The verb export beside JSON: a table, a FHIR bundle, a calendar, each whole and private."""

import csv
import json
import stat

import fhirkit
import icalendar
import pytest

FORMS = ["csv", "fhir", "ics"]


@pytest.fixture
def lived(command):
    """A diary with a symptom, a temperature and an appointment."""
    command("log", "symptom", "nausea", "2", "--note", "-", text="=1+1")
    command("log", "temperature", "38.1", "--unit", "C")
    command("log", "appointment", "--at", "2026-06-01T10:30+02:00", text="Oncologist")
    return command


def events_of(path):
    return {
        str(event["uid"]): event
        for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    }


@pytest.mark.parametrize("form", FORMS)
def test_an_export_is_whole_private_and_the_same_every_time(lived, form):
    out, again = lived.folder / "first", lived.folder / "second"

    said = lived.json("export", form, "--out", str(out))

    assert (said["out"], said["people"]) == (str(out), 1)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert lived("export", form, "--out", str(again)).code == 0
    assert out.read_bytes() == again.read_bytes()
    assert {each.name for each in lived.folder.iterdir()} == {"diary.sqlite", "first", "second"}


@pytest.mark.parametrize("form", FORMS)
def test_when_a_diary_was_brought_in_changes_nothing_of_an_export(lived, form):
    lived("plan", "given", "--cycle", "1", "--on", "2026-05-04")
    lived("plan", "move", "--cycle", "2", "--to", "2026-05-27", "--reason", "holiday")
    lived("plan", "omit", "--cycle", "3", "--reason", "infection")
    kept = lived.folder / "kept.json"
    lived("export", "json", "--out", str(kept))
    texts = []
    for brought_in in ("2026-05-12T21:00+02:00", "2026-11-28T23:04+00:00"):
        lived.diary.unlink()
        lived.now = brought_in
        assert lived("import", str(kept)).code == 0
        lived.now = "2026-06-20T10:00+02:00"
        out = lived.folder / "out"
        assert lived("export", form, "--out", str(out)).code == 0
        texts.append(out.read_bytes())

    assert texts[0] == texts[1]


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_can_be_written_that_is_said_and_nothing_is_left(lived, form):
    said = lived("export", form, "--out", str(lived.folder / "nowhere" / "x"))

    assert said.code == 4
    assert [each.name for each in lived.folder.iterdir()] == ["diary.sqlite"]


@pytest.mark.parametrize("form", FORMS)
def test_of_several_people_one_is_named(lived, form):
    out = lived.folder / "all.json"
    lived("export", "json", "--out", str(out))
    plain = json.loads(out.read_text("utf-8"))
    text = json.dumps(plain).replace('"name": "Ana"', '"name": "Eve"')
    for each in ("people", "courses", "entries"):
        assert each in text
    changed = text
    for person in plain["people"]:
        for own in (person, *person["courses"], *person["entries"]):
            changed = changed.replace(own["id"], own["id"][:-4] + "ffff")
    (lived.folder / "eve.json").write_text(changed, encoding="utf-8")
    assert lived("import", str(lived.folder / "eve.json")).code == 0

    refused = lived("export", form, "--out", str(lived.folder / "x"))
    lived.options = ["--person", "Eve"]

    assert refused.code == 2
    assert not (lived.folder / "x").exists()
    assert lived("export", form, "--out", str(lived.folder / "x")).code == 0


def test_the_table_has_the_columns_of_the_contract(lived):
    out, wide = lived.folder / "a.csv", lived.folder / "b.csv"

    lived("export", "csv", "--out", str(out))
    lived("export", "csv", "--wide", "--out", str(wide))

    content = out.read_bytes().decode()
    assert content.startswith("day,moment,kind,name,value,unit,severity,state,cycle,cycle day,by,")
    assert content.count("\r\n") == content.count("\n") == 4
    rows = list(csv.DictReader(content.splitlines()))
    assert (rows[0]["severity"], rows[0]["cycle day"], rows[0]["note"]) == ("2", "9", "'=1+1")
    assert wide.read_text("utf-8") == "day,cycle,cycle day,nausea\n2026-05-12,1,9,2\n"


def test_the_bundle_is_valid(lived):
    out = lived.folder / "bundle.json"

    lived("export", "fhir", "--out", str(out))

    assert fhirkit.validate(json.loads(out.read_text("utf-8"))) == []


def test_a_move_changes_the_day_of_an_event_and_neither_its_id_nor_its_name(lived):
    before, after = lived.folder / "before.ics", lived.folder / "after.ics"
    lived("export", "ics", "--out", str(before))

    assert (
        lived("plan", "move", "--cycle", "2", "--to", "2026-06-01", "--reason", "infection").code
        == 0
    )
    lived("export", "ics", "--out", str(after))

    old, new = events_of(before), events_of(after)
    assert old.keys() == new.keys()
    moved = [uid for uid in old if old[uid]["dtstart"].dt != new[uid]["dtstart"].dt]
    assert moved
    for uid in moved:
        assert (int(old[uid]["sequence"]), int(new[uid]["sequence"])) == (0, 1)
    assert {str(event["summary"]) for event in new.values()} == {"Appointment"}


def test_details_and_a_reminder_are_there_when_asked_for(lived):
    out = lived.folder / "a.ics"

    lived("export", "ics", "--out", str(out), "--details", "--reminder", "20:00")

    titles = {str(event["summary"]) for event in events_of(out).values()}
    assert {"Oncologist", "Reminder", "Heart scan is due"} <= titles
    assert "Chemotherapy: carboplatin, docetaxel" in titles


def test_a_reminder_that_a_calendar_has_is_cancelled_on_request(lived):
    first, second = lived.folder / "a.ics", lived.folder / "b.ics"
    lived("export", "ics", "--out", str(first), "--reminder", "20:00")

    said = lived("export", "ics", "--out", str(second), "--reminder", "off").out

    (asked,) = [each for each in events_of(first).values() if each["summary"] == "Reminder"]
    ended = events_of(second)[str(asked["uid"])]
    assert (str(ended["status"]), list(ended.walk("VALARM"))) == ("CANCELLED", [])
    assert ended["sequence"] > asked["sequence"]
    assert "and the end of the daily reminder written to" in said
    wrong = lived("export", "ics", "--out", str(second), "--reminder", "never")
    assert wrong.code == 2


def test_of_a_calendar_the_events_are_counted_that_it_holds(lived):
    out = lived.folder / "a.ics"
    lived("plan", "omit", "--drug", "docetaxel", "--cycle", "2", "--reason", "own-choice")
    lived("plan", "omit", "--cycle", "3", "--reason", "own-choice")

    found = lived.json("export", "ics", "--out", str(out))
    said = lived("export", "ics", "--reminder", "20:00", "--out", str(out)).out

    events = [each for each in events_of(out).values() if str(each["summary"]) == "Appointment"]
    assert found["events"] == len(events)
    assert found["events"] == found["visits"] + found["heart_checks"] + found["appointments"]
    assert found["appointments"] == 1
    gone = [each for each in events if str(each["status"]) == "CANCELLED"]
    assert found["cancelled"] == len(gone) > 0
    assert said.startswith(f"{len(events)} events of Ana ({found['visits']} visits, ")
    assert f"1 appointment; {len(gone)} cancelled) and a daily reminder written to" in said


def test_of_a_bundle_the_entries_are_counted_that_it_holds(lived):
    out = lived.folder / "bundle.json"
    lived("log", "symptom", "nausea", "skip", "--day", "2026-05-11")

    found = lived.json("export", "fhir", "--out", str(out))
    said = lived("export", "fhir", "--out", str(out)).out

    resources = json.loads(out.read_text("utf-8"))["entry"]
    assert found == {"out": str(out), "people": 1, "entries": 2, "resources": len(resources)}
    assert said.startswith(f"2 of 4 entries of Ana, in {len(resources)} resources, written to")
    assert "have no place in it" in said


def test_of_a_table_its_rows_are_counted(lived):
    out = lived.folder / "a.csv"
    lived("log", "symptom", "own:itchy, “feet”", "1", "--day", "2026-05-10")

    long = lived.json("export", "csv", "--out", str(out))
    assert long["entries"] == len(list(csv.reader(out.read_text("utf-8").splitlines()))) - 1 == 4

    wide = lived.json("export", "csv", "--wide", "--out", str(out))
    assert wide["days"] == len(list(csv.reader(out.read_text("utf-8").splitlines()))) - 1 == 3
    assert lived("export", "csv", "--wide", "--out", str(out)).out.startswith("3 days with the ")
