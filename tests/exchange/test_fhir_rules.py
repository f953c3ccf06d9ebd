"""The bundle against the rules: two validators, our own lists, every reference, every status."""

import json
from decimal import Decimal

import fhirkit
import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings

from tests.builders import NOW, an_answer
from tests.every_kind import one_entry_of_every_kind
from tests.exchange.records import HOSTILE, TEXTS, Diary, a_record, the_sample
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import MedicineEntry
from tracker.domain.people import Radiotherapy
from tracker.exchange.fhir_bundle import bundle_text

UCUM = "http://unitsofmeasure.org"
ALLOWED_UNITS = {
    *("Cel", "[degF]", "kg", "[lb_av]", "/min", "mm[Hg]", "%", "mg/m2", "10*9/L", "{cells}/uL"),
    *("g/dL", "g/L", "mg/dL", "ng/L", "pg/mL", "mmol/L", "umol/L", "U/L"),
}
HL7 = "http://terminology.hl7.org/CodeSystem/"
FHIR_ITSELF = {
    (f"{HL7}observation-category", "vital-signs", "Vital Signs"),
    (f"{HL7}observation-category", "laboratory", "Laboratory"),
    (f"{HL7}observation-category", "imaging", "Imaging"),
    (f"{HL7}condition-clinical", "active", "Active"),
}
# What R4 requires, and the required bindings of `status`.
REQUIRED = {
    "Patient": (),
    "RelatedPerson": ("patient",),
    "Condition": ("subject", "code"),
    "Procedure": ("status", "subject", "code"),
    "CarePlan": ("status", "intent", "subject"),
    "MedicationStatement": ("status", "medicationCodeableConcept", "subject"),
    "Observation": ("status", "code", "subject", "performer"),
    "Provenance": ("target", "recorded", "agent"),
}
STATUSES = {
    "Procedure": {"preparation", "in-progress", "not-done", "completed", "unknown"},
    "CarePlan": {"draft", "active", "revoked", "completed"},
    "MedicationStatement": {"completed", "not-taken"},
    "Observation": {"final"},
}
ACTIVITY_STATUSES = {"scheduled", "in-progress", "completed", "cancelled", "unknown"}


def a_full_record():
    diary = Diary(regimen="ddac-thp").write(*one_entry_of_every_kind())
    plan = diary.companion.plan
    plan.give(DoseTarget(), 1, NOW.date())
    plan.omit(DoseTarget(drug="cyclophosphamide"), 2, Reason.LOW_COUNTS)
    plan.start("tamoxifen", starts_on=NOW.date())
    diary.companion.profile.set_radiotherapy(Radiotherapy(NOW.date()))
    return diary.record()


RECORDS = {
    "everything": a_full_record,
    "the sample": the_sample,
    "nothing": lambda: a_record(regimen=None),
}


@pytest.fixture(params=RECORDS, scope="module")
def text(request):
    return bundle_text(RECORDS[request.param]())


def resources(text):
    return [entry["resource"] for entry in json.loads(text, parse_float=Decimal)["entry"]]


def everywhere(value, key=""):
    """Every dict inside, with the key it stands under."""
    if isinstance(value, dict):
        yield key, value
        for name, inner in value.items():
            yield from everywhere(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from everywhere(inner, key)


def complaints(text):
    """What two independent validators say."""
    said = [str(issue) for issue in fhirkit.parse(text).issues]
    said += [str(issue) for issue in fhirkit.validate(json.loads(text))]
    Bundle.model_validate_json(text)
    return said


def test_two_validators_have_nothing_to_say(text):
    assert complaints(text) == []


def test_a_validator_would_say_so_if_something_were_wrong(text):
    broken = json.loads(text)
    broken["entry"][0]["resource"]["nonsense"] = 1

    assert fhirkit.validate(broken)


def test_what_is_required_is_there_and_every_status_is_one_of_its_list(text):
    for resource in resources(text):
        kind = resource["resourceType"]
        assert all(resource.get(key) for key in REQUIRED[kind])
        assert resource.get("status") in STATUSES.get(kind, {None})
    for key, found in everywhere(resources(text)):
        if key == "detail":
            assert found["status"] in ACTIVITY_STATUSES


def test_every_reference_resolves_and_every_id_is_there_once(text):
    entries = json.loads(text)["entry"]

    addresses = [entry["fullUrl"] for entry in entries]

    assert len(set(addresses)) == len(addresses)
    assert addresses == [f"urn:uuid:{entry['resource']['id']}" for entry in entries]
    for _, found in everywhere(entries):
        if "reference" in found:
            assert found["reference"] in addresses


def test_every_code_is_one_that_was_vetted_and_has_words_beside_it(text):
    known = library().codes
    groups = (
        known.measurements,
        known.labs,
        known.symptoms,
        known.severity,
        known.conditions,
        known.drugs,
    )
    vetted = {
        (code.system, code.code, code.display)
        for group in groups
        for row in group.values()
        for code in row
    }
    for _, found in everywhere(resources(text)):
        for coding in found.get("coding", []):
            assert (coding["system"], coding["code"], coding["display"]) in vetted | FHIR_ITSELF
            assert found["text"].strip()


def test_every_value_has_a_unit_of_the_list(text):
    for _, found in everywhere(resources(text)):
        if isinstance(found.get("value"), (int, Decimal)):
            assert found["system"] == UCUM
            assert found["code"] in ALLOWED_UNITS
            assert found["unit"]


def test_every_observation_says_one_thing_or_has_parts_that_do(text):
    for resource in resources(text):
        if resource["resourceType"] != "Observation":
            continue
        parts = resource.get("component", [])
        for part in (resource, *parts):
            values = [key for key in part if key.startswith("value")]
            assert len(values) == 1 or (part is resource and parts and not values)
        assert not {"dataAbsentReason", "interpretation"} & resource.keys()


def test_nothing_is_empty_or_null(text):
    for _, found in everywhere(json.loads(text)):
        assert all(value not in (None, "", [], {}) for value in found.values())


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_text_makes_a_valid_bundle_and_arrives(words, by):
    answer = an_answer("own:x", 2, note=words, by=by)
    medicine = MedicineEntry(
        id=an_answer().id, day=NOW.date(), at=NOW, zone="UTC", by=by, name=words, amount=words
    )

    text = bundle_text(a_record([answer, medicine], regimen=None))

    assert complaints(text) == []
    told = {each["id"]: each for each in resources(text)}
    expected = "".join(
        "\ufffd" if (letter < " " and letter not in "\t\r\n") or letter == "\x7f" else letter
        for letter in words
    )
    assert told[str(answer.id)]["note"] == [{"text": expected}]
    assert told[str(medicine.id)]["medicationCodeableConcept"]["text"] == expected
    assert told[str(medicine.id)]["dosage"][0]["text"] == expected


NAMES = [name for each in HOSTILE if (name := each[:200].strip()) and name.isprintable()]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_is_only_a_name(name):
    diary = Diary(regimen=None)
    diary.companion.profile.rename(name)

    text = bundle_text(diary.record())

    assert complaints(text) == []
    assert resources(text)[0]["name"] == [{"text": name}]
