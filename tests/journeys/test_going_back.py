"""Copies in the window: made by themselves, tried, and gone back to when the diary is damaged."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import NOW, PERSON_ID
from tests.journeys.dialog_answers import InDialog
from tests.journeys.started import add_an_answer, press, reads
from tracker.app import program as program_module
from tracker.app.program import Program
from tracker.services.ports import EntryQuery
from tracker.storage.dated_copies import copies_in, folder_beside, make_copy
from tracker.storage.opening import open_diary
from tracker.ui.main_window import MainWindow
from tracker.ui.settings.copies_card import CopiesCard
from tracker.ui.setup.trouble_page import TroublePage

pytestmark = pytest.mark.usefixtures("sheet", "qtbot")


def entries_in(path: Path) -> int:
    diary = open_diary(path, moment=NOW)
    found = len(diary.entries(PERSON_ID, EntryQuery()))
    diary.close()
    return found


def damage(path: Path) -> bytes:
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    return bytes(content)


def open_privacy(program: Program) -> None:
    program.window.show_page("settings")
    press(program, "Privacy and data")


def test_a_copy_of_the_day_is_made_after_the_first_pages_are_shown(
    qtbot, start, diary_in_treatment, monkeypatch
):
    monkeypatch.setattr(program_module, "_COPY_AFTER", 0)
    start(diary_in_treatment, MainWindow)
    folder = folder_beside(diary_in_treatment)

    qtbot.waitUntil(lambda: len(copies_in(folder, diary_in_treatment)) == 1)

    assert copies_in(folder, diary_in_treatment)[0].made_at == NOW.replace(tzinfo=None)


def test_damage_that_only_the_copy_of_the_day_finds_is_said_above_the_page(
    qtbot, start, diary_in_treatment, monkeypatch
):
    monkeypatch.setattr(program_module, "_COPY_AFTER", 0)
    monkeypatch.setattr(program_module, "_ASK_COPYING", 0)
    monkeypatch.setattr("tracker.storage.opening._CHECKED_AT_EACH_START", 0)
    with closing(sqlite3.connect(diary_in_treatment)) as raw:
        question = "SELECT rootpage FROM sqlite_master WHERE name = 'entry_history'"
        (page,) = raw.execute(question).fetchone()
    content = bytearray(diary_in_treatment.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    diary_in_treatment.write_bytes(content)

    program = start(diary_in_treatment, MainWindow)

    qtbot.waitUntil(lambda: reads(program, "is damaged; nothing was changed"))
    assert program._copies().damage() is None  # said once, however often a copy is tried


def test_a_damaged_diary_offers_its_copies_and_goes_back_to_one(qtbot, start, diary_in_treatment):
    add_an_answer(diary_in_treatment)
    folder = folder_beside(diary_in_treatment)
    make_copy(diary_in_treatment, None, folder, NOW - timedelta(days=1))
    make_copy(diary_in_treatment, None, folder, NOW - timedelta(days=2))
    damage(copies_in(folder, diary_in_treatment)[1].path)
    damaged = damage(diary_in_treatment)
    program = start(diary_in_treatment, TroublePage)
    assert reads(program, "It holds 1 entry, the last of Tuesday 12 May 2026.")
    assert diary_in_treatment.read_bytes() == damaged

    press(program, "Go back to the copy of Monday")
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    program.close()

    assert entries_in(diary_in_treatment) == 1
    kept = [each for each in diary_in_treatment.parent.iterdir() if "before-restore" in each.name]
    assert [each.read_bytes() for each in kept] == [damaged]


def test_the_latest_copy_is_made_and_tried_in_the_settings(start, diary_in_treatment):
    add_an_answer(diary_in_treatment)
    program = start(diary_in_treatment, MainWindow)
    open_privacy(program)
    assert reads(program, "There is no copy yet.")

    press(program, "Make a copy now")
    press(program, "Try whether the latest copy opens")

    assert reads(program, "The latest copy opened")
    assert reads(program, "It holds 1 entry, the last of Tuesday 12 May 2026.")
    assert reads(program, "The latest copy is of Tuesday 12 May 2026")


def test_going_back_in_the_settings_says_first_what_the_copy_holds(
    qtbot, start, diary_in_treatment
):
    contents = make_copy(
        diary_in_treatment, None, folder_beside(diary_in_treatment), NOW - timedelta(days=1)
    )
    copy = copies_in(folder_beside(diary_in_treatment), diary_in_treatment)[0].path
    add_an_answer(diary_in_treatment)
    program = start(diary_in_treatment, MainWindow)
    open_privacy(program)
    before = program.window
    said: list[str] = []

    dialog = InDialog(
        lambda shown: (
            said.extend(each.text() for each in shown.dialog.findChildren(QLabel)),
            shown.click("Go back to this copy"),
        )
    )
    program.window.findChild(CopiesCard).offer(copy)
    qtbot.waitUntil(lambda: program.window is not before)
    program.close()

    assert dialog.failure is None
    assert "It holds 0 entries." in said
    assert contents.entries == entries_in(diary_in_treatment) == 0


def test_a_diary_in_a_network_folder_opens_with_a_word_about_it(
    qtbot, start, diary_in_treatment, monkeypatch
):
    monkeypatch.setattr(program_module, "_COPY_AFTER", 0)
    monkeypatch.setattr("tracker.storage.network_folders.is_on_network", lambda _path: True)

    program = start(diary_in_treatment, MainWindow)

    qtbot.waitUntil(lambda: "lies in a network folder" in program.window.toast.text)
