"""A day in the window, on a real file, with a start in between; every click and key is counted."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.builders import NOW, Clock, a_course, a_person
from tests.fakes import MemoryStorage
from tests.journeys.hands import Hands, open_window, window_on
from tracker.domain.entries import ContactEntry, TemperatureEntry
from tracker.services.ports import Write

pytestmark = pytest.mark.usefixtures("sheet")

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
TEMPERATURE = "Temperature in degrees Celsius"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hands(qtbot, diary_in_treatment, clock) -> Hands:
    return open_window(qtbot, diary_in_treatment, clock)


def answers(hands: Hands, day=TODAY) -> dict[str, int | None]:
    return {name: e.severity for name, e in hands.companion.diary.day(day).answers.items()}


def test_three_taps_log_three_symptoms_and_survive_a_new_start(
    qtbot, hands, diary_in_treatment, clock
):
    hands.click("Nausea: 2, eating less than usual")
    hands.click("Vomiting: 0, none")
    hands.click("Tiredness: 1, better after rest")

    hands.storage.close()
    again = open_window(qtbot, diary_in_treatment, clock)

    assert hands.clicks == 3
    assert answers(again) == {"nausea": 2, "vomiting": 0, "fatigue": 1}
    assert again.named("Nausea: 2, eating less than usual").isChecked()
    assert again.reads("Saved 20:00")


def test_three_symptoms_by_keyboard_take_four_keys(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3):
        hands.press(key)

    assert hands.keys == 4
    assert answers(hands) == {"nausea": 2, "vomiting": 1, "diarrhea": 3}


def test_nothing_is_chosen_beforehand(hands):
    chosen = [
        b for b in hands.window.findChildren(QPushButton) if b.isCheckable() and b.isChecked()
    ]

    assert answers(hands) == {}
    assert all(
        not hands.named(f"Nausea: {n}, {w}").isChecked()
        for n, w in enumerate(hands.companion.library.symptoms["nausea"].levels)
    )
    assert len(chosen) <= 1  # the page that is open


def test_a_second_tap_takes_the_answer_away(hands):
    hands.click("Nausea: 2, eating less than usual")
    hands.click("Nausea: 2, eating less than usual")

    assert answers(hands) == {}


def test_delete_takes_the_answer_away(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Delete)

    assert answers(hands) == {}


def test_a_good_day_takes_one_click(hands):
    hands.click("No symptoms")

    assert hands.clicks == 1
    assert set(answers(hands).values()) == {0}
    assert len(answers(hands)) == 8  # six, and two that are usual on day 9
    assert hands.sees("Nausea, No symptoms, 20:00")


def test_same_as_yesterday_takes_one_click_and_never_copies_a_severe_answer(hands):
    hands.companion.diary.answer("nausea", 1, day=YESTERDAY)
    hands.companion.diary.answer("diarrhea", 3, day=YESTERDAY)
    hands.window.page("today").refresh()

    hands.click("Same as yesterday")

    assert hands.clicks == 1
    assert answers(hands) == {"nausea": 1}
    assert hands.reads("Diarrhea")
    assert "because it was severe: Diarrhea" in hands.window.toast.text
    assert hands.sees("Nausea, Copied 20:00: still right?")
    assert hands.reads("copied from the day before")


def test_a_copied_answer_that_is_changed_is_an_answer_of_today(hands):
    hands.companion.diary.answer("nausea", 1, day=YESTERDAY)
    hands.window.page("today").refresh()
    hands.click("Same as yesterday")

    hands.click("Nausea: 2, eating less than usual")

    assert answers(hands) == {"nausea": 2}
    assert hands.sees("Nausea, Saved 20:00")


def test_undo_in_the_message_takes_the_last_answer_back(hands):
    hands.click("Nausea: 2, eating less than usual")
    hands.click("Undo: Saved: Nausea – 2 moderate")

    assert answers(hands) == {}
    assert not hands.named("Nausea: 2, eating less than usual").isChecked()


def test_ctrl_z_takes_back_step_by_step(hands):
    hands.click("Nausea: 2, eating less than usual")
    hands.click("Tiredness: 1, better after rest")
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.press(Qt.Key.Key_Z, CTRL)

    assert answers(hands) == {}


def test_a_fever_by_keyboard_takes_six_keys_and_the_card_is_up(hands):
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("38.2")
    hands.press(Qt.Key.Key_Return)

    assert hands.keys == 6
    assert hands.sees("I have called")
    assert hands.reads("020\u00a07946\u00a00123")
    assert hands.reads("Call your advice line now")


def test_a_comma_is_a_decimal_mark(hands):
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("36,8")
    hands.press(Qt.Key.Key_Return)

    last = hands.companion.diary.last_temperature()
    assert str(last.temperature.value) == "36.8"
    assert last.typed == "36,8"


def test_a_fahrenheit_number_in_a_celsius_field_is_asked_back_and_the_text_stays(hands):
    hands.enter_in(TEMPERATURE, "98.6")

    assert hands.companion.diary.last_temperature() is None
    assert hands.named(TEMPERATURE, QLineEdit).text() == "98.6"
    hands.click("Yes, save 98.6\u00a0°F")
    assert str(hands.companion.diary.last_temperature().temperature) == "98.6\u00a0°F"


def test_a_temperature_that_cannot_be_read_stays_in_the_field_with_a_sentence(hands):
    hands.enter_in(TEMPERATURE, "warm")

    assert hands.companion.diary.last_temperature() is None
    assert hands.named(TEMPERATURE, QLineEdit).text() == "warm"
    assert hands.reads("not a number")


def test_i_have_called_is_noted_and_quietens_the_card(hands):
    hands.enter_in(TEMPERATURE, "38.2")
    hands.click("I have called")

    entries = hands.companion.diary.entries(kinds=("contact",))
    assert [entry.who for entry in entries if isinstance(entry, ContactEntry)] == [
        "24-hour advice line"
    ]
    assert not hands.sees("I have called")
    assert hands.reads("You told your team at 20:00")


def test_a_corrected_reading_takes_the_red_card_away(hands):
    hands.enter_in(TEMPERATURE, "38.2")
    hands.press(Qt.Key.Key_Z, CTRL)

    assert not hands.sees("I have called")
    assert hands.companion.diary.last_temperature() is None


def test_yesterday_is_filled_in_with_four_clicks(hands):
    hands.click("Yesterday")
    hands.click("Nausea: 1, feeling sick, eating normally")
    hands.click("Tiredness: 1, better after rest")
    hands.click("Vomiting: 0, none")

    assert hands.clicks == 4
    assert answers(hands, YESTERDAY) == {"nausea": 1, "fatigue": 1, "vomiting": 0}
    assert answers(hands) == {}


def test_days_to_come_cannot_be_opened(hands):
    page = hands.window.page("today")

    page.open_day(TODAY + timedelta(days=1))

    assert page.day == TODAY
    assert not hands.sees("Back to today")


def test_details_of_an_answer_are_kept_with_it(hands):
    hands.click("Diarrhea: 1, up to 3 times more than usual in 24 hours")
    hands.click("Blood in it")

    assert hands.companion.diary.day(TODAY).answers["diarrhea"].flags == ("blood",)
    assert hands.sees("I have called")


def test_removing_a_line_can_be_undone(hands):
    hands.enter_in(TEMPERATURE, "36.8")
    hands.click("Remove 36.8\u00a0°C")
    removed = hands.companion.diary.last_temperature()
    hands.press(Qt.Key.Key_Z, CTRL)

    assert removed is None
    assert isinstance(hands.companion.diary.last_temperature(), TemperatureEntry)


def test_two_readings_of_the_same_number_are_told_apart_by_their_time(hands, clock):
    hands.enter_in(TEMPERATURE, "36.8")
    clock.forward(hours=1)
    hands.enter_in(TEMPERATURE, "36.8")

    hands.click("Remove 36.8\u00a0°C, 20:00")

    assert hands.companion.diary.last_temperature().at == clock()
    assert hands.sees("Remove 36.8\u00a0°C")


def test_a_refused_answer_stays_on_the_screen_and_can_be_tried_again(qtbot, clock):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    hands = window_on(qtbot, storage, clock)
    storage.refuses = True

    hands.click("Nausea: 2, eating less than usual")

    assert answers(hands) == {}
    assert hands.named("Nausea: 2, eating less than usual").isChecked()
    assert hands.reads("This was not saved")
    storage.refuses = False
    hands.click("Try again")
    assert answers(hands) == {"nausea": 2}
    assert not hands.reads("This was not saved")


def test_a_refused_temperature_stays_in_the_field(qtbot, clock):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    hands = window_on(qtbot, storage, clock)
    storage.refuses = True

    hands.enter_in(TEMPERATURE, "38.2")

    assert hands.named(TEMPERATURE, QLineEdit).text() == "38.2"
    storage.refuses = False
    hands.click("Try again")
    assert str(hands.companion.diary.last_temperature().temperature) == "38.2\u00a0°C"


def test_a_new_day_begins_while_the_window_stays_open(hands, clock):
    hands.click("Nausea: 2, eating less than usual")
    clock.forward(days=1)
    page = hands.window.page("today")

    page.refresh()

    assert page.day == TODAY + timedelta(days=1)
    assert not hands.named("Nausea: 2, eating less than usual").isChecked()
