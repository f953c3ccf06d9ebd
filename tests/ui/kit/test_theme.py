"""One switch changes everything at once, and leaves nothing of the old look behind."""

import pytest
from PySide6.QtGui import QPixmap

from tests.ui.kit.gallery import GalleryPage, a_frame, descriptors, settle
from tracker.ui import icons, theme
from tracker.ui.main_window import MainWindow
from tracker.ui.notifier import Notifier


def picture(window) -> QPixmap:
    window.resize(1024, 700)
    settle()
    return window.grab()


def fresh_window(qtbot):
    window = MainWindow(descriptors(), a_frame, Notifier())
    qtbot.addWidget(window)
    window.show()
    window.show_page("today")
    return window


def test_a_live_switch_to_dark_looks_like_a_fresh_dark_start(qtbot, window, sheet):
    picture(window)
    sheet.set_dark("dark")

    switched = picture(window).toImage()
    window.hide()

    assert switched == picture(fresh_window(qtbot)).toImage()


def test_a_live_change_of_text_size_looks_like_a_fresh_start_at_that_size(qtbot, window, sheet):
    picture(window)
    sheet.set_text_scale(1.5)

    switched = picture(window).toImage()
    window.hide()

    assert switched == picture(fresh_window(qtbot)).toImage()


def test_there_and_back_again_is_the_same_picture(window, sheet):
    before = picture(window).toImage()

    sheet.set_dark("dark")
    sheet.set_text_scale(2.0)
    sheet.set_text_scale(1.0)
    sheet.set_dark("light")

    assert picture(window).toImage() == before


def test_a_computer_that_does_not_say_is_taken_as_light(sheet):
    sheet.set_dark("system")

    assert not sheet.dark


def test_text_grows_fully_and_gaps_grow_less(sheet):
    sheet.set_text_scale(2.0)

    assert sheet.font("body").pixelSize() == 32
    assert sheet.space(20) == 29
    assert sheet.target() == 88


@pytest.mark.parametrize(("asked", "got"), [(0.5, 1.0), (1.25, 1.25), (3.0, 2.0)])
def test_text_size_stays_between_one_and_two(sheet, asked, got):
    sheet.set_text_scale(asked)

    assert sheet.text_scale == got


def test_choosing_what_is_already_chosen_redraws_nothing(qtbot, sheet):
    with qtbot.assertNotEmitted(sheet.changed):
        sheet.set_dark("light")
        sheet.set_text_scale(1.0)


def test_stronger_outlines_are_those_of_buttons(sheet):
    sheet.set_strong_outlines(on=True)

    assert sheet.tokens("border") == sheet.tokens("control")


def test_an_unknown_color_is_a_mistake_of_the_program(sheet):
    with pytest.raises(KeyError):
        sheet.tokens("purple")


def test_a_page_that_is_gone_no_longer_hears_of_the_theme(sheet):
    page = GalleryPage()
    page.deleteLater()
    del page
    settle()

    sheet.set_dark("dark")

    assert theme.current().dark


def test_an_icon_is_drawn_once_for_each_look(sheet):
    color = sheet.tokens("primary")

    first = icons.pixmap("heart", color, 22, 2.0)

    assert first.cacheKey() == icons.pixmap("heart", color, 22, 2.0).cacheKey()
    assert first.deviceIndependentSize().width() == 22
    assert first.width() == 44
