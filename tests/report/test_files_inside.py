"""What the report holds for computers: files that were asked for, and when it was made."""

import json
from datetime import datetime, timedelta, timezone
from io import BytesIO

from pypdf import PdfReader

from tests.report.handmade_report import HANDMADE, a_report, pdf_of
from tests.report.lived_diary import a_lived_life
from tracker.report.heart_sheet import heart_sheet
from tracker.report.typesetting import press_of
from tracker.services.printing import Attachment

FILES = (
    Attachment("diary.json", "application/json", "The diary", b'{"note": "#panic() \xc3\xa9"}'),
    Attachment("diary-fhir.json", "application/fhir+json", "The same as FHIR", b"{}"),
)


def test_nothing_is_inside_unless_it_was_asked_for():
    assert not PdfReader(BytesIO(pdf_of(HANDMADE))).attachments


def test_the_files_are_inside_as_they_were_and_say_what_they_are():
    pdf = PdfReader(BytesIO(press_of(HANDMADE).pdf(FILES)))

    assert {name: each[0] for name, each in pdf.attachments.items()} == {
        each.name: each.content for each in FILES
    }
    files = [each.get_object() for each in pdf.trailer["/Root"]["/AF"]]
    assert sorted(each["/Desc"] for each in files) == ["The diary", "The same as FHIR"]
    assert {each["/AFRelationship"] for each in files} == {"/Data"}


def test_files_change_no_page_and_the_same_ones_make_the_same_bytes():
    plain, carrying = (PdfReader(BytesIO(press_of(HANDMADE).pdf(files))) for files in ((), FILES))

    assert [each.extract_text() for each in plain.pages] == [
        each.extract_text() for each in carrying.pages
    ]
    assert press_of(HANDMADE).pdf(FILES) == press_of(HANDMADE).pdf(FILES)


def test_a_sheet_of_its_own_can_carry_them_as_well_as_the_report():
    sheet = heart_sheet(a_lived_life().companion)

    pdf = PdfReader(BytesIO(sheet.pdf(FILES[:1])))

    assert json.loads(pdf.attachments["diary.json"][0])["note"] == "#panic() é"


def test_the_file_says_when_it_was_made_in_the_time_of_the_world():
    at_home = datetime(2026, 6, 19, 20, tzinfo=timezone(timedelta(hours=-4)))

    pdf = PdfReader(BytesIO(pdf_of(a_report(made_at=at_home))))

    assert pdf.metadata is not None
    assert pdf.metadata.creation_date == at_home
    assert pdf.metadata.modification_date == at_home
