"""One page is one page and three are three, whatever was written."""

from datetime import timedelta
from io import BytesIO
from re import findall, search

import pytest
from pypdf import PdfReader

from tests.report.handmade_report import pdf_of
from tests.report.lived_diary import STARTS_ON, TODAY, a_lived_life, a_patient, at
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import LvefMethod
from tracker.domain.measurements import TemperatureUnit
from tracker.report.content import Paper
from tracker.report.from_diary import build_report
from tracker.report.printable import shortened

WORDS = "so many words that a page is full of them and of nothing else "
HEADINGS = (
    "What matters most", "My questions", "What changed", "Side effects", "Temperatures",
    "Treatment given", "Heart scans", "Medicines", "My notes",
)  # fmt: skip
LABS = (
    ("neutrophils", "1.1", "10^9/L"), ("platelets", "90", "10^9/L"), ("hemoglobin", "9.1", "g/dL"),
    ("alt", "80", "U/L"), ("creatinine", "1.1", "mg/dL"),
)  # fmt: skip


@pytest.fixture(scope="module")
def overflowing():
    """Everything many times and at length, in every section."""
    life = a_lived_life(a_patient(name="Maria " * 30))
    symptoms = [*library().symptoms, *(f"own:{WORDS}{number}" for number in range(12))]
    for days_ago in range(6):
        diary = life.on(TODAY - timedelta(days=days_ago), 10).diary
        for number, symptom in enumerate(symptoms):
            note = WORDS * 20 if number % 5 == days_ago % 5 else None
            diary.answer(symptom, (number + days_ago) % 5, note=note, by=f"Helper {number}")
        diary.temperature("39.1", TemperatureUnit.CELSIUS)
        diary.question(WORDS * 30)
        diary.note(WORDS * 100, by="Somebody with a long name " * 4)
        diary.medicine(f"{WORDS}{days_ago}", amount=WORDS, for_symptom="nausea")
        diary.lvef(str(60 - days_ago), LvefMethod.ECHO)
        for test, value, unit in LABS:
            diary.lab(test, value, unit)
        life.on(TODAY - timedelta(days=days_ago), 11).safety.told(WORDS * 5, text=WORDS * 30)
    plan = life.on(TODAY).plan
    plan.move(DoseTarget(), 7, TODAY + timedelta(days=20), Reason.OTHER, note=WORDS * 20)
    plan.stop(DoseTarget(drug="pertuzumab"), TODAY, Reason.HEART_RESULT)
    life.clock.now = at(TODAY, 23)
    return life


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("long", "most"), [(False, 1), (True, 3)])
def test_an_overflowing_diary_keeps_to_its_pages(overflowing, paper, long, most):
    for since in (None, STARTS_ON):
        report = build_report(overflowing.companion, since=since)

        pdf = PdfReader(BytesIO(pdf_of(report, long=long, paper=paper)))

        assert len(pdf.pages) <= most
        text = " ".join(page.extract_text() for page in pdf.pages)
        assert all(heading in text for heading in HEADINGS)
        assert "in the diary" in text


def test_what_had_no_room_on_the_one_page_is_counted_to_the_last_one(overflowing):
    report = build_report(overflowing.companion)

    text = PdfReader(BytesIO(pdf_of(report))).pages[0].extract_text()

    section = text.split("My questions")[1].split("What changed")[0]
    left = int(search(r"And (\d+) more questions in the long form", section)[1])
    dates = len(findall(r"\n\w{3} \d+ \w+", section))
    assert left + dates == len(report.questions.lines) + report.questions.more[0].number


def test_the_urgent_events_and_the_latest_heart_scan_are_the_last_to_go(overflowing):
    report = build_report(overflowing.companion)

    text = PdfReader(BytesIO(pdf_of(report))).pages[0].extract_text()

    assert "Temperature 39.1" in text
    assert "Chest pain 4 of 4" in text
    assert report.heart.lines[0].value in text
    assert report.heart.lines[-1].value in text


def test_nothing_is_shortened_that_would_not_become_shorter():
    just_over = "whether it helped is not noted"

    assert shortened(just_over, 24) == just_over
    assert shortened(f"{just_over} and more" * 4, 24).startswith(
        "whether it helped is … (the rest is in the diary)"
    )
