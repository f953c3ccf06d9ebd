"""The verb report: one page, the long form, the sheets; and what is put inside."""

import json
from datetime import UTC, datetime
from io import BytesIO

import fhirkit
import pytest
from pypdf import PdfReader

from tests.whole_diaries import read_diaries
from tracker.clinical.library import library


@pytest.fixture
def treated(command):
    """A diary with a plan and a note."""
    command("log", "note", text="=HYPERLINK() #panic() so tired")
    return command


@pytest.mark.parametrize(
    ("kind", "says", "pages"),
    [
        ("one-page", "Symptom diary for the clinic", 1),
        ("long", "Symptom diary for the clinic", 1),
        ("heart", "Heart sheet", 1),
        ("plan", "My treatment plan", 3),
        ("blank", "Days 1 to 7", 3),
    ],
)
def test_every_sheet_can_be_written(treated, kind, says, pages):
    out = treated.folder / "sheet.pdf"

    assert treated("report", "--kind", kind, "--out", str(out)).code == 0

    pdf = PdfReader(out)
    assert says in pdf.pages[0].extract_text()
    assert len(pdf.pages) == pages


def test_nothing_is_inside_the_report_unless_it_is_asked_for(treated):
    out = treated.folder / "a.pdf"

    treated("report", "--out", str(out))

    assert not PdfReader(out).attachments


def test_the_diary_inside_the_report_can_be_read_back_and_is_this_persons_alone(treated):
    other = treated.folder / "other.json"
    treated("export", "json", "--out", str(other))
    plain = json.loads(other.read_text(encoding="utf-8"))
    (person,) = plain["people"]
    person |= {"id": "7d6b1e0e-6f0b-4a51-9a57-1f3a2b6f1c11", "name": "Zoe", "entries": []}
    person["courses"] = []
    other.write_text(json.dumps(plain), encoding="utf-8")
    assert treated("import", str(other)).code == 0
    out = treated.folder / "a.pdf"

    found = treated("--person", "Ana", "report", "--out", str(out), "--attach", "json,fhir")

    assert found.code == 0
    inside = PdfReader(BytesIO(out.read_bytes())).attachments
    today = datetime.now(UTC).date()
    (diary,) = read_diaries(inside["diary.json"][0].decode(), library(), today)
    assert [entry.text for entry in diary.entries] == ["=HYPERLINK() #panic() so tired"]
    assert len(diary.courses) == 1
    assert b"Zoe" not in inside["diary-fhir.json"][0]
    assert fhirkit.validate(json.loads(inside["diary-fhir.json"][0])) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--attach", "xml"), "choose from json, fhir"),
        (("--kind", "heart", "--attach", "json"), "--attach belongs to the clinic report"),
        (("--kind", "plan", "--sections", "heart"), "--sections belongs to the clinic report"),
        (("--kind", "blank", "--from", "2026-05-05"), "--from belongs to the clinic report"),
        (("--kind", "poster"), "poster"),
    ],
)
def test_what_does_not_go_together_is_refused_and_nothing_is_written(treated, arguments, says):
    out = treated.folder / "a.pdf"

    found = treated("report", "--out", str(out), *arguments)

    assert found.code == 2
    assert says in found.err
    assert not out.exists()


@pytest.mark.parametrize("kind", ["plan", "blank"])
def test_without_a_plan_there_is_no_plan_to_print(empty, kind):
    assert empty("init", "--name", "Ana").code == 0

    found = empty("report", "--kind", kind, "--out", str(empty.folder / "a.pdf"))

    assert found.code == 2
    assert "nothing" in found.err
    assert not (empty.folder / "a.pdf").exists()
