"""Diaries and tables brought in by the window: seen first, stored once."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.exceptions import capture_exceptions

from tests.builders import Clock
from tests.journeys.brought_in import copy_of, open_data, saved
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window
from tracker.exchange import diary_json
from tracker.ui.widgets.labels import WrappedLabel

pytestmark = pytest.mark.usefixtures("sheet")


@pytest.fixture
def hands(qtbot, diary_in_treatment: Path) -> Hands:
    hands = open_window(qtbot, diary_in_treatment, Clock())
    hands.companion.diary.answer("nausea", 1)
    return hands


def another(entry, **changes):
    return {**entry, "id": "88888888-0000-4000-8000-000000000001", **changes}


def test_a_diary_is_brought_in_and_twice_adds_nothing(hands, tmp_path, choose_file):
    plain = copy_of(hands)
    entries = plain["people"][0]["entries"]
    entries.append(another(entries[0], symptom="pain"))
    choose_file(saved(tmp_path, plain))
    open_data(hands)

    hands.click("Bring in a diary (JSON)")
    assert hands.reads("Added 1 entry; 1 entry already here.")
    hands.click("Bring in a diary (JSON)")

    assert hands.reads("Added 0 entries; 2 entries already here.")
    assert len(hands.companion.diary.entries()) == 2


def test_a_file_that_is_wrong_is_refused_with_its_place(hands, tmp_path, choose_file):
    plain = copy_of(hands)
    plain["people"][0]["entries"][0]["mood"] = 1
    choose_file(saved(tmp_path, plain))
    open_data(hands)

    hands.click("Bring in a diary (JSON)")

    assert hands.reads("people[0].entries[0].mood")
    assert len(hands.companion.diary.entries()) == 1


def test_a_long_import_is_stopped_and_nothing_was_added(hands, tmp_path, choose_file):
    plain = copy_of(hands)
    entries = plain["people"][0]["entries"]
    for number in range(40_000):
        entries.append(another(entries[0], id=str(UUID(int=number + 1, version=4))))
    choose_file(saved(tmp_path, plain))
    open_data(hands)

    answers = InDialog(lambda dialog: dialog.click("Stop"))
    hands.click("Bring in a diary (JSON)")

    assert answers.failure is None
    assert hands.reads("Stopped; nothing was imported.")
    assert len(hands.companion.diary.entries()) == 1


def test_a_fault_while_a_diary_is_read_is_told_as_what_it_is(
    hands, tmp_path, choose_file, monkeypatch
):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(diary_json, "read_diary_file", fail)
    choose_file(saved(tmp_path, copy_of(hands)))
    open_data(hands)

    with capture_exceptions() as raised:
        hands.click("Bring in a diary (JSON)")

    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert not hands.reads("Brought in")


def test_a_diary_too_large_to_come_back_says_so_where_it_was_saved(hands, tmp_path, monkeypatch):
    path = tmp_path / "large.json"
    monkeypatch.setattr(diary_json, "LARGEST_FILE", 10)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])
    open_data(hands)

    hands.click("Save everything as JSON")

    assert path.exists()
    assert hands.reads("more than can be imported again")


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
        select(dialog, "Column with how bad it was", "Symptom")
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
    hands.companion.undo_last()
    assert len(hands.companion.diary.entries()) == 1


def in_words(dialog):
    found = " ".join(each.text() for each in dialog.dialog.findChildren(WrappedLabel))
    return found.replace("\u00a0", " ")


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
