"""A bad day, a good day, a late day, a correction, and a day that somebody else writes."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import NOW, Clock
from tests.journeys.hands import Hands, open_window, spoken_name
from tracker.domain.entries import AnswerState, SymptomEntry
from tracker.domain.entry_words import EnteredAs
from tracker.ui.today.answer_words import written_by
from tracker.ui.today.rows import RowState
from tracker.ui.widgets.labels import Heading
from tracker.ui.widgets.severity import SeverityScale

pytestmark = pytest.mark.usefixtures("sheet")

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
TWELVE = 12


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hands(qtbot, diary_in_treatment, clock) -> Hands:
    return open_window(qtbot, diary_in_treatment, clock)


def answers(hands: Hands, day=TODAY):
    return hands.companion.diary.day(day).answers


def visible_headings(hands: Hands) -> list[str]:
    headings = hands.window.page("today").view.checkin.findChildren(Heading)
    return [each.text() for each in headings if each.isVisible()]


def test_twelve_symptoms_take_no_more_than_thirteen_keys_from_the_start(hands):
    for _ in range(TWELVE):
        hands.press(Qt.Key.Key_1)

    assert hands.keys <= TWELVE + 1
    assert hands.clicks == 0
    assert [each.severity for each in answers(hands).values()] == [1] * TWELVE


def test_twelve_symptoms_take_no_more_than_fourteen_clicks(hands):
    hands.click("Show 35 more side effects")
    rows = hands.window.page("today").view.checkin.visible_symptoms[:TWELVE]
    for symptom in rows:
        known = hands.companion.library.symptoms[symptom]
        hands.click(f"{known.name}: 1, {known.words(1)}")

    assert hands.clicks <= TWELVE + 2
    assert len(answers(hands)) == TWELVE


def test_a_good_day_after_a_good_day_takes_at_most_two_clicks(hands):
    for symptom in hands.window.page("today").view.checkin.visible_symptoms:
        hands.companion.diary.answer(symptom, 1, day=YESTERDAY)
    hands.window.page("today").refresh()

    hands.click("Same as yesterday")

    assert hands.clicks <= 2
    assert [each.severity for each in answers(hands).values()] == [1] * 8


def test_other_symptoms_stand_under_parts_of_the_body(hands):
    assert visible_headings(hands) == ["How are you today?"]

    hands.click("Show 35 more side effects")

    assert visible_headings(hands)[1:4] == ["Stomach and bowels", "Mouth", "Energy and sleep"]
    hands.click("Show fewer")
    assert visible_headings(hands) == ["How are you today?"]


def test_on_low_count_days_signs_of_an_infection_are_asked_at_once(hands, clock):
    asked = hands.window.page("today").view.checkin.visible_symptoms
    clock.forward(days=8)
    hands.window.page("today").refresh()
    hands.settle()
    later = hands.window.page("today").view.checkin.visible_symptoms

    assert asked[:6] == later
    assert set(asked[6:]) == {
        "infection-signs",
        "feeling-unwell",
    }


def test_a_row_says_why_it_is_asked_and_a_screen_reader_too(hands):
    scales = hands.window.page("today").view.checkin.findChildren(SeverityScale)

    said = {each.accessibleName(): each.accessibleDescription() for each in scales}

    assert said["Nausea severity"] == "often with docetaxel, usually days 2 to 5"


def test_minus_skips_a_question_and_goes_to_the_next(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    hands.press(Qt.Key.Key_Minus)

    assert answers(hands)["nausea"].state is AnswerState.SKIPPED
    assert spoken_name(QApplication.focusWidget()).startswith("Vomiting")
    assert hands.reads("Rather not say, saved 20:00")


def test_a_corrected_answer_says_what_stood_there_before_with_who_and_when(hands, clock):
    hands.companion.diary.answer("nausea", 3, by="Tom")
    clock.forward(hours=1)

    hands.click("Nausea: 0, none")

    assert hands.reads("Nausea: 0, none")
    assert hands.reads("before: 3 severe (20:00, by Tom)")
    assert answers(hands)["nausea"].severity == 0


def test_the_same_answer_twice_is_no_correction(hands):
    hands.click("Diarrhea: 1, up to 3 times more than usual in 24 hours")
    hands.click("Blood in it")

    assert not hands.reads("before:")


def test_a_late_day_says_when_it_was_written(hands):
    hands.window.page("today").open_day(TODAY - timedelta(days=3))

    hands.click("Nausea: 2, eating less than usual")

    assert hands.reads("Saved 20:00, 3 days later")
    assert hands.reads("written 3 days later")


def test_a_day_filled_in_the_day_after_is_marked_and_one_on_the_day_is_not(hands):
    hands.click("Nausea: 1, feeling sick, eating normally")
    marked_today = hands.reads("the day after")
    hands.click("Yesterday")
    hands.click("Nausea: 2, eating less than usual")

    assert not marked_today
    assert hands.reads("written the day after")


def test_what_a_caregiver_wrote_carries_their_name(hands):
    hands.companion.diary.answer("nausea", 2, by="Tom")

    hands.window.page("today").refresh()
    hands.settle()

    assert hands.reads("20:00, by Tom")


def test_a_row_says_who_answered_and_what_was_said_before(hands, clock):
    hands.click("Nausea: 1, feeling sick, eating normally")
    clock.forward(hours=1)
    hands.companion.diary.answer("nausea", 2, by="Tom")

    hands.window.page("today").refresh()
    hands.settle()

    name = hands.companion.person().name
    said = f"Tom, 21:00: 2 – before that {name}: 1"
    assert hands.reads(f"Nausea, {said}")


def test_a_row_has_room_for_who_answered_and_what_was_said_before():
    answer = SymptomEntry(
        id=uuid4(), day=TODAY, at=NOW, zone="Europe/Madrid", by="Konstantin Alexander",
        symptom="nausea", state=AnswerState.PRESENT, severity=2,
    )  # fmt: skip
    before = replace(answer, by="self", severity=1, id=uuid4())
    row = RowState(
        symptom="nausea", name="Nausea", group="", reason="", levels=(), flags=(), answer=answer,
        yesterday=None, advice=None, writers=(answer.by, "Sample: Elena Marsh"), before=before,
    )  # fmt: skip

    assert written_by(row) == f"Konstan… {NOW:%H:%M} – Elena: 1"


def test_a_row_shows_that_a_helper_copied_an_answer_or_set_all_to_none():
    answer = SymptomEntry(
        id=uuid4(), day=TODAY, at=NOW, zone="Europe/Madrid", by="Konstantin Alexander",
        symptom="nausea", state=AnswerState.PRESENT, severity=2, entered_as=EnteredAs.COPIED,
    )  # fmt: skip
    copied = RowState(
        symptom="nausea", name="Nausea", group="", reason="", levels=(), flags=(), answer=answer,
        yesterday=None, advice=None, writers=(answer.by, ""),
    )  # fmt: skip
    none = replace(answer, state=AnswerState.ABSENT, severity=0, entered_as=EnteredAs.ALL_NONE)

    assert written_by(copied) == f"Konstan… copied {NOW:%H:%M}"
    assert written_by(copied._replace(answer=none)) == f"Konstan… no symptoms {NOW:%H:%M}"


def test_a_row_that_the_patient_answered_again_names_her_and_the_helper(hands, clock):
    hands.companion.diary.answer("nausea", 3, by="Tom")
    clock.forward(hours=1)

    hands.click("Nausea: 0, none")

    name = hands.companion.person().name
    assert hands.reads(f"Nausea, {name}, 21:00: 0 – before that Tom: 3")


def test_a_day_before_treatment_does_not_call_a_past_treatment_the_next_one(hands):
    hands.window.page("today").open_day(TODAY - timedelta(days=60))
    hands.settle()

    assert hands.reads("The first treatment after this day was")
    assert not hands.reads("Your next treatment is")


@pytest.mark.parametrize("scale", [1.75, 2.0])
def test_large_text_leaves_the_check_in_on_the_first_screen(hands, sheet, scale):
    sheet.set_text_scale(scale)
    hands.window.resize(1024, 700)
    hands.settle()

    page = hands.window.page("today")
    top = page.view.checkin.mapTo(page, page.view.checkin.rect().topLeft()).y()

    assert top < page.height() / 2
    sheet.set_text_scale(1.0)
    hands.settle()
    assert page.view.status.y() < page.view.checkin.mapTo(page, page.rect().topLeft()).y()
