"""The line that says what was saved: it is beside the page, never over it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from tests.ui.kit.gallery import settle
from tests.ui.kit.test_main_window import built, open_window
from tracker.ui.page import Message

__all__ = ["built", "open_window"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_message_covers_nothing_of_the_page_and_gives_its_room_back(open_window, sheet, scale):
    sheet.set_text_scale(scale)
    window = open_window()
    settle()
    area = window.page("today").scroll_area
    before = area.height()
    window.show_toast(Message("Saved: 38.2", print))
    settle()
    bottom = area.mapTo(window, area.rect().bottomLeft()).y()
    top = window.toast.mapTo(window, window.toast.rect().topLeft()).y()
    while_there = area.height()

    window.toast.dismiss()
    settle()

    assert bottom < top
    assert while_there < before == area.height()


def test_what_was_just_used_stays_in_sight_when_a_message_comes(open_window):
    window = open_window()
    settle()
    page = window.page("today")
    area, row = page.scroll_area, page.rows[-1]
    bottom = row.mapTo(area.widget(), row.rect().bottomLeft()).y()
    window.resize(window.width(), window.height() + bottom + 4 - area.viewport().height())
    settle()
    button = row.scale.findChildren(QRadioButton)[-1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    window.show_toast(Message("Saved: mild", print))
    settle()

    viewport = area.viewport()
    assert viewport.rect().contains(button.mapTo(viewport, button.rect().bottomLeft()))


def test_a_tap_that_came_twice_does_not_press_undo(open_window):
    window = open_window()
    settle()
    before = QCursor.pos()
    stage = window.toast.parentWidget()
    QCursor.setPos(stage.mapToGlobal(QPoint(stage.width() // 2, stage.height() - 30)))

    window.show_toast(Message("Saved: Sore mouth, 3 severe", print))
    first = window.toast.geometry()
    window.show_toast(Message("Saved: Sore mouth, 2 moderate", print))
    second = window.toast.geometry()
    mouse = stage.mapFromGlobal(QCursor.pos())
    QCursor.setPos(before)

    assert not first.contains(mouse)
    assert not second.contains(mouse)
    assert stage.rect().contains(second)
