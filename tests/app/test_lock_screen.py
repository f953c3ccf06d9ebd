"""What the lock page does with what is open, and when nobody is there."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tracker.app.lock_screen import IdleWatch, LockScreen
from tracker.ui.setup.locked_numbers import LockedNumbers
from tracker.ui.widgets.dialog import Dialog


@pytest.fixture
def window(qtbot):
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    shown.show()
    return shown


@pytest.fixture
def screen(qtbot, window):
    """A lock page that takes the place of the window and gives it back."""
    parent = QObject()

    def show(page: QWidget, *, keep_before: bool = False) -> None:
        if page is not window:
            qtbot.addWidget(page)
        page.show()
        window.setVisible(not keep_before)

    made = LockScreen(show, parent)
    made.kept_alive_with = parent
    return made


def test_of_dialogs_one_in_the_other_the_inner_one_has_the_keyboard_again(window, screen):
    outer = Dialog("Record a scan", "Save", window)
    inner = Dialog("Throw it away?", "Throw away", outer)
    for each in (outer, inner):
        each.open()

    screen.cover(window, LockedNumbers())
    hidden = [each.isVisible() for each in (window, outer, inner)]
    screen.uncover()

    assert hidden == [False, False, False]
    assert [each.isVisible() for each in (window, outer, inner)] == [True, True, True]
    assert QApplication.activeModalWidget() is inner


def test_what_the_system_asks_goes_and_does_not_come_back(window, screen):
    which_file = QDialog(window)
    which_file.show()

    screen.cover(window, LockedNumbers())
    while_locked = which_file.isVisible()
    screen.uncover()

    assert (while_locked, which_file.isVisible()) == (False, False)


class _Noting(IdleWatch):
    """Notes about what it is asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen.add(watched)
        return super().eventFilter(watched, event)


@pytest.fixture
def idle(qapp):
    watch = _Noting(qapp)
    yield watch
    watch.stop()
    watch.deleteLater()


def test_every_key_lets_the_minutes_count_from_the_start(window, idle):
    idle.watch(10)
    minutes = idle.findChild(QTimer)
    counted = minutes.isActive()
    minutes.stop()

    window.update()
    QApplication.processEvents()
    by_itself = minutes.isActive()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)

    assert (counted, by_itself, minutes.isActive()) == (True, False, True)
    assert minutes.interval() == 10 * 60_000


def test_a_key_in_a_dialog_that_was_opened_later_counts_as_well(qtbot, window, idle):
    idle.watch(10)
    minutes = idle.findChild(QTimer)
    dialog = Dialog("Record a scan", "Save", window)
    with qtbot.waitActive(dialog):
        dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())

    minutes.stop()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Shift)

    assert minutes.isActive()


def test_the_watch_is_asked_about_what_the_system_sends_and_about_no_widget(window, idle):
    idle.watch(10)

    window.resize(700, 500)
    window.update()
    QTest.mouseMove(window.windowHandle())
    QApplication.processEvents()

    assert window.windowHandle() in idle.seen
    assert all(isinstance(each, QWindow) for each in idle.seen)


def test_who_chose_never_is_never_locked_out(window, idle):
    idle.watch(10)

    idle.watch(0)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)

    assert not idle.findChild(QTimer).isActive()
