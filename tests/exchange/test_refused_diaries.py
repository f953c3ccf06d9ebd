"""A diary that cannot be right is refused with the place in the file, and nothing else happens."""

import copy
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.test_diary_json import CUSTOM, TODAY, read, whole_diary
from tests.whole_diaries import read_diaries
from tracker.clinical.library import library
from tracker.errors import NotUnderstoodError
from tracker.exchange.diary_json import read_regimen

PERSON = "people[0]"
ENTRY = f"{PERSON}.entries[0]"
COURSE = f"{PERSON}.courses[0]"
OWN = f"{PERSON}.courses[1].custom"
WRONG = object()
GONE, AT = "33333333-0000-4000-8000-000000000009", "2026-05-12T21:00:00+02:00"

# place, what is put there (WRONG: the key is taken away), where the error says it is
CHANGES = [
    ("format", "diary", "format"),
    ("version", 2, "version"),
    ("version", "1", "version"),
    ("version", True, "version"),
    ("version", WRONG, "version"),
    ("people", {}, "people"),
    ("people", WRONG, "people"),
    ("people", [7, "x"], "people[0]"),
    ("extra", 1, "extra"),
    (f"{PERSON}.id", WRONG, f"{PERSON}.id"),
    (f"{PERSON}.id", "7", f"{PERSON}.id"),
    (f"{PERSON}.id", "{11111111-1111-4111-8111-111111111111}", f"{PERSON}.id"),
    (f"{PERSON}.removed_entries", {}, f"{PERSON}.removed_entries"),
    (f"{PERSON}.removed_entries", [{"id": GONE}], f"{PERSON}.removed_entries[0].at"),
    (f"{PERSON}.removed_entries", [{"id": "7", "at": AT}], f"{PERSON}.removed_entries[0].id"),
    (
        f"{PERSON}.removed_entries",
        [{"id": GONE, "at": AT, "note": "x"}],
        f"{PERSON}.removed_entries[0].note",
    ),
    (f"{PERSON}.removed_entries", [{"id": GONE, "at": AT}] * 2, PERSON),
    (f"{PERSON}.name", "  ", f"{PERSON}.name"),
    (f"{PERSON}.name", 7, f"{PERSON}.name"),
    (f"{PERSON}.name", "a\u0000b", f"{PERSON}.name"),
    (f"{PERSON}.name", "a\ud800b", f"{PERSON}.name"),
    (f"{PERSON}.born_on", "1975-02-30", f"{PERSON}.born_on"),
    (f"{PERSON}.born_on", "15.6.1975", f"{PERSON}.born_on"),
    (f"{PERSON}.born_on", "0075-06-15", f"{PERSON}.born_on"),
    (f"{PERSON}.born_on", "2031-06-15", PERSON),
    (f"{PERSON}.care", [], f"{PERSON}.care"),
    (f"{PERSON}.care.country", "Spain", PERSON),
    (f"{PERSON}.care.country", "", PERSON),
    (f"{PERSON}.care.units.weight", "stone", f"{PERSON}.care.units.weight"),
    (f"{PERSON}.care.fever_card.high", 38.0, f"{PERSON}.care.fever_card.high"),
    (f"{PERSON}.care.fever_card.high", "35.0", f"{PERSON}.care.fever_card"),
    (f"{PERSON}.care.fever_card.high", "100.4", f"{PERSON}.care.fever_card"),
    (f"{PERSON}.care.contacts", "112", f"{PERSON}.care.contacts"),
    (f"{PERSON}.care.contacts[0].fax", "1", f"{PERSON}.care.contacts[0].fax"),
    (f"{PERSON}.heart.label", "UK", f"{PERSON}.heart.label"),
    (f"{PERSON}.heart.risk_factors", ["tired"], PERSON),
    (f"{PERSON}.heart.risk_factors", [1], f"{PERSON}.heart.risk_factors"),
    (f"{PERSON}.heart.lvef_lower_limit", "0.5", PERSON),
    (f"{PERSON}.heart.baseline_entry", "7", f"{PERSON}.heart.baseline_entry"),
    (
        f"{PERSON}.heart.baseline_entry",
        "00000000-0000-4000-8000-000000000001",
        f"{PERSON}.heart.baseline_entry",
    ),
    (f"{PERSON}.surgeries[0].definitive", "yes", f"{PERSON}.surgeries[0].definitive"),
    (f"{PERSON}.radiotherapy.to", "2026-08-01", f"{PERSON}.radiotherapy"),
    (f"{COURSE}.regimen", "chemo", f"{COURSE}.regimen"),
    (f"{COURSE}.regimen", "custom", f"{COURSE}.custom"),
    (f"{COURSE}.custom", CUSTOM, f"{COURSE}.custom"),
    (f"{COURSE}.setting", "palliative", f"{COURSE}.setting"),
    (f"{COURSE}.starts_on", None, f"{COURSE}.starts_on"),
    (f"{COURSE}.resumes_on", "2026-01-01", f"{COURSE}.resumes_on"),
    (f"{COURSE}.events[0].kind", "delayed", f"{COURSE}.events[0].kind"),
    (f"{COURSE}.events[0].cycle", 0, f"{COURSE}.events[0].cycle"),
    (f"{COURSE}.events[0].cycle", "1", f"{COURSE}.events[0].cycle"),
    (f"{COURSE}.events[0].cycle", True, f"{COURSE}.events[0].cycle"),
    (f"{COURSE}.events[0].reason", "other", f"{COURSE}.events[0].reason"),
    (f"{COURSE}.events[0].dose_mg_m2", "0", f"{COURSE}.events[0].dose_mg_m2"),
    (f"{COURSE}.events[1].reason", "bored", f"{COURSE}.events[1].reason"),
    (f"{COURSE}.events[1].track", "both", f"{COURSE}.events[1].track"),
    (f"{COURSE}.events[2].drug", "aspirin", f"{COURSE}.events[2].drug"),
    (f"{OWN}.phases[0].cycle_days", 45, OWN),
    (f"{OWN}.phases[0].cycles", 0, f"{OWN}.phases[0].cycles"),
    (f"{OWN}.phases[0].drugs[0].drug", "aspirin", OWN),
    (f"{OWN}.phases[0].drugs[0].days", [22], f"{OWN}.phases[0]"),
    (f"{OWN}.phases[0].drugs[0].days", ["1"], f"{OWN}.phases[0].drugs[0].days"),
    (f"{OWN}.phases", [], OWN),
    (f"{ENTRY}.severty", 2, f"{ENTRY}.severty"),
    (f"{ENTRY}.kind", "mood", f"{ENTRY}.kind"),
    (f"{ENTRY}.id", None, f"{ENTRY}.id"),
    (f"{ENTRY}.day", "2026-13-01", f"{ENTRY}.day"),
    (f"{ENTRY}.at", "2026-05-12T18:00:00", f"{ENTRY}.at"),
    (f"{ENTRY}.at", "2026-05-12", f"{ENTRY}.at"),
    (f"{ENTRY}.at", "2026-05-12T25:00:00+02:00", f"{ENTRY}.at"),
    (f"{ENTRY}.at", "9999-12-31T23:59:59-14:00", f"{ENTRY}.at"),
    (f"{ENTRY}.zone", "Mars/Base", f"{ENTRY}.zone"),
    (f"{ENTRY}.zone", "../../etc/passwd", f"{ENTRY}.zone"),
    (f"{ENTRY}.by", "", f"{ENTRY}.by"),
    (f"{ENTRY}.symptom", "nausée", f"{ENTRY}.symptom"),
    (f"{ENTRY}.symptom", "own:", f"{ENTRY}.symptom"),
    (f"{ENTRY}.flags", ["night"], f"{ENTRY}.flags"),
    (f"{ENTRY}.flags", "blood", f"{ENTRY}.flags"),
    (f"{ENTRY}.severity", 0, ENTRY),
    (f"{ENTRY}.severity", None, ENTRY),
    (f"{ENTRY}.severity", 5, f"{ENTRY}.severity"),
    (f"{ENTRY}.severity", 2.0, f"{ENTRY}.severity"),
    (f"{ENTRY}.severity", "2", f"{ENTRY}.severity"),
    (f"{ENTRY}.state", "absent", ENTRY),
    (f"{ENTRY}.state", "skipped", ENTRY),
    (f"{ENTRY}.state", "maybe", f"{ENTRY}.state"),
    (f"{ENTRY}.note", "x" * 20_001, f"{ENTRY}.note"),
    (f"{PERSON}.entries[3].value", "98.6 F", f"{PERSON}.entries[3].value"),
    (f"{PERSON}.entries[3].value", "NaN", f"{PERSON}.entries[3].value"),
    (f"{PERSON}.entries[3].value", "1e2", f"{PERSON}.entries[3].value"),
    (f"{PERSON}.entries[3].value", "38,4", f"{PERSON}.entries[3].value"),
    (f"{PERSON}.entries[3].value", "38.4", f"{PERSON}.entries[3]"),
    (f"{PERSON}.entries[3].unit", "K", f"{PERSON}.entries[3].unit"),
    (f"{PERSON}.entries[3].flags", ["blood"], f"{PERSON}.entries[3].flags"),
    (f"{PERSON}.entries[4].value", "7", f"{PERSON}.entries[4]"),
    (f"{PERSON}.entries[5].value", None, f"{PERSON}.entries[5].value"),
    (f"{PERSON}.entries[6].systolic", "70", f"{PERSON}.entries[6]"),
    (f"{PERSON}.entries[7].unit", "g/dL", f"{PERSON}.entries[7].unit"),
    (f"{PERSON}.entries[7].test", "sugar", f"{PERSON}.entries[7].test"),
    (f"{PERSON}.entries[7].comparator", "=", f"{PERSON}.entries[7].comparator"),
    (f"{PERSON}.entries[7].value", "80000", f"{PERSON}.entries[7]"),
    (f"{PERSON}.entries[8].value", "0.58", f"{PERSON}.entries[8]"),
    (f"{PERSON}.entries[8].method", "pet", f"{PERSON}.entries[8].method"),
    (f"{PERSON}.entries[9].for_symptom", "nope", f"{PERSON}.entries[9].for_symptom"),
    (f"{PERSON}.entries[9].dose", "8", f"{PERSON}.entries[9].dose"),
    (f"{PERSON}.entries[10].text", None, f"{PERSON}.entries[10].text"),
    (f"{PERSON}.entries[12].alerts", [None], f"{PERSON}.entries[12].alerts"),
    (f"{PERSON}.entries[14].starts_at", "tomorrow", f"{PERSON}.entries[14].starts_at"),
    (f"{PERSON}.entries[1].id", "00000000-0000-4000-8000-000000000001", PERSON),
]


