"""Cards, toast and ring: what they show and how they go away."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import delete

from tests.ui.kit.gallery import FEVER, NUMBER, settle
from tracker.errors import DiaryNotOpenedError, NotSavedError, NotUnderstoodError
from tracker.ui import text
from tracker.ui.error_messages import error_text
from tracker.ui.one_page_window import make_window_of
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import PrimaryButton
from tracker.ui.widgets.choices import ChipGroup, SegmentedControl
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.urgent import UrgentCard


def test_typed_text_is_never_read_as_markup(qtbot):
    label = PartsLabel()
    label.setText("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText

    label.show_parts((("<i>typed</i>", True), (" & more", False)))

    assert label.text() == "<i>typed</i> & more"
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.accessibleName() == "<i>typed</i> & more"


def test_a_long_label_claims_one_line_at_least_and_its_height_at_its_width(qtbot):
    label = WrappedLabel("Your blood counts are likely to be at their lowest. " * 6)
    qtbot.addWidget(label)

    assert label.minimumSizeHint().height() < 30
    assert label.heightForWidth(200) > label.heightForWidth(800) > 30


def test_the_urgent_card_shows_why_and_whom_and_copies_the_number(qtbot):
    card = UrgentCard()
    qtbot.addWidget(card)
    card.show_content(FEVER)
    card.show()

    with qtbot.waitSignal(card.copied):
        qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)

    shown = [label.text().replace("\u00a0", " ") for label in card.findChildren(QLabel)]
    assert FEVER.lead in shown
    assert NUMBER in shown
    assert QApplication.clipboard().text() == NUMBER


def test_esc_does_not_make_the_urgent_card_go_away(qtbot):
    card = UrgentCard()
    qtbot.addWidget(card)
    card.show_content(FEVER)
    card.show()

    qtbot.keyClick(card, Qt.Key.Key_Escape)

    assert card.isVisible()


@pytest.fixture
def host(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.button = PrimaryButton("Save", parent=window)
    window.button.setGeometry(40, 40, 120, 44)
    window.ring = FocusRing(window)
    window.show()
    window.activateWindow()
    return window


def test_the_first_run_has_a_window_of_its_own_with_the_same_ring(qtbot):
    window = QWidget()
    content = PrimaryButton("Continue", parent=window)
    qtbot.addWidget(window)
    make_window_of(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

    ring = window.findChild(FocusRing)
    assert ring.target is content
    assert (window.minimumWidth(), window.minimumHeight()) == (640, 480)


def test_the_ring_comes_with_the_keyboard_and_leaves_with_the_mouse(host):
    handle = host.windowHandle()

    QTest.keyClick(handle, Qt.Key.Key_Tab)
    host.button.setFocus()
    assert host.ring.target is host.button

    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=host.rect().bottomRight())
    assert host.ring.target is None


def test_the_ring_lies_outside_what_it_marks_and_follows_it(host):
    QTest.keyClick(host.windowHandle(), Qt.Key.Key_Tab)
    host.button.setFocus()
    assert host.ring.geometry() == host.button.geometry().adjusted(-5, -5, 5, 5)

    host.button.move(100, 100)

    assert host.ring.geometry() == host.button.geometry().adjusted(-5, -5, 5, 5)


def test_a_page_that_only_holds_the_keyboard_for_its_parts_has_no_ring(host):
    QTest.keyClick(host.windowHandle(), Qt.Key.Key_Tab)
    page = QWidget(host)
    page.show()

    page.setFocus()

    assert host.ring.target is None


def test_the_ring_survives_the_end_of_what_it_marks(host):
    QTest.keyClick(host.windowHandle(), Qt.Key.Key_Tab)
    host.button.setFocus()
    other = PrimaryButton("Next", parent=host)
    other.show()

    delete(host.button)
    settle()
    assert host.ring.target is not host.button
    other.setFocus()

    assert host.ring.target is other


def test_one_view_is_chosen_at_a_time(qtbot):
    control = SegmentedControl("Colors", [("light", "Light"), ("dark", "Dark")])
    qtbot.addWidget(control)
    control.show()
    assert control.choice is None
    dark = next(w for w in control.children() if getattr(w, "accessibleName", str)() == "Dark")

    with qtbot.waitSignal(control.chosen) as heard:
        qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)

    assert heard.args == ["dark"]
    assert control.choice == "dark"


@pytest.mark.parametrize(("multiple", "left"), [(False, ("b",)), (True, ("a", "b"))])
def test_chips_exclude_each_other_unless_several_are_allowed(qtbot, multiple, left):
    group = ChipGroup("Range", [("a", "This cycle"), ("b", "All")], multiple=multiple)
    qtbot.addWidget(group)
    group.choose("a")
    group.show()

    group.findChildren(QWidget)[1].click()

    assert group.choices == left


def test_the_one_chip_that_is_on_can_be_switched_off_again(qtbot):
    group = ChipGroup("Why?", [("a", "Low counts"), ("b", "Holiday")])
    qtbot.addWidget(group)
    group.show()
    first, second = group.findChildren(QWidget)

    heard = []
    group.changed.connect(heard.append)
    for chip in (first, second, second, second):
        chip.click()

    assert heard == [("a",), ("b",), (), ("b",)]


def test_dates_carry_their_weekday():
    day = date(2026, 5, 27)

    assert text.long_day(day).replace("\u00a0", " ") == "Wednesday 27 May"
    assert text.long_day_with_year(day).replace("\u00a0", " ") == "Wednesday 27 May 2026"
    assert text.short_day(date(2026, 6, 9)).replace("\u00a0", " ") == "Tue 9 Jun"


@pytest.mark.parametrize(
    ("day", "words"),
    [(27, "today"), (28, "tomorrow"), (26, "yesterday"), (30, "in 3 days"), (17, "10 days ago")],
)
def test_a_distance_is_said_in_days(day, words):
    assert text.distance(date(2026, 5, day), date(2026, 5, 27)) == words


def test_a_time_has_no_leading_zero_hour():
    assert text.clock_time(datetime(2026, 5, 27, 9, 5, tzinfo=UTC)) == "9:05"


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (NotSavedError("x"), "This was not saved"),
        (DiaryNotOpenedError("x"), "Your diary did not open"),
        (NotUnderstoodError("x"), "Please check this"),
    ],
)
def test_an_error_keeps_its_own_sentence_under_a_title(error, title):
    words = error_text(error)

    assert (words.title, words.text) == (title, "x")


def test_a_closed_window_no_longer_follows_the_keyboard(host):
    def followers() -> int:
        return QApplication.instance().receivers(SIGNAL("focusChanged(QWidget*,QWidget*)"))

    shown = followers()
    host.hide()
    hidden = followers()
    host.show()

    assert (hidden, followers()) == (shown - 1, shown)
