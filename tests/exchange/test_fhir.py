"""What the FHIR bundle says of a diary, resource by resource."""

import json
from datetime import UTC, date, timedelta, timezone
from decimal import Decimal

import pytest

from tests.builders import NOW, a_person, a_temperature, an_answer, an_lvef
from tests.every_kind import one_entry_of_every_kind
from tests.exchange.records import Diary, a_record, the_sample
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import LabEntry, LvefMethod
from tracker.domain.entry_words import Comparator
from tracker.domain.people import Radiotherapy, Surgery
from tracker.exchange.fhir_bundle import bundle, bundle_text

WHOLE = DoseTarget()


def resources(record, kind=None):
    found = [entry["resource"] for entry in bundle(record)["entry"]]
    return [each for each in found if kind in (None, each["resourceType"])]


def observations(*entries):
    found = resources(a_record(entries, regimen=None), "Observation")
    return [each for each in found if each["code"]["text"] != "HER2 status"]


def codes(concept):
    return [coding["code"] for coding in concept.get("coding", [])]


def a_lab(test, value, unit, **changes):
    answer = an_answer()
    return LabEntry(
        id=answer.id,
        day=answer.day,
        at=answer.at,
        zone=answer.zone,
        by="self",
        test=test,
        value=Decimal(value),
        unit=unit,
        **changes,
    )


def test_the_her2_status_has_the_code_of_registries_and_says_that_it_is_no_pathology_result():
    found = resources(a_record((), regimen=None), "Observation")[0]

    assert codes(found["code"]) == ["48676-1"]
    assert codes(found["valueCodeableConcept"]) == ["LA6576-8", "427685000"]
    assert found["performer"] == [found["subject"]]
    assert "this is no pathology result" in found["note"][0]["text"]


def test_a_symptom_that_is_there_follows_the_guide_for_symptoms():
    (found,) = observations(an_answer("nausea", 2, note="after lunch"))

    assert codes(found["code"]) == ["75325-1"]
    assert codes(found["valueCodeableConcept"]) == ["422587007", "C146764"]
    assert found["valueCodeableConcept"]["text"] == "Nausea"
    severity, level = found["component"]
    assert codes(severity["code"]) == ["64750-3"]
    assert codes(severity["valueCodeableConcept"]) == ["6736007"]
    assert severity["valueCodeableConcept"]["text"] == "2: eating less than usual"
    assert level["valueInteger"] == 2
    assert found["note"] == [{"text": "after lunch"}]
    assert found["effectiveDateTime"] == NOW.isoformat()


def test_a_symptom_that_is_not_there_is_said_to_be_absent():
    (found,) = observations(an_answer("fatigue", 0))

    assert codes(found["code"]) == ["111551-8"]
    assert found["valueCodeableConcept"]["text"] == "Tiredness"
    assert "component" not in found


def test_what_was_skipped_makes_no_resource():
    assert observations(an_answer("nausea", None)) == []


def test_the_worst_level_has_words_and_no_code_of_its_own():
    (found,) = observations(an_answer("nausea", 4))

    assert "coding" not in found["component"][0]["valueCodeableConcept"]


def test_only_the_answer_that_stands_is_told():
    first, later = an_answer("nausea", 3), an_answer("nausea", 1, at=NOW + timedelta(minutes=1))
    skipped = [an_answer("pain", 2), an_answer("pain", None, at=NOW + timedelta(minutes=1))]

    found = observations(first, later, *skipped)

    assert [each["id"] for each in found] == [str(later.id)]


def test_an_answer_about_another_day_gives_the_day_alone():
    (found,) = observations(an_answer(day=date(2026, 5, 10)))

    assert found["effectiveDateTime"] == "2026-05-10"
    assert found["issued"] == NOW.isoformat()


def test_a_moment_of_a_clock_whose_offset_has_seconds_is_told_in_utc():
    before_zones = NOW.astimezone(timezone(timedelta(minutes=-14, seconds=-44)))

    (found,) = observations(an_answer(day=before_zones.date(), at=before_zones))

    assert found["issued"] == NOW.astimezone(UTC).isoformat()


def test_own_symptoms_and_flags_are_told_in_words():
    own, flagged = observations(an_answer("own:itchy feet", 1), an_answer("chills", 2))

    assert own["valueCodeableConcept"] == {"text": "itchy feet"}
    assert codes(flagged["valueCodeableConcept"]) == ["43724002"]
    (vomiting,) = observations(one_entry_of_every_kind()[0])
    *_, flag = vomiting["component"]
    assert flag["valueBoolean"] is True
    assert flag["code"]["text"]


def test_a_temperature_keeps_its_digits_and_the_unit_of_the_thermometer():
    fahrenheit = one_entry_of_every_kind()[3]

    (found,) = observations(fahrenheit)

    assert found["valueQuantity"] == {
        "value": Decimal("100.40"),
        "unit": "°F",
        "system": "http://unitsofmeasure.org",
        "code": "[degF]",
    }
    assert '"value":100.40,' in bundle_text(a_record([fahrenheit]))
    assert codes(found["category"][0]) == ["vital-signs"]
    assert codes(found["code"]) == ["8310-5"]
    (celsius,) = observations(a_temperature("38.1"))
    assert celsius["valueQuantity"]["code"] == "Cel"


