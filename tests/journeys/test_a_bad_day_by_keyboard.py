"""A bad day without a mouse: nothing is overwritten, and the red card says the fever first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import NOW, Clock
from tests.journeys.hands import Hands, open_window, spoken_name

pytestmark = pytest.mark.usefixtures("sheet")

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def answers(hands: Hands) -> dict[str, int | None]:
    day = hands.companion.diary.day(NOW.date())
    return {name: entry.severity for name, entry in day.answers.items()}


def on_the_card(hands: Hands) -> list[str]:
    card = hands.window.page("today").view.urgent.card
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]


def test_the_way_back_to_the_questions_leads_to_the_first_open_one(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    hands.press(Qt.Key.Key_3)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_T, CTRL)
    hands.press(Qt.Key.Key_L, CTRL)
    there = spoken_name(QApplication.focusWidget())

    hands.press(Qt.Key.Key_2)

    assert there.startswith("Diarrhea: 0")
    assert answers(hands) == {"nausea": 3, "vomiting": 1, "diarrhea": 2}


def test_where_all_on_the_screen_is_answered_it_leads_on_to_the_others(hands):
    hands.click("No symptoms")

    hands.press(Qt.Key.Key_L, CTRL)

    assert spoken_name(QApplication.focusWidget()).startswith("Constipation: 0")


def test_a_fever_leads_the_card_and_each_cause_is_said_once(hands):
    hands.press(Qt.Key.Key_L, CTRL)
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_3):
        hands.press(key)
    hands.press(Qt.Key.Key_T, CTRL)
    hands.type("38.6")
    hands.press(Qt.Key.Key_Return)

    words = on_the_card(hands)

    lead = next(each for each in words if "°C" in each)
    causes = [each for each in words if "Sore mouth" in each]
    assert lead.startswith("Temperature 38.6")
    assert len(causes) == 1
