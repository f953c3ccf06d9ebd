"""Settings in a real window: each change is on the disk at once and seen everywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton

from tests.builders import Clock
from tests.journeys.hands import Hands, open_window

pytestmark = pytest.mark.usefixtures("sheet")


@pytest.fixture
def hands(qtbot, diary_in_treatment: Path) -> Hands:
    hands = open_window(qtbot, diary_in_treatment, Clock())
    hands.window.show_page("settings")
    hands.settle()
    return hands


def test_another_number_is_stored_and_shown_on_every_page(hands):
    hands.enter_in("24-hour advice line", "020 7946 0999")

    assert hands.companion.person().care.contacts[0].phone == "020 7946 0999"
    hands.window.show_page("today")
    assert hands.reads("020\u00a07946\u00a00999") or hands.reads("020 7946 0999")


def test_a_card_number_of_ones_own_is_stored_and_used_in_the_advice(hands):
    hands.click("38.0\u00a0°C")

    assert str(hands.companion.person().care.fever_card.high) == "38.0"
    hands.window.show_page("today")
    hands.settle()
    assert hands.reads("Call if it is 38.0\u00a0°C or higher.")


def test_a_number_that_cannot_be_on_a_card_is_refused_and_the_text_stays(hands):
    hands.click("Other")
    hands.enter_in("The number on my card", "99")

    assert hands.companion.person().care.fever_card is None
    assert hands.named("The number on my card").text() == "99"


def test_the_number_on_a_card_is_stored_when_the_keyboard_leaves_it(hands):
    hands.click("Other")
    hands.named("The number on my card", QLineEdit).setFocus()
    hands.type("37.8")
    hands.press(Qt.Key.Key_Tab)

    assert str(hands.companion.person().care.fever_card.high) == "37.8"


def test_dark_is_a_choice_named_dark_and_shows_at_once(hands, sheet):
    hands.click("Display")
    dark = hands.named("Dark", QRadioButton)

    hands.click("Dark")

    assert dark.isChecked()
    assert sheet.dark


def test_larger_text_and_bigger_buttons_show_at_once(hands, sheet):
    hands.click("Display")
    hands.click("150%")
    hands.named("Bigger buttons (56 pixels)", QCheckBox).click()

    assert (sheet.text_scale, sheet.big_targets) == (1.5, True)


def test_the_hospitals_lower_limit_is_stored_and_a_wild_one_refused(hands):
    hands.window.page("settings").show_section("heart")
    hands.settle()
    hands.enter_in("Lower limit of your hospital", "52")
    kept = hands.companion.person().heart.lvef_lower_limit
    hands.enter_in("Lower limit of your hospital", "520")

    assert str(kept) == "52"
    assert hands.companion.person().heart.lvef_lower_limit == kept
    assert hands.reads("cannot be a lower limit")


def test_none_of_these_differs_from_not_asked(hands):
    hands.window.page("settings").show_section("heart")
    hands.settle()
    before = hands.companion.person().heart.risk_factors
    hands.named("None of these", QCheckBox).click()
    none = hands.companion.person().heart.risk_factors
    hands.named("Diabetes", QCheckBox).click()

    assert (before, none) == (None, ())
    assert hands.companion.person().heart.risk_factors == ("diabetes",)


def test_the_place_of_the_file_is_said(hands):
    hands.click("Privacy and data")

    assert hands.reads("The diary is the file")
    assert hands.reads("Nothing is sent over the internet")


def test_the_file_can_be_checked(hands):
    hands.click("Privacy and data")
    hands.click("Check the diary file")

    assert hands.reads("sound")


def test_a_new_name_is_stored(hands):
    hands.click("Profiles")
    hands.enter_in("Name on the diary and the report", "Elena Marsh")

    assert hands.companion.person().name == "Elena Marsh"
    assert hands.reads("Elena Marsh")
