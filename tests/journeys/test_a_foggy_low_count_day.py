"""A foggy day in the low-count window: signs of an infection and the temperature are asked too."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import NOW, Clock
from tests.journeys.hands import Hands, open_window
from tests.journeys.test_one_question_at_a_time import kept
from tracker.domain.entries import TemperatureEntry
from tracker.ui.settings.window_settings import WindowSettings

__all__ = ["kept"]

pytestmark = pytest.mark.usefixtures("sheet")

SYMPTOMS = 8


@pytest.fixture
def hands(qtbot, diary_in_treatment, kept) -> Hands:
    """Day 9 of a cycle of TCHP, the second of its low-count days."""
    return open_window(qtbot, diary_in_treatment, Clock(), kept)


def answer_all(hands: Hands) -> None:
    for _ in range(SYMPTOMS):
        hands.press(Qt.Key.Key_0)


@pytest.mark.parametrize("days", range(7))
def test_each_low_count_day_asks_what_the_whole_page_asks(qtbot, diary_in_treatment, kept, days):
    clock = Clock(NOW + timedelta(days=days - 1))
    hands = open_window(qtbot, diary_in_treatment, clock, kept)
    view = hands.window.page("today").view

    asked = view.fog.symptoms

    assert {"infection-signs", "feeling-unwell"} <= set(asked)
    kept.save(WindowSettings(one_at_a_time=False))
    hands.window.page("today").refresh()
    assert asked == view.checkin.visible_symptoms


def test_the_place_counts_the_temperature_as_the_last_page(hands):
    first = hands.reads("1 of 9")
    for _ in range(2):
        hands.press(Qt.Key.Key_0)
    third = hands.reads("3 of 9")
    for _ in range(SYMPTOMS - 2):
        hands.press(Qt.Key.Key_0)

    assert first
    assert third
    assert hands.reads("9 of 9")
    assert hands.reads("Did you take it today?")
    assert not hands.reads("That was all")


def test_the_reading_is_typed_where_the_keyboard_is_and_ends_it(hands):
    answer_all(hands)
    hands.type("37.2")
    hands.press(Qt.Key.Key_Return)

    assert [str(each.temperature) for each in hands.entries(TemperatureEntry)] == [
        "37.2\N{NO-BREAK SPACE}°C"
    ]
    assert hands.reads("That was all")
    assert not hands.sees("Save temperature")


def test_a_fever_typed_there_raises_the_red_card(hands):
    answer_all(hands)
    hands.type("38.6")
    hands.press(Qt.Key.Key_Return)

    assert hands.sees("I have called")


def test_what_cannot_be_right_is_asked_back_there(hands):
    answer_all(hands)
    hands.type("382")
    hands.press(Qt.Key.Key_Return)
    hands.click("Yes, save 38.2\N{NO-BREAK SPACE}°C")

    assert [str(each.temperature) for each in hands.entries(TemperatureEntry)] == [
        "38.2\N{NO-BREAK SPACE}°C"
    ]
    assert hands.reads("That was all")


def test_she_can_say_that_she_took_none_and_is_not_asked_again(hands):
    answer_all(hands)
    hands.click("I did not take it")
    ended = hands.reads("That was all")
    hands.click("Nausea: 0, none")
    hands.press(Qt.Key.Key_1)

    assert ended
    assert hands.entries(TemperatureEntry) == []
    assert hands.reads("That was all")


def test_nothing_today_still_asks_for_the_temperature(hands):
    hands.click("Nothing today")

    assert hands.reads("9 of 9")
    assert hands.sees("I did not take it")


def test_a_reading_of_the_day_is_not_asked_for_again(hands):
    hands.companion.diary.temperature("36.8", hands.window.page("today").view.temperature.unit)
    hands.window.page("today").refresh()
    hands.click("Nothing today")

    assert hands.reads("That was all")


def test_a_reading_that_is_taken_back_is_asked_for_again(hands):
    answer_all(hands)
    hands.type("37.2")
    hands.press(Qt.Key.Key_Return)
    hands.window.take_back()
    hands.settle()

    assert hands.reads("9 of 9")
    assert hands.entries(TemperatureEntry) == []


def test_the_key_of_the_temperature_leads_to_its_page_and_back_to_the_open_question(hands):
    hands.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    there = hands.reads("9 of 9")
    hands.type("36.9")
    hands.press(Qt.Key.Key_Return)

    assert there
    assert hands.reads("1 of 9")


def test_the_whole_page_has_the_form_again(hands):
    answer_all(hands)
    hands.type("37")
    hands.click("Stop for now")

    view = hands.window.page("today").view
    assert view.temperature.isVisible()
    assert view.temperature.field.text == "37"
    assert hands.sees("Save temperature")


def test_a_screen_reader_hears_what_the_page_asks(hands):
    answer_all(hands)
    card = hands.window.page("today").view.fog

    assert card.accessibleName() == "Temperature, 9 of 9. Did you take it today?"
    assert QApplication.focusWidget().accessibleName() == "Temperature in degrees Celsius"
