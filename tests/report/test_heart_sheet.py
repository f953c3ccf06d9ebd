"""The page about the heart alone, for the cardiologist."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.report.test_typesetting import kinds_of_tags, the_text
from tests.ui.heart_and_plan import Life, a_life, a_scan, moment
from tracker.domain.entries import LvefMethod
from tracker.domain.heart_checks import HEART_SCAN
from tracker.domain.people import HeartProfile
from tracker.report.heart_sheet import heart_sheet


def scanned(*percents: str, **changes) -> Life:
    scans = [
        a_scan(percent, date(2026, 2, 4) + timedelta(days=14 * n), "muga" if n == 1 else "echo")
        for n, percent in enumerate(percents)
    ]
    return a_life(*scans, **changes)


def pdf_of(life: Life) -> bytes:
    return heart_sheet(life.companion).pdf()


@pytest.mark.parametrize("number", [0, 1, 2, 8])
def test_it_is_one_page_however_many_scans_there_are(number):
    life = scanned(*("64", "62", "60", "55", "53", "57", "60", "61")[:number])

    assert len(PdfReader(BytesIO(pdf_of(life))).pages) == 1


def test_even_a_full_diary_is_one_page():
    life = scanned(*("60",) * 30, today=date(2027, 6, 1), regimen="ac-th", start=date(2026, 2, 17))
    for back in range(20):
        day = date(2027, 6, 1) - timedelta(days=back)
        life.companion.diary.answer("breathlessness", 2, day=day)
        life.companion.diary.lab("troponin", "3", "ng/L", high="14", comparator="<", day=day)

    assert len(PdfReader(BytesIO(pdf_of(life))).pages) == 1


def test_what_has_no_room_is_counted():
    text = the_text(pdf_of(scanned(*("60",) * 30, today=date(2027, 6, 1))))

    assert "And 14 more heart scans in the diary." in text


def test_a_screen_reader_is_led_through_headings_and_tables():
    pdf = PdfReader(BytesIO(pdf_of(scanned("64", "58"))))

    tags = kinds_of_tags(pdf.trailer["/Root"]["/StructTreeRoot"])

    assert {"/H1", "/H2", "/Table", "/Figure"} <= set(tags)


def test_every_scan_stands_with_its_change_in_points():
    text = the_text(pdf_of(scanned("64", "58")))

    for words in ("64%", "58%", "MUGA", "done in different ways", "trastuzumab"):
        assert words in text


def test_the_anthracycline_sum_says_what_it_assumes():
    facts = heart_sheet(scanned("64", regimen="ac-th", start=date(2026, 2, 17)).companion).facts

    words = next(fact.text for fact in facts if fact.label == "Anthracycline")
    assert words.startswith("240 mg/m² as doxorubicin")
    assert words.endswith("the usual amount was taken for 4 of the doses")


def test_signs_and_heart_tests_stand_as_they_were_written():
    life = scanned("64")
    life.companion.diary.answer("ankle-swelling", 1)
    life.companion.diary.answer("fainting", 0)
    life.companion.diary.lab("troponin", "3", "ng/L", high="14", comparator="<")

    sheet = heart_sheet(life.companion)

    assert [fact.text.split(",")[0] for fact in sheet.signs] == ["Swollen ankles: 1 of 4"]
    assert [fact.text for fact in sheet.tests] == ["Troponin <3 ng/L (range on the slip: up to 14)"]


def test_the_same_diary_gives_the_same_bytes():
    life = scanned("64", "58")

    assert pdf_of(life) == pdf_of(life)


def test_a_name_is_never_markup():
    life = scanned("64")
    life.companion.profile.rename("#pagebreak() *Ana*")

    text = the_text(pdf_of(life))

    assert "#pagebreak() *Ana*" in text


def test_a_chosen_start_its_note_a_booking_and_the_factors_are_on_the_page():
    life = a_life(a_scan("70", date(2025, 12, 1)), a_scan("64", date(2026, 2, 4)))
    companion = life.companion
    companion.diary.lvef("58", LvefMethod.ECHO, note="strain 19", day=date(2026, 5, 4))
    first = companion.heart.overview().scans[0]
    companion.profile.update_heart(HeartProfile(risk_factors=("hypertension",)))
    companion.profile.count_from(first.id)
    companion.diary.appointment(HEART_SCAN, moment(date(2026, 6, 2)))

    text = the_text(pdf_of(life))

    for words in (
        "start, as chosen",
        "the last scan before HER2 drugs was 64%",
        "Noted with the latest scan: strain 19",
        "A heart scan is booked for",
        "High blood pressure",
    ):
        assert words in text