def put(plain, place, value):
    where = plain
    *parents, last = place.replace("[", ".[").split(".")
    for step in parents:
        where = where[int(step[1:-1])] if step.startswith("[") else where[step]
    if value is WRONG:
        del where[last]
    else:
        where[last] = value


@pytest.mark.parametrize(("place", "value", "said"), CHANGES)
def test_what_cannot_be_right_is_refused_with_its_place(place, value, said):
    plain = copy.deepcopy(whole_diary())
    put(plain, place, value)

    with pytest.raises(NotUnderstoodError) as caught:
        read(plain)

    sentence = str(caught.value)
    assert sentence.startswith(f"{said}: ")
    assert "nothing was imported" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not JSON"),
        ("[1, 2", "line 1, column 6: this is not JSON"),
        ("[]", "an object in braces"),
        ("null", "an object in braces"),
        ('{"format": "a", "format": "b"}', "format: this key stands here twice"),
        ('{"format": NaN}', "format: NaN is not a value"),
        ('{"format": -Infinity}', "format: -Infinity is not a value"),
        (
            '{"format": "chemo-tracker-diary", "version": ' + "9" * 5000 + "}",
            "version: the number 9+… is too long",
        ),
        ("[" * 100_000, "nested too deeply"),
        ('{"other": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
        ('{"people": ' + "[" * 100_000 + "]" * 100_000 + "}", r"people\[0\]: an object in braces"),
        ('{"a": ' * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_diary_at_all_is_refused_in_a_sentence(text, sentence):
    with pytest.raises(NotUnderstoodError, match=sentence):
        read_diaries(text, library(), TODAY)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
@settings(max_examples=60, deadline=None)
def test_nothing_put_into_any_place_makes_anything_but_a_sentence(value):
    for place, _, _ in CHANGES[:: len(CHANGES) // 12]:
        plain = copy.deepcopy(whole_diary())
        put(plain, place, value)
        with suppress(NotUnderstoodError):
            read(plain)


def test_own_phases_are_read_in_the_shape_of_the_contract():
    regimen = read_regimen(json.dumps(CUSTOM), library())

    assert regimen.name == "Mine"
    assert regimen.phases[0].cycle_days == 21
