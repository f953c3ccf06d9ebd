"""Who writes is changed where her name leads, and the tap that comes next does what it says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.builders import Clock
from tests.journeys.hands import Hands, open_window, spoken_name
from tests.journeys.started import press
from tracker.app.program import Program
from tracker.ui.main_window import MainWindow
from tracker.ui.widgets.focus_ring import FocusRing

pytestmark = pytest.mark.usefixtures("sheet")


@pytest.fixture
def program(start, diary_in_treatment) -> Program:
    return start(diary_in_treatment, MainWindow)


def named(program: Program, name: str, kind: type[QWidget] = QAbstractButton) -> QWidget:
    every = program.window.findChildren(kind)
    return next(each for each in every if each.isVisible() and spoken_name(each) == name)


def middle(widget: QWidget) -> QPoint:
    return QPoint(widget.width() // 2, widget.height() // 2)


def type_a_helper(program: Program) -> None:
    program.window.show_page("settings", "profiles")
    press(program, "Somebody who helps")
    field = named(program, "Your name, as the one who helps", QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "Tom")


def is_logged_as_tom(program: Program) -> bool:
    return any(
        spoken_name(each) == "Logging as Tom for Ana Sample"
        for each in program.window.findChildren(QAbstractButton)
    )


@pytest.mark.parametrize("slowly", [False, True], ids=["quick", "slow"])
def test_the_first_tap_on_today_after_typing_a_name_opens_today(qtbot, program, slowly):
    type_a_helper(program)
    before, today = program.window, named(program, "Today")

    QTest.mousePress(today, Qt.MouseButton.LeftButton, pos=middle(today))
    today.setFocus(Qt.FocusReason.MouseFocusReason)
    for _ in range(5 if slowly else 0):
        QApplication.processEvents()
    QTest.mouseRelease(today, Qt.MouseButton.LeftButton, pos=middle(today))
    qtbot.waitUntil(lambda: program.window is not before)

    assert program.window.current_page_id == "today"
    assert is_logged_as_tom(program)


def test_enter_after_the_name_stays_at_the_profiles(qtbot, program):
    type_a_helper(program)
    before = program.window
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not before)

    page = program.window.page("settings")
    assert program.window.current_page_id == "settings"
    assert page.section_id == "profiles"
    assert is_logged_as_tom(program)


@pytest.mark.parametrize("back", [False, True], ids=["tab", "shift-tab"])
def test_tab_after_the_name_goes_on_to_what_follows_it(qtbot, program, back):
    type_a_helper(program)
    before = program.window
    shift = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(before.windowHandle(), Qt.Key.Key_Shift)  # from here on the ring shows the way
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, shift)
    reached = spoken_name(QApplication.focusWidget())
    qtbot.waitUntil(lambda: program.window is not before)

    assert is_logged_as_tom(program)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    used = QApplication.focusWidget()
    assert program.window.isAncestorOf(used)
    assert spoken_name(used) == reached
    assert any(ring.target is used for ring in program.window.findChildren(FocusRing))


def test_her_name_leads_to_the_profiles(qtbot, diary_in_treatment):
    hands: Hands = open_window(qtbot, diary_in_treatment, Clock())

    hands.click("Ana Sample")

    assert hands.window.current_page_id == "settings"
    assert hands.window.page("settings").section_id == "profiles"
