"""The diary file of the contract: out as it is, in only when every key and value makes sense."""

import json

import pytest
from jsonschema import Draft202012Validator

from tests.builders import NOW, a_person, an_lvef
from tests.cases.worked_cases import worked_cases
from tests.every_kind import one_entry_of_every_kind
from tests.whole_diaries import read_diaries
from tracker.clinical.library import library
from tracker.domain.course import Reason
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import KIND_OF
from tracker.domain.people import HeartProfile
from tracker.exchange.diary_json import write_diaries
from tracker.resource_files import resource_file
from tracker.services.exchanging import everything
from tracker.services.profile import RISK_FACTORS
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.storage.opening import memory_diary

TODAY = NOW.date()
SCHEMA = json.loads(resource_file("schema", "diary-1.json").read_text(encoding="utf-8"))
CUSTOM = {
    "name": "Mine",
    "phases": [
        {
            "name": "A",
            "cycles": 4,
            "cycle_days": 21,
            "drugs": [{"drug": "docetaxel", "track": "chemo", "days": [1]}],
        }
    ],
}


def read(plain):
    return read_diaries(json.dumps(plain), library(), TODAY)


def whole_diary():
    """A diary with every key of the contract, in its plain form."""
    entries = one_entry_of_every_kind()
    plain = json.loads(write_diaries([PersonDiary(a_person(), (), tuple(entries))]))
    person = plain["people"][0]
    person["born_on"] = "1975-06-15"
    person["care"] = {
        "country": "GB",
        "units": {"temperature": "degF", "weight": "lb"},
        "fever_card": {"high": "38.0", "low": "36.0", "unit": "degC"},
        "emergency_number": "999",
        "contacts": [{"label": "Ward", "phone": "+44 20"}],
    }
    scan = next(each["id"] for each in person["entries"] if each["kind"] == "lvef")
    person["heart"] = {
        "label": "EU",
        "lvef_lower_limit": "52.5",
        "risk_factors": ["smoking"],
        "baseline_entry": scan,
    }
    person["surgeries"] = [{"on": "2026-04-01", "name": "Left", "definitive": True}]
    person["radiotherapy"] = {"from": "2026-09-01", "to": None}
    target = {"drug": None, "track": None}
    person["courses"] = [
        {
            "id": "21111111-1111-4111-8111-111111111111",
            "regimen": "ac-th",
            "setting": "adjuvant",
            "starts_on": "2026-05-04",
            "resumes_on": None,
            "custom": None,
            "events": [
                {"kind": "given", **target, "cycle": 1, "on": "2026-05-04", "dose_mg_m2": "59.5"},
                {
                    "kind": "moved",
                    "drug": None,
                    "track": "chemo",
                    "cycle": 2,
                    "to": "2026-06-01",
                    "reason": "low-counts",
                    "note": "0.8",
                },
                {
                    "kind": "omitted",
                    "drug": "paclitaxel",
                    "track": None,
                    "cycle": 3,
                    "reason": "infection",
                },
                {"kind": "stopped", **target, "on": "2026-12-01", "reason": "own-choice"},
            ],
        },
        {
            "id": "31111111-1111-4111-8111-111111111111",
            "regimen": "custom",
            "setting": "neoadjuvant",
            "starts_on": "2025-05-04",
            "resumes_on": "2025-09-04",
            "custom": CUSTOM,
            "events": [],
        },
    ]
    return plain


def test_a_whole_diary_goes_in_and_comes_out_as_it_was():
    plain = whole_diary()

    assert json.loads(write_diaries(read(plain))) == plain


def test_equal_diaries_give_equal_bytes_and_an_entry_adds_lines_alone():
    diaries = read(whole_diary())
    shorter = [PersonDiary(each.person, each.courses, each.entries[:-1]) for each in diaries]

    lines = write_diaries(shorter).splitlines()
    longer = write_diaries(diaries).splitlines()

    assert write_diaries(diaries) == write_diaries(read(whole_diary()))
    assert [line.rstrip(",") for line in longer[: len(lines) - 5]] == [
        line.rstrip(",") for line in lines[:-5]
    ]


