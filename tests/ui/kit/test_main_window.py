"""What stands around the pages, and which keys lead where."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.kit.gallery import IDS, NUMBER, GalleryPage, a_frame, settle
from tracker.errors import NotSavedError
from tracker.ui.frame import AdviceLine, UrgentNotice
from tracker.ui.main_window import MainWindow
from tracker.ui.page import Message, PageAction, PageDescriptor
from tracker.ui.when_to_call import WhenToCallDialog
from tracker.ui.widgets.nav_button import NavButton

URGENT = UrgentNotice("Call your advice line now", NUMBER)


@pytest.fixture
def built():
    return []


@pytest.fixture
def open_window(qtbot, notifier, built):
    """Open a window whose pages note when they are built."""

    def build(page_id):
        def make():
            built.append(page_id)
            return GalleryPage(page_id.title())

        return make

    def start(**changes):
        pages = [PageDescriptor(i, i.title(), i, build(i)) for i in IDS]
        window = MainWindow(pages, lambda: a_frame(**changes), notifier)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.show_page("today")
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return start


def visible_texts(window):
    return [w.text().replace("\u00a0", " ") for w in window.findChildren(QLabel) if w.isVisible()]


def press(window, keys):
    combination = QKeySequence(keys)[0]
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def test_a_page_is_built_only_when_it_is_first_shown(open_window, built):
    window = open_window()
    assert built == ["today"]

    window.show_page("heart")
    window.show_page("today")
    window.show_page("heart")

    assert built == ["today", "heart"]


def test_a_change_refreshes_the_page_in_sight_now_and_the_others_when_next_shown(
    open_window, notifier
):
    window = open_window()
    window.show_page("plan")
    window.show_page("today")
    plan, today = window.page("plan"), window.page("today")
    seen = len(plan.refreshed)

    notifier.tell("an answer was stored")

    assert today.refreshed[-1] == "an answer was stored"
    assert len(plan.refreshed) == seen
    window.show_page("plan")
    assert len(plan.refreshed) == seen + 1


class _WindowWatch(QObject):
    """Counts what is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(repr(watched))
        return False


def test_building_a_page_flashes_no_window_up_and_keeps_the_keyboard_where_it_is(qapp, open_window):
    window = open_window(urgent=URGENT, sample=True)
    watch = _WindowWatch()
    qapp.installEventFilter(watch)

    window.show_page("history")
    dialog = WhenToCallDialog(a_frame(), window)
    qapp.removeEventFilter(watch)
    dialog.deleteLater()

    assert watch.shown == []


def test_going_back_to_an_unchanged_page_asks_nothing_again(open_window):
    window = open_window()
    window.show_page("plan")
    window.show_page("today")

    window.show_page("plan")

    assert len(window.page("plan").refreshed) == 1


@pytest.mark.parametrize(("number", "page_id"), list(enumerate(IDS, start=1)))
def test_alt_and_a_digit_open_a_page(open_window, number, page_id):
    window = open_window()

    press(window, f"Alt+{number}")

    assert window.current_page_id == page_id


def test_a_press_on_a_name_opens_its_page(qtbot, open_window):
    window = open_window()
    report = next(b for b in window.findChildren(NavButton) if b.text() == "Report")

    qtbot.mouseClick(report, Qt.MouseButton.LeftButton)

    assert window.current_page_id == "report"
    assert report.is_current


@pytest.mark.parametrize(
    ("keys", "action"),
    [
        ("Ctrl+L", PageAction.CHECK_IN),
        ("Ctrl+M", PageAction.MORE),
        ("Ctrl+T", PageAction.TEMPERATURE),
        ("Ctrl+N", PageAction.NOTE),
    ],
)
def test_check_in_keys_lead_to_today_from_anywhere(open_window, keys, action):
    window = open_window()
    window.show_page("report")

    press(window, keys)

    assert window.current_page_id == "today"
    assert window.page("today").performed == [action]


