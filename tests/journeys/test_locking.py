"""A passphrase in the window: asked for at the start, set in the settings, asked for again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from tests.builders import NOW, PERSON_ID, a_person
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import spoken_name
from tracker.app.program import Program
from tracker.domain.people import CareTeam, Contact
from tracker.services.ports import EntryQuery, Write
from tracker.services.start import StartOptions
from tracker.storage import envelope as wrapping
from tracker.storage.diary_file import is_encrypted
from tracker.storage.envelope import DiaryKey
from tracker.storage.opening import create_diary, new_lock, open_diary
from tracker.ui.main_window import MainWindow
from tracker.ui.setup.lock_page import LockPage
from tracker.ui.widgets.dialog import Dialog

pytestmark = pytest.mark.usefixtures("sheet", "qtbot")
WORDS = "three blue kettles"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    new = wrapping.Slot
    cheap = {"memory_kib": 64, "passes": 1, "lanes": 1}
    monkeypatch.setattr(wrapping, "Slot", lambda **values: new(**{**cheap, **values}))


@pytest.fixture
def locked_diary(diary_file: Path) -> Path:
    care = CareTeam(country="GB", contacts=(Contact("24-hour advice line", "020 7946 0123"),))
    write = Write(at=NOW, people=(a_person(care=care),))
    create_diary(diary_file, write, new_lock(WORDS)).close()
    return diary_file


@pytest.fixture
def start(qtbot, tmp_path: Path):
    programs: list[Program] = []

    def started(path: Path, shown: type[QWidget]) -> Program:
        program = Program(StartOptions(data_folder=tmp_path, diary=path))
        programs.append(program)
        program.start()
        qtbot.waitUntil(lambda: program.is_settled)
        assert isinstance(program.window, shown)
        return program

    yield started
    for program in programs:
        window = program.window
        program.close()
        window.close()
        window.deleteLater()
    QApplication.processEvents()


def field(program: Program, name: str) -> QLineEdit:
    fields = program.window.findChildren(QLineEdit)
    return next(each for each in fields if each.isVisible() and spoken_name(each) == name)


def press(program: Program, name: str) -> None:
    buttons = program.window.findChildren(QAbstractButton)
    next(each for each in buttons if each.isVisible() and spoken_name(each) == name).click()
    for _ in range(5):
        QApplication.processEvents()


def reads(program: Program, text: str) -> bool:
    return any(
        text in f"{each.text()} {each.accessibleName()}"
        for each in program.window.findChildren(QWidget)
        if each.isVisible() and callable(getattr(each, "text", None))
    )


def unlock(program: Program, words: str) -> None:
    field(program, "Passphrase").setText(words)
    press(program, "Open the diary")


def open_privacy(program: Program) -> None:
    program.window.show_page("settings")
    press(program, "Privacy and data")


def test_an_encrypted_diary_asks_for_its_passphrase_and_shows_nothing_of_it(start, locked_diary):
    program = start(locked_diary, LockPage)

    assert program.window.windowTitle() == "Locked"
    assert not reads(program, "Ana")
    assert not reads(program, "7946")


def test_a_wrong_passphrase_is_told_at_the_field_and_the_right_one_opens(start, locked_diary):
    program = start(locked_diary, LockPage)

    unlock(program, "three blue kettle")
    assert reads(program, "The passphrase is not the one of this diary")
    unlock(program, WORDS)

    assert isinstance(program.window, MainWindow)
    assert program.window.current_page_id == "today"


def test_locking_hides_everything_and_unlocking_keeps_what_was_typed(start, locked_diary):
    program = start(locked_diary, LockPage)
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


def test_the_lock_page_shows_the_numbers_to_call_from_the_second_start_on(start, locked_diary):
    first = start(locked_diary, LockPage)
    unlock(first, WORDS)
    first.lock()
    in_front_of_the_open_diary = reads(first, "020\u00a07946\u00a00123")
    first.close()

    second = start(locked_diary, LockPage)

    assert in_front_of_the_open_diary
    assert reads(second, "020\u00a07946\u00a00123")
    assert reads(second, "999")
    assert not reads(second, "advice line")


def test_the_number_is_kept_outside_the_diary_only_while_the_person_wants_it(
    start, locked_diary, tmp_path
):
    first = start(locked_diary, LockPage)
    unlock(first, WORDS)
    open_privacy(first)

    press(
        first,
        "Show my team's number on the lock page from the start. The number then stands outside "
        "the encrypted diary.",
    )
    first.close()

    assert "7946" not in (tmp_path / "window.json").read_text()
    assert not reads(start(locked_diary, LockPage), "7946")


def test_locking_keeps_a_dialog_with_what_is_typed_in_it(start, locked_diary):
    program = start(locked_diary, LockPage)
    unlock(program, WORDS)
    seen = {}

    def lock_and_come_back(shown):
        editor = shown.dialog.findChildren(QLineEdit)[0]
        editor.setText("half a wo")
        program.lock()
        seen["while locked"] = shown.dialog.isVisible()
        unlock(program, WORDS)
        seen["text"], seen["visible"] = editor.text(), shown.dialog.isVisible()
        shown.dialog.accept()

    dialog = Dialog("Anything", "Save", program.window)
    dialog.body.addWidget(QLineEdit())
    answering = InDialog(lock_and_come_back)

    accepted = dialog.run()

    assert answering.failure is None
    assert seen == {"while locked": False, "text": "half a wo", "visible": True}
    assert accepted


def test_opening_another_diary_from_the_lock_page_ends_a_dialog_that_waits(start, locked_diary):
    program = start(locked_diary, LockPage)
    unlock(program, WORDS)
    dialog = Dialog("Anything", "Save", program.window)

    def lock_and_let_go(_shown):
        program.lock()
        program.close()

    answering = InDialog(lock_and_let_go)

    assert not dialog.run()
    assert answering.failure is None


def test_the_button_and_the_keys_lock_from_every_page(start, locked_diary):
    program = start(locked_diary, LockPage)
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


def test_a_diary_without_a_passphrase_offers_no_lock(start, diary_in_treatment):
    program = start(diary_in_treatment, MainWindow)
    window = program.window

    program.lock()

    assert program.window is window
    assert not any(
        spoken_name(each) == "Lock the diary now" for each in window.findChildren(QAbstractButton)
    )


def test_what_was_typed_is_let_go_of_once_the_diary_is_open(start, locked_diary):
    program = start(locked_diary, LockPage)
    editor = field(program, "Passphrase")

    unlock(program, WORDS)

    assert isinstance(program._guard.secret(), DiaryKey)
    assert WORDS not in strings_in(program)
    assert not isValid(editor) or editor.text() == ""


def strings_in(program):
    """Return all texts that the program's own objects hold."""
    parts = (program, program._guard, program._session, program._guard._screen)
    return [value for part in parts for value in vars(part).values() if isinstance(value, str)]


