"""A foggy day: one symptom on each page, by mouse and by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

from tests.builders import NOW, Clock, a_course, a_person
from tests.fakes import MemoryStorage
from tests.journeys.hands import Hands, open_window, spoken_name, window_on
from tracker.domain.entries import AnswerState
from tracker.domain.entry_words import EnteredAs
from tracker.services.ports import Write
from tracker.ui.settings.window_settings import WindowSettings, WindowSettingsFile

pytestmark = pytest.mark.usefixtures("sheet")

CTRL = Qt.KeyboardModifier.ControlModifier
AFTER_LOW_COUNTS = NOW + timedelta(days=8)
TODAY = AFTER_LOW_COUNTS.date()


@pytest.fixture
def kept() -> WindowSettingsFile:
    file = WindowSettingsFile(None)
    file.save(WindowSettings(one_at_a_time=True))
    return file


@pytest.fixture
def hands(qtbot, diary_in_treatment, kept) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock(AFTER_LOW_COUNTS), kept)


def answers(hands: Hands, day=TODAY) -> dict[str, int | None]:
    return {name: e.severity for name, e in hands.companion.diary.day(day).answers.items()}


def test_one_symptom_is_on_the_page_with_its_place_in_the_row(hands):
    assert hands.reads("1 of 6")
    assert hands.sees("Nausea: 0, none")
    assert not hands.sees("Vomiting: 0, none")
    assert not hands.sees("Save temperature")


def test_an_answer_is_saved_and_leads_to_the_next_symptom(hands):
    hands.click("Nausea: 2, eating less than usual")

    assert answers(hands) == {"nausea": 2}
    assert hands.reads("2 of 6")
    assert hands.sees("Vomiting: 0, none")


def test_a_whole_check_in_by_digits_takes_one_key_for_each_symptom(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    hands.keys = 0
    for _ in range(6):
        hands.press(Qt.Key.Key_0)

    assert hands.keys == 6
    assert set(answers(hands).values()) == {0}
    assert hands.reads("That was all")


def test_what_can_be_added_is_asked_before_the_next_symptom(hands):
    hands.click("Nausea: 0, none")
    hands.click("Vomiting: 0, none")
    hands.click("Diarrhea: 1, up to 3 times more than usual in 24 hours")
    hands.click("Blood in it")
    hands.click("Next")

    assert hands.companion.diary.day(TODAY).answers["diarrhea"].flags == ("blood",)
    assert hands.sees("I have called")
    assert hands.reads("4 of 6")


def test_back_shows_the_answer_and_another_one_takes_its_place(hands):
    hands.click("Nausea: 2, eating less than usual")
    hands.click("Back")
    marked = hands.sees("Nausea: 2, eating less than usual, chosen")
    hands.click("Nausea: 0, none")

    assert marked
    assert answers(hands) == {"nausea": 0}
    assert hands.reads("2 of 6")


def test_a_question_can_be_left_open_in_words(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    hands.press(Qt.Key.Key_Minus)
    hands.click("I'd rather not say")

    day = hands.companion.diary.day(TODAY)
    assert [each.state for each in day.answers.values()] == [AnswerState.SKIPPED] * 2
    assert hands.reads("3 of 6")


def test_enter_never_answers_by_accident(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Space)

    assert answers(hands) == {"nausea": 1}


def test_she_can_stop_any_time_and_come_back_to_the_open_question(hands):
    hands.click("Nausea: 0, none")
    hands.click("Stop for now")
    whole = hands.sees("Save temperature")
    hands.click("One question at a time")

    assert whole
    assert hands.reads("2 of 6")
    assert not hands.sees("Save temperature")


def test_yesterday_is_copied_in_one_click_but_never_what_was_severe(hands):
    yesterday = TODAY - timedelta(days=1)
    for symptom, severity in (("nausea", 2), ("vomiting", 3), ("diarrhea", 1)):
        hands.companion.diary.answer(symptom, severity, day=yesterday)
    hands.companion.diary.answer("taste-change", 2, day=yesterday)  # is not asked here
    hands.window.page("today").open_day(TODAY)
    hands.settle()

    hands.click("Same as yesterday, then check")
    asked_anew = hands.sees("Vomiting: 0, none")
    told = hands.reads("because it was severe: Vomiting")

    assert answers(hands) == {"nausea": 2, "diarrhea": 1}
    copied = hands.companion.diary.day(TODAY).answers["nausea"]
    assert copied.entered_as is EnteredAs.COPIED
    assert asked_anew
    assert told
    assert not hands.sees("Same as yesterday, then check")


def test_what_was_copied_is_checked_on_one_page_and_changed_with_two_taps(hands):
    hands.click("Yesterday")
    hands.click("Nothing today")
    hands.window.page("today").open_day(TODAY)
    hands.settle()
    hands.clicks = 0
    hands.click("Same as yesterday, then check")
    page = hands.reads("Is this right? Tap what is different.")
    hands.click("Nausea: 0, none (copied)")
    hands.click("Nausea: 2, eating less than usual")

    assert page
    assert hands.clicks == 3
    assert hands.reads("That was all")
    assert answers(hands)["nausea"] == 2
    assert len(answers(hands)) == 6


def test_nothing_today_is_one_click_and_says_so_in_the_diary(hands):
    hands.click("Nothing today")

    record = hands.companion.diary.day(TODAY)
    assert set(answers(hands).values()) == {0}
    assert len(answers(hands)) == 6
    assert {each.entered_as for each in record.answers.values()} == {EnteredAs.ALL_NONE}
    assert hands.reads("That was all")


def test_nothing_today_is_taken_back_and_the_first_question_is_asked_again(hands):
    hands.click("Nothing today")
    hands.press(Qt.Key.Key_Z, CTRL)

    assert answers(hands) == {}
    assert hands.reads("1 of 6")
    assert hands.sees("Nothing today")


def test_yesterday_is_not_offered_where_nothing_was_answered(hands):
    assert hands.sees("Nothing today")
    assert not hands.sees("Same as yesterday, then check")


def test_nothing_is_answered_at_once_after_a_first_answer(hands):
    hands.click("Nausea: 2, eating less than usual")
    hands.click("Back")

    assert not hands.sees("Nothing today")


def test_a_refused_copy_is_tried_again_and_goes_on_then(qtbot, kept):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    hands = window_on(qtbot, storage, Clock(AFTER_LOW_COUNTS), kept=kept)
    storage.refuses = True
    hands.click("Nothing today")
    still_asked = hands.reads("1 of 6")
    storage.refuses = False
    hands.click("Try again")

    assert still_asked
    assert set(answers(hands).values()) == {0}
    assert hands.reads("That was all")


def test_advice_waits_at_the_end(hands):
    hands.click("Nausea: 0, none")
    hands.click("Vomiting: 0, none")
    hands.click("Diarrhea: 2, 4 to 6 times more than usual in 24 hours")
    meanwhile = hands.reads("Call your team today")
    hands.click("Next")
    for _ in range(3):
        hands.click("I'd rather not say")

    assert not meanwhile
    assert hands.reads("That was all")
    assert hands.reads("Call your team today")


def test_another_day_begins_with_its_own_first_question(hands):
    hands.click("Nausea: 0, none")
    hands.click("Yesterday")

    assert hands.reads("1 of 6")
    hands.click("Nausea: 1, feeling sick, eating normally")
    assert answers(hands, TODAY - timedelta(days=1)) == {"nausea": 1}


def test_a_refused_answer_stays_on_the_page(qtbot, kept):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    hands = window_on(qtbot, storage, Clock(AFTER_LOW_COUNTS), kept=kept)
    storage.refuses = True

    hands.click("Nausea: 2, eating less than usual")

    assert hands.reads("Not saved")
    assert hands.sees("Nausea: 2, eating less than usual, chosen")
    storage.refuses = False
    hands.click("Try again")
    assert answers(hands) == {"nausea": 2}


def test_the_temperature_is_one_key_away(hands):
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("38.2")
    hands.press(Qt.Key.Key_Return)

    assert hands.sees("I have called")


def test_the_choice_is_made_in_settings_and_holds_at_once(qtbot, diary_in_treatment):
    kept = WindowSettingsFile(None)
    hands = open_window(qtbot, diary_in_treatment, Clock(AFTER_LOW_COUNTS), kept)
    hands.window.show_page("settings")
    hands.window.page("settings").show_section("display")
    hands.settle()
    hands.named("Today asks one question at a time", QCheckBox).click()

    hands.window.show_page("today")
    hands.settle()

    assert kept.settings == WindowSettings()._replace(one_at_a_time=True)
    assert hands.reads("1 of 6")


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_button_is_large_enough_named_and_on_the_page(hands, sheet, size, scale):
    sheet.set_text_scale(scale)
    hands.window.resize(*size)
    hands.settle()
    page = hands.window.page("today")
    seen = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]

    assert [b for b in seen if not spoken_name(b)] == []
    assert [spoken_name(b) for b in seen if b.height() < sheet.target() - 1] == []
    area = page.scroll_area
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_the_keyboard_says_which_question_is_open(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    first = QApplication.focusWidget().accessibleName()
    hands.press(Qt.Key.Key_1)

    assert first.startswith("Nausea, 1 of 6")
    assert QApplication.focusWidget().accessibleName().startswith("Vomiting, 2 of 6")
