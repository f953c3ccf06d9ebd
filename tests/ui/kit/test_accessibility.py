"""What a screen reader finds, how large things are to hit, and whether all of it fits."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.ui.kit.gallery import NUMBER, settle
from tracker.ui.widgets.buttons import LinkButton, PrimaryButton
from tracker.ui.widgets.choice_card import CheckRow, ChoiceCard
from tracker.ui.widgets.nav_button import NavMode
from tracker.ui.widgets.page_scroll import PageScroll

SIZES = [(1280, 800), (1024, 700), (640, 480)]
SCALES = [1.0, 1.5, 2.0]
CLICKABLE = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)


def shown(root: QWidget, kinds: type | tuple[type, ...] = QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if isinstance(widget, kinds) and widget.isVisibleTo(root):
            yield widget


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        # Qt's own name of a combo box is what is chosen in it; its label names it everywhere else.
        return widget.accessibleName()
    return interface.text(QAccessible.Text.Name)


def test_everything_the_keyboard_can_reach_has_a_name(window):
    reachable = [w for w in shown(window) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]

    nameless = [repr(w) for w in reachable if not spoken_name(w).strip()]

    assert len(reachable) > 30
    assert nameless == []


def test_the_call_button_says_the_number_in_the_narrow_windows_too(window):
    window.resize(1024, 700)

    names = [spoken_name(button) for button in shown(window, QPushButton)]

    assert f"When and who to call, {NUMBER}" in names


def test_a_badge_is_a_sentence_for_screen_readers(window):
    heart = next(b for b in shown(window, QPushButton) if spoken_name(b) == "Heart")

    assert heart.accessibleDescription() == "1 reminder: heart scan due"


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_everything_that_can_be_clicked_is_large_enough_to_hit(window, sheet, size, scale):
    sheet.set_text_scale(scale)
    window.resize(*size)
    settle()

    least = sheet.target()
    small = [
        (type(w).__name__, spoken_name(w), w.width(), w.height())
        for w in shown(window, CLICKABLE)
        if min(w.width(), w.height()) < least
    ]

    assert small == []


def test_bigger_buttons_raise_the_floor_to_56(window, sheet):
    sheet.set_big_targets(on=True)
    settle()

    small = [
        (type(w).__name__, spoken_name(w), w.width(), w.height())
        for w in shown(window, CLICKABLE)
        if min(w.width(), w.height()) < 56
    ]

    assert sheet.target() == 56
    assert small == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_window(window, sheet, size, scale):
    sheet.set_text_scale(scale)
    window.resize(*size)
    settle()

    for area in shown(window, QScrollArea):
        content, room = area.widget(), area.viewport().width()
        assert content.minimumSizeHint().width() <= room
        assert content.width() <= room
    assert window.width() == size[0]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_no_child_reaches_over_its_parent(window, sheet, size, scale):
    sheet.set_text_scale(scale)
    window.resize(*size)
    settle()

    page = window.page("today")
    over = [
        (type(w).__name__, spoken_name(w), w.geometry().getRect(), w.parentWidget().size())
        for w in shown(page.scroll_area.widget())
        if w.parentWidget() is not None and w.geometry().right() > w.parentWidget().width()
    ]

    assert over == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_that_wraps_is_cut_at_its_lower_edge(window, sheet, size, scale):
    sheet.set_text_scale(scale)
    window.resize(*size)
    settle()

    page = window.page("today")
    cut = [
        (type(w).__name__, spoken_name(w), w.height(), w.heightForWidth(w.width()))
        for w in shown(page)
        if w.hasHeightForWidth() and w.layout() is None and w.height() < w.heightForWidth(w.width())
    ]

    assert cut == []


@pytest.mark.parametrize(
    "make", [PrimaryButton, LinkButton, CheckRow, lambda text: ChoiceCard(text, text)]
)
def test_a_long_text_takes_the_lines_it_needs_where_there_is_little_room(qtbot, sheet, make):
    wrapping = make("Read more about when and whom to call, with all the sources of it")
    area = PageScroll()
    qtbot.addWidget(area)
    area.column.addWidget(wrapping)
    area.resize(320, 480)
    area.show()

    for scale in SCALES:
        sheet.set_text_scale(scale)
        settle()
        assert wrapping.height() == wrapping.heightForWidth(wrapping.width())
        assert wrapping.height() > sheet.target()


@pytest.mark.parametrize(
    ("size", "scale", "mode"),
    [
        ((1280, 800), 1.0, NavMode.LIST),
        ((1024, 700), 1.0, NavMode.RAIL),
        ((1280, 800), 1.5, NavMode.RAIL),
        ((1024, 700), 1.5, NavMode.BAR),
        ((1280, 800), 2.0, NavMode.BAR),
        ((640, 480), 1.0, NavMode.BAR),
        ((640, 480), 2.0, NavMode.MENU),
    ],
)
def test_the_navigation_narrows_with_window_and_text(window, sheet, size, scale, mode):
    sheet.set_text_scale(scale)
    window.resize(*size)

    assert window.navigation_mode is mode
