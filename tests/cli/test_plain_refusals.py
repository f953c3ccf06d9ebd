"""A refusal says what is missing, in which unit it is expected, and what may have been meant."""

import re

import pytest

MEANT = [
    ("log symptom nausee 2", "perhaps nausea is meant; “log symptom --help” lists them all"),
    ("log symptom Mouth-Sores 2", "perhaps mouth-sores is meant"),
    ("log symptom neuropathy 2", "perhaps numbness-tingling is meant"),
    ("log symptom breath 2", "perhaps breathlessness or breathless-lying-flat is meant"),
    ("log symptom xyzzy 2", "“xyzzy”; nothing was saved; “log symptom --help” lists them all"),
    ("log symptom diarrhea 2 --flag bloood", "perhaps blood is meant"),
    ("log medicine x --for nausee", "perhaps nausea is meant; “log symptom --help”"),
    ("log lab neutrophil 2 --unit 10^9/L", "perhaps neutrophils is meant"),
    ("log contact Tom --alert temperature", "perhaps temperature-high or .* is meant"),
    ("plan preview --regimen tchpp", "perhaps tchp or .* is meant; “regimens” lists them all"),
    ("plan stop --drug Herceptin --on 2026-06-01 --reason other", "perhaps trastuzumab or"),
    ("plan stop --drug docetaxol --on 2026-06-01 --reason other", "perhaps docetaxel"),
]
UNITS = [
    ("log temperature NaN --unit C", "“NaN” is not a number .*; type it in °C, like 38.1 or 38,1"),
    ("log temperature hot --unit F", "type it in °F, like 100.6"),
    ("log weight heavy --unit kg", "type it in kg, like 70.2"),
    ("log weight 700 --unit kg", "700 kg is not a body weight; .*between 20 and 350 kg"),
    ("log weight 351 --unit kg", "between 20 and 350 kg"),
    ("log weight 19 --unit kg", "between 20 and 350 kg"),
    ("log weight 7000 --unit lb", "7000 lb is not a body weight; .*between 45 and 770 lb"),
    ("log pulse fast", "type it in beats per minute, like 72"),
    ("log pulse 1000", "1000 is not a pulse; .* 20 to 300 beats per minute"),
    ("log blood-pressure 120 low", "type it in mm Hg, like 120"),
    ("log blood-pressure 500 80", "500 is not an upper blood pressure; .* 50 to 300 mm Hg"),
    ("log lvef good", "type it in percent, like 58"),
    ("log lvef 580", "580 is not an LVEF; .* 5 to 95 percent"),
    ("log lab neutrophils few --unit 10^9/L", "type it in 10\\^9/L, like 1.8"),
]
MOMENTS = [
    ("log appointment --at 2026-06-01", "“2026-06-01” is a day without its time; .* type it like"),
    ("plan preview --regimen tc --start 9999-12-31", "The year 9999 cannot be right; nothing was"),
    ("plan preview --regimen tc --start 2026-02-30", "“2026-02-30” is not a day; nothing was done"),
    ("log appointment --at soon", "“soon” is not a moment; .* like 2026-05-04T10:00[+]02:00"),
    (
        "--now 2026-05-12T20:00 alerts",
        "lacks its offset from UTC; .* like 2026-05-12T20:00[+-]",
    ),
    ("log appointment --at 2026-06-01T10:00", "lacks its offset .* like 2026-06-01T10:00[+-]"),
    ("--now yesterday alerts", "is neither a day nor a moment; .* like 2026-05-04 or like 2026-"),
    ("log appointment --at 2026-06-01T10:00+02:00:30", "offset that is not of whole minutes"),
]


@pytest.mark.parametrize(("line", "words"), [*MEANT, *UNITS, *MOMENTS])
def test_a_refusal_helps(command, line, words):
    said = command(*line.split())

    assert (said.code, said.out) == (2, "")
    assert re.search(words, said.err), said.err


def test_what_a_moment_without_offset_is_answered_with_can_be_typed_as_it_stands(command):
    refused = command("log", "appointment", "--at", "2026-06-01T10:00").err
    meant = refused.rpartition("type it like ")[2].removesuffix(".\n")

    assert command("log", "appointment", "--at", meant).code == 0


@pytest.mark.parametrize(
    ("value", "unit"), [("20", "kg"), ("350", "kg"), ("45", "lb"), ("770", "lb")]
)
def test_weights_at_the_ends_are_taken(command, value, unit):
    assert command("log", "weight", value, "--unit", unit).code == 0


def test_a_diary_that_holds_a_weight_no_longer_typed_comes_in(command):
    command.json("log", "weight", "350", "--unit", "kg")
    out = command.folder / "all.json"
    command.json("export", "json", "--out", str(out))
    out.write_text(out.read_text("utf-8").replace('"350"', '"390"'), encoding="utf-8")
    command.options = ["--diary", str(command.folder / "other.sqlite")]

    assert command.json("import", str(out))["entries"] == 1


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('"NaN"', "“NaN” is not a number; one like 38.1 was expected"),
        ('"a lot"', "“a lot” is not a number"),
        ("70.2", "a value in quotes was expected"),
        ("NaN", "NaN is not a value that a diary can hold"),
    ],
)
def test_a_value_in_a_file_that_is_no_number_is_told_as_it_stands(command, written, words):
    command.json("log", "weight", "70.2", "--unit", "kg")
    out = command.folder / "all.json"
    command.json("export", "json", "--out", str(out))
    out.write_text(out.read_text("utf-8").replace('"70.2"', written), encoding="utf-8")

    said = command("import", str(out))

    assert (said.code, words in said.err) == (2, True), said.err
    assert "people[0].entries[0].value" in said.err


def test_a_weight_far_from_the_last_one_is_saved_and_remarked_on(command):
    command.json("log", "weight", "70.2", "--unit", "kg", "--day", "2026-04-20")

    far = command("log", "weight", "154.8", "--unit", "kg")
    near = command("log", "weight", "154.8", "--unit", "lb", "--day", "2026-04-21")
    later = command("log", "weight", "120", "--unit", "kg", "--day", "2026-03-01")

    assert (far.code, far.err) == (0, "")
    assert "It is far from 70.2\u00a0kg on Mon 20 Apr 2026" in far.out
    assert near.out == "Saved: weight, Tue 21 Apr 2026.\n"
    assert later.out == "Saved: weight, Sun 1 Mar 2026.\n"
    assert list(command.json("log", "weight", "20", "--unit", "kg")) == ["entry"]