def test_save_and_print_belong_to_the_page_in_sight(open_window):
    window = open_window()
    window.show_page("report")

    press(window, "Ctrl+S")
    press(window, "Ctrl+P")

    assert window.page("report").performed == [PageAction.SAVE, PageAction.PRINT]


def test_ctrl_z_takes_back_what_the_toast_offers(open_window):
    window = open_window()
    undone = []
    window.page("today").say("Saved: Sore mouth, 3", lambda: undone.append("once"))

    press(window, "Ctrl+Z")

    assert undone == ["once"]
    assert not window.toast.isVisible()
    assert window.page("today").performed == []


def test_ctrl_z_without_a_toast_is_for_the_page(open_window):
    window = open_window()

    press(window, "Ctrl+Z")

    assert window.page("today").performed == [PageAction.UNDO]


def test_the_toast_stays_until_closed_replaced_or_left_behind(open_window):
    window = open_window()
    window.show_toast(Message("Saved: first"))

    window.show_toast(Message("Saved: second"))
    assert window.toast.text == "Saved: second"
    press(window, "Escape")
    assert not window.toast.isVisible()

    window.show_toast(Message("Saved: third"))
    window.show_page("plan")
    assert not window.toast.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_the_number_to_call_can_be_read_beside_the_list(open_window, size):
    window = open_window()
    window.resize(*size)

    assert NUMBER in visible_texts(window)


def test_a_missing_number_is_asked_for_where_it_would_stand(qtbot, open_window):
    window = open_window(advice_line=AdviceLine("24-hour advice line", None))
    add = next(b for b in window.findChildren(QPushButton) if b.text() == "Add the number")

    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)

    assert window.current_page_id == "settings"


def test_a_sample_says_so_on_every_page(open_window):
    window = open_window(sample=True)

    for page_id in IDS:
        window.show_page(page_id)
        assert any(text.startswith("This is a sample.") for text in visible_texts(window))
    assert "sample" in window.windowTitle()


def test_the_red_strip_stands_on_every_page_but_today(open_window):
    window = open_window(urgent=URGENT)
    for page_id in IDS[1:]:
        window.show_page(page_id)
        assert see_why(window).isVisible()

    window.show_page("today")

    assert not see_why(window).isVisible()


def test_see_why_leads_to_the_card_on_today(qtbot, open_window):
    window = open_window(urgent=URGENT)
    window.show_page("plan")

    qtbot.mouseClick(see_why(window), Qt.MouseButton.LeftButton)

    assert window.current_page_id == "today"


def see_why(window):
    return next(b for b in window.findChildren(QPushButton) if b.text() == "See why")


def test_who_writes_for_whom_is_said_in_every_size(open_window):
    window = open_window(logging_as="Tom")
    line = "Logging as Tom for Elena Marsh"
    assert line in [b.text() for b in window.findChildren(QPushButton) if b.isVisible()]

    window.resize(1024, 700)
    settle()

    assert line in visible_texts(window)


def test_what_was_not_saved_is_said_above_the_page(open_window):
    window = open_window()

    window.show_error(NotSavedError("The disk is full. Everything before it is safe."))

    assert any("The disk is full." in text for text in visible_texts(window))


def test_a_page_that_cannot_be_read_is_an_error_above_it_and_tried_again(open_window):
    window = open_window()
    plan = window.page("plan")
    plan.refresh = failing

    window.show_page("plan")

    assert any("cannot be read" in text for text in visible_texts(window))
    del plan.refresh
    window.show_page("plan")
    assert plan.refreshed == [None]


def failing(_changes=None):
    raise NotSavedError("The diary cannot be read.")


def test_the_window_cannot_be_made_smaller_than_its_least_size(open_window, sheet):
    sheet.set_text_scale(2.0)
    window = open_window()

    assert (window.minimumWidth(), window.minimumHeight()) == (640, 480)
