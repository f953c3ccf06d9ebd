"""The History page as a person uses it."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from tests.builders import SUMMER, Clock, a_companion
from tests.fakes import MemoryStorage
from tests.ui.history.diaries import CYCLE_1, CYCLE_2, CYCLE_3, a_page, evening, write
from tests.ui.kit.gallery import settle
from tracker.services.companion import Companion
from tracker.ui.history.heat_map import HeatMap
from tracker.ui.history.heat_model import HeatMapModel
from tracker.ui.history.heat_state import HeatChoice, heat_map
from tracker.ui.history.page import HistoryPage
from tracker.ui.history.plain_table import PlainTable
from tracker.ui.history.said_view import SaidView
from tracker.ui.history.state import read
from tracker.ui.history.trend_chart import TrendChart
from tracker.ui.widgets import painting
from tracker.ui.widgets.choices import ChoiceChip
from tracker.ui.widgets.fields import SelectField

START = date(2026, 5, 4)
NAME = QAccessible.Text.Name


def visible(page: QWidget, kind: type) -> list:
    return [each for each in page.findChildren(kind) if each.isVisible()]


def only(page: QWidget, kind: type):
    found = visible(page, kind)
    assert len(found) == 1
    return found[0]


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in visible(page, QLabel)]


def press(page: QWidget, words: str) -> None:
    buttons = [
        each
        for each in visible(page, QAbstractButton)
        if words in (each.text(), each.accessibleName())
    ]
    assert len(buttons) == 1, [each.text() for each in visible(page, QAbstractButton)]
    buttons[0].click()


def chips(page: QWidget) -> list[ChoiceChip]:
    return visible(page, ChoiceChip)


def heat_model(companion: Companion) -> HeatMapModel:
    reading = read(companion)
    assert reading is not None
    model = HeatMapModel()
    model.show_state(heat_map(reading, HeatChoice((0, 1))))
    return model


def test_the_model_keeps_the_rules_of_qt_models(companion):
    model = heat_model(companion)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert (model.rowCount(), model.columnCount()) == (2, 21)


def test_each_cell_speaks_symptom_day_and_severity(companion):
    model = heat_model(companion)
    role = Qt.ItemDataRole.AccessibleTextRole

    assert model.index(0, 2).data(role) == "Nausea, day 3: worst 3, severe"
    assert model.index(0, 9).data(role) == "Nausea, day 10: not answered"
    assert model.headerData(2, Qt.Orientation.Horizontal, role) == "Day 3"


def test_arrow_keys_move_through_the_map_and_the_words_follow(page):
    heat = only(page, HeatMap)
    heat.setCurrentIndex(heat.model().index(0, 1))

    QTest.keyClick(heat, Qt.Key.Key_Right)

    assert "Nausea, day 3: worst 3, severe. Cycle 1 – 3 severe, Cycle 2 – 3 severe" in texts(page)


def test_enter_on_a_cell_opens_its_latest_day(qtbot, page):
    heat = only(page, HeatMap)
    heat.setCurrentIndex(heat.model().index(0, 2))

    with qtbot.waitSignal(page.day_opened) as opened:
        QTest.keyClick(heat, Qt.Key.Key_Return)

    assert opened.args == [START + timedelta(23)]


def test_the_day_can_be_opened_by_a_button_that_names_it(qtbot, page):
    heat = only(page, HeatMap)
    heat.setCurrentIndex(heat.model().index(0, 3))

    with qtbot.waitSignal(page.day_opened) as opened:
        press(page, "Open Thursday 28\u00a0May\u00a02026")

    assert opened.args == [START + timedelta(24)]


def test_switching_a_cycle_off_leaves_its_answers_out(page):
    chips(page)[1].click()
    heat = only(page, HeatMap)
    heat.setCurrentIndex(heat.model().index(0, 2))

    assert any("Cycle 1 – 3 severe" in text and "Cycle 2" not in text for text in texts(page))


def test_switching_every_cycle_off_shows_them_all_again(page):
    for chip in chips(page):
        chip.click()

    assert all(chip.isChecked() for chip in chips(page))


def test_a_square_can_show_the_middle_instead_of_the_worst(page, companion):
    companion.diary.answer("nausea", 1, day=START + timedelta(23))
    page.refresh()

    press(page, "Middle of the cycles")
    heat = only(page, HeatMap)

    assert heat.model().index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Nausea, day 3: in the middle 3, severe"
    )


def test_one_side_effect_is_shown_cycle_by_cycle(page):
    press(page, "One side effect, cycle by cycle")

    assert row_names(page) == ["Cycle 1", "Cycle 2"]


def row_names(page: HistoryPage) -> list[str]:
    model = only(page, HeatMap).model()
    return [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]


def test_the_numbers_behind_a_sentence_are_one_click_away(page):
    press(page, "Show the numbers: Nausea")

    assert row_names(page) == ["Cycle 1", "Cycle 2"]
    assert next(f for f in visible(page, SelectField)).choice == "nausea"


def test_the_trend_is_named_described_and_says_which_way_is_worse(page):
    press(page, "Trend")

    chart = only(page, TrendChart)
    assert chart.accessibleName() == "Trend of Nausea; higher is worse"
    assert "day 3: 3" in chart.accessibleDescription()
    assert any("Higher is worse" in text for text in texts(page))
    places = chart.places
    assert places is not None
    assert (len(places.lines), len(places.dots)) == (1, 2)


def test_the_line_of_the_trend_breaks_where_nobody_answered(page, companion):
    companion.diary.answer("nausea", 1, day=START + timedelta(21))
    companion.diary.answer("nausea", None, day=START + timedelta(22))
    page.refresh()

    press(page, "Trend")

    places = only(page, TrendChart).places
    assert places is not None
    assert [line.size() for line in places.lines] == [1, 2]
    assert places.dots[0].y() > places.dots[1].y()


def test_everything_the_tab_key_reaches_has_a_name(page):
    for view in ("Pattern", "Trend", "Table", "Who said what"):
        press(page, view)
        reached = [
            each
            for each in visible(page, QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()
        ]
        names = [QAccessible.queryAccessibleInterface(each).text(NAME) for each in reached]
        assert len(reached) >= 4
        assert all(names), dict(zip(names, reached, strict=True))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("view", ["Pattern", "Trend", "Table", "Who said what"])
def test_nothing_is_wider_than_the_window(page, sheet, view, scale):
    sheet.set_text_scale(scale)
    page.resize(1000, 700)
    press(page, view)
    settle()

    inside = page.scroll_area.widget()
    assert inside.minimumSizeHint().width() <= page.scroll_area.viewport().width()


def test_who_said_what_opens_on_the_latest_cycle_in_which_two_answered(qtbot):
    storage = MemoryStorage()
    companion = a_companion(storage=storage, clock=Clock(evening(CYCLE_3 + timedelta(5))))
    own = [("nausea", first + timedelta(2), 1) for first in (CYCLE_1, CYCLE_2, CYCLE_3)]
    write(storage, *own)
    write(storage, ("nausea", CYCLE_1 + timedelta(2), 2), by="Tom")
    write(storage, ("nausea", CYCLE_2 + timedelta(2), 3), by="Tom")
    page = a_page(companion)
    qtbot.addWidget(page)
    page.refresh()
    page.show()

    press(page, "Who said what")

    view = only(page, SaidView)
    cycles = only(view, SelectField)
    assert cycles.editor.currentText() == "Cycle 2"
    assert any("1 different" in each.text() for each in visible(view, QLabel))
    cycles.choose("2")
    cycles.editor.activated.emit(cycles.editor.currentIndex())
    assert any(
        "In this cycle only Ana Sample wrote. "
        "There is something to compare in Cycle 2 and Cycle 1." in each.text()
        for each in visible(view, QLabel)
    )


@pytest.mark.parametrize(("width", "scale"), [(1000, 1.0), (1000, 2.0), (640, 2.0)])
def test_who_said_what_cuts_no_word(qtbot, sheet, width, scale):
    storage = MemoryStorage()
    companion = a_companion(storage=storage, clock=Clock(evening(CYCLE_1 + timedelta(5))))
    write(storage, ("numbness-tingling", CYCLE_1 + timedelta(2), 2))
    write(storage, ("numbness-tingling", CYCLE_1 + timedelta(2), 4), by="Tom")
    sheet.set_text_scale(scale)
    page = a_page(companion)
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.refresh()
    page.show()

    press(page, "Who said what")
    settle()

    table = only(page, SaidView).findChild(PlainTable)
    font, shown = table.font(), []
    for column in range(5):
        cell = table.model().index(0, column)
        if not table.isColumnHidden(column):
            shown.append(cell.data().replace("\u00a0", " "))
            room = table.columnWidth(column)
            assert painting.widest_word(font, cell.data()) < room
            assert painting.text_height(font, cell.data(), room) <= table.rowHeight(0)
    words = ["Wed 6 May", "Numb or tingling", "2 moderate", "4 very severe", "Tom: 2 higher"]
    assert shown == words[: len(shown)]
    assert len(shown) == (5 if width == 1000 else 4)
    assert sum(map(table.columnWidth, range(len(shown)))) <= table.viewport().width()


def test_an_empty_diary_says_what_will_be_here_and_leads_to_today(qtbot):
    page = a_page(a_companion(clock=Clock(datetime(2026, 5, 1, 9, tzinfo=SUMMER))))
    qtbot.addWidget(page)
    page.refresh()
    page.show()

    assert not visible(page, HeatMap)
    with qtbot.waitSignal(page.page_requested) as asked:
        visible(page, QPushButton)[0].click()
    assert asked.args == ["today"]


@pytest.mark.parametrize("view", ["Pattern", "Trend", "Table", "Who said what"])
def test_every_button_of_every_view_has_a_name(page, view):
    press(page, view)
    settle()

    nameless = [b for b in visible(page, QAbstractButton) if not (b.text() or b.accessibleName())]

    assert nameless == []


def test_a_square_says_what_she_would_rather_not_say(companion, page):
    companion.diary.answer("nausea", None, day=CYCLE_1 + timedelta(10))
    page.refresh()
    model = only(page, HeatMap).model()
    square = model.index(0, 10)

    assert model.data(square) == "–"
    assert model.data(square, Qt.ItemDataRole.AccessibleTextRole) == (
        "Nausea, day 11: rather not say"
    )
