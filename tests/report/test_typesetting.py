from dataclasses import replace
from io import BytesIO
from re import search
from struct import unpack

import pytest
from pypdf import PdfReader

from tests.report.handmade_report import HANDMADE, ROWS, a_report, pdf_of
from tests.report.lived_diary import a_life, a_patient
from tracker.report.content import (
    AppendixPart,
    Fact,
    Lines,
    Paper,
    Question,
    Questions,
    SymptomGrid,
)
from tracker.report.heart_sheet import heart_sheet
from tracker.report.plan_sheet import plan_sheet
from tracker.report.typesetting import press_of
from tracker.report.wording import more_of

A4_WIDTH_MM, LETTER_WIDTH_MM = 210.0, 215.9
POINTS_PER_MM = 72 / 25.4


def the_text(pdf: bytes) -> str:
    """Return the text as one line, as somebody who copies it out of the file would join it."""
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\u200b", "").split())


def with_note(note: str):
    return a_report(notes=Lines(None, (Fact("Sun 24 May", note),)))


@pytest.mark.parametrize("paper", list(Paper))
def test_the_report_fits_on_one_page_of_either_sheet(paper):
    pdf = PdfReader(BytesIO(pdf_of(HANDMADE, paper=paper)))

    assert len(pdf.pages) == 1
    expected_mm = A4_WIDTH_MM if paper is Paper.A4 else LETTER_WIDTH_MM
    assert float(pdf.pages[0].mediabox.width) == pytest.approx(expected_mm * POINTS_PER_MM, abs=1)


def test_the_same_content_makes_the_same_bytes():
    assert pdf_of(HANDMADE) == pdf_of(HANDMADE)


def test_a_screen_reader_finds_tags_language_title_and_headers():
    pdf = PdfReader(BytesIO(pdf_of(HANDMADE)))
    catalog = pdf.trailer["/Root"]
    metadata = catalog["/Metadata"].get_data().decode()

    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/StructTreeRoot"]
    assert catalog["/Lang"] == "en"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title.startswith("Symptom diary for the clinic: Elena Marsh")
    assert pdf.metadata.creation_date_raw.startswith("D:20260527080000Z")
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    kinds = kinds_of_tags(catalog["/StructTreeRoot"])
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= kinds


def kinds_of_tags(root) -> set[str]:
    kinds: set[str] = set()
    waiting = [root]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            kinds.add(str(element.get("/S")))
            if "/K" in element:
                waiting.append(element["/K"])
    return kinds


def test_every_number_can_be_copied_with_its_unit():
    text = the_text(pdf_of(HANDMADE))

    for words in (
        "Temperature 38.4 °C",
        "LVEF 55%, 9 points below",
        "9 points lower",
        "Neutrophils, 10⁹/L",
        "Hemoglobin, g/dL",
        "27 of 29 days answered",
        "7 days later: low counts",
        "Tue 18 August 2026",
        "Printed Wed 27 May 2026, 10:00 (UTC+2)",
        "Page 1 of 1",
    ):
        assert words in text


def test_a_sample_says_so_at_the_top_and_at_the_foot():
    text = the_text(pdf_of(HANDMADE))

    assert "SAMPLE: AN INVENTED PERSON" in text
    assert "Sample: an invented person" in text


def test_a_real_diary_is_not_marked_as_a_sample():
    assert "sample" not in the_text(pdf_of(a_report(sample=None))).lower()


@pytest.mark.parametrize(
    "note",
    [
        '#import "/etc/passwd": *',
        '#read("visit.typ") #panic("x")',
        "$ a^2 $ *bold* _it_ `code` ] [ } { <label> @ref \\ // no comment /* nor this */",
        "<script>alert(1)</script> &amp; <b>bold</b>",
        "Ich war müde; ¿qué tal, señora? Ζάλη. Тошнота. ≥ 3 → ✓ ½ €",
    ],
)
def test_what_a_person_writes_is_printed_as_she_wrote_it(note):
    text = the_text(pdf_of(with_note(note)))

    assert " ".join(note.split()) in text


def test_notes_in_hebrew_and_arabic_keep_their_letters():
    text = the_text(pdf_of(with_note("אני עייפה, أنا متعبة")))

    for word in ("עייפה", "متعبة"):
        assert word in text or word[::-1] in text


def test_an_emoji_is_printed_by_its_name_on_every_computer():
    text = the_text(pdf_of(with_note("so tired \U0001f634\ufe0f today")))

    assert "so tired [sleeping face] today" in text


@pytest.mark.parametrize(
    ("sent", "printed"),
    [
        ("\U0001f44d\U0001f3fc ok", "[thumbs up sign] ok"),
        ("\U0001f469\U0001f3fd\u200d\u2695\ufe0f came", "[woman][staff of aesculapius] came"),
        ("\U0001f1ea\U0001f1f8 home", "[flag ES] home"),
    ],
    ids=["skin tone", "several in one", "flag"],
)
def test_an_emoji_made_of_several_signs_is_named_by_what_it_shows(sent, printed):
    assert printed in the_text(pdf_of(with_note(f"so {sent}"))).replace("\u200b", "")


