"""The thumb is drawn where the mouse takes hold of it."""

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from tracker.ui.widgets.page_scroll import ScrollBar


def _grip(bar: ScrollBar) -> tuple[int, int]:
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    rect = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    return rect.top(), rect.height()


@pytest.mark.parametrize("height", [40, 60, 200, 733])
@pytest.mark.parametrize(("last", "page"), [(1, 700), (350, 700), (9_000, 700), (90_000, 10)])
def test_the_thumb_lies_where_the_style_puts_its_grip(qtbot, height, last, page):
    bar = ScrollBar()
    qtbot.addWidget(bar)
    bar.resize(14, height)
    bar.setRange(0, last)
    bar.setPageStep(page)
    for place in (0, last // 3, last // 2, last - 1, last):
        bar.setValue(place)

        top, length = bar.thumb()

        assert abs(top - _grip(bar)[0]) <= 1
        assert length == _grip(bar)[1]
