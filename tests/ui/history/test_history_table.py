"""What is written down, as a table: found, read on, said by two, saved to a file."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.history.diaries import a_page
from tests.ui.history.test_history_page import START, only, press, texts
from tracker.ui.history.entry_table import EntryTable
from tracker.ui.history.plain_table import PlainTable
from tracker.ui.page import PageAction
from tracker.ui.text import short_day
from tracker.ui.widgets.fields import TextField


def test_the_table_finds_what_was_written(page):
    press(page, "Table")
    table = only(page, EntryTable)
    assert table.model().rowCount() == 9

    search = only(page, TextField)
    search.set_text("sore left")
    search.edited.emit("sore left")

    assert table.model().rowCount() == 4
    assert table.model().index(0, 1).data() == "Sore mouth"
    assert "4 of 9 entries" in texts(page)


def test_a_search_goes_on_through_years_until_it_has_found_enough(qtbot, companion):
    for day in range(200):
        companion.diary.answer("fatigue", 1, day=START - timedelta(day))
    companion.diary.note("purple", day=START - timedelta(199))
    page = a_page(companion)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    press(page, "Table")
    table = only(page, EntryTable)
    assert table.model().rowCount() < 209

    search = only(page, TextField)
    search.set_text("purple")
    search.edited.emit("purple")

    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert table.model().index(0, 2).data() == "purple"


def test_the_table_model_keeps_the_rules_of_qt_models_while_it_reads_on(qtbot, companion):
    for day in range(90):
        companion.diary.answer("fatigue", 1, day=START - timedelta(day))
    page = a_page(companion)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    press(page, "Table")
    model = only(page, EntryTable).entries
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.read_everything()

    assert model.rowCount() == 99


def test_who_said_what_stands_side_by_side(page, companion):
    companion.diary.answer("nausea", 1, day=START + timedelta(24), by="Tom")
    page.refresh()

    press(page, "Who said what")

    model = only(page, PlainTable).model()
    headers = [model.headerData(each, Qt.Orientation.Horizontal) for each in range(5)]
    assert headers == ["Day", "Side effect", "Ana Sample", "Tom", "Difference"]
    row = [model.index(0, column).data() for column in range(1, 5)]
    assert row == ["Nausea", "3 severe", "1 mild", "Ana Sample: 2 higher"]
    assert model.index(0, 4).data(Qt.ItemDataRole.DecorationRole) is not None


@pytest.mark.parametrize(
    ("view", "line"),
    [
        ("Pattern", "Nausea,,,3,3,"),
        ("Trend", "3,3,3,3,3\r\n"),
        ("Table", "2026-05-28,Sore mouth,"),
        ("Who said what", "day,side effect,Ana Sample,difference\r\n"),
    ],
)
def test_what_is_shown_can_be_saved_as_a_table(page, file, view, line):
    press(page, view)

    press(page, "Save what is shown as a table")

    assert line in file.read_bytes().decode()


def test_the_key_for_saving_saves_and_a_refusal_is_said(page, file):
    assert page.perform(PageAction.SAVE)
    assert file.exists()
    assert not page.perform(PageAction.PRINT)


def test_a_folder_that_refuses_is_said_and_nothing_is_lost(qtbot, companion, tmp_path):
    page = a_page(companion, tmp_path / "missing" / "shown.csv")
    qtbot.addWidget(page)
    page.refresh()
    page.show()

    press(page, "Save what is shown as a table")

    assert any("your diary is safe" in text for text in texts(page))


def test_the_chosen_row_stands_below_in_full(page, companion):
    companion.diary.note("a long note " * 20, day=START + timedelta(24))
    page.refresh()
    press(page, "Table")
    table = only(page, EntryTable)

    table.setCurrentIndex(table.model().index(0, 0))

    day = short_day(START + timedelta(24))
    words = f"{day} 2026 · Note · {'a long note ' * 20} · written 2 days later"
    assert words in texts(page)
