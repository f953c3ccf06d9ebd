"""A button that has done its work and goes leaves the keyboard where it stood, on nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.builders import NOW, Clock
from tests.journeys.hands import Hands, open_window, spoken_name
from tracker.domain.entries import ContactEntry, TemperatureEntry

pytestmark = pytest.mark.usefixtures("sheet")

SPACE, TAB = Qt.Key.Key_Space, Qt.Key.Key_Tab


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    window = open_window(qtbot, diary_in_treatment, Clock())
    window.enter_in("Temperature in degrees Celsius", "38.6")
    return window


def at() -> str:
    return spoken_name(QApplication.focusWidget())


def test_a_key_that_is_pressed_twice_takes_no_call_back_and_presses_nothing_else(hands):
    hands.named("I have called", QAbstractButton).setFocus()

    hands.press(SPACE)
    hands.press(SPACE)

    assert len(hands.entries(ContactEntry)) == 1
    assert len(hands.entries(TemperatureEntry)) == 1
    assert hands.companion.diary.day(NOW.date()).answers == {}
    assert at() == "Today"


@pytest.mark.parametrize(
    ("keys", "leads_to"),
    [((TAB,), "No symptoms"), ((Qt.Key.Key_Backtab,), "Yesterday")],
)
def test_tab_goes_on_where_the_button_stood(hands, keys, leads_to):
    hands.named("I have called", QAbstractButton).setFocus()
    hands.press(SPACE)

    for key in keys:
        hands.press(key)

    assert at() == leads_to


def test_a_button_that_rests_while_it_is_pressed_leaves_the_keyboard_where_it_stands(hands):
    button = hands.named("No symptoms", QAbstractButton)
    button.setFocus()

    button.setEnabled(False)

    assert at() == "Today"
