"""What `heart` prints of the scan that everything is counted from."""

import json


def chosen(command, scan):
    """Choose a scan the way a file carries it; the window is the place to choose by hand."""
    out = command.folder / "whole.json"
    command.json("export", "json", "--out", str(out))
    plain = json.loads(out.read_text(encoding="utf-8"))
    plain["people"][0]["heart"]["baseline_entry"] = scan
    out.write_text(json.dumps(plain), encoding="utf-8")
    return out


def test_a_chosen_scan_is_counted_from_and_marked(command):
    first = command.json("log", "lvef", "66", "--day", "2026-03-02", "--method", "echo")["entry"]
    command.json("log", "lvef", "61", "--day", "2026-05-01", "--method", "echo")
    command.json("log", "lvef", "56", "--day", "2026-05-11", "--method", "echo")
    by_rule, said = command.json("heart"), command("heart").out

    file = chosen(command, first)
    command.options = ["--diary", str(command.folder / "other.sqlite")]
    command.json("import", str(file))
    by_choice, said_then = command.json("heart"), command("heart").out

    assert by_rule["baseline"] == {"on": "2026-05-01", "value": "61", "method": "echo"}
    assert by_rule["change_points"] == "-5"
    assert by_choice["baseline"]["value"] == "66"
    assert by_choice["baseline"]["chosen"] is True
    assert by_choice["change_points"] == "-10"
    assert ("as chosen" in said, "as chosen" in said_then) == (False, True)


def test_what_no_label_names_stands_beside_the_checks_of_the_labels(command):
    out = command.folder / "whole.json"
    command.json("log", "lvef", "61", "--day", "2026-05-01", "--method", "echo")
    before = command.json("heart")
    command.json("export", "json", "--out", str(out))
    plain = json.loads(out.read_text(encoding="utf-8"))
    plain["people"][0]["heart"]["risk_factors"] = ["stable-angina"]
    out.write_text(json.dumps(plain), encoding="utf-8")
    command.options = ["--diary", str(command.folder / "other.sqlite")]
    command.json("import", str(out))

    found, said = command.json("heart"), command("heart").out

    assert "further_checks" not in before
    assert found["checks"] == before["checks"]
    assert {each["why"] for each in found["further_checks"]} == {"by-risk"}
    assert found["risk"]["because"] == [{"factor": "stable-angina", "points": 0, "level": "high"}]
    assert "Chest tightness on effort" in said
