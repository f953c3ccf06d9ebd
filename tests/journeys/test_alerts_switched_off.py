"""A person may have the diary speak less; it never falls silent where she must call now."""

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.builders import Clock
from tests.journeys.hands import Hands, open_window
from tracker.ui.settings.window_settings import WindowSettingsFile

pytestmark = pytest.mark.usefixtures("sheet")

SWITCH = "Tell me when my team should hear of something today"
DIARRHEA = "Diarrhea: 2, 4 to 6 times more than usual in 24 hours"


@pytest.fixture
def hands(qtbot, diary_in_treatment, tmp_path) -> Hands:
    kept = WindowSettingsFile(tmp_path / "window.json")
    return open_window(qtbot, diary_in_treatment, Clock(), kept)


def switch(hands: Hands) -> None:
    hands.window.show_page("settings")
    hands.settle()
    hands.named(SWITCH, QCheckBox).click()
    hands.window.show_page("today")
    hands.settle()


def test_alerts_are_on_until_somebody_switches_them_off(hands):
    hands.click(DIARRHEA)

    assert hands.reads("Tell them how many times")


def test_switched_off_what_to_tell_today_is_only_listed(hands):
    hands.click(DIARRHEA)
    switch(hands)

    assert not hands.reads("Tell them how many times")
    assert hands.reads("Call your team today.")
    assert hands.reads("Why am I seeing this?")


def test_switched_off_a_fever_interrupts_all_the_same(hands):
    switch(hands)

    hands.enter_in("Temperature in degrees Celsius", "38.2")

    assert hands.sees("I have called")


def test_the_choice_is_explained_and_holds_after_a_new_start(hands, tmp_path):
    hands.window.show_page("settings")
    hands.settle()
    explained = hands.reads("call now, or in an emergency, it speaks up all the same")
    hands.named(SWITCH, QCheckBox).click()

    assert explained
    assert WindowSettingsFile(tmp_path / "window.json").settings.alerts_off


def test_switched_on_again_the_box_is_back(hands):
    hands.click(DIARRHEA)
    switch(hands)
    switch(hands)

    assert hands.reads("Tell them how many times")
