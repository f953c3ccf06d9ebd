"""Symptoms from another program: which column is which, seen whole, stored and taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit

from tests.builders import Clock
from tests.journeys.brought_in import open_data
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window
from tracker.ui.importing.mapping_state import SCALES
from tracker.ui.widgets.labels import WrappedLabel

pytestmark = pytest.mark.usefixtures("sheet")


@pytest.fixture
def hands(qtbot, diary_in_treatment: Path) -> Hands:
    hands = open_window(qtbot, diary_in_treatment, Clock())
    hands.companion.diary.answer("nausea", 1)
    return hands


TABLE = """When;Symptom;How bad;Remarks
04.05.2026;Nausea;mild;after lunch
05.05.2026;Gut;2;
06.05.2026;Nausea;awful;
"""


def test_a_table_is_mapped_seen_stored_and_taken_back_in_one_step(hands, tmp_path, choose_file):
    path = tmp_path / "other.csv"
    path.write_text(TABLE, encoding="utf-8")
    choose_file(path)
    open_data(hands)

    def answer(dialog):
        dialog.click("Bring in")
        assert "Choose the column with how bad it was." in in_words(dialog)
        assert "Nothing to bring in yet" in seen(dialog)
        select(dialog, "Column with how bad it was", "Symptom")
        assert "Nothing to bring in yet" not in seen(dialog)
        assert "One column cannot hold two of these" in in_words(dialog)
        select(dialog, "Column with how bad it was", "How bad")
        assert "“04.05.2026” could be Monday 4 May 2026 or Sunday 5 April 2026." in in_words(dialog)
        select(dialog, "How a day is written there", "Day, month, year: 04.05.2026")
        select(dialog, "“Gut” is", "Diarrhea")
        words = in_words(dialog)
        assert "2 answers on 2 days" in words
        assert "1 row left out" in words
        assert "Row 4: “awful” is neither 0 to 4" in words
        dialog.click("Bring in")

    answers = InDialog(answer)
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.done()
    assert hands.reads("Added 2 answers on 2 days. 1 row left out.")
    brought = [e for e in hands.companion.diary.entries() if e.day.month == 5 and e.day.day < 7]
    assert [(e.symptom, e.severity) for e in brought] == [("nausea", 1), ("diarrhea", 2)]
    hands.window.take_back()
    hands.settle()
    assert len(hands.companion.diary.entries()) == 1
    assert not hands.reads("Added 2 answers on 2 days.")


def test_one_odd_row_turns_no_april_into_august_and_is_named(hands, tmp_path, choose_file):
    path = tmp_path / "other.csv"
    days = "".join(f"04/{day:02}/2026,Nausea,2\n" for day in (*range(1, 13), 9))
    path.write_text(f"Date,Symptom,Severity\n{days}13/04/2026,Nausea,1\n", encoding="utf-8")
    choose_file(path)
    open_data(hands)

    def answer(dialog):
        words = in_words(dialog)
        assert "“04/01/2026” could be Sunday 4 January 2026 or Wednesday 1 April 2026." in words
        assert "Row 15 has “13/04/2026”, which is a day only as day, month, year." in words
        select(dialog, "How a day is written there", "Day, month, year: 04.05.2026")
        assert "Fri 4 Sep 2026 is still to come" in in_words(dialog)
        select(dialog, "How a day is written there", "Month, day, year: 05/04/2026")
        assert "12 answers on 12 days" in in_words(dialog)
        assert "Row 15: “13/04/2026” is no day" in in_words(dialog)
        dialog.click("Cancel")

    answers = InDialog(answer)
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.done()


def in_words(dialog):
    found = " ".join(each.text() for each in dialog.dialog.findChildren(WrappedLabel))
    return found.replace("\u00a0", " ")


def seen(dialog):
    labels = dialog.dialog.findChildren(QLabel)
    return " ".join(each.text() for each in labels if each.isVisible())


def select(dialog, name, option):
    box = dialog.named(name, QComboBox)
    box.setCurrentIndex(box.findText(option))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()


TWO_COLUMNS = """When;Symptom;Also;How bad
04.05.2026;Gut;Gut;2
"""


def test_what_a_name_means_in_one_column_is_not_taken_over_into_another(
    hands, tmp_path, choose_file
):
    path = tmp_path / "other.csv"
    path.write_text(TWO_COLUMNS, encoding="utf-8")
    choose_file(path)
    open_data(hands)

    def answer(dialog):
        select(dialog, "How a day is written there", "Day, month, year: 04.05.2026")
        select(dialog, "Column with how bad it was", "How bad")
        select(dialog, "“Gut” is", "Diarrhea")
        select(dialog, "Column with the symptom", "Also")
        dialog.click("Bring in")

    answers = InDialog(answer)
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.done()
    (brought,) = [e for e in hands.companion.diary.entries() if e.severity == 2]
    assert brought.symptom == "own:Gut"


def test_a_column_without_days_is_told(hands, tmp_path, choose_file):
    path = tmp_path / "other.csv"
    path.write_text("Date,Symptom,Score\nlong ago,Nausea,7\nMonday,Nausea,3\n", encoding="utf-8")
    choose_file(path)
    open_data(hands)

    def look(dialog):
        assert "No day can be read in this column; choose another one." in in_words(dialog)

    answers = InDialog(look)
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.failure is None


def test_what_is_no_table_is_refused(hands, tmp_path, choose_file):
    path = tmp_path / "other.csv"
    path.write_text("nothing", encoding="utf-8")
    choose_file(path)
    open_data(hands)

    hands.click("Bring in symptoms from a table (CSV)")

    assert hands.reads("no columns and rows")


def test_one_number_above_four_is_asked_about_and_leaves_out_its_row_alone(
    hands, tmp_path, choose_file
):
    path = tmp_path / "other.csv"
    path.write_text(
        "Date,Symptom,Score\n2026-05-04,Nausea,3\n2026-05-05,Nausea,9\n2026-05-06,Nausea,1\n",
        encoding="utf-8",
    )
    choose_file(path)
    open_data(hands)

    def answer(dialog):
        assert "Row 3 has “9”, other rows have 4 or less." in in_words(dialog)
        select(dialog, "How far do the numbers count?", SCALES[1][1])
        assert "3 rows left out" in in_words(dialog)
        select(dialog, "How far do the numbers count?", SCALES[0][1])
        assert "2 answers on 2 days" in in_words(dialog)
        assert "Row 3: “9” is neither 0 to 4" in in_words(dialog)
        dialog.click("Bring in")

    answers = InDialog(answer)
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.done()
    assert hands.reads("Added 2 answers on 2 days. 1 row left out.")


def test_what_was_said_of_one_column_is_asked_again_of_another(hands, tmp_path, choose_file):
    path = tmp_path / "other.csv"
    path.write_text(
        "Date,Symptom,Score,Also\n2026-05-04,Nausea,3,2\n2026-05-05,Nausea,9,7\n",
        encoding="utf-8",
    )
    choose_file(path)
    open_data(hands)

    def look(dialog):
        select(dialog, "How far do the numbers count?", SCALES[0][1])
        select(dialog, "Column with how bad it was", "Also")
        assert "Row 3 has “7”, other rows have 4 or less." in in_words(dialog)

    answers = InDialog(look)
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.failure is None


def test_every_row_can_be_seen_before_anything_is_stored(hands, tmp_path, choose_file):
    good = [f"2026-04-{day:02},Nausea,1" for day in range(1, 21)]
    bad = [f"2026-04-{day:02},Nausea,awful" for day in range(21, 29)]
    path = tmp_path / "other.csv"
    path.write_text("\n".join(("Date,Symptom,Score", *good, *bad)), encoding="utf-8")
    choose_file(path)
    open_data(hands)

    def look(dialog):
        assert in_words(dialog).count("awful") == 4
        dialog.click("Show all rows")
        shown = dialog.named("All rows", QPlainTextEdit)
        lines = shown.toPlainText().splitlines()
        assert lines[0].startswith("Row 22: “awful”")
        assert lines[7].startswith("Row 29: “awful”")
        assert len(lines) == 28
        assert shown.isReadOnly()
        assert shown.verticalScrollBar().maximum() > 0
        select(dialog, "Column with how bad it was", "Symptom")
        assert not shown.isVisible()

    answers = InDialog(look)
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.failure is None
    assert len(hands.companion.diary.entries()) == 1


def test_a_refusal_goes_once_another_file_is_brought_in_or_given_up(hands, tmp_path, choose_file):
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    wrong.write_text("nothing", encoding="utf-8")
    right.write_text(TABLE, encoding="utf-8")
    open_data(hands)
    choose_file(wrong)
    hands.click("Bring in symptoms from a table (CSV)")
    assert hands.reads("Nothing was brought in")

    choose_file(right)
    answers = InDialog(lambda dialog: dialog.click("Cancel"))
    hands.click("Bring in symptoms from a table (CSV)")

    assert answers.done()
    assert not hands.reads("Nothing was brought in")
