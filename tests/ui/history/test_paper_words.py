"""A paper page's rows for own words and notes: everything that was written is typed in."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import Clock, a_companion
from tests.ui.history.diaries import evening
from tests.ui.history.test_paper import (
    START,
    TODAY,
    companion,
    dialog,
    first_cell,
    grid_of,
    storage,
)
from tests.ui.kit.gallery import settle
from tracker.domain.entries import NoteEntry, SymptomEntry
from tracker.report.blank_diary import blank_diary
from tracker.services.paper_diary import paper_cycle
from tracker.ui.history.page_dialog import PageDialog
from tracker.ui.history.page_fields import OwnWordField
from tracker.ui.history.page_of_cycle import page_sheet
from tracker.ui.history.page_rows import RowKind
from tracker.ui.widgets import painting

__all__ = ["companion", "dialog", "storage"]


def the_sheet(companion):
    return page_sheet(companion, paper_cycle(companion, START))


def keys(text: str = "", *special: Qt.Key) -> None:
    target = QApplication.focusWidget()
    QTest.keyClicks(target, text)
    for key in special:
        QTest.keyClick(QApplication.focusWidget(), key)


def words_of(dialog: PageDialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def stored(companion) -> list[tuple[str, object, object]]:
    entries = companion.diary.entries()
    answers = [(e.symptom, e.day, e.severity) for e in entries if isinstance(e, SymptomEntry)]
    return answers + [(e.text, e.day, None) for e in entries if isinstance(e, NoteEntry)]


@pytest.mark.parametrize("own", [(), ("own:a word as long as a whole sentence",)])
def test_every_row_of_the_printed_page_can_be_typed_in_its_order(companion, own):
    for symptom in ("sleep-trouble", *own):
        companion.diary.answer(symptom, 2, day=START)

    paper, sheet = blank_diary(companion, START), the_sheet(companion)

    assert [name for _, name in sheet.symptoms] == list(paper.symptoms)
    assert "Trouble sleeping" in paper.symptoms
    assert len(sheet.own.words) == paper.own_rows > 0
    below = [sheet.kind(row) for row in range(sheet.own_rows.stop, sheet.rows)]
    assert below == [
        RowKind.TEMPERATURE, RowKind.AFTER_MEDICINE, RowKind.NOTES, RowKind.QUESTIONS,
    ]  # fmt: skip


def test_what_was_answered_and_has_no_printed_row_stands_in_a_row_for_own_words():
    companion = a_companion(clock=Clock(evening(TODAY)))
    companion.diary.answer("sleep-trouble", 0, day=START)

    sheet = the_sheet(companion)

    row = sheet.own_rows[0]
    assert sheet.own_word(row) == "Trouble sleeping"
    assert sheet.spoken(row, START).endswith("0, none, in the diary already")


def test_a_word_and_its_answers_are_typed_without_leaving_the_keyboard(dialog, companion):
    grid = grid_of(dialog)
    grid.setCurrentIndex(first_cell(grid, RowKind.OWN))
    grid.setFocus()
    keys("d")
    keys("ry eyes")
    in_field = isinstance(QApplication.focusWidget(), OwnWordField)
    keys("", Qt.Key.Key_Return)
    keys("12-")

    dialog.accept_button.click()

    assert in_field
    days = [START + timedelta(n) for n in range(3)]
    assert stored(companion) == [
        ("own:dry eyes", days[0], 1),
        ("own:dry eyes", days[1], 2),
        ("own:dry eyes", days[2], None),
    ]


def test_enter_at_the_last_symptom_asks_for_a_word_and_an_empty_one_goes_on(dialog):
    grid = grid_of(dialog)
    rows = grid.model().sheet
    grid.setCurrentIndex(grid.model().index(rows.own_rows[0] - 1, 0))
    grid.setFocus()

    keys("", Qt.Key.Key_Return)
    asked = QApplication.focusWidget()
    for _ in rows.own_rows:
        keys("", Qt.Key.Key_Return)

    assert isinstance(asked, OwnWordField)
    assert QApplication.focusWidget() is grid
    assert grid.currentIndex() == first_cell(grid, RowKind.TEMPERATURE)


def test_a_word_that_the_list_knows_is_that_symptom_however_it_is_written(companion):
    sheet = the_sheet(companion)
    row = sheet.own_rows[0]
    sheet.press(row, START, "2")

    sheet.name_row(row, " trouble  Sleeping ")

    assert sheet.new_answers() == {("sleep-trouble", START): 2}


def test_answers_without_a_word_and_a_word_twice_are_refused_at_their_row(dialog, companion):
    grid = grid_of(dialog)
    sheet = grid.model().sheet
    row = sheet.own_rows[0]
    sheet.press(row, START, "2")
    grid.show_again()
    dialog.accept_button.click()
    nameless = (words_of(dialog), QApplication.focusWidget().row)

    keys("Nausea")
    dialog.accept_button.click()
    twice = words_of(dialog)
    QApplication.focusWidget().clear()
    keys("Dry eyes")
    dialog.accept_button.click()

    assert "Type the word of the row that has answers and no word." in nameless[0]
    assert nameless[1] == row
    assert "“Nausea” has a row above. Type its answers there." in twice
    assert stored(companion) == [("own:Dry eyes", START, 2)]


def test_notes_are_typed_day_by_day_and_stored_about_their_days(dialog, companion):
    grid = grid_of(dialog)
    grid.setCurrentIndex(first_cell(grid, RowKind.NOTES))
    grid.setFocus()
    keys("took 2 tablets")
    keys("", Qt.Key.Key_Return)
    keys("slept", Qt.Key.Key_Escape)
    first = first_cell(grid, RowKind.NOTES)
    shown = (first.data(), first.data(Qt.ItemDataRole.AccessibleTextRole))
    still_open = dialog.isVisible()

    dialog.accept_button.click()

    assert still_open
    assert shown == ("took 2 tablets", "Notes, Monday 4\u00a0May: took 2 tablets")
    assert stored(companion) == [
        ("took 2 tablets", START, None),
        ("slept", START + timedelta(1), None),
    ]


def test_a_note_that_is_emptied_again_is_none_and_a_stored_one_is_shown(companion):
    companion.diary.note("was here", day=START)
    sheet = the_sheet(companion)
    row = sheet.row_of(RowKind.NOTES)
    before = sheet.spoken(row, START)

    sheet.notes.write(START, "more")
    sheet.erase(row, START)
    sheet.notes.write(START, "  ")

    assert before.endswith("was here, in the diary already")
    assert sheet.notes.new() == {}
    assert sheet.typed == 0


def test_a_question_on_the_page_waits_for_the_next_visit_as_any_other(dialog, companion):
    grid = grid_of(dialog)
    grid.setCurrentIndex(first_cell(grid, RowKind.QUESTIONS))
    grid.setFocus()
    keys("may I swim?")
    field = QApplication.focusWidget()
    place = (field.accessibleName(), field.geometry().center().y())
    keys("", Qt.Key.Key_Return)
    keys("and sauna", Qt.Key.Key_Escape)
    cell = first_cell(grid, RowKind.QUESTIONS)
    spoken = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    top = grid.horizontalHeader().height() + grid.rowViewportPosition(cell.row())

    dialog.accept_button.click()

    asked = [(each.text, each.day) for each in companion.diary.questions_open()]
    assert asked == [("may I swim?", START), ("and sauna", START + timedelta(1))]
    assert stored(companion) == []
    assert place[0] == "Question, Monday 4\u00a0May"
    assert top < place[1] < top + grid.rowHeight(cell.row())
    assert spoken == "Questions, Monday 4\u00a0May: may I swim?"


def test_a_question_that_is_in_the_diary_stands_on_the_page_and_is_not_stored_again(companion):
    companion.diary.question("may I swim?", day=START)

    sheet = the_sheet(companion)

    row = sheet.row_of(RowKind.QUESTIONS)
    assert sheet.spoken(row, START).endswith("may I swim?, in the diary already")
    assert sheet.typed == 0


def test_a_draft_keeps_words_their_answers_and_notes(companion):
    sheet, again = the_sheet(companion), the_sheet(companion)
    row = sheet.own_rows[1]
    sheet.name_row(row, "dry eyes")
    sheet.press(row, START, "3")
    sheet.notes.write(START, "x")
    sheet.questions.write(START, "why?")

    again.take_text(sheet.as_text())

    assert again.own_word(row) == "dry eyes"
    assert again.new_answers() == {("own:dry eyes", START): 3}
    assert again.notes.new() == {START: "x"}
    assert again.questions.new() == {START: "why?"}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(860, 768), (860, 640), (600, 440)])
def test_what_the_keys_do_is_never_cut(dialog, sheet, scale, size):
    sheet.set_text_scale(scale)
    dialog.resize(*size)
    settle()

    help_ = next(each for each in dialog.findChildren(QLabel) if each.text().startswith("0 to 4"))
    assert help_.height() >= help_.heightForWidth(help_.width())
    if size[0] > 600 and scale == 1.0:
        assert help_.mapTo(dialog, help_.rect().bottomLeft()).y() < dialog.height()


def test_the_help_is_that_of_the_row_that_has_the_keyboard(dialog):
    grid = grid_of(dialog)
    sheet = grid.model().sheet
    sheet.name_row(sheet.own_rows[0], "dry eyes")
    kinds = (RowKind.TEMPERATURE, RowKind.NOTES, RowKind.QUESTIONS)
    rows = [0, *sheet.own_rows[:2], *map(sheet.row_of, kinds)]

    said = []
    for row in rows:
        grid.setCurrentIndex(grid.model().index(row, 1))
        said.append(words_of(dialog))

    starts = (
        "0 to 4", "0 to 4", "Type the word", "As it is written", "A question goes into", "It waits",
    )  # fmt: skip
    assert [start in words for start, words in zip(starts, said, strict=True)] == [True] * 6


@pytest.mark.parametrize("width", [560, 960])
def test_no_word_of_a_row_is_cut_at_twice_the_text(dialog, sheet, width):
    sheet.set_text_scale(2.0)
    dialog.resize(width, 640)
    settle()

    header = grid_of(dialog).verticalHeader()
    names = [grid_of(dialog).model().sheet.name(row) for row in range(header.count())]
    widest = max(painting.widest_word(header.font(), name) for name in names)
    assert widest < header.width()
