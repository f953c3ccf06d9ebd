"""The line that says what was saved: it is beside the page, never over it."""

import pytest

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
