"""What waits unsaved is offered while it says something new, and nothing is said past it."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.builders import NOW, Clock, a_course, a_person
from tests.fakes import MemoryStorage
from tests.journeys.begun import after_a_crash, kept
from tests.journeys.hands import Hands, open_window, window_on
from tracker.services.ports import Write

pytestmark = pytest.mark.usefixtures("sheet")

TODAY = NOW.date()
TEMPERATURE = "Temperature in degrees Celsius"
NOTHING_MATCHES = "Nothing you wrote down matches a rule now."
NOT_LOOKED_AT = "Only what is saved is looked at."


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def with_a_heart_scan(hands: Hands) -> None:
    """Leave nothing in the diary that matches a rule."""
    hands.companion.diary.lvef("60", day=TODAY)
    hands.window.page("today").refresh()
    hands.settle()


def test_a_reading_typed_anew_and_saved_is_no_longer_offered(qtbot, hands, diary_in_treatment):
    QTest.keyClicks(hands.named(TEMPERATURE, QLineEdit), "38,3")
    hands.window.page("today").settle()
    again = after_a_crash(qtbot, diary_in_treatment)
    offered = again.sees("Put it back")

    again.enter_in(TEMPERATURE, "38.3")

    assert offered
    assert not again.sees("Put it back")
    assert kept(again) == {}


def test_another_reading_than_the_saved_one_is_offered_as_an_older_one(
    qtbot, hands, diary_in_treatment
):
    QTest.keyClicks(hands.named(TEMPERATURE, QLineEdit), "38.3")
    hands.window.page("today").settle()
    again = after_a_crash(qtbot, diary_in_treatment)

    again.enter_in(TEMPERATURE, "37.0")

    assert again.reads("“38.3” (older than what you saved since)")
    assert kept(again) == {"temperature": {"typed": "38.3"}}


def test_while_a_reading_waits_nothing_is_said_about_the_rules(hands):
    with_a_heart_scan(hands)
    before = hands.reads(NOTHING_MATCHES)
    hands.enter_in(TEMPERATURE, "383")
    asked = hands.sees("Yes, save 38.3\u00a0°C")
    calm, waits = hands.reads(NOTHING_MATCHES), hands.reads(NOT_LOOKED_AT)
    hands.named(TEMPERATURE, QLineEdit).clear()
    hands.settle()

    assert before
    assert asked
    assert (calm, waits) == (False, True)
    assert hands.reads(NOTHING_MATCHES)


def test_while_something_begun_is_offered_nothing_is_said_about_the_rules(
    qtbot, hands, diary_in_treatment
):
    with_a_heart_scan(hands)
    QTest.keyClicks(hands.named(TEMPERATURE, QLineEdit), "38.3")
    hands.window.page("today").settle()
    again = after_a_crash(qtbot, diary_in_treatment)
    calm = again.reads(NOTHING_MATCHES)

    again.click("Throw it away")

    assert not calm
    assert again.reads(NOTHING_MATCHES)


def test_while_an_answer_is_refused_nothing_is_said_about_the_rules(qtbot):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    hands = window_on(qtbot, storage, Clock())
    with_a_heart_scan(hands)
    storage.refuses = True
    hands.click("Nausea: 0, none")
    calm = hands.reads(NOTHING_MATCHES)
    storage.refuses = False
    hands.click("Try again")

    assert not calm
    assert hands.reads(NOTHING_MATCHES)