def test_a_passphrase_is_set_in_the_settings_and_all_entries_are_there(start, diary_in_treatment):
    program = start(diary_in_treatment, MainWindow)
    open_privacy(program)
    field(program, "New passphrase").setText(WORDS)
    field(program, "The same again").setText(WORDS)
    said = []
    dialog = InDialog(
        lambda shown: (
            said.extend(spoken_name(each) for each in shown.dialog.findChildren(QWidget)),
            shown.click("I have written it down"),
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


def test_two_different_passphrases_are_no_passphrase(start, diary_in_treatment):
    program = start(diary_in_treatment, MainWindow)
    open_privacy(program)
    field(program, "New passphrase").setText(WORDS)
    field(program, "The same again").setText("three blue kettle")

    press(program, "Encrypt the diary")

    assert reads(program, "This is not the same as above")
    assert not is_encrypted(diary_in_treatment)


def test_a_passphrase_is_changed_and_removed(start, locked_diary):
    program = start(locked_diary, LockPage)
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


def test_it_locks_when_nobody_types(qtbot, start, locked_diary, monkeypatch):
    monkeypatch.setattr("tracker.app.lock_screen._MINUTE", 1)
    program = start(locked_diary, LockPage)
    unlock(program, WORDS)

    qtbot.waitUntil(lambda: isinstance(program.window, LockPage))

    assert not reads(program, "Ana")
