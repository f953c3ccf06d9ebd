"""A diary that was copied by hand from another computer, with or without what lay beside it."""

import shutil
from pathlib import Path

import pytest

from tests.builders import NOW, PERSON_ID, an_answer
from tests.journeys.at_the_lock import WORDS, press, reads, unlock
from tracker.services.ports import Write
from tracker.storage.opening import open_diary
from tracker.ui.main_window import MainWindow
from tracker.ui.setup.lock_page import LockPage
from tracker.ui.setup.page import SetupPage
from tracker.ui.setup.trouble_page import TroublePage

pytestmark = pytest.mark.usefixtures("sheet", "qtbot")


def copied_while_open(path: Path, folder: Path, passphrase: str | None = None) -> Path:
    """What a stick has of a diary that somebody copied with its window open."""
    diary = open_diary(path, moment=NOW, passphrase=passphrase)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, an_answer(day=NOW.date())),)))
    folder.mkdir()
    for each in path.parent.glob(f"{path.name}*"):
        shutil.copy(each, folder)
    diary.close()
    return folder / path.name


def test_an_answer_of_the_last_minute_is_there_on_the_new_computer(
    qtbot, start, diary_in_treatment, tmp_path, choose_file
):
    choose_file(copied_while_open(diary_in_treatment, tmp_path / "stick"))
    program = start(tmp_path / "new" / "diary.sqlite", SetupPage)

    press(program, "I have a diary already")
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow) and program.is_settled)

    program.window.show_page("history", "table")
    assert reads(program, "1 of 1 entries")


def test_an_encrypted_diary_and_its_key_file_open_with_the_passphrase(
    qtbot, begin, locked_diary, tmp_path, choose_file
):
    choose_file(locked_diary)
    new = tmp_path / "new" / "diary.sqlite"
    program = begin(new, SetupPage)

    press(program, "I have a diary already")
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage))
    unlock(program, WORDS)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow) and program.is_settled)

    assert new.is_file()


def test_an_encrypted_diary_that_was_open_is_refused_and_can_be_chosen_again(
    qtbot, begin, locked_diary, tmp_path, choose_file
):
    choose_file(copied_while_open(locked_diary, tmp_path / "stick", WORDS))
    new = tmp_path / "new" / "diary.sqlite"
    program = begin(new, SetupPage)

    press(program, "I have a diary already")

    assert isinstance(program.window, TroublePage)
    assert reads(program, "was not closed")
    assert not reads(program, "Save what can be read")
    assert not new.exists()
    choose_file(locked_diary)
    press(program, "Try again")
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage))
    assert new.is_file()
