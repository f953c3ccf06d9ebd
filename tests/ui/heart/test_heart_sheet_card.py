"""Saving the page for the cardiologist from the Heart page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.ui.heart_and_plan import TODAY, a_life
from tracker.report.heart_sheet import heart_sheet
from tracker.ui.heart.page import HeartPage, build_page
from tracker.ui.heart.sheet_tools import SheetTools
from tracker.ui.notifier import Notifier
from tracker.ui.page import PageAction


@pytest.fixture
def open_page(qtbot):
    """Return what opens the page with a place to save in; it outlives its window."""
    kept: list[HeartPage] = []

    def opened(choose, prints=lambda *_: True) -> HeartPage:
        companion = a_life().companion
        tools = SheetTools(lambda: heart_sheet(companion), choose, prints)
        page = build_page(companion, Notifier(), tools)
        kept.append(page)
        qtbot.addWidget(page)
        page.refresh()
        page.show()
        for _ in ("the first screen", "what lies below it"):
            QApplication.processEvents()
        return page

    return opened


def test_the_sheet_is_saved_under_the_day_for_its_owner_alone(open_page, tmp_path):
    page = open_page(lambda suggested: tmp_path / suggested)

    assert page.perform(PageAction.SAVE)

    file = tmp_path / f"heart-sheet-{TODAY}.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_mode & 0o777 == 0o600


def test_changing_ones_mind_saves_nothing(open_page, tmp_path):
    page = open_page(lambda _: None)

    page.perform(PageAction.SAVE)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_refuses_is_told_and_nothing_is_half_written(open_page, tmp_path):
    page = open_page(lambda suggested: Path(tmp_path, "missing", suggested))

    page.perform(PageAction.SAVE)

    assert page.sheet is not None
    said = [label.text() for label in page.sheet.findChildren(QLabel) if label.isVisible()]
    assert any("your diary is safe" in words for words in said)
    assert list(tmp_path.iterdir()) == []


def test_the_sheet_goes_to_a_printer_without_a_file(open_page, tmp_path):
    printed = []

    def prints(_parent, pages) -> bool:
        printed.append(pages)
        return True

    page = open_page(lambda suggested: tmp_path / suggested, prints)
    button = next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.text() == "Print the heart sheet"
    )

    button.click()

    assert [each.person for each in printed] == ["Ana Sample"]
    assert list(tmp_path.iterdir()) == []
