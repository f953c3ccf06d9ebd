"""Parts that wrap remember their heights, and forget them when anything in them changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QScrollArea, QTableView, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from tracker.clinical.library import library
from tracker.ui.history.heat_headers import DayHeader, HeatNameHeader
from tracker.ui.history.heat_map import HeatMap
from tracker.ui.history.plain_table import PlainTable
from tracker.ui.plan.calendar_view import MonthCalendar
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.symptom_row import SymptomRow

PARTS = [("Nausea was worst ", False), ("on days 3 and 4 of every cycle", True)]


def test_words_with_bold_pieces_are_higher_in_larger_text(qtbot, sheet):
    label = PartsLabel()
    qtbot.addWidget(label)
    label.show_parts(PARTS)
    before = label.heightForWidth(200)

    sheet.set_text_scale(2.0)

    assert label.heightForWidth(200) > before


def test_words_with_bold_pieces_are_higher_when_there_are_more_of_them(qtbot):
    label = PartsLabel()
    qtbot.addWidget(label)
    label.show_parts(PARTS)
    before = label.heightForWidth(200)

    label.show_parts(PARTS * 4)

    assert label.heightForWidth(200) > before


def test_a_row_of_buttons_wraps_anew_when_one_of_them_says_more(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    buttons = [SecondaryButton(words) for words in ("One", "Two")]
    for button in buttons:
        flow.addWidget(button)
    before = flow.heightForWidth(240)

    buttons[0].setText("One that says much more than one")

    assert flow.heightForWidth(240) > before


def test_a_row_of_buttons_wraps_anew_when_one_of_them_goes(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    buttons = [SecondaryButton("One that is wide"), SecondaryButton("Two that is wide")]
    for button in buttons:
        flow.addWidget(button)
    holder.show()
    before = flow.heightForWidth(200)

    buttons[0].hide()

    assert flow.heightForWidth(200) < before


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_symptom_is_higher_with_its_advice_and_as_high_as_before_without(qtbot, sheet, scale):
    sheet.set_text_scale(scale)
    row = SymptomRow("nausea", "Nausea", library().symptoms["nausea"].levels)
    qtbot.addWidget(row)
    before = row.heightForWidth(600)

    row.show_advice([("Call now", True), (" the number on your card", False)])
    with_advice = row.heightForWidth(600)
    row.show_advice([("Call now", True), (" the number on your card " * 20, False)])
    with_more = row.heightForWidth(600)
    row.show_advice(None)

    assert before < with_advice < with_more
    assert row.heightForWidth(600) == before


def test_a_page_is_as_wide_before_it_can_be_scrolled_as_after(qtbot):
    area = PageScroll()
    qtbot.addWidget(area)
    area.resize(700, 300)
    area.show()
    before = area.widget().width()

    high = QWidget()
    high.setFixedHeight(900)
    area.column.addWidget(high)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)

    assert area.widget().width() == before


def side_by_side_but_for_the_scroll_bar() -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for _ in range(2):
        part = QWidget()
        part.setFixedSize(285, 60)
        flow.addWidget(part)
    return holder


def longer_than_an_answer_usually_is() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    for _ in range(4):
        column.addWidget(ChoiceCard("In this diary", "sick " * 16))
    return holder


@pytest.mark.parametrize(
    "held", [side_by_side_but_for_the_scroll_bar, longer_than_an_answer_usually_is]
)
def test_a_dialog_with_room_shows_all_it_holds(qtbot, held):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    dialog = Dialog("Why?", "Note it", host)
    dialog.body.addWidget(held())

    dialog.show()

    assert dialog.findChild(PageScroll).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("ours", "plain"),
    [
        (PageScroll, QScrollArea),
        (HeatMap, QTableView),
        (PlainTable, QTableView),
        (MonthCalendar, QTableView),
    ],
)
def test_the_keyboard_need_not_wait_until_every_type_of_widget_is_made(qtbot, ours, plain):
    area = ours("Table") if ours is PlainTable else ours()
    usual = plain()
    for each in (area, usual):
        qtbot.addWidget(each)

    _is_like(area.viewport(), usual.viewport())


@pytest.mark.parametrize("header", [DayHeader, HeatNameHeader])
def test_nor_for_the_headers_of_the_heat_map(qtbot, header):
    holder = QWidget()
    qtbot.addWidget(holder)
    usual = QHeaderView(Qt.Orientation.Horizontal, holder)

    _is_like(header(holder).viewport(), usual.viewport())


def _is_like(viewport: QWidget, usual: QWidget) -> None:
    assert Shiboken.createdByPython(viewport)
    assert viewport.backgroundRole() == usual.backgroundRole()
    assert viewport.autoFillBackground() == usual.autoFillBackground()
    assert viewport.hasMouseTracking() == usual.hasMouseTracking()
    assert viewport.focusPolicy() == usual.focusPolicy()
