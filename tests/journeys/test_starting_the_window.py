"""What a start of the program shows: pages, first-run pages, or one sentence and the ways out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.builders import NOW, PERSON_ID, a_person
from tests.journeys.at_the_lock import WORDS
from tests.journeys.hands import spoken_name
from tracker.app.program import Program, has_screen, run
from tracker.errors import DiaryNotOpenedError
from tracker.services.ports import EntryQuery, Write
from tracker.services.start import StartOptions
from tracker.storage.opening import create_diary, new_lock, open_diary
from tracker.ui.main_window import MINIMUM, MainWindow
from tracker.ui.settings.window_settings import WindowSettings, WindowSettingsFile
from tracker.ui.setup.lock_page import LockPage
from tracker.ui.setup.page import SetupPage
from tracker.ui.setup.trouble_page import TroublePage
from tracker.ui.widgets.focus_ring import FocusRing

pytestmark = pytest.mark.usefixtures("sheet", "qtbot")


@pytest.fixture
def started(tmp_path: Path):
    programs: list[Program] = []

    def start(**options) -> Program:
        program = Program(StartOptions(data_folder=tmp_path, now=NOW, **options))
        programs.append(program)
        program.start()
        return program

    yield start
    for program in programs:
        program.close()
        if program.window is not None:
            program.window.close()
            program.window.deleteLater()
    QApplication.processEvents()


def reads(window: QWidget, text: str) -> bool:
    return any(
        text in str(getattr(each, "text", str)()) or text in each.accessibleName()
        for each in window.findChildren(QWidget)
        if callable(getattr(each, "text", str))
    )


def test_a_diary_opens_after_the_first_paint(qtbot, started, diary_in_treatment):
    program = started(diary=diary_in_treatment)
    frame = program.window

    assert not program.is_settled
    qtbot.waitUntil(lambda: program.is_settled)

    assert program.window is frame
    assert isinstance(program.window, MainWindow)
    assert program.window.current_page_id == "today"


def test_without_a_diary_the_first_questions_are_asked_and_no_file_is_made(started, diary_file):
    program = started(diary=diary_file)

    assert isinstance(program.window, SetupPage)
    assert not diary_file.exists()


def no_diary(path: Path, lock) -> None:
    del path, lock


def a_locked_one(path: Path, lock) -> None:
    create_diary(path, Write(at=NOW, people=(a_person(),)), lock).close()


def a_damaged_one(path: Path, lock) -> None:
    del lock
    path.write_bytes(b"not a diary at all" * 20)


@pytest.mark.usefixtures("cheap_wrapping")
@pytest.mark.parametrize(
    ("make", "shown"),
    [(no_diary, SetupPage), (a_locked_one, LockPage), (a_damaged_one, TroublePage)],
)
def test_where_the_keyboard_is_can_be_seen_before_a_diary_is_open(
    qtbot, started, diary_file, make, shown
):
    make(diary_file, new_lock(WORDS))
    program = started(diary=diary_file)
    qtbot.waitUntil(lambda: isinstance(program.window, shown) and program.window.isVisible())
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)

    for _ in range(3):
        QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Tab)

        ring = program.window.findChild(FocusRing)
        assert ring.target is QApplication.focusWidget() is not None
    assert program.window.minimumWidth() == MINIMUM.width()
    assert not program.window.windowIcon().isNull()


def test_a_damaged_diary_is_left_as_it_is_and_ways_out_are_offered(qtbot, started, diary_file):
    diary_file.write_bytes(b"not a diary at all" * 20)
    before = diary_file.read_bytes()
    program = started(diary=diary_file)

    qtbot.waitUntil(lambda: isinstance(program.window, TroublePage))

    names = [spoken_name(each) for each in program.window.findChildren(QWidget)]
    assert {"Try again", "Open another diary", "Start a new diary elsewhere"} <= set(names)
    assert reads(program.window, "not a diary of this program")
    assert diary_file.read_bytes() == before


def test_a_second_window_on_the_same_diary_is_told_so(qtbot, started, diary_in_treatment):
    first = started(diary=diary_in_treatment)
    qtbot.waitUntil(lambda: first.is_settled)

    second = started(diary=diary_in_treatment)

    qtbot.waitUntil(lambda: isinstance(second.window, TroublePage))
    assert reads(second.window, "open in another window")


def test_the_sample_opens_and_keeps_nothing(qtbot, started, tmp_path):
    program = started(sample=True)

    qtbot.waitUntil(lambda: program.is_settled)

    assert "sample" in program.window.windowTitle()
    assert list(tmp_path.iterdir()) == []


def test_without_a_screen_nothing_is_opened_and_one_sentence_says_what_to_do(diary_file):
    assert not has_screen()

    with pytest.raises(DiaryNotOpenedError, match="no screen"):
        run(StartOptions(diary=diary_file))


def test_the_lock_goes_with_the_window(qtbot, started, diary_in_treatment):
    first = started(diary=diary_in_treatment)
    qtbot.waitUntil(lambda: first.is_settled)
    first.close()

    second = started(diary=diary_in_treatment)

    qtbot.waitUntil(lambda: second.is_settled)
    assert isinstance(second.window, MainWindow)


def test_entries_carry_the_name_of_the_one_who_helps(qtbot, started, diary_in_treatment, tmp_path):
    WindowSettingsFile(tmp_path / "window.json").save(WindowSettings(writer="Tom"))
    program = started(diary=diary_in_treatment)
    qtbot.waitUntil(lambda: program.is_settled)
    buttons = program.window.findChildren(QAbstractButton)
    next(b for b in buttons if spoken_name(b) == "Nausea: 0, none").click()
    program.close()

    stored = open_diary(diary_in_treatment, moment=NOW)
    entries = stored.entries(PERSON_ID, EntryQuery())
    stored.close()

    assert [entry.by for entry in entries] == ["Tom"]
