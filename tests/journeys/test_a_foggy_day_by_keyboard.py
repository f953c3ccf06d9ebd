"""A foggy day without a mouse: the keyboard is where the question is, however she came to it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.journeys.test_one_question_at_a_time import TODAY, answers, hands, kept

__all__ = ["hands", "kept"]

pytestmark = pytest.mark.usefixtures("sheet")


@pytest.mark.parametrize("way", ["start", "Today", "Yesterday", "Alt+1"])
def test_digits_answer_however_she_came_to_the_question(hands, way):
    if way == "Alt+1":
        hands.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        hands.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    elif way != "start":
        hands.click(way)

    hands.press(Qt.Key.Key_2)

    day = TODAY - timedelta(days=1) if way == "Yesterday" else TODAY
    assert answers(hands, day) == {"nausea": 2}
    assert hands.reads("2 of 6")


def test_what_was_taken_back_is_asked_again_and_digits_go_on(hands):
    hands.press(Qt.Key.Key_2)
    hands.window.page("today").say("Saved", hands.window.take_back)
    hands.click("Undo: Saved")
    asked_again = hands.reads("1 of 6")

    hands.press(Qt.Key.Key_1)

    assert asked_again
    assert answers(hands) == {"nausea": 1}


def test_arrows_walk_through_the_answers_and_enter_takes_one(hands):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        hands.press(key)
    nothing_yet = answers(hands)

    hands.press(Qt.Key.Key_Return)

    assert nothing_yet == {}
    assert answers(hands) == {"nausea": 1}
    assert hands.reads("2 of 6")


def test_an_answer_takes_no_room_from_the_next_question_and_ends_an_older_message(hands):
    hands.window.page("today").say("Saved: 38.2", hands.window.take_back)
    before = hands.window.toast.isVisible()

    hands.press(Qt.Key.Key_2)

    assert before
    assert not hands.window.toast.isVisible()
    assert hands.reads("2 of 6")
