"""Every real page on a year of answers: all of it readable, reachable and named, at every size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollBar, QWidget

from tests.ui.kit.gallery import settle
from tests.ui.kit.test_accessibility import CLICKABLE, SCALES, SIZES, shown, spoken_name
from tracker.app.window import build
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.storage.opening import memory_diary
from tracker.ui.main_window import MainWindow

PAGES = ("today", "plan", "history", "heart", "report", "settings", "learn")


@pytest.fixture
def window(qtbot) -> Iterator[MainWindow]:
    storage = memory_diary(sample_write())
    companion = Companion(storage, library(), lambda: SAMPLE_NOW, storage.people()[0].id)
    main = build(companion, None, file=None, reopen=None)
    qtbot.addWidget(main)
    main.show()
    yield main
    main.close()
    storage.close()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("page_id", PAGES)
def test_a_page_fits_into_every_window_at_every_text_size(window, sheet, page_id, scale):
    window.show_page(page_id)
    page = window.page(page_id)
    page.settle()
    sheet.set_text_scale(scale)

    for size in SIZES:
        window.resize(*size)
        settle()

        area = page.scroll_area
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
        assert [_told(widget) for widget in shown(page) if _is_cut(widget)] == []
        assert [
            _told(widget) for widget in shown(page, CLICKABLE) if _is_small(widget, sheet)
        ] == []
        assert [_told(widget) for widget in shown(page) if _is_nameless(widget)] == []


def _told(widget: QWidget) -> tuple[str, str, tuple[int, ...]]:
    return type(widget).__name__, spoken_name(widget), widget.geometry().getRect()


def _is_cut(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, QScrollBar):
        return False
    # A layout that has a height for its width holds children, and each of them is asked itself.
    asks = widget.hasHeightForWidth() and widget.layout() is None
    too_low = asks and widget.height() < widget.heightForWidth(widget.width())
    own = isinstance(widget, (QLabel, *CLICKABLE))
    return too_low or (own and not parent.rect().contains(widget.geometry()))


def _is_small(widget: QWidget, sheet) -> bool:
    return min(widget.width(), widget.height()) < sheet.target()


def _is_nameless(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not spoken_name(widget).strip()