@pytest.mark.parametrize(
    ("test", "value", "unit", "code", "ucum"),
    [
        ("neutrophils", "0.8", "10^9/L", ["26499-4"], "10*9/L"),
        ("neutrophils", "800", "cells/uL", ["26499-4"], "{cells}/uL"),
        ("hemoglobin", "104", "g/L", ["718-7"], "g/L"),
        ("hemoglobin", "6.5", "mmol/L", [], "mmol/L"),
        ("creatinine", "0.9", "mg/dL", ["2160-0"], "mg/dL"),
        ("creatinine", "80", "umol/L", [], "umol/L"),
        ("nt-probnp", "125", "ng/L", ["33762-6"], "ng/L"),
        ("bilirubin", "12", "umol/L", [], "umol/L"),
    ],
)
def test_a_count_has_a_code_only_where_its_unit_measures_what_the_code_means(
    test, value, unit, code, ucum
):
    (found,) = observations(a_lab(test, value, unit))

    assert codes(found["code"]) == code
    assert found["code"]["text"]
    assert found["valueQuantity"]["code"] == ucum


def test_a_count_of_zero_is_told_as_zero():
    (found,) = observations(a_lab("neutrophils", "0.0", "10^9/L"))

    assert found["valueQuantity"]["value"] == Decimal("0.0")
    assert '"value":0.0,' in bundle_text(a_record([a_lab("neutrophils", "0.0", "10^9/L")]))


def test_a_count_keeps_the_range_and_the_sign_of_the_slip():
    lab = a_lab("platelets", "10", "10^9/L", low=Decimal(150), comparator=Comparator.BELOW)

    (found,) = observations(lab)

    assert found["valueQuantity"]["comparator"] == "<"
    assert found["referenceRange"] == [
        {
            "low": {
                "value": Decimal(150),
                "unit": "10^9/L",
                "system": "http://unitsofmeasure.org",
                "code": "10*9/L",
            }
        }
    ]


def test_a_heart_scan_names_its_method_by_code_only_where_there_is_one():
    echo, mri = observations(an_lvef("61"), an_lvef("58", method=LvefMethod.MRI))

    assert codes(echo["code"]) == ["18043-0", "10230-1"]
    assert codes(mri["code"]) == ["10230-1"]
    assert mri["method"] == {"text": "Heart MRI"}
    assert mri["valueQuantity"]["code"] == "%"


def test_doses_are_told_as_given_or_left_out_and_planned_ones_not_at_all():
    diary = Diary(regimen="tchp", now=NOW)
    plan = diary.companion.plan
    plan.give(WHOLE, 1, date(2026, 5, 5))
    plan.omit(DoseTarget(drug="carboplatin"), 2, Reason.LOW_COUNTS)

    told = resources(diary.record(), "MedicationStatement")

    given = [each for each in told if each["status"] == "completed"]
    assert {each["effectiveDateTime"] for each in given} == {"2026-05-05"}
    assert sorted(each["medicationCodeableConcept"]["text"] for each in given) == [
        "Carboplatin",
        "Docetaxel",
        "Pertuzumab",
        "Trastuzumab",
    ]
    (left_out,) = [each for each in told if each["status"] == "not-taken"]
    assert left_out["statusReason"] == [{"text": "Low counts"}]
    assert codes(left_out["medicationCodeableConcept"]) == ["40048", "386905002"]
    assert len(told) == 5


def test_operations_and_radiotherapy_are_procedures():
    person = a_person(
        surgeries=(Surgery(date(2026, 4, 1), "Left lumpectomy"), Surgery(date(2026, 9, 1))),
        radiotherapy=Radiotherapy(date(2026, 5, 1)),
    )

    done, planned, rays = resources(Diary(person=person, regimen=None).record(), "Procedure")

    assert (done["status"], done["code"]) == ("completed", {"text": "Left lumpectomy"})
    assert done["performedDateTime"] == "2026-04-01"
    assert planned["status"] == "preparation"
    assert (rays["status"], rays["performedPeriod"]) == ("in-progress", {"start": "2026-05-01"})


def test_who_said_what_is_told_once_for_every_resource():
    answers = [an_answer("nausea", 1), an_answer("pain", 2, by="Tom")]
    record = a_record(answers)

    told = resources(record)

    (patient,) = [each["id"] for each in told if each["resourceType"] == "Patient"]
    (close,) = [each for each in told if each["resourceType"] == "RelatedPerson"]
    assert close["name"] == [{"text": "Tom"}]
    who = {
        each["agent"][0]["who"]["reference"]: {one["reference"] for one in each["target"]}
        for each in told
        if each["resourceType"] == "Provenance"
    }
    by_tom = who.pop(f"urn:uuid:{close['id']}")
    (by_her,) = who.values()
    assert by_tom == {f"urn:uuid:{answers[1].id}"}
    assert by_her.isdisjoint(by_tom)
    others = {"Provenance", "RelatedPerson"}
    everything = {f"urn:uuid:{each['id']}" for each in told if each["resourceType"] not in others}
    assert by_her | by_tom == everything
    (nausea,) = [each for each in told if each["id"] == str(answers[0].id)]
    assert nausea["performer"] == [{"reference": f"urn:uuid:{patient}"}]


def test_words_between_people_stay_out():
    kinds = [each["resourceType"] for each in resources(a_record(one_entry_of_every_kind()))]

    assert kinds.count("Observation") == 1 + 8
    assert kinds.count("MedicationStatement") == 1


def test_the_same_diary_and_moment_give_the_same_text_and_it_is_json():
    text = bundle_text(the_sample())

    assert text == bundle_text(the_sample())
    read = json.loads(text, parse_float=Decimal)
    assert read == bundle(the_sample())
    assert read["meta"]["tag"] == [{"display": "Sample of an invented person"}]