@pytest.mark.parametrize("private", ["\uf8ff", "\ue000", "\U000f0000", "\U0010fffd"])
def test_a_private_sign_which_no_archive_may_hold_is_named_and_the_page_is_made(private):
    assert "a [symbol] b" in the_text(pdf_of(with_note(f"a {private} b")))


def test_words_of_a_script_that_no_font_has_are_counted_together():
    text = the_text(pdf_of(with_note("a \U00018b00\U00018b01 \U00018b02 b")))

    assert "a [3 characters this computer cannot print] b" in text


def test_letters_that_no_font_has_are_counted_and_never_dropped_silently():
    private_use_and_unassigned = "a \U00018b00\U00018b01 b"

    text = the_text(pdf_of(with_note(private_use_and_unassigned)))

    assert "a [2 characters this computer cannot print] b" in text


def test_a_direction_override_cannot_turn_a_number_round():
    text = the_text(pdf_of(with_note("fever \u202e4.83\u202c then")))

    assert "fever 4.83 then" in text


def test_control_characters_become_spaces():
    assert "a b c" in the_text(pdf_of(with_note("a\x07b\x1bc")))


def test_a_word_without_spaces_breaks_instead_of_leaving_the_sheet():
    text = the_text(pdf_of(with_note("x" * 700)))

    assert text.replace(" ", "").count("x") >= 700


def test_a_note_too_long_for_the_page_is_cut_between_words_and_says_where_the_rest_is():
    note = " ".join(f"word{number}" for number in range(2_500))

    pdf = pdf_of(with_note(note))

    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    text = the_text(pdf)
    shown = search(r"(word0 .*?) … \(the rest is in the diary\)", text)[1]
    assert note.startswith(f"{shown} ")


def test_what_has_no_room_on_the_one_page_is_counted_and_stands_in_the_long_form():
    lines = tuple(Fact("Fri 1 May", f"note number {i} of many") for i in range(30))
    notes = replace(HANDMADE.notes, more=more_of(30, "note"))
    report = a_report(notes=notes, appendix=(AppendixPart("More notes", lines),))

    short, long = pdf_of(report), pdf_of(report, long=True)

    assert len(PdfReader(BytesIO(short)).pages) == 1
    assert "And 30 more notes in the long form." in the_text(short)
    assert 2 <= len(PdfReader(BytesIO(long)).pages) <= 3
    assert "note number 29 of many" in the_text(long)
    assert "And 30 more notes further down." in the_text(long)


def test_a_short_rest_stands_on_the_one_page():
    rest = AppendixPart("More notes", (Fact("Fri 1 May", "one more note"),))

    pdf = PdfReader(BytesIO(pdf_of(a_report(appendix=(rest,)))))

    assert len(pdf.pages) == 1
    assert "one more note" in pdf.pages[0].extract_text()


def test_a_fuller_report_is_set_tighter_to_stay_on_one_page():
    questions = tuple(Question("Sun 24 May", f"Question number {i}?") for i in range(9))

    pdf = PdfReader(BytesIO(pdf_of(a_report(questions=Questions(questions)))))

    assert len(pdf.pages) == 1


def test_an_empty_diary_still_makes_a_page():
    empty = a_report(
        highlights=None,
        questions=Questions(()),
        grid=SymptomGrid(cycles=(), cycles_title="", days=(), days_title="", rows=()),
        temperatures=None,
        doses=None,
        counts=None,
        heart=None,
        notes=None,
    )

    text = the_text(pdf_of(empty))

    assert "No question is written down." in text
    assert "No side effect was written down in these days." in text
    assert "What matters most" not in text


def test_one_heart_scan_makes_a_table_and_no_drawing():
    one = a_report(
        heart=HANDMADE.heart.__class__(lines=HANDMADE.heart.lines[:1], remarks=(), alt="x")
    )

    pdf = PdfReader(BytesIO(pdf_of(one)))

    assert "/Figure" not in kinds_of_tags(pdf.trailer["/Root"]["/StructTreeRoot"])


def test_a_grid_of_days_alone_has_no_cycle_columns():
    grid = SymptomGrid(
        cycles=(),
        cycles_title="",
        days=tuple(range(1, 15)),
        days_title="Last 14 days",
        rows=tuple(row.__class__(row.name, row.term, (), row.by_day[:14]) for row in ROWS),
    )

    text = the_text(pdf_of(a_report(grid=grid)))

    assert "Last 14 days" in text
    assert "Worst in each cycle" not in text


def test_the_preview_shows_the_same_pages():
    pages = press_of(HANDMADE).pictures(72)

    assert len(pages) == 1
    width, height = unpack(">II", pages[0][16:24])
    assert (width, height) == pytest.approx((595, 842), abs=2)


@pytest.mark.parametrize("make", [heart_sheet, plan_sheet], ids=["heart", "plan"])
def test_a_sheet_counts_the_letters_that_no_font_has_as_well(make):
    sheet = make(a_life(a_patient(name="Lan \U00018b00\U00018b01")).companion)

    assert "Lan [2 characters this computer cannot print]" in the_text(sheet.pdf())
    assert sheet.pictures(40)


def test_the_preview_counts_them_like_the_file_does():
    lost = with_note("a \U00018b00 b")
    counted = with_note("a [1 character this computer cannot print] b")

    assert press_of(lost).pictures(40) == press_of(counted).pictures(40)
