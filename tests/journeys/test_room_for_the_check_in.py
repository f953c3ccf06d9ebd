"""The questions of the day stand on the first screen: that is what the program is opened for."""

from dataclasses import replace

import pytest

from tests.builders import Clock
from tests.fakes import MemoryStorage
from tests.journeys.hands import Hands, window_on
from tracker.services.ports import Write
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.ui.why_dialog import WhyButton
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.labels import Heading

pytestmark = pytest.mark.usefixtures("sheet")


def a_window(qtbot, *, sample: bool) -> Hands:
    """The sample's person on the evening before she answers: six rows, none with advice yet."""
    storage, write = MemoryStorage(), sample_write()
    storage.apply(write)
    if not sample:
        storage.apply(Write(at=SAMPLE_NOW, people=(replace(write.people[0], is_sample=False),)))
    hands = window_on(qtbot, storage, Clock(SAMPLE_NOW))
    for entry in hands.companion.diary.day(SAMPLE_NOW.date()).answers.values():
        hands.companion.diary.remove(entry.id)
    hands.window.page("today").refresh()
    hands.settle()
    return hands


def rows_in_sight(hands: Hands) -> int:
    page = hands.window.page("today")
    bottom = page.scroll_area.viewport().height()
    view = page.scroll_area.viewport()
    rows = [page.view.checkin.block(each) for each in page.view.checkin.visible_symptoms]
    return sum(row.mapTo(view, row.rect().bottomLeft()).y() < bottom for row in rows)


@pytest.mark.parametrize("sample", [True, False])
def test_six_rows_are_fully_visible_at_the_usual_size_with_the_sample_banner_too(qtbot, sample):
    hands = a_window(qtbot, sample=sample)

    assert rows_in_sight(hands) >= 6


def test_three_rows_are_fully_visible_at_twice_the_text(qtbot, sheet):
    hands = a_window(qtbot, sample=False)
    sheet.set_text_scale(2.0)
    hands.settle()

    assert rows_in_sight(hands) >= 3


@pytest.mark.parametrize(("symptom", "severity"), [("nausea", 2), ("diarrhea", 2), ("fatigue", 3)])
def test_an_amber_box_says_everything_in_three_lines(qtbot, symptom, severity):
    hands = a_window(qtbot, sample=False)
    hands.companion.diary.answer(symptom, severity)
    hands.window.page("today").refresh()
    hands.settle()

    block = hands.window.page("today").view.checkin.block(symptom)
    why = block.findChild(WhyButton)
    box = why.parentWidget()

    line = box.findChild(PartsLabel).fontMetrics().lineSpacing()
    assert box.height() < 4 * line
    assert why.height() >= 44
    assert "Call your team today." in box.findChild(PartsLabel).text()
    assert rows_in_sight(hands) >= (4 if symptom == "diarrhea" else 6)


def test_the_question_about_an_earlier_day_takes_one_line_at_its_head(qtbot):
    hands = a_window(qtbot, sample=False)

    hands.click("Yesterday")

    headings = hands.window.page("today").view.checkin.findChildren(Heading)
    title = next(each for each in headings if each.text() == "How were you that day?")
    assert title.height() <= title.fontMetrics().lineSpacing() + 1
    assert hands.sees("Same as the day before")


def test_the_question_alone_on_its_line_keeps_clear_of_the_edge_above_it(qtbot):
    hands = a_window(qtbot, sample=False)
    checkin = hands.window.page("today").view.checkin
    title = next(e for e in checkin.findChildren(Heading) if e.text() == "How are you today?")
    ways = hands.named("Same as yesterday")
    tops = []

    for width in (1280, 1024):
        hands.window.resize(width, 700)
        hands.settle()
        beside = title.mapTo(checkin, title.rect().bottomLeft()).y()
        tops.append((title.mapTo(checkin, title.rect().topLeft()).y(), beside))

    assert ways.mapTo(checkin, ways.rect().topLeft()).y() > tops[1][1]
    assert all(top >= 14 for top, _ in tops)
