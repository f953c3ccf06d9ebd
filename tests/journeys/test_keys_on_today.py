"""Today without a mouse: where the keyboard is, what a digit answers, where Tab leads."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import NOW, Clock
from tests.journeys.hands import Hands, open_window, spoken_name
from tracker.domain.entries import AnswerState

pytestmark = pytest.mark.usefixtures("sheet")

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
VISIBLE = 8
TODAY = NOW.date()


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def answers(hands: Hands) -> dict[str, int | None]:
    return {name: e.severity for name, e in hands.companion.diary.day(TODAY).answers.items()}


def at() -> str:
    return spoken_name(QApplication.focusWidget())


def walk(hands: Hands, most: int = 200) -> list[QWidget]:
    """Press Tab from the header on until the keyboard leaves the page."""
    page = hands.window.page("today")
    page.view.header.back_button.setFocus(Qt.FocusReason.TabFocusReason)
    stops = []
    for _ in range(most):
        holder = QApplication.focusWidget()
        if holder is None or not page.isAncestorOf(holder):
            return stops
        stops.append(holder)
        hands.press(Qt.Key.Key_Tab)
    raise AssertionError("Tab never leaves the page")


def names(stops: list[QWidget]) -> list[str]:
    return [spoken_name(each) for each in stops]


def test_all_of_the_note_is_in_sight_when_its_key_leads_there(hands):
    QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_N, CTRL)
    hands.settle()

    note = QApplication.focusWidget()
    viewport = hands.window.page("today").scroll_area.viewport()
    top = note.mapTo(viewport, QPoint(0, 0)).y()
    assert at() == "Note"
    assert 0 <= top <= top + note.height() <= viewport.height()


@pytest.mark.parametrize("way", ["start", "Alt+1", "click"])
def test_the_first_digit_answers_the_first_open_symptom(hands, way):
    if way != "start":
        hands.press(Qt.Key.Key_3, ALT)
        if way == "click":
            hands.click("Today")
        else:
            hands.press(Qt.Key.Key_1, ALT)

    hands.press(Qt.Key.Key_2)

    assert answers(hands) == {"nausea": 2}
    assert at().startswith("Vomiting")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_answers_nothing_before_a_level_was_gone_to(hands, key):
    hands.press(key)

    assert answers(hands) == {}


def test_arrows_go_into_the_levels_from_where_the_page_opens(hands):
    hands.press(Qt.Key.Key_Right)
    first = at()
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Return)

    assert first == "Nausea: 0, none"
    assert answers(hands) == {"nausea": 1}


def test_a_digit_goes_past_what_is_answered(hands):
    hands.companion.diary.answer("vomiting", 3, day=TODAY)
    hands.window.page("today").refresh()

    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_1)

    assert answers(hands) == {"nausea": 1, "vomiting": 3, "diarrhea": 1}


def test_digits_go_on_into_the_parts_of_the_body_one_by_one(hands):
    for _ in range(VISIBLE):
        hands.press(Qt.Key.Key_0)

    card = hands.window.page("today").view.checkin
    opened = len(card.visible_symptoms)
    assert hands.reads("Stomach and bowels")
    assert not hands.reads("Energy and sleep")
    assert VISIBLE < opened < VISIBLE + 10
    assert at().startswith("Constipation: 0")
    assert answers(hands).get("constipation") is None


@pytest.mark.parametrize("digit", [Qt.Key.Key_0, Qt.Key.Key_1])
def test_what_the_next_digit_answers_is_in_sight(hands, digit):
    """Details that can be added to a 1 make the rows above it higher."""
    hands.companion.diary.answer("breathlessness", 0, day=TODAY)
    hands.companion.diary.answer("infection-signs", 0, day=TODAY)
    hands.window.page("today").refresh()
    area = hands.window.page("today").scroll_area
    for _ in range(VISIBLE):
        QTest.keyClick(hands.window.windowHandle(), digit)
        hands.settle()
        holder = QApplication.focusWidget()
        top = holder.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert top >= 0
        assert top + holder.height() <= area.viewport().height()


def test_no_digit_writes_over_an_answer_when_all_are_answered(hands):
    everything = len(hands.companion.library.symptoms)
    for _ in range(everything):
        hands.press(Qt.Key.Key_1)
    for _ in range(3):
        hands.press(Qt.Key.Key_4)

    assert list(answers(hands).values()) == [1] * everything


def test_a_day_that_is_answered_takes_no_digits_when_it_is_opened(hands):
    for symptom in hands.window.page("today").view.checkin.visible_symptoms:
        hands.companion.diary.answer(symptom, 1, day=TODAY)
    hands.window.page("today").refresh()
    hands.press(Qt.Key.Key_2, ALT)
    hands.press(Qt.Key.Key_1, ALT)

    hands.press(Qt.Key.Key_4)

    assert set(answers(hands).values()) == {1}


def test_another_day_that_is_opened_takes_no_digit_for_an_answered_symptom(hands):
    yesterday = TODAY.replace(day=TODAY.day - 1)
    hands.companion.diary.answer("nausea", 1, day=yesterday)

    hands.window.page("today").open_day(yesterday)
    hands.press(Qt.Key.Key_4)

    written = hands.companion.diary.day(yesterday).answers
    assert {name: each.severity for name, each in written.items()} == {"nausea": 1, "vomiting": 4}


def test_a_skip_goes_on_and_is_not_written_over(hands):
    hands.press(Qt.Key.Key_Minus)
    hands.press(Qt.Key.Key_Minus)
    hands.press(Qt.Key.Key_2)

    day = hands.companion.diary.day(TODAY).answers
    assert [each.state for each in day.values()][:2] == [AnswerState.SKIPPED] * 2
    assert answers(hands)["diarrhea"] == 2


def test_tab_leads_from_the_header_to_the_check_in_and_then_to_what_is_below_it(hands):
    stops = names(walk(hands))

    assert stops[0] == "Yesterday"
    assert stops[1] == "No symptoms"
    assert stops[2].startswith("Nausea")
    assert [each.partition(":")[0] for each in stops[2 : 2 + VISIBLE]][-1] == "Sore or red place"
    assert stops[2 + VISIBLE] == "Show 35 more side effects"
    assert stops.index("Note") < stops.index("Temperature in degrees Celsius")


def test_rows_that_are_shown_later_are_gone_through_where_they_stand(hands):
    hands.click("Show 35 more side effects")

    stops = names(walk(hands))

    rows = [each for each in stops if ": 0" in each]
    assert len(rows) == len(hands.companion.library.symptoms)
    assert stops.index(rows[-1]) + 1 == stops.index("Show fewer")


@pytest.mark.parametrize("width", [1280, 900])
def test_tab_goes_down_each_column_as_the_eye_does(hands, width):
    hands.window.resize(width, 800)
    for symptom in ("nausea", "diarrhea"):
        hands.companion.diary.answer(symptom, 2, day=TODAY)
    hands.companion.diary.temperature(
        "37.0", hands.window.page("today").view.temperature.unit, day=TODAY
    )
    hands.window.page("today").refresh()
    hands.settle()
    page = hands.window.page("today")

    stops = walk(hands)

    places = [each.mapTo(page.scroll_area.widget(), each.rect().center()) for each in stops]
    left = [place.y() for place in places if place.x() < page.width() * 0.55]
    assert left == sorted(left)


def test_the_way_back_in_the_message_comes_after_the_page(hands):
    hands.click("Nausea: 2, eating less than usual")
    hands.click("Vomiting: 1, 1 or 2 times in 24 hours")

    stops = walk(hands)

    removes = [n for n, each in enumerate(names(stops)) if each.startswith("Remove")]
    assert len(removes) == 2
    assert removes[1] == removes[0] + 1
    assert at().startswith("Undo")


def test_one_key_leads_to_more_side_effects_and_again_to_fewer(hands):
    checkin = hands.window.page("today").view.checkin
    before = checkin.visible_symptoms
    hands.press(Qt.Key.Key_3, ALT)

    QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_M, CTRL)  # as a keyboard sends it
    hands.settle()
    new = [each for each in checkin.visible_symptoms if each not in before]
    block = checkin.block(new[0])
    viewport = hands.window.page("today").scroll_area.viewport()
    top = block.mapTo(viewport, QPoint(0, 0)).y()
    bottom, height = top + block.height(), viewport.height()
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_M, CTRL)

    assert 0 <= top < bottom <= height
    assert answers(hands) == {new[0]: 1}
    assert set(checkin.visible_symptoms) == {*before, new[0]}
    assert at() == f"Show {len(new) - 1} more side effects"