def test_a_choice_and_a_note_that_were_never_made_are_no_keys():
    plain = json.loads(write_diaries([PersonDiary(a_person(), (), (an_lvef("61"),))]))["people"][0]

    assert "baseline_entry" not in plain["heart"]
    assert "note" not in plain["entries"][0]


def test_a_chosen_scan_that_was_removed_is_no_longer_written():
    chosen = an_lvef("61")
    person = a_person(heart=HeartProfile(baseline_entry=chosen.id))

    kept = write_diaries([PersonDiary(person, (), (chosen,))])
    removed = write_diaries([PersonDiary(person, (), ())])

    assert read_diaries(kept, library(), TODAY)[0].person.heart.baseline_entry == chosen.id
    assert "baseline_entry" not in removed


def test_what_is_not_known_may_be_missing():
    person = {"id": str(a_person().id), "name": "Ana"}

    diary = read({"format": "chemo-tracker-diary", "version": 1, "people": [person]})[0]

    assert diary.person.name == "Ana"
    assert diary.person.heart.risk_factors is None
    assert diary.entries == ()


@pytest.mark.parametrize("case", [c for c in worked_cases() if "diary" in c][::10])
def test_every_worked_diary_fits_the_schema_and_comes_out_as_it_went_in(case):
    diaries = read(case["diary"])

    again = json.loads(write_diaries(diaries))

    assert list(Draft202012Validator(SCHEMA).iter_errors(again)) == []
    assert read(again) == diaries


def test_the_schema_is_one_and_knows_what_the_program_knows():
    Draft202012Validator.check_schema(SCHEMA)
    known, defs = library(), SCHEMA["$defs"]

    assert defs["drug"]["enum"] == sorted(known.drugs)
    assert defs["symptom"]["anyOf"][0]["enum"] == list(known.symptoms)
    assert defs["course"]["properties"]["regimen"]["enum"] == [*sorted(known.regimens), "custom"]
    assert defs["reason"]["enum"] == list(Reason)
    factors = defs["heart"]["properties"]["risk_factors"]["anyOf"][0]["items"]["enum"]
    assert factors == list(RISK_FACTORS)
    assert [each["$ref"].rpartition("entry-")[2] for each in defs["entry"]["oneOf"]] == list(
        KIND_OF.values()
    )
    units = {
        rule["if"]["properties"]["test"]["const"]: rule["then"]["properties"]["unit"]["enum"]
        for rule in defs["entry-lab"]["allOf"]
    }
    assert units == {test.id: list(test.units) for test in known.labs.values()}
    flags = {
        rule["if"]["properties"]["symptom"]["const"]: rule["then"]["properties"]["flags"]
        for rule in defs["entry-symptom"]["allOf"]
        if "const" in rule["if"].get("properties", {}).get("symptom", {})
    }
    assert {symptom: flag["anyOf"][0]["items"]["enum"] for symptom, flag in flags.items()} == {
        each.id: [flag.id for flag in each.flags] for each in known.symptoms.values() if each.flags
    }


def test_the_sample_fits_the_schema():
    diary = memory_diary(sample_write())
    plain = json.loads(write_diaries(everything(diary, library())))

    assert list(Draft202012Validator(SCHEMA).iter_errors(plain)) == []
    again = read_diaries(json.dumps(plain), library(), SAMPLE_NOW.date())
    assert again == everything(diary, library())
    assert again[0].person.is_sample
    diary.close()


def test_removals_fit_the_schema_and_come_out_as_they_went_in():
    plain = whole_diary()
    at = "2026-05-12T21:00:00+02:00"
    removed = [{"id": "33333333-0000-4000-8000-000000000009", "at": at}]
    plain["people"][0]["removed_entries"] = removed

    Draft202012Validator(SCHEMA).validate(plain)
    assert json.loads(write_diaries(read(plain))) == plain
