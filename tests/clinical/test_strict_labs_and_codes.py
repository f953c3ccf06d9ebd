"""Broken blood tests, late effects and codes are refused with file, place and what was expected."""

import pytest

from tests.clinical.broken_knowledge import knowledge_with
from tracker.clinical.cross_checks import check_everything
from tracker.errors import KnowledgeError

BROKEN = {
    "an unknown unit of a blood test": (
        "labs.toml",
        'unit = "cells/uL"',
        'unit = "cells/mL"',
        r"tests.neutrophils.units\[2\].unit: expected one of",
    ),
    "a blood test in a unit it does not have": (
        "labs.toml",
        '[tests.alt]\nunit = "U/L"',
        '[tests.alt]\nunit = "g/L"',
        "tests.alt.unit: expected one of U/L",
    ),
    "a blood test whose own unit has a factor": (
        "labs.toml",
        'unit = "10^9/L", times = "1"',
        'unit = "10^9/L", times = "2"',
        "tests.neutrophils.unit: expected a unit whose factor is 1",
    ),
    "a factor that is an expression": (
        "labs.toml",
        'times = "171/10"',
        'times = "17 + 1"',
        "times: expected a whole number or a fraction in quotes",
    ),
    "limits of a blood test out of order": (
        "labs.toml",
        'lowest = "0.001", highest = "200"',
        'lowest = "200", highest = "0.001"',
        "highest: expected a number above lowest",
    ),
    "a number that is none": (
        "labs.toml",
        'at_least = "1.5"',
        'at_least = "NaN"',
        r"before_a_dose\[1\].at_least: expected a number in quotes",
    ),
    "a count that cannot be": (
        "labs.toml",
        'at_least = "1.5"',
        'at_least = "1500"',
        "at_least: expected a number that can be Neutrophils in 10\\^9/L",
    ),
    "a late effect of no drug": (
        "late_effects.toml",
        'drugs = ["tamoxifen"]\n',
        "",
        "womb-cancer.drugs: expected at least one drug or class",
    ),
    "a late effect without a source": (
        "late_effects.toml",
        'sources = ["label-tamoxifen"]',
        "sources = []",
        "womb-cancer.sources: expected at least one source",
    ),
    "a late effect of more than all": (
        "late_effects.toml",
        'of_100_to = "5"',
        'of_100_to = "2"',
        "of_100_to: expected a number from of_100_from to 100",
    ),
    "a code of an unknown system": (
        "codes.toml",
        'system = "loinc"',
        'system = "icd"',
        r"codes.toml, measurements.temperature\[1\].system: expected one of",
    ),
    "a code that nobody has seen": (
        "codes.toml",
        'status = "seen-twice"',
        'status = "recalled"',
        "status: expected one of seen-once, seen-twice",
    ),
    "a late effect that shows as no symptom of ours": (
        "late_effects.toml",
        'symptoms = ["bleeding"]',
        'symptoms = ["bleed"]',
        "late_effects.toml, womb-cancer: expected an id from symptoms.toml, got bleed",
    ),
    "a code for no symptom of ours": (
        "codes.toml",
        "\nnausea = [",
        "\nsickness = [",
        "codes.toml, symptoms: expected an id from symptoms.toml, got sickness",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"), list(BROKEN.values()), ids=list(BROKEN)
)
def test_what_is_broken_here_is_refused_with_its_place(tmp_path, file, old, new, expected):
    broken = knowledge_with(tmp_path, file, old, new)

    with pytest.raises(KnowledgeError, match=expected) as refusal:
        check_everything(broken)

    assert file.rpartition("/")[2] in str(refusal.value)
