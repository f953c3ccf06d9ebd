"""The empty diary page for a pen: dates filled in, own rows, large print."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.builders import SUMMER, Clock, a_companion, a_person
from tests.report.test_typesetting import kinds_of_tags, the_text
from tracker.domain.people import CareTeam, Contact, Surgery
from tracker.domain.spoken_dates import day_in_words
from tracker.errors import NotUnderstoodError
from tracker.report.blank_diary import blank_diary
from tracker.services.companion import Companion

START = date(2026, 5, 4)
LANDSCAPE_MM = {"GB": 297.0, "US": 279.4}
POINTS_PER_MM = 72 / 25.4
MEDIUM_PRINT_POINTS = 10


def a_diary(country: str = "GB", **care: object) -> Companion:
    person = a_person(
        surgeries=(Surgery(date(2026, 4, 1)),), care=CareTeam(country=country, **care)
    )
    clock = Clock(datetime(2026, 5, 12, 20, tzinfo=SUMMER))
    return a_companion(clock=clock, person=person)


def pdf_of(companion: Companion, cycle_from: date = START) -> bytes:
    return blank_diary(companion, cycle_from).pdf()


@pytest.mark.parametrize("country", ["GB", "US"])
def test_each_week_is_one_sheet_of_the_countrys_paper_lying(country):
    pdf = PdfReader(BytesIO(pdf_of(a_diary(country))))

    assert len(pdf.pages) == 3
    width = float(pdf.pages[0].mediabox.width)
    assert width == pytest.approx(LANDSCAPE_MM[country] * POINTS_PER_MM, abs=1)


def test_every_day_of_the_cycle_stands_on_it_with_its_date():
    text = the_text(pdf_of(a_diary()))

    for number in range(1, 22):
        named = day_in_words(START + timedelta(number - 1)).removesuffix(" 2026")
        assert f"Day {number} {named}" in text
    assert "Day 22" not in text


def test_it_asks_for_her_own_symptoms_in_her_own_words():
    companion = a_diary()
    companion.diary.answer("own:sore jaw", 2)

    text = the_text(pdf_of(companion))

    asked = [row.symptom.name for row in companion.diary.checkin(START) if row.first]
    assert len(asked) == 6
    for name in (
        *asked,
        "sore jaw",
        "Temperature in °C",
        "after a fever medicine",
        "Notes",
        "own word:",
    ):
        assert name in text


def test_it_names_whom_to_call_and_marks_treatment_and_low_counts():
    text = the_text(pdf_of(a_diary(contacts=(Contact("Advice line", "020 7946 0123"),))))

    assert "Advice line: 020 7946 0123" in text
    assert text.count("treatment") >= 1
    assert "low counts" in text


def test_eight_rows_and_a_long_own_word_stay_on_their_sheets():
    companion = a_diary(contacts=(Contact("Advice line, day and night", "020 7946 0123"),))
    for number in range(6):
        companion.diary.answer(f"own:{'a rather long word of hers ' * 3}{number}", 2)

    assert len(PdfReader(BytesIO(pdf_of(companion))).pages) == 3


def test_nothing_on_it_is_small_print():
    sizes: list[float] = []
    for page in PdfReader(BytesIO(pdf_of(a_diary()))).pages:
        page.extract_text(
            visitor_text=lambda text, _, tm, __, size: (
                sizes.append(size * abs(tm[0])) if text.strip() else None
            )
        )

    assert min(sizes) >= MEDIUM_PRINT_POINTS


def test_a_screen_reader_finds_a_table_with_headers():
    pdf = PdfReader(BytesIO(pdf_of(a_diary())))
    catalog = pdf.trailer["/Root"]

    assert catalog["/Lang"] == "en"
    assert pdf.metadata.title.startswith("Diary page: Ana Sample")
    assert {"/H1", "/Table", "/TH", "/TD"} <= kinds_of_tags(catalog["/StructTreeRoot"])


def test_the_same_diary_makes_the_same_bytes():
    assert pdf_of(a_diary()) == pdf_of(a_diary())


def test_own_words_are_text_never_markup():
    companion = a_diary()
    companion.diary.answer("own:#panic() *now* $x$", 2)

    assert "#panic() *now* $x$" in the_text(pdf_of(companion))


def test_a_day_without_a_cycle_is_refused():
    with pytest.raises(NotUnderstoodError, match="No cycle begins"):
        blank_diary(a_diary(), START + timedelta(1))
