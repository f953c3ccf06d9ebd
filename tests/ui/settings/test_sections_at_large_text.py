"""The sections of the settings at large text: their list leaves room for what it opens."""

import pytest

from tests.builders import Clock
from tests.fakes import MemoryStorage
from tests.journeys.hands import Hands, window_on
from tests.ui.kit.gallery import settle
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.ui import theme
from tracker.ui.settings.section_list import SectionButton, SectionList


@pytest.fixture
def hands(qtbot, qapp):
    theme.current().apply(qapp)
    storage = MemoryStorage()
    storage.apply(sample_write())
    hands = window_on(qtbot, storage, Clock(SAMPLE_NOW))
    hands.window.show_page("settings")
    yield hands
    theme.current().set_text_scale(1.0)


def shown_at(hands: Hands, size: tuple[int, int], scale: float):
    theme.current().set_text_scale(scale)
    hands.window.resize(*size)
    settle()
    page = hands.window.page("settings")
    return page, page.findChild(SectionList)


def test_at_the_usual_size_the_names_stand_one_below_the_other(hands):
    _, names = shown_at(hands, (1280, 800), 1.0)

    buttons = names.findChildren(SectionButton)
    assert {(each.x(), each.width()) for each in buttons} == {(0, names.width())}
    assert sorted(each.y() for each in buttons) == [each.y() for each in buttons]


@pytest.mark.parametrize("size", [(1280, 800), (900, 700)])
def test_at_twice_the_text_they_take_a_few_lines_and_none_is_cut(hands, size):
    page, names = shown_at(hands, size, 2.0)

    as_list = sum(each.height() for each in names.findChildren(SectionButton))
    assert names.height() <= as_list * 0.6
    assert names.height() < page.scroll_area.viewport().height()
    for button in names.findChildren(SectionButton):
        assert button.width() >= button.minimumSizeHint().width()
        assert names.rect().contains(button.geometry())


def test_what_is_opened_below_the_list_comes_into_sight(hands):
    page, _ = shown_at(hands, (900, 700), 2.0)

    hands.click("Display")
    settle()

    viewport = page.scroll_area.viewport()
    colors = next(each for each in page.findChildren(SectionButton) if each.text() == "Display")
    section = hands.named("Colors")
    assert colors.is_current
    assert viewport.rect().contains(section.mapTo(viewport, section.rect().center()))
