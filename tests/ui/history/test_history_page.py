"""The History page as a person uses it."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.builders import SUMMER, Clock, a_companion
from tracker.services.companion import Companion
from tracker.ui.history.entry_table import EntryTable
from tracker.ui.history.heat_map import HeatMap
from tracker.ui.history.heat_model import HeatMapModel
from tracker.ui.history.page import HistoryPage
from tracker.ui.history.state import build_state
from tracker.ui.widgets.choices import ChoiceChip, SegmentedControl
from tracker.ui.widgets.fields import TextField

START = date(2026, 5, 4)


@pytest.fixture
def companion() -> Companion:
    companion = a_companion(clock=Clock(datetime(2026, 5, 30, 20, tzinfo=SUMMER)))
    for day in (2, 3, 23, 24):
        companion.diary.answer("nausea", 3, day=START + timedelta(day))
        companion.diary.answer("mouth-sores", 1, day=START + timedelta(day), note="left side")
    companion.diary.temperature("37.2", "degC", day=START)
    return companion


@pytest.fixture
def page(qtbot, companion: Companion) -> HistoryPage:
    page = HistoryPage(companion)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.refresh()
    page.show()
    return page


def only(page: QWidget, kind: type):
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_model_keeps_the_rules_of_qt_models(companion):
    model = HeatMapModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_state(build_state(companion).heat)

    assert (model.rowCount(), model.columnCount()) == (2, 21)


def test_each_cell_speaks_symptom_day_and_severity(companion):
    model = HeatMapModel()
    model.show_state(build_state(companion).heat)
    role = Qt.ItemDataRole.AccessibleTextRole

    assert model.index(0, 2).data(role) == "Nausea, day 3: worst 3, severe"
    assert model.index(0, 9).data(role) == "Nausea, day 10: not answered"
    assert model.headerData(2, Qt.Orientation.Horizontal, role) == "Day 3"


def test_arrow_keys_move_through_the_map_and_the_words_follow(page):
    heat = only(page, HeatMap)
    heat.setCurrentIndex(heat.model().index(0, 1))

    QTest.keyClick(heat, Qt.Key.Key_Right)

    assert "Nausea, day 3: worst 3, severe. Cycle 1 – 3 severe, Cycle 2 – 3 severe" in texts(page)


def test_switching_a_cycle_off_leaves_its_answers_out(page):
    chips = [each for each in page.findChildren(ChoiceChip) if each.isVisible()]

    chips[1].click()
    heat = only(page, HeatMap)
    heat.setCurrentIndex(heat.model().index(0, 2))

    assert any("Cycle 1 – 3 severe" in text and "Cycle 2" not in text for text in texts(page))


def test_switching_every_cycle_off_shows_them_all_again(page):
    for chip in page.findChildren(ChoiceChip):
        chip.click()

    assert all(chip.isChecked() for chip in page.findChildren(ChoiceChip))


def test_one_side_effect_is_shown_cycle_by_cycle(page):
    page.findChild(SegmentedControl).findChildren(QWidget)[1].click()

    model = only(page, HeatMap).model()
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert names == ["Cycle 1", "Cycle 2"]


def test_the_table_finds_what_was_written(page):
    page.findChild(SegmentedControl).findChildren(QWidget)[2].click()
    table = only(page, EntryTable)
    assert table.model().rowCount() == 9

    search = next(each for each in page.findChildren(TextField) if each.isVisible())
    search.set_text("sore left")
    search.edited.emit("sore left")

    assert table.model().rowCount() == 4
    assert table.model().index(0, 1).data() == "Sore mouth"


def test_an_empty_diary_says_what_will_be_here_and_leads_to_today(qtbot):
    page = HistoryPage(a_companion(clock=Clock(datetime(2026, 5, 1, 9, tzinfo=SUMMER))))
    qtbot.addWidget(page)
    page.refresh()
    page.show()

    assert not only_or_none(page, HeatMap)
    with qtbot.waitSignal(page.page_requested) as asked:
        next(b for b in page.findChildren(QPushButton) if b.isVisible()).click()
    assert asked.args == ["today"]


def only_or_none(page: QWidget, kind: type):
    return next((each for each in page.findChildren(kind) if each.isVisible()), None)


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
