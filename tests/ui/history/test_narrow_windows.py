"""In narrow windows and with large text nothing of the history is out of reach or cut."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.history.test_history_page import only, press
from tests.ui.kit.gallery import settle
from tracker.ui.history.entry_table import EntryTable
from tracker.ui.history.heat_map import HeatMap


def shown_at(page, sheet, width: int, scale: float) -> None:
    sheet.set_text_scale(scale)
    page.resize(width, 700)
    settle()


@pytest.mark.parametrize(("width", "scale"), [(1000, 1.0), (608, 1.0), (548, 1.0), (1024, 2.0)])
def test_every_day_of_the_cycle_is_in_sight(page, sheet, width, scale):
    shown_at(page, sheet, width, scale)

    heat = only(page, HeatMap)
    last = heat.model().columnCount() - 1
    right = heat.columnViewportPosition(last) + heat.columnWidth(last)
    assert right <= heat.viewport().width()


def test_where_the_numbers_would_touch_the_days_scroll_sideways(page, sheet):
    shown_at(page, sheet, 560, 2.0)

    heat = only(page, HeatMap)
    bar = heat.horizontalScrollBar()
    assert bar.isVisible()
    last = heat.model().columnCount() - 1
    bar.setValue(bar.maximum())
    right = heat.columnViewportPosition(last) + heat.columnWidth(last)
    assert right <= heat.viewport().width()
    rows = heat.model().rowCount() * heat.rowHeight(0)
    assert heat.viewport().height() >= rows


@pytest.mark.parametrize(("width", "scale"), [(1000, 1.0), (608, 1.0), (1024, 2.0)])
def test_the_day_of_an_entry_is_never_cut(page, sheet, width, scale):
    press(page, "Table")
    shown_at(page, sheet, width, scale)

    table = only(page, EntryTable)
    day = table.model().index(0, 0).data()
    assert table.columnWidth(0) > QFontMetrics(table.font()).horizontalAdvance(day)


def test_notes_make_room_for_answers_in_a_narrow_window_and_are_still_read_out(
    page, companion, sheet
):
    companion.diary.answer("nausea", 2, note="after lunch")
    page.refresh()
    press(page, "Table")
    table = only(page, EntryTable)
    shown_at(page, sheet, 1000, 1.0)
    wide = table.isColumnHidden(3)
    shown_at(page, sheet, 560, 1.0)
    read = []
    table.row_read.connect(read.append)

    table.setCurrentIndex(table.model().index(0, 0))

    assert (wide, table.isColumnHidden(3)) == (False, True)
    assert "after lunch" in read[0]


def test_the_way_to_the_numbers_goes_below_its_sentence_where_it_is_narrow(page, sheet):
    def beside() -> bool:
        button = next(
            each
            for each in page.findChildren(QAbstractButton)
            if each.accessibleName().startswith("Show the numbers: ") and each.isVisible()
        )
        words = [each for each in button.parentWidget().findChildren(QLabel) if each.isVisible()]
        return button.geometry().top() < max(each.geometry().bottom() for each in words)

    shown_at(page, sheet, 1000, 1.0)
    wide = beside()
    shown_at(page, sheet, 560, 1.0)

    assert wide
    assert not beside()


@pytest.mark.parametrize(("width", "scale"), [(1000, 1.0), (608, 1.0), (1180, 2.0), (860, 2.0)])
def test_the_days_above_the_squares_are_whole_and_apart(page, sheet, width, scale):
    shown_at(page, sheet, width, scale)
    heat = only(page, HeatMap)
    header, labels = heat.horizontalHeader(), heat.shown.columns

    places = header.day_places()

    metrics = QFontMetrics(sheet.font("tiny", strong=True))
    rects = sorted(places.values(), key=lambda each: each.left())
    assert {heat.shown.today, len(labels) - 1} - {None} <= set(places)
    for column, place in places.items():
        assert place.width() >= metrics.horizontalAdvance(labels[column])
    assert rects[0].left() >= header.sectionViewportPosition(0)
    assert all(a.right() < b.left() for a, b in pairwise(rects))
    last = len(labels) - 1
    end = header.sectionViewportPosition(last) + header.sectionSize(last)
    assert rects[-1].right() <= end
