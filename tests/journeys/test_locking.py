"""A passphrase in the window: asked for at the start, set in the settings, asked for again."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from shiboken6 import isValid

from tests.journeys.at_the_lock import WORDS, field, open_privacy, press, reads, unlock
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import spoken_name
from tests.leaks.a_listener import Listener
from tracker.storage.envelope import DiaryKey
from tracker.ui.main_window import MainWindow
from tracker.ui.setup.lock_page import LockPage
from tracker.ui.widgets.dialog import Dialog

pytestmark = pytest.mark.usefixtures("sheet", "qtbot", "cheap_wrapping")


def test_an_encrypted_diary_asks_for_its_passphrase_and_shows_nothing_of_it(begin, locked_diary):
    program = begin(locked_diary, LockPage)

    assert program.window.windowTitle() == "Locked"
    assert not reads(program, "Ana")
    assert not reads(program, "7946")


def test_a_wrong_passphrase_is_told_at_the_field_and_the_right_one_opens(begin, locked_diary):
    program = begin(locked_diary, LockPage)

    unlock(program, "three blue kettle")
    assert reads(program, "The passphrase is not the one of this diary")
    unlock(program, WORDS)

    assert isinstance(program.window, MainWindow)
    assert program.window.current_page_id == "today"


def test_locking_hides_everything_and_unlocking_keeps_what_was_typed(begin, locked_diary):
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)
    window = program.window

    program.lock()

    assert isinstance(program.window, LockPage)
    assert not window.isVisible()
    unlock(program, "wrong")
    assert isinstance(program.window, LockPage)
    unlock(program, WORDS)
    assert program.window is window
    assert window.isVisible()


def test_a_screen_that_the_system_locks_locks_the_diary_too(
    begin, locked_diary, monkeypatch, qtbot
):
    system = Listener()
    monkeypatch.setattr("tracker.app.system_lock._listener_of", lambda _platform: system)
    program = begin(locked_diary, LockPage)
    assert not system.begun
    unlock(program, WORDS)
    qtbot.waitUntil(lambda: bool(system.begun))

    system.locked.emit()
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage))
    unlock(program, WORDS)

    assert isinstance(program.window, MainWindow)
    assert system.begun == 1


def test_the_lock_page_shows_the_numbers_to_call_from_the_second_start_on(begin, locked_diary):
    first = begin(locked_diary, LockPage)
    unlock(first, WORDS)
    first.lock()
    in_front_of_the_open_diary = reads(first, "020\u00a07946\u00a00123")
    first.close()

    second = begin(locked_diary, LockPage)

    assert in_front_of_the_open_diary
    assert reads(second, "020\u00a07946\u00a00123")
    assert reads(second, "999")
    assert not reads(second, "advice line")


def test_the_number_is_kept_outside_the_diary_only_while_the_person_wants_it(
    begin, locked_diary, tmp_path
):
    first = begin(locked_diary, LockPage)
    unlock(first, WORDS)
    open_privacy(first)

    press(
        first,
        "Show my team's number on the lock page from the start. The number then stands outside "
        "the encrypted diary.",
    )
    first.close()

    assert "7946" not in (tmp_path / "window.json").read_text()
    assert not reads(begin(locked_diary, LockPage), "7946")


def test_locking_keeps_a_dialog_with_what_is_typed_in_it(begin, locked_diary):
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)
    seen = {}

    def lock(shown):
        shown.dialog.findChildren(QLineEdit)[0].setText("half a wo")
        program.lock()
        seen["while locked"] = shown.dialog.isVisible()
        QTimer.singleShot(0, come_back)

    def come_back():
        unlock(program, WORDS)
        seen["visible"] = dialog.isVisible()
        seen["text"] = dialog.findChildren(QLineEdit)[0].text()
        dialog.accept()

    dialog = Dialog("Anything", "Save", program.window)
    dialog.body.addWidget(QLineEdit())
    answering = InDialog(lock)

    accepted = dialog.run()

    assert answering.failure is None
    assert seen == {"while locked": False, "text": "half a wo", "visible": True}
    assert accepted


def test_opening_another_diary_from_the_lock_page_ends_a_dialog_that_waits(begin, locked_diary):
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)
    dialog = Dialog("Anything", "Save", program.window)

    def lock_and_let_go(_shown):
        program.lock()
        program.close()

    answering = InDialog(lock_and_let_go)

    assert not dialog.run()
    assert answering.failure is None


def test_the_button_and_the_keys_lock_from_every_page(begin, locked_diary):
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)
    window = program.window
    window.show_page("history")

    press(program, "Lock the diary now")
    locked_by_the_button = isinstance(program.window, LockPage)
    unlock(program, WORDS)
    window.activateWindow()
    QTest.keyClick(
        window,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert locked_by_the_button
    assert isinstance(program.window, LockPage)


def test_a_diary_without_a_passphrase_offers_no_lock(begin, diary_in_treatment):
    program = begin(diary_in_treatment, MainWindow)
    window = program.window

    program.lock()

    assert program.window is window
    assert not any(
        spoken_name(each) == "Lock the diary now" for each in window.findChildren(QAbstractButton)
    )


def test_what_a_killed_process_left_half_decrypted_goes_when_the_window_opens(
    qtbot, begin, locked_diary, monkeypatch
):
    monkeypatch.setattr("tracker.app.program._COPY_AFTER", 1)
    left = locked_diary.with_name(f".{locked_diary.name}.0123abcd.unfinished")
    left.write_text("Ana, nausea 3")

    unlock(begin(locked_diary, LockPage), WORDS)

    qtbot.waitUntil(lambda: not left.exists())


def test_no_window_is_named_after_the_person_while_it_is_locked(begin, locked_diary):
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)
    program.window.show_page("heart")

    program.lock()

    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert {each.windowTitle() for each in shown} == {"Locked"}


def test_what_was_typed_is_let_go_of_once_the_diary_is_open(begin, locked_diary):
    program = begin(locked_diary, LockPage)
    editor = field(program, "Passphrase")

    unlock(program, WORDS)

    assert isinstance(program._guard.secret(locked_diary), DiaryKey)
    assert WORDS not in strings_in(program)
    assert not isValid(editor) or editor.text() == ""


def strings_in(program):
    """Return all texts that the program's own objects hold."""
    parts = (program, program._guard, program._session, program._guard._screen)
    return [value for part in parts for value in vars(part).values() if isinstance(value, str)]


def test_it_locks_when_nobody_types(qtbot, begin, locked_diary, monkeypatch):
    monkeypatch.setattr("tracker.app.lock_screen._MINUTE", 1)
    program = begin(locked_diary, LockPage)
    unlock(program, WORDS)

    qtbot.waitUntil(lambda: isinstance(program.window, LockPage))

    assert not reads(program, "Ana")
