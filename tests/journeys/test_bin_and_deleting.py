"""Removed by mistake, put back; moved to another computer; and everything deleted for good."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.builders import NOW
from tests.journeys.dialog_answers import InDialog
from tests.journeys.started import add_an_answer, press, reads
from tracker.storage.dated_copies import copies_in, folder_beside, make_copy
from tracker.storage.erasing import empty
from tracker.storage.version import SCHEMA_VERSION
from tracker.ui.history.entry_table import EntryTable
from tracker.ui.main_window import MainWindow
from tracker.ui.saving import AskWhere
from tracker.ui.setup.deleted_page import DeletedPage
from tracker.ui.setup.page import SetupPage
from tracker.ui.setup.salvaged_page import SalvagedPage
from tracker.ui.setup.trouble_page import TroublePage

pytestmark = pytest.mark.usefixtures("sheet", "qtbot")


@pytest.fixture
def open_privacy(start, diary_in_treatment):
    add_an_answer(diary_in_treatment)
    program = start(diary_in_treatment, MainWindow)
    program.window.show_page("settings")
    press(program, "Privacy and data")
    return program


def test_an_entry_removed_in_the_table_is_put_back_from_the_bin(start, diary_in_treatment):
    add_an_answer(diary_in_treatment)
    program = start(diary_in_treatment, MainWindow)
    program.window.show_page("history", "table")
    program.window.findChild(EntryTable).selectRow(0)
    press(program, "Remove this entry")
    assert reads(program, "Removed; it stays in the bin for 30 days")

    program.window.show_page("settings")
    press(program, "Privacy and data")
    in_bin = InDialog(lambda dialog: (dialog.click_first("Put back"), dialog.click("Close")))
    press(program, "Open the bin")

    assert in_bin.done()
    program.window.show_page("history", "table")
    assert reads(program, "1 of 1 entries")


def test_the_history_of_a_row_says_who_wrote_it(start, diary_in_treatment):
    add_an_answer(diary_in_treatment)
    program = start(diary_in_treatment, MainWindow)
    program.window.show_page("history", "table")
    program.window.findChild(EntryTable).selectRow(0)
    read = []

    def look(dialog):
        read.extend(label.text() for label in dialog.dialog.findChildren(QLabel))
        dialog.click("Close")

    in_dialog = InDialog(look)
    press(program, "What happened to this entry")

    assert in_dialog.done()
    written = "Written Tuesday 12\u00a0May\u00a02026, 20:00, by Ana Sample"
    assert any(text.startswith(written) for text in read)


def test_nothing_is_deleted_before_the_words_are_typed(open_privacy, diary_in_treatment):
    def hesitate(dialog):
        dialog.click("Delete everything")
        assert dialog.dialog.isVisible()
        dialog.click("Cancel")

    hesitating = InDialog(hesitate)
    press(open_privacy, "Delete everything")

    assert hesitating.done()
    assert diary_in_treatment.exists()
    assert isinstance(open_privacy.window, MainWindow)


def test_everything_is_deleted_with_its_copies_and_the_page_says_what_may_be_left(
    qtbot, open_privacy, diary_in_treatment
):
    folder = folder_beside(diary_in_treatment)
    make_copy(diary_in_treatment, None, folder, NOW.replace(tzinfo=None))
    open_privacy.window.page("settings").show_section("profiles")
    open_privacy.window.page("settings").show_section("data")

    def confirm(dialog):
        dialog.click_first("Also delete the copy")
        dialog.fill("To go on, type: delete everything", "Delete  everything")
        dialog.click("Delete everything")

    confirming = InDialog(confirm)
    press(open_privacy, "Delete everything")
    qtbot.waitUntil(lambda: isinstance(open_privacy.window, DeletedPage))

    assert confirming.done()
    assert not diary_in_treatment.exists()
    assert copies_in(folder, diary_in_treatment) == ()
    assert reads(open_privacy, "a stick that is not plugged in")
    press(open_privacy, "Start a new diary")
    assert isinstance(open_privacy.window, SetupPage)


def test_copies_that_were_kept_are_named(qtbot, open_privacy, diary_in_treatment):
    make_copy(diary_in_treatment, None, folder_beside(diary_in_treatment), NOW.replace(tzinfo=None))

    def confirm(dialog):
        dialog.fill("To go on, type: delete everything", "delete everything")
        dialog.click("Delete everything")

    confirming = InDialog(confirm)
    press(open_privacy, "Delete everything")
    qtbot.waitUntil(lambda: isinstance(open_privacy.window, DeletedPage))

    assert confirming.done()
    assert reads(open_privacy, "diary-20260512-200000.sqlite")


def test_a_deletion_that_was_killed_is_finished_at_the_next_start(start, diary_in_treatment):
    empty(diary_in_treatment, None)

    program = start(diary_in_treatment, DeletedPage)

    assert not diary_in_treatment.exists()
    assert reads(program, "Your diary is deleted")


def test_a_diary_moves_to_another_computer_as_one_file(
    qtbot, open_privacy, start, tmp_path: Path, monkeypatch
):
    stick = tmp_path / "stick.sqlite"
    monkeypatch.setattr(AskWhere, "__call__", lambda *_: stick)
    press(open_privacy, "Save the diary for another computer")
    assert reads(open_privacy, "It holds 1 entry")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stick), ""))
    other = start(tmp_path / "other computer" / "diary.sqlite", SetupPage)
    press(other, "I have a diary already")
    qtbot.waitUntil(lambda: isinstance(other.window, MainWindow) and other.is_settled)

    other.window.show_page("history", "table")
    assert reads(other, "1 of 1 entries")


def test_what_a_damaged_diary_still_gives_is_saved_in_the_window(start, diary_in_treatment, qtbot):
    for _ in range(40):
        add_an_answer(diary_in_treatment)
    content = bytearray(diary_in_treatment.read_bytes())
    content[-4096:] = b"\xff" * 4096
    diary_in_treatment.write_bytes(content)
    program = start(diary_in_treatment, TroublePage)
    assert reads(program, "Without one, save what can still be read, below.")

    press(program, "Save what can be read")

    assert isinstance(program.window, SalvagedPage)
    assert reads(program, "What was lost")
    assert diary_in_treatment.read_bytes() == bytes(content)
    press(program, "Go on with what was saved")
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))


def test_of_a_newer_diary_nothing_is_salvaged_as_nothing_of_it_is_lost(start, diary_in_treatment):
    with closing(sqlite3.connect(diary_in_treatment)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    program = start(diary_in_treatment, TroublePage)

    assert reads(program, "was made by a newer version of this program")
    assert not reads(program, "Save what can be read")
    assert not reads(program, "save what can still be read")
