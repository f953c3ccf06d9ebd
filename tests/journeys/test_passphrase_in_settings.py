"""A passphrase in the settings: set, changed and removed, and all entries are there."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.builders import NOW, PERSON_ID
from tests.journeys.at_the_lock import WORDS, field, open_privacy, press, reads, unlock
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import spoken_name
from tests.storage.encrypted import a_keyring
from tracker.services.ports import EntryQuery
from tracker.storage.diary_file import is_encrypted
from tracker.storage.opening import open_diary
from tracker.ui.main_window import MainWindow
from tracker.ui.setup.lock_page import LockPage

pytestmark = pytest.mark.usefixtures("sheet", "qtbot", "cheap_wrapping")


def test_a_passphrase_is_set_in_the_settings_and_all_entries_are_there(begin, diary_in_treatment):
    program = begin(diary_in_treatment, MainWindow)
    open_privacy(program)
    field(program, "New passphrase").setText(WORDS)
    field(program, "The same again").setText(WORDS)
    said = []
    dialog = InDialog(
        lambda shown: (
            said.extend(spoken_name(each) for each in shown.dialog.findChildren(QWidget)),
            shown.click("I have it on paper"),
        )
    )

    press(program, "Encrypt the diary")

    assert dialog.failure is None
    key = next(name for name in said if name.startswith("Recovery key: ")).partition(": ")[2]
    assert is_encrypted(diary_in_treatment)
    assert isinstance(program.window, MainWindow)
    assert program.window.current_page_id == "settings"
    program.close()
    stored = open_diary(diary_in_treatment, moment=NOW, passphrase=key)
    assert stored.people()[0].id == PERSON_ID
    assert stored.entries(PERSON_ID, EntryQuery()) == ()
    stored.close()


def test_two_different_passphrases_are_no_passphrase(begin, diary_in_treatment):
    program = begin(diary_in_treatment, MainWindow)
    open_privacy(program)
    field(program, "New passphrase").setText(WORDS)
    field(program, "The same again").setText("three blue kettle")

    press(program, "Encrypt the diary")

    assert reads(program, "This is not the same as above")
    assert not is_encrypted(diary_in_treatment)


def test_a_passphrase_is_changed_and_removed(begin, locked_diary):
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)
    open_privacy(program)

    field(program, "Passphrase now").setText(WORDS)
    field(program, "New passphrase").setText("nine quiet rivers")
    field(program, "The same again").setText("nine quiet rivers")
    press(program, "Change the passphrase")
    field(program, "Passphrase now").setText(WORDS)
    press(program, "Remove the passphrase")
    assert reads(program, "The passphrase is not the one of this diary")
    assert is_encrypted(locked_diary)
    field(program, "Passphrase now").setText("nine quiet rivers")
    press(program, "Remove the passphrase")

    assert not is_encrypted(locked_diary)
    assert isinstance(program.window, MainWindow)


def test_the_keyring_opens_the_diary_only_after_the_person_chose_that(
    begin, locked_diary, monkeypatch
):
    a_keyring.install(monkeypatch)
    first = begin(locked_diary, LockPage)
    unlock(first, WORDS)
    open_privacy(first)
    field(first, "Passphrase now").setText(WORDS)
    press(first, "Open without asking on this computer")
    first.close()

    second = begin(locked_diary, MainWindow)
    second.lock()
    asks_while_locked = isinstance(second.window, LockPage)
    unlock(second, WORDS)
    open_privacy(second)
    press(second, "Ask for the passphrase again")
    second.close()

    assert asks_while_locked
    begin(locked_diary, LockPage)


def test_without_a_safe_keyring_nothing_is_offered(begin, locked_diary, monkeypatch):
    a_keyring.install(monkeypatch, priority=0)
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)

    open_privacy(program)

    assert not reads(program, "Open without asking on this computer")
