"""Paper and back: blank pages from the window, and a filled one typed in with one key a cell."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import Clock, a_companion
from tests.fakes import MemoryStorage
from tests.ui.history.diaries import Printer, a_page, evening
from tests.ui.history.test_history_page import press, texts
from tests.ui.kit.gallery import settle
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.page_entry import PageReading
from tracker.services.paper_diary import paper_cycle
from tracker.ui.history.page import HistoryPage
from tracker.ui.history.page_dialog import PageDialog
from tracker.ui.history.page_grid import PageGrid
from tracker.ui.history.page_of_cycle import page_sheet
from tracker.ui.history.page_rows import RowKind
from tracker.ui.history.page_sheet import PageSheet
from tracker.ui.notifier import Notifier
from tracker.ui.page import Message
from tracker.ui.widgets.fields import SelectField

START = date(2026, 5, 4)
TODAY = START + timedelta(8)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def companion(storage) -> Companion:
    return a_companion(storage=storage, clock=Clock(evening(TODAY)))


@pytest.fixture
def sheet_of_paper(companion) -> PageSheet:
    return page_sheet(companion, paper_cycle(companion, START))


@pytest.fixture
def dialog(qtbot, companion) -> PageDialog:
    dialog = PageDialog(companion, paper_cycle(companion, START))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def grid_of(dialog: PageDialog) -> PageGrid:
    grid = dialog.findChild(PageGrid)
    assert grid is not None
    return grid


def first_cell(grid: PageGrid, kind: RowKind, column: int = 0) -> QModelIndex:
    sheet = grid.model().sheet
    return grid.model().index(sheet.row_of(kind), column)


def place(grid: PageGrid) -> tuple[int, int]:
    return (grid.currentIndex().row(), grid.currentIndex().column())


def test_a_digit_answers_and_the_same_page_asks_what_the_printed_one_asks(sheet_of_paper):
    assert len(sheet_of_paper.symptoms) == 6
    assert sheet_of_paper.weeks == 3

    assert sheet_of_paper.press(0, START, "3")

    assert sheet_of_paper.text(0, START) == "3"
    symptom, name = sheet_of_paper.symptoms[0]
    assert sheet_of_paper.new_answers() == {(symptom, START): 3}
    assert sheet_of_paper.spoken(0, START) == f"{name}, Monday 4\u00a0May: 3, severe"


@pytest.mark.parametrize("key", ["5", "9", "x", " ", "²"])
def test_other_keys_answer_nothing(sheet_of_paper, key):
    assert not sheet_of_paper.press(0, START, key)
    assert sheet_of_paper.typed == 0


def test_a_dash_is_rather_not_say_and_no_zero(sheet_of_paper):
    sheet_of_paper.press(0, START, "-")

    assert list(sheet_of_paper.new_answers().values()) == [None]
    assert sheet_of_paper.spoken(0, START).endswith("rather not say")


def test_a_day_still_to_come_takes_nothing(sheet_of_paper):
    tomorrow = TODAY + timedelta(1)

    assert not sheet_of_paper.press(0, tomorrow, "1")
    assert sheet_of_paper.spoken(0, tomorrow).endswith("still to come")
    assert sheet_of_paper.typed == 0


def test_what_the_diary_says_already_is_shown_and_not_stored_again(companion):
    companion.diary.answer("nausea", 2, day=START)
    page = page_sheet(companion, paper_cycle(companion, START))
    row = [symptom for symptom, _ in page.symptoms].index("nausea")
    assert page.text(row, START) == "2"
    assert page.spoken(row, START).endswith("2, moderate, in the diary already")

    page.press(row, START, "2")
    assert page.new_answers() == {}

    page.press(row, START, "3")
    assert page.new_answers() == {("nausea", START): 3}

    page.erase(row, START)
    assert page.text(row, START) == "2"


def test_temperatures_are_typed_letter_by_letter(sheet_of_paper):
    row = sheet_of_paper.row_of(RowKind.TEMPERATURE)
    for key in "37,45678":
        assert not sheet_of_paper.press(row, START, key)
    assert sheet_of_paper.new_readings() == {START: PageReading("37,45")}

    sheet_of_paper.erase(row, START)
    assert sheet_of_paper.text(row, START) == "37,4"
    for _ in range(4):
        sheet_of_paper.erase(row, START)
    assert sheet_of_paper.new_readings() == {}


def test_a_week_of_one_symptom_takes_seven_keys(dialog):
    grid = grid_of(dialog)

    QTest.keyClicks(grid, "0123401")

    row = [grid.model().index(0, column).data() for column in range(7)]
    assert row == ["0", "1", "2", "3", "4", "0", "1"]
    assert place(grid) == (1, 0)


def test_enter_begins_the_next_row_and_arrows_go_anywhere(dialog):
    grid = grid_of(dialog)

    QTest.keyClicks(grid, "12")
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert place(grid) == (1, 0)
    assert dialog.isVisible()

    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert place(grid) == (2, 1)

    QTest.keyClick(grid, Qt.Key.Key_Up)
    QTest.keyClicks(grid, "3")
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Backspace)
    assert grid.model().index(1, 1).data() == ""


def test_it_opens_on_the_first_week_that_has_an_empty_day(qtbot, companion):
    for day in range(7):
        companion.diary.answer("nausea", 1, day=START + timedelta(day))

    dialog = PageDialog(companion, paper_cycle(companion, START))
    qtbot.addWidget(dialog)

    model = grid_of(dialog).model()
    assert model.headerData(0, Qt.Orientation.Horizontal).startswith("Day 8\n")


def test_nothing_typed_cannot_be_saved(dialog):
    assert not dialog.accept_button.isEnabled()

    QTest.keyClicks(grid_of(dialog), "1")

    assert dialog.accept_button.isEnabled()
    assert "1 new answer typed" in [label.text() for label in dialog.findChildren(QLabel)]


def test_the_cell_that_is_typed_into_stays_in_sight_on_a_low_screen(dialog, sheet):
    sheet.set_text_scale(2.0)
    dialog.resize(700, 500)
    settle()
    grid = grid_of(dialog)

    for _ in range(5):
        QTest.keyClick(grid, Qt.Key.Key_Return)

    middle = grid.visualRect(grid.currentIndex()).center()
    at = grid.viewport().mapTo(dialog, middle).y()
    assert 0 < at < dialog.accept_button.mapTo(dialog, QPoint(0, 0)).y()


def test_a_full_disk_keeps_the_typed_page_on_the_screen(dialog, storage):
    QTest.keyClicks(grid_of(dialog), "3")
    storage.refuses = True

    dialog.accept_button.click()
    assert dialog.isVisible()

    storage.refuses = False
    dialog.accept_button.click()
    assert dialog.saved is not None
    assert len(dialog.saved.entries) == 1


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def page(qtbot, companion, printer, told, tmp_path) -> HistoryPage:
    notifier = Notifier()
    notifier.changed.connect(told.append)
    page = a_page(companion, tmp_path / "page.pdf", notifier=notifier, printer=printer)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.refresh()
    page.show()
    return page


def test_the_running_cycle_is_chosen_and_the_next_one_can_be(page, printer):
    field = next(f for f in page.findChildren(SelectField) if f.editor.count() == 2)
    assert field.choice == START.isoformat()

    field.choose("2026-05-25")
    press(page, "Print a blank diary page")

    assert [pages.weeks[0].days[0].day for pages in printer.printed] == ["Mon 25 May"]


def test_a_blank_page_is_saved_as_pdf(page, tmp_path):
    press(page, "Save it as PDF")

    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert not [text for text in texts(page) if text == "Not saved"]


def type_and_save(keys: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PageDialog)
    QTest.keyClicks(grid_of(dialog), keys)
    dialog.accept_button.click()


def test_a_filled_page_goes_into_the_diary_and_one_undo_takes_it_back(qtbot, page, companion, told):
    QTimer.singleShot(0, lambda: type_and_save("12-"))

    with qtbot.waitSignal(page.said) as said:
        press(page, "Type in a filled page")

    message = said.args[0]
    assert isinstance(message, Message)
    assert message.text == "Saved from the page: 3"
    assert told == [Changes(symptoms=True)]
    assert len(companion.diary.entries()) == 3
    assert message.undo is not None
    message.undo()
    assert companion.diary.entries() == ()
    assert len(told) == 2


def test_without_a_plan_there_is_nothing_to_print(qtbot):
    page = a_page(a_companion(regimen=None, clock=Clock(evening(TODAY))))
    qtbot.addWidget(page)
    page.refresh()
    page.show()

    assert "On paper" not in texts(page)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_grid_fits_into_its_dialog(dialog, sheet, scale):
    sheet.set_text_scale(scale)
    dialog.resize(960, 640)
    settle()

    grid = grid_of(dialog)
    assert grid.width() <= dialog.width()
    assert grid.columnViewportPosition(6) + grid.columnWidth(6) <= grid.viewport().width()
