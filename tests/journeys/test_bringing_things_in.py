"""Diaries and tables brought in by the window: seen first, stored once."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.exceptions import capture_exceptions

from tests.builders import Clock
from tests.journeys.brought_in import copy_of, open_data, saved
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window
from tracker.exchange import diary_json

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
