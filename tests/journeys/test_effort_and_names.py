"""Main flows cost no more clicks than they may, and everything has a name."""

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.builders import Clock
from tests.journeys.hands import Hands, open_window, spoken_name
from tracker.ui.setup.page import SetupPage
from tracker.ui.setup.state import SetupAnswers, Step

pytestmark = pytest.mark.usefixtures("sheet")

PAGES = ("today", "settings")
SIZES = ((1280, 800), (1024, 700))
SCALES = (1.0, 1.5, 2.0)


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


class DialogAnswer(QObject):
    """Types into the next dialog as soon as it is there, presses Enter, and closes what stays."""

    def __init__(self, field: str, keys: str) -> None:
        super().__init__()
        self.field, self.keys = field, keys
        self.stayed_open_with: str | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible():
            return
        self._timer.stop()
        editors = [e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == self.field]
        editor = editors[0]
        QTest.keyClicks(editor, self.keys)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        if dialog.isVisible():
            self.stayed_open_with = editor.text()
            dialog.reject()


def test_a_heart_scan_is_recorded_from_the_reminder_with_one_click_and_three_keys(hands):
    answer = DialogAnswer("Result", "64")

    hands.click("Record result")

    latest = hands.companion.heart.overview().latest
    assert hands.clicks == 1
    assert answer.stayed_open_with is None
    assert str(latest.percent) == "64"


def test_a_number_that_is_no_result_keeps_the_dialog_open(hands):
    answer = DialogAnswer("Result", "4")

    hands.click("Record result")

    assert answer.stayed_open_with == "4"
    assert hands.companion.heart.overview().latest is None


@pytest.mark.parametrize("page_id", PAGES)
def test_everything_that_takes_the_keyboard_has_a_name(hands, page_id):
    hands.window.show_page(page_id)
    hands.settle()

    nameless = [
        each
        for each in hands.window.page(page_id).findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and isinstance(each, QAbstractButton | QLineEdit)
        and not spoken_name(each)
    ]

    assert nameless == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("page_id", PAGES)
def test_no_page_is_wider_than_its_window(hands, sheet, size, scale, page_id):
    hands.enter_in("Temperature in degrees Celsius", "38.2")
    hands.click("Nausea: 2, eating less than usual")
    sheet.set_text_scale(scale)
    hands.window.resize(*size)
    hands.window.show_page(page_id)
    hands.settle()

    area = hands.window.page(page_id).scroll_area

    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_every_button_on_today_is_large_enough_to_hit(hands, sheet, size, scale):
    sheet.set_text_scale(scale)
    hands.window.resize(*size)
    hands.settle()

    small = [
        spoken_name(each)
        for each in hands.window.page("today").findChildren(QAbstractButton)
        if each.isVisible() and min(each.width(), each.height()) < sheet.target() - 1
    ]

    assert small == []


def test_the_buttons_of_the_red_card_come_right_after_the_header(hands):
    hands.enter_in("Temperature in degrees Celsius", "38.2")
    hands.named("Yesterday").setFocus(Qt.FocusReason.TabFocusReason)

    names = []
    for _ in range(3):
        hands.press(Qt.Key.Key_Tab)
        names.append(spoken_name(QApplication.focusWidget()))

    assert names == ["I have called", "Copy number", "Why am I seeing this?"]


@pytest.mark.parametrize("scale", SCALES)
def test_no_step_of_the_first_start_is_wider_than_its_window(qtbot, sheet, hands, scale):
    sheet.set_text_scale(scale)
    page = SetupPage(hands.companion.library, Clock()().date(), lambda _answers: None)
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    page.show_answers(SetupAnswers(name="Ana", country="GB", regimen="tchp"))

    for step in Step:
        page.show_step(step)
        hands.settle()
        area = page.scroll_area
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), step
