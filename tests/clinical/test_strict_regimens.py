"""Broken treatment templates are refused with file, place and what was expected."""

import pytest

from tests.clinical.broken_knowledge import knowledge_with
from tracker.clinical.cross_checks import check_everything
from tracker.errors import KnowledgeError

TCH = "regimens/tch.toml"

BROKEN = {
    "a regimen under another name": (TCH, 'id = "tch"', 'id = "tcx"', "the name of the file, tch"),
    "a regimen in an unknown setting": (
        TCH,
        'settings = ["adjuvant"',
        'settings = ["palliative"',
        "tch.toml, settings: expected a list of adjuvant, neoadjuvant",
    ),
    "a regimen in no setting": (
        TCH,
        'settings = ["adjuvant", "neoadjuvant"]',
        "settings = []",
        "tch.toml, settings: expected at least one of",
    ),
    "a regimen from an unknown source": (
        TCH,
        'source = "bcirg"',
        'source = "hearsay"',
        "tch.toml, source: expected one of",
    ),
    "a regimen with an unknown note": (
        TCH,
        '"counts-may-change"',
        '"counts-never-change"',
        "tch.toml, notes: expected a list of",
    ),
    "a regimen day outside its cycle": (
        TCH,
        'drug = "docetaxel", track = "chemo", days = [1]',
        'drug = "docetaxel", track = "chemo", days = [22]',
        r"tch.toml, phases\[1\].drugs\[1\].days: expected whole numbers from 1 to 21",
    ),
    "a regimen day named twice": (
        TCH,
        'drug = "docetaxel", track = "chemo", days = [1]',
        'drug = "docetaxel", track = "chemo", days = [1, 1]',
        "cycle days in rising order, each once",
    ),
    "an infusion on no day": (
        TCH,
        'drug = "docetaxel", track = "chemo", days = [1]',
        'drug = "docetaxel", track = "chemo", days = []',
        "only tablets are taken every day",
    ),
    "a cycle of no days": (TCH, "cycle_days = 21", "cycle_days = 0", "from 1 to 42"),
    "a number that is true or false": (TCH, "cycles = 6", "cycles = true", "from 1 to 130"),
    "an unknown drug": (
        TCH,
        'drug = "carboplatin"',
        'drug = "cisplatin"',
        r"phases\[1\].drugs\[2\].drug: expected one of",
    ),
    "a drug on another track than its own": (
        TCH,
        'drug = "carboplatin", track = "chemo"',
        'drug = "carboplatin", track = "her2"',
        "the track of carboplatin, chemo",
    ),
    "an anthracycline together with a HER2 drug": (
        TCH,
        'drug = "carboplatin"',
        'drug = "doxorubicin"',
        r"phases\[1\].drugs: expected no anthracycline together with a HER2 drug",
    ),
    "an unknown key of a phase": (
        TCH,
        "cycles = 6",
        "cycles = 6\nrepeat = 2",
        r"tch.toml, phases\[1\].repeat: expected no such key",
    ),
    "a phase without drugs": (
        "regimens/goserelin.toml",
        '  { drug = "goserelin", track = "endocrine", days = [1] },\n',
        "",
        r"phases\[1\].drugs: expected at least one drug",
    ),
    "a note without a source": (
        "regimen_notes.toml",
        'counts-may-change = "app-rule"',
        'counts-may-change = "nobody"',
        "counts-may-change: expected one of",
    ),
    "a note without words": (
        "texts/en/regimens.toml",
        "counts-may-change =",
        "counts-might-change =",
        "notes.counts-may-change: expected a text, but the key is missing",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"), list(BROKEN.values()), ids=list(BROKEN)
)
def test_a_broken_template_is_refused_with_its_place(tmp_path, file, old, new, expected):
    broken = knowledge_with(tmp_path, file, old, new)

    with pytest.raises(KnowledgeError, match=expected) as refusal:
        check_everything(broken)

    assert file.rpartition("/")[2] in str(refusal.value)
