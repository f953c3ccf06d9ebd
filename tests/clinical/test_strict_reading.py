"""Broken sources and drugs are refused with file, place and what was expected."""

from collections.abc import Callable

import pytest

from tests.clinical.broken_knowledge import knowledge_with
from tracker.clinical.cross_checks import check_everything
from tracker.clinical.library import Library, library
from tracker.errors import KnowledgeError

DRUG_NAMES = "texts/en/drugs.toml"

BROKEN = {
    "an unknown key of a source": ("sources.toml", "[seed]", "[seed]\nurll = 'x'", "seed.urll"),
    "a source without a title": (
        "sources.toml",
        'title = "APT trial: paclitaxel and trastuzumab (Tolaney 2015, 2019, 2023)"\n',
        "",
        r"sources.toml, apt.title: expected a text, but the key is missing",
    ),
    "a source seen in an unknown way": (
        "sources.toml",
        'seen = "recalled"',
        'seen = "guessed"',
        "expected one of seen, seen-in-copy, recalled",
    ),
    "a day that is none": (
        "sources.toml",
        "checked_on = 2026-11-23",
        'checked_on = "soon"',
        "seed.checked_on: expected a day like",
    ),
    "no TOML at all": ("sources.toml", "[seed]", "[seed", "expected TOML in UTF-8"),
    "a drug on an unknown track": (
        "drugs.toml",
        'track = "chemo"',
        'track = "chemotherapy"',
        "drugs.toml, drugs.doxorubicin.track: expected one of chemo, her2, endocrine",
    ),
    "an unknown key of a drug": (
        "drugs.toml",
        "[drugs.docetaxel]",
        "[drugs.docetaxel]\ndose = 75",
        "drugs.toml, drugs.docetaxel.dose: expected no such key",
    ),
    "a HER2 drug that is an anthracycline": (
        "drugs.toml",
        "anthracycline = true",
        "anthracycline = true\nher2 = true",
        "a drug that is not a HER2 drug as well",
    ),
    "a flag that is a text": (
        "drugs.toml",
        "her2 = true",
        'her2 = "yes"',
        "drugs.trastuzumab.her2: expected true or false",
    ),
    "low counts without a source": (
        "drugs.toml",
        'low_counts = { days = [8, 15], source = "nadir" }',
        "low_counts = { days = [8, 15] }",
        "low_counts.source: expected a text, but the key is missing",
    ),
    "low counts that end before they begin": (
        "drugs.toml",
        "low_counts = { days = [8, 15]",
        "low_counts = { days = [15, 8]",
        "the first and the last cycle day, in this order",
    ),
    "a loading rule that nobody knows": (
        "drugs.toml",
        'rule = "gap-of-six-weeks"',
        'rule = "gap-of-five-weeks"',
        "drugs.pertuzumab.loading.rule: expected one of",
    ),
    "a side effect with an unknown source": (
        "drugs.toml",
        'effect = "red-urine", common = "very-common", source = "label-doxorubicin"',
        'effect = "red-urine", common = "very-common", source = "somebody"',
        r"drugs.doxorubicin.effects\[1\].source: expected one of",
    ),
    "a side effect of an unknown band": (
        "drugs.toml",
        'effect = "red-urine", common = "very-common"',
        'effect = "red-urine", common = "frequent"',
        r"effects\[1\].common: expected one of very-common",
    ),
    "a side effect that has no name": (
        "drugs.toml",
        'effect = "red-urine"',
        'effect = "blue-urine"',
        r"effects\[1\].effect: expected one of",
    ),
    "a side effect named twice": (
        "drugs.toml",
        'effect = "nail-changes", common = "common", source = "label-doxorubicin"',
        'effect = "fatigue", common = "common", source = "label-doxorubicin"',
        "expected each effect once",
    ),
    "a side effect with days and a time": (
        "drugs.toml",
        "days = [1, 2] }",
        'days = [1, 2], when = "weeks" }',
        "either days or when, not both",
    ),
    "a percentage that is no text": (
        "drugs.toml",
        'percent = "70"',
        "percent = 70",
        "percent: expected a text",
    ),
    "a percentage above a hundred": (
        "drugs.toml",
        'percent = "70"',
        'percent = "700"',
        "percent: expected a number above 0 and up to 100",
    ),
    "a measure that the diary does not take": (
        "drugs.toml",
        'measure = "lvef"',
        'measure = "mood"',
        "effects.heart-weakness.measure: expected one of",
    ),
    "an unknown class": (
        "drugs.toml",
        'classes = ["chemotherapy"]',
        'classes = ["chemo"]',
        "drugs.doxorubicin.classes: expected a list of chemotherapy",
    ),
    "a drug without words": (
        DRUG_NAMES,
        "[drugs.goserelin]",
        "[drugs.gosereline]",
        "drugs.goserelin: expected a table, but the key is missing",
    ),
    "words of a drug that nobody knows": (
        DRUG_NAMES,
        "[drugs.goserelin]",
        '[drugs.nobody]\nname = "x"\n\n[drugs.goserelin]',
        "drugs.nobody: expected no such key",
    ),
    "a hint that is missing": (
        DRUG_NAMES,
        'adds-up = ", more with each dose"\n',
        "",
        "hints.adds-up: expected a text, but the key is missing",
    ),
    "an empty text": (
        DRUG_NAMES,
        'word = "docetaxel"',
        'word = " "',
        "drugs.docetaxel.word: expected a text that is not empty",
    ),
    "an effect that shows as no symptom of ours": (
        "drugs.toml",
        'shows_as = ["infection-signs", "chills"]',
        'shows_as = ["infection-sign", "chills"]',
        "expected an id from symptoms.toml, got infection-sign",
    ),
    "an effect that shows in no blood test of ours": (
        "drugs.toml",
        'lab = "white-cells"',
        'lab = "white-cell"',
        "expected an id from labs.toml, got white-cell",
    ),
    "a chemotherapy drug that acts on HER2": (
        "drugs.toml",
        "[drugs.docetaxel]",
        "[drugs.docetaxel]\nher2 = true",
        "drugs.docetaxel: expected her2 = true exactly on the track her2",
    ),
    "a loading dose of chemotherapy": (
        "drugs.toml",
        "[drugs.docetaxel]",
        '[drugs.docetaxel]\nloading = { rule = "gap-of-six-weeks", source = "phe-m" }',
        "drugs.docetaxel.loading: expected a loading dose of HER2 drugs alone",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"), list(BROKEN.values()), ids=list(BROKEN)
)
def test_broken_knowledge_is_refused_with_its_place(tmp_path, file, old, new, expected):
    broken = knowledge_with(tmp_path, file, old, new)

    with pytest.raises(KnowledgeError, match=expected) as refusal:
        check_everything(broken)

    assert file.rpartition("/")[2] in str(refusal.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match="this file, but it is missing"):
        _ = Library(tmp_path).sources


def test_no_template_at_all_is_refused(tmp_path):
    known = knowledge_with(tmp_path, "drugs.toml", "her2 = true", "her2 = true")
    for path in (tmp_path / "clinical" / "regimens").iterdir():
        path.unlink()

    with pytest.raises(KnowledgeError, match="at least one treatment template"):
        check_everything(known)


@pytest.mark.parametrize(
    "part",
    [
        lambda known: known.sources,
        lambda known: known.regimens,
        lambda known: known.labs,
        lambda known: known.late_effects,
        lambda known: known.codes,
        lambda known: known.drug_profiles,
    ],
)
def test_each_part_is_read_on_its_own_and_once(part: Callable[[Library], object]):
    assert part(library()) is part(library())
